"""Many recommendations at once: what acts at once, what waits, what is left out and named."""

import pytest

from statements import workflow
from statements.catalogue import revision, store
from statements.choices import BatchState, Stage
from statements.models import (
    Batch,
    Publication,
    Recommendation,
    Statement,
    TagChange,
    Transition,
)
from statements.workflow import batches
from statements.workflow.batches import Wanted
from statements.workflow.records import compile
from statements.workflow.tags import tagging
from tests.cast import DATA, recommend
from tests.workflow.wishes import DATA_TOO, keys, make


class TagsTests:
    def test_act_at_once_on_what_is_live(self, live, campaigner):
        batch = make(keys(live), Wanted(add_tags=("Help",)), by=campaigner)

        assert store.get("statement", live.slug).live.tags == ("help",)
        assert batch.state == BatchState.DONE
        assert TagChange.objects.filter(batch=batch, added=True).count() == 2

    def test_move_the_revision_once(self, live, campaigner):
        before = revision.seen().number

        make(keys(live), Wanted(add_tags=("Help", "Now")), by=campaigner)

        assert revision.seen().number == before + 1

    def test_of_live_ones_are_left_out_without_the_right(self, live, make_draft, contributor):
        other = Statement(title="A draft", text=DATA)
        workflow.create(other, by=contributor)
        recommend(other, DATA, askers=[])

        batch = make(keys(live, other), Wanted(add_tags=("Help",)), by=contributor)

        (left_out,) = batches.plan(keys(live), Wanted(add_tags=("Help",)), by=contributor).left_out
        assert (left_out.title, left_out.rows) == ("Iraq on shelter", 2)
        assert TagChange.objects.filter(batch=batch).count() == 1
        assert store.get("statement", live.slug).live.tags == ()

    def test_that_everything_has_change_nothing(self, live, campaigner):
        make(keys(live), Wanted(add_tags=("Help",)), by=campaigner)

        with pytest.raises(workflow.Refusal, match="Nothing would change"):
            make(keys(live), Wanted(add_tags=("HELP",)), by=campaigner)

        assert Batch.objects.count() == 1

    def test_are_one_tag_under_a_former_name(self, live, campaigner):
        make(keys(live), Wanted(add_tags=("Help",)), by=campaigner)
        tag = live.recommendations.first().tags.get()
        tag.name = "Early help"
        tagging.save_tag(tag, by=campaigner)

        planned = batches.plan(keys(live), Wanted(remove_tags=("help",)), by=campaigner)

        assert {one.remove_tags for one in planned.rows} == {("Early help",)}


class DraftTests:
    def test_is_an_ordinary_edit(self, draft, data, contributor, editor):
        workflow.submit(draft, by=contributor)

        make(keys(draft), DATA_TOO, by=editor)

        draft.refresh_from_db()
        assert (draft.version, draft.stage) == (2, Stage.DRAFT)
        assert all(data in one.themes.all() for one in draft.recommendations.all())
        last = Transition.objects.about("statement", draft.ref).first()
        assert last
        assert (last.verb, last.by, last.version) == ("edit", editor, 2)

    def test_loses_an_approval(self, draft, data, contributor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)

        make(keys(draft), DATA_TOO, by=contributor)

        draft.refresh_from_db()
        assert (draft.stage, draft.approved_version) == (Stage.DRAFT, None)

    def test_of_others_is_left_out_and_named(self, draft, data, other_contributor):
        planned = batches.plan(keys(draft), DATA_TOO, by=other_contributor)

        assert planned.rows == ()
        assert [(one.title, one.rows) for one in planned.left_out] == [("Iraq on shelter", 2)]

    def test_edited_meanwhile_is_looked_at_again(self, draft, data, contributor):
        seen = batches.plan(keys(draft), DATA_TOO, by=contributor).seen
        workflow.edit(draft, by=contributor, seen=1)

        with pytest.raises(batches.Meanwhile):
            batches.make(keys(draft), DATA_TOO, by=contributor, seen=seen)

        assert not Batch.objects.exists()

    def test_takes_pillar_and_strength(self, draft, contributor):
        wanted = Wanted(values={"pillar": "prosecution", "strength": 5})

        make(keys(draft), wanted, by=contributor)

        held = set(draft.recommendations.values_list("pillar", "strength"))
        assert held == {("prosecution", 5)}

    def test_is_named_in_lines_with_their_numbers(self, draft, data, contributor):
        wanted = Wanted(add={"themes": frozenset({"data"})}, values={"pillar": "protection"})

        told = batches.plan(keys(draft), wanted, by=contributor).told

        # One of the two has the pillar already.
        assert [(one.field, one.verb, one.what, one.now, one.waits) for one in told.lines] == [
            ("themes", "add", "Data", 2, 0),
            ("pillar", "set", "Protection", 1, 0),
        ]


