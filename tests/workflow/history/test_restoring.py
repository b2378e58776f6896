"""Each version of a statement is kept whole, and can be made the working copy again."""

import pytest

from statements import workflow
from statements.catalogue import store
from statements.choices import Stage
from statements.models import Recommendation, Statement, StatementVersion, Voice
from statements.text import passages
from statements.workflow.history import restoring, snapshots
from tests.cast import DATA, SHELTER, TEXT, recommend


def fresh(statement: Statement) -> Statement:
    return Statement.objects.get(pk=statement.pk)


def rewritten(statement, by, text="All is new here."):
    """Edit everything of a statement; return it."""
    statement = fresh(statement)
    statement.title, statement.text = "Another title", text
    workflow.edit(statement, by=by, seen=statement.version)
    statement.themes.clear()
    statement.voices.update(name="Mr. B")
    Voice.objects.create(statement=statement, name="Ms. C")
    return fresh(statement)


class SnapshotTests:
    def test_keeps_a_version_when_the_next_is_begun(self, draft, contributor):
        before = snapshots.now(draft)

        rewritten(draft, contributor)

        assert snapshots.of(fresh(draft), 1) == before
        assert list(draft.versions.values_list("version", flat=True)) == [1]

    def test_copies_nothing_while_a_draft_is_written_once(self, draft):
        assert not StatementVersion.objects.exists()

    def test_holds_what_was_there_when_it_was_left(self, draft, contributor):
        recommend(draft, "Trafficking is a crime.", short_form="It is a crime")

        workflow.edit(draft, by=contributor, seen=draft.version)

        kept = snapshots.of(draft, 1)
        assert kept
        forms = {row["short_form"] for row in kept.recommendations.values()}
        assert "It is a crime" in forms

    def test_keeps_the_version_before_words_are_withheld(self, draft, contributor):
        workflow.withhold(draft, by=contributor, words="Mr. President", reason="Harm.")

        assert StatementVersion.objects.get().version == 1

    def test_is_none_of_a_version_that_never_was(self, draft):
        assert snapshots.of(draft, 7) is None

    def test_is_not_kept_of_a_save_that_lost(self, draft, contributor, editor):
        workflow.edit(fresh(draft), by=editor, seen=1)

        with pytest.raises(workflow.Conflict):
            workflow.edit(fresh(draft), by=contributor, seen=1)

        assert list(draft.versions.values_list("version", flat=True)) == [1]


class RestoreTests:
    def test_brings_back_words_rows_and_terms_as_a_draft(self, draft, contributor):
        before = snapshots.now(draft)
        changed = rewritten(draft, contributor)
        workflow.submit(changed, by=contributor)

        restoring.restore(changed, 1, by=contributor, seen=2)

        held = fresh(draft)
        assert (held.title, held.text) == ("Iraq on shelter", TEXT)
        assert (held.stage, held.version) == (Stage.DRAFT, 3)
        assert snapshots.now(held) == before
        assert not Recommendation.objects.orphaned().exists()
        assert workflow.missing(held) == ()

    def test_keeps_the_version_it_takes_the_place_of(self, draft, contributor):
        changed = rewritten(draft, contributor)
        left = snapshots.now(changed)

        restoring.restore(changed, 1, by=contributor, seen=2)
        restoring.restore(fresh(draft), 2, by=contributor, seen=3)

        assert snapshots.now(fresh(draft)) == left

    def test_changes_nothing_that_is_public(self, live, contributor):
        changed = rewritten(live, contributor)
        record = store.get("statement", live.slug).record

        restoring.restore(changed, 1, by=contributor, seen=2)

        assert store.get("statement", live.slug).record == record
        assert fresh(live).public == "live"

    def test_leaves_the_tags_and_the_address(self, draft, contributor):
        one = draft.recommendations.get(passage__exact=SHELTER)
        changed = rewritten(draft, contributor)
        workflow.tag([one], by=contributor, add=["later"])
        changed.slug = "another-address"
        workflow.edit(changed, by=contributor, seen=2)

        restoring.restore(fresh(draft), 1, by=contributor, seen=3)

        assert [tag.name for tag in one.tags.all()] == ["later"]
        assert fresh(draft).slug == "another-address"

    def test_makes_a_row_again_under_its_reference(self, draft, contributor):
        ref = draft.recommendations.get(passage__exact=DATA).ref
        workflow.edit(draft, by=contributor, seen=1)
        draft.recommendations.filter(ref=ref).delete()
        workflow.edit(fresh(draft), by=contributor, seen=2)

        restoring.restore(fresh(draft), 1, by=contributor, seen=3)

        assert draft.recommendations.get(ref=ref).passage.exact == DATA

    def test_leaves_out_what_the_version_did_not_have(self, draft, contributor):
        workflow.edit(draft, by=contributor, seen=1)
        later = recommend(fresh(draft), "Trafficking is a crime.")

        restoring.restore(fresh(draft), 1, by=contributor, seen=2)

        later.refresh_from_db()
        assert later.left_out

    def test_keeps_words_withheld_that_were_withheld_since(self, draft, contributor):
        workflow.withhold(draft, by=contributor, words="Mr. President", reason="Harm.")
        changed = rewritten(draft, contributor)

        restoring.restore(changed, 1, by=contributor, seen=3)

        (held,) = fresh(draft).withheld.all()
        assert (held.passage.exact, held.passage.orphaned) == ("Mr. President", False)

    def test_keeps_them_on_the_list_where_the_text_lacks_them(self, draft, contributor):
        changed = rewritten(draft, contributor, text="President X spoke. All is new here.")
        workflow.withhold(changed, by=contributor, words="President X", reason="Harm.")

        restoring.restore(fresh(draft), 1, by=contributor, seen=3)

        assert fresh(draft).withheld.get().passage.orphaned

    def test_is_refused_to_who_may_not_edit(self, draft, contributor, other_contributor):
        changed = rewritten(draft, contributor)

        with pytest.raises(workflow.NotAllowed):
            restoring.restore(changed, 1, by=other_contributor, seen=2)

        assert fresh(draft).title == "Another title"

    def test_is_refused_where_somebody_saved_meanwhile(self, draft, contributor, editor):
        changed = rewritten(draft, contributor)
        workflow.edit(fresh(draft), by=editor, seen=2)

        with pytest.raises(workflow.Conflict):
            restoring.restore(changed, 1, by=contributor, seen=2)

    def test_goes_on_where_a_theme_is_there_no_more(self, draft, contributor, shelter):
        changed = rewritten(draft, contributor)
        Recommendation.themes.through.objects.all().delete()
        shelter.delete()

        restoring.restore(changed, 1, by=contributor, seen=2)

        assert not fresh(draft).themes.exists()

    def test_places_passages_by_position_not_by_search(self, draft, contributor):
        draft.text = "We must act. Today we must act."
        workflow.edit(draft, by=contributor, seen=1)
        first, second = passages.find(draft.text, "must act")
        Recommendation.objects.filter(statement=draft).delete()
        one = Recommendation.objects.create(
            statement=draft, passage=workflow.anchor(draft, second), strength=3
        )
        changed = rewritten(draft, contributor)

        restoring.restore(changed, 2, by=contributor, seen=3)

        one.refresh_from_db()
        assert first.start != second.start == one.passage.start