def record_of(statement):
    return store.get("statement", statement.slug).record


class BatchTests:
    @pytest.fixture
    def batch(self, live, data, editor):
        return make(
            keys(live),
            Wanted(add={"themes": frozenset({"data"})}, values={"strength": 5}),
            by=editor,
        )

    def test_waits_and_changes_nothing_yet(self, batch, live):
        live.refresh_from_db()
        assert batch.state == BatchState.WAITING
        assert live.is_public_as_it_stands()
        assert not Recommendation.objects.filter(themes__code="data").exists()

    def test_is_published_by_another(self, batch, live, publisher):
        batches.publish(batch, by=publisher, reason="Data is a theme now.")

        live.refresh_from_db()
        assert live.is_public_as_it_stands()
        assert live.stage == Stage.APPROVED
        assert {one.themes for one in record_of(live).recommendations} == {("shelter", "data")}
        assert store.found_by("recommendation", "theme", "data")
        assert Publication.objects.about("statement", live.ref)[0].note == "Data is a theme now."

    def test_publishes_what_compiling_gives(self, batch, live, publisher):
        batches.publish(batch, by=publisher)

        assert record_of(live) == compile.statement(live.pk)

    def test_says_who_classified_and_who_published(self, batch, live, editor, publisher):
        batches.publish(batch, by=publisher)

        moves = Transition.objects.about("statement", live.ref).order_by("pk")
        assert [(one.verb, one.by) for one in moves][-3:] == [
            ("edit", editor),
            ("approve", publisher),
            ("publish", publisher),
        ]

    def test_is_not_published_by_who_made_it(self, live, data, publisher, settings):
        batch = make(keys(live), DATA_TOO, by=publisher)

        with pytest.raises(workflow.NotAllowed, match="somebody else"):
            batches.publish(batch, by=publisher)
        settings.ALLOW_SELF_APPROVAL = True
        batches.publish(batch, by=publisher)

        assert store.found_by("statement", "theme", "data") == [live.ref]

    @pytest.mark.parametrize("who", ["contributor", "campaigner", "editor", "administrator"])
    def test_is_published_by_publishers_alone(self, batch, who, request):
        person = request.getfixturevalue(who)

        with pytest.raises(workflow.NotAllowed):
            batches.publish(batch, by=person)
        with pytest.raises(workflow.NotAllowed):
            batches.decline(batch, by=person, reason="No.")

        assert Batch.objects.get().state == BatchState.WAITING

    def test_leaves_out_what_was_edited_since_and_names_it(self, batch, live, editor, publisher):
        live.title = "Not published yet"
        workflow.edit(live, by=editor, seen=1)

        told = batches.publish(batch, by=publisher)

        assert [(one.title, one.rows) for one in told.left_out] == [("Not published yet", 2)]
        assert record_of(live).title == "Iraq on shelter"
        assert not Recommendation.objects.filter(themes__code="data").exists()

    def test_leaves_out_what_was_withdrawn_since(self, batch, live, publisher):
        workflow.withdraw(live, by=publisher, reason="It does harm.")

        told = batches.publish(batch, by=publisher)

        assert [one.rows for one in told.left_out] == [2]
        assert store.state("statement", live.ref) == "withdrawn"

    def test_is_not_made_of_what_has_other_edits(self, live, data, editor):
        workflow.edit(live, by=editor, seen=1)

        planned = batches.plan(keys(live), DATA_TOO, by=editor)

        assert planned.rows == ()
        assert "not published yet" in planned.left_out[0].reason

    def test_never_leaves_what_is_live_without_a_theme(self, live, editor):
        planned = batches.plan(
            keys(live), Wanted(remove={"themes": frozenset({"shelter"})}), by=editor
        )

        assert planned.rows == ()
        assert "without a theme" in planned.left_out[0].reason

    def test_is_published_once(self, batch, publisher):
        batches.publish(batch, by=publisher)

        with pytest.raises(workflow.WrongStage):
            batches.publish(batch, by=publisher)

    def test_is_declined_with_a_reason(self, batch, publisher):
        with pytest.raises(workflow.ReasonOwed):
            batches.decline(batch, by=publisher, reason=" ")
        batches.decline(batch, by=publisher, reason="Not these.")

        assert batch.state == BatchState.DECLINED
        assert not store.found_by("statement", "theme", "data")

    def test_keeps_the_tags_of_what_it_publishes(self, batch, live, campaigner, publisher):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["help"])

        batches.publish(batch, by=publisher)

        assert store.get("statement", live.slug).live.tags == ("help",)
