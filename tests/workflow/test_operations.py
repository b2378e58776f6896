"""The moves of a statement."""

import pytest
from django.utils import timezone

from statements import workflow
from statements.catalogue import revision, store
from statements.catalogue.models import Posting, Record
from statements.models import Person, Publication, Statement, Transition
from statements.workflow.records import compile
from tests.cast import DATA, SHELTER, recommend


def fresh(statement: Statement) -> Statement:
    return Statement.objects.get(pk=statement.pk)


class SubmitTests:
    def test_hands_a_draft_over_and_writes_it_down(self, draft, contributor):
        workflow.submit(draft, by=contributor, reason="Please look at the names.")

        move = Transition.objects.about("statement", draft.ref)[0]
        assert fresh(draft).stage == "in_review"
        assert (move.verb, move.by, move.reason) == (
            "submit",
            contributor,
            "Please look at the names.",
        )

    def test_is_refused_for_the_draft_of_another(self, draft, other_contributor):
        with pytest.raises(workflow.NotAllowed):
            workflow.submit(draft, by=other_contributor)

    def test_is_refused_twice(self, draft, contributor):
        workflow.submit(draft, by=contributor)

        with pytest.raises(workflow.WrongStage):
            workflow.submit(fresh(draft), by=contributor)


class ReturnTests:
    def test_needs_a_reason(self, draft, contributor, editor):
        workflow.submit(draft, by=contributor)

        with pytest.raises(workflow.ReasonOwed):
            workflow.send_back(draft, by=editor, reason="  ")

        assert fresh(draft).stage == "in_review"

    def test_makes_it_a_draft_again_and_voids_an_approval(self, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)

        workflow.send_back(draft, by=publisher, reason="The date is wrong.")

        assert (fresh(draft).stage, fresh(draft).approved_version) == ("draft", None)


class ApproveTests:
    def test_is_refused_to_its_only_author(self, make_draft, publisher):
        draft = make_draft(publisher)
        workflow.submit(draft, by=publisher)

        with pytest.raises(workflow.NotAllowed, match="somebody else"):
            workflow.approve(draft, by=publisher)

    def test_is_open_to_one_of_two_authors(self, draft, contributor, publisher):
        workflow.edit(draft, by=publisher, seen=draft.version)
        workflow.submit(draft, by=publisher)

        workflow.approve(draft, by=publisher)

        assert fresh(draft).approved_by == publisher

    def test_is_open_to_its_author_where_the_team_allows_it(self, make_draft, publisher, settings):
        settings.ALLOW_SELF_APPROVAL = True
        draft = make_draft(publisher)
        workflow.submit(draft, by=publisher)

        workflow.approve(draft, by=publisher)

        assert fresh(draft).stage == "approved"

    def test_lists_what_is_missing(self, draft, contributor, publisher):
        draft.themes.clear()
        draft.recommendations.update(strength=None)
        workflow.submit(draft, by=contributor)

        with pytest.raises(workflow.NotReady) as refusal:
            workflow.approve(draft, by=publisher)

        fields = [problem.field for problem in refusal.value.problems]
        assert fields == ["themes", "strength", "strength"]

    def test_asks_for_the_name_of_a_person(self, draft, contributor, publisher):
        voice = draft.voices.get()
        voice.person, voice.name = Person.objects.create(name="Amal Example"), ""
        voice.save()
        workflow.submit(draft, by=contributor)

        with pytest.raises(workflow.NotReady, match="lacks its name"):
            workflow.approve(draft, by=publisher)

    def test_is_of_the_version_that_was_seen(self, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        seen = fresh(draft)
        workflow.edit(fresh(draft), by=contributor, seen=draft.version)

        with pytest.raises(workflow.Conflict, match="contributor"):
            workflow.approve(seen, by=publisher)


class PublishTests:
    def test_makes_the_statement_and_its_recommendations_public(self, live):
        entry = store.get("statement", "iraq-on-shelter")

        assert entry.record == compile.statement(live.pk)
        assert [one.passage.exact for one in entry.record.recommendations] == [SHELTER, DATA]
        for one in entry.record.recommendations:
            assert store.get("recommendation", one.ref).record == one

    def test_keeps_what_was_published_for_good(self, live, publisher):
        kept = Publication.objects.about("statement", live.ref).get()

        assert (kept.by, kept.version) == (publisher, live.version)
        with pytest.raises(TypeError):
            kept.delete()
        with pytest.raises(TypeError):
            kept.save()
        with pytest.raises(TypeError):
            Publication.objects.all().delete()
        with pytest.raises(TypeError):
            Publication.objects.update(note="Never said")

    def test_is_refused_without_an_approval(self, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)

        with pytest.raises(workflow.WrongStage):
            workflow.publish(draft, by=publisher)

        assert not Record.objects.filter(kind="statement").exists()

    def test_is_refused_to_an_editor(self, draft, contributor, editor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)

        with pytest.raises(workflow.NotAllowed):
            workflow.publish(draft, by=editor)

    def test_refuses_words_that_were_lost_since(self, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        draft.passages.filter(exact=DATA).update(orphaned=True)

        with pytest.raises(workflow.NotReady, match="no longer in the text"):
            workflow.publish(draft, by=publisher)

    def test_moves_the_revision_once_or_more_and_last(self, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        before = revision.current()

        workflow.publish(draft, by=publisher)

        assert revision.current() > before

    def test_leaves_nothing_behind_when_it_fails(self, draft, contributor, publisher, monkeypatch):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        before = revision.current()

        def fail(*arguments: object, **options: object) -> None:
            raise OSError

        monkeypatch.setattr("statements.workflow.history.log.note", fail)
        with pytest.raises(OSError):
            workflow.publish(draft, by=publisher)

        assert not Record.objects.filter(kind="statement").exists()
        assert fresh(draft).public == "never"
        assert revision.current() == before

    def test_takes_back_a_recommendation_that_was_left_out(self, live, contributor, publisher):
        gone = live.recommendations.get(passage__exact=DATA)
        gone.left_out = True
        gone.save()
        workflow.edit(live, by=contributor, seen=live.version)
        workflow.submit(live, by=contributor)
        workflow.approve(live, by=publisher)
        workflow.publish(live, by=publisher)

        with pytest.raises(store.Withdrawn):
            store.get("recommendation", gone.ref)

    def test_refuses_an_address_that_was_another_s(self, live, contributor, publisher):
        other = Statement(title="Other", text="Words. " + SHELTER)
        other.delivered_on, other.delivered_precision = timezone.now().date(), "day"
        workflow.create(other, by=contributor)
        other.voices.create(name="Somebody")
        other.themes.set(live.themes.all())
        recommend(other, SHELTER)
        live.slug = "moved"
        workflow.edit(live, by=contributor, seen=live.version)
        for statement in (live, other):
            workflow.submit(statement, by=contributor)
            workflow.approve(statement, by=publisher)
        workflow.publish(live, by=publisher)
        Statement.objects.filter(pk=other.pk).update(slug="iraq-on-shelter")

        with pytest.raises(workflow.Refusal, match="belonged to another page"):
            workflow.publish(other, by=publisher)

    def test_leaves_the_old_address_pointing_at_the_new(self, live, contributor, publisher):
        live.slug = "iraq-shelter-2017"
        workflow.edit(live, by=contributor, seen=live.version)
        workflow.submit(live, by=contributor)
        workflow.approve(live, by=publisher)
        workflow.publish(live, by=publisher)

        with pytest.raises(store.Moved) as moved:
            store.get("statement", "iraq-on-shelter")

        assert moved.value.slug == "iraq-shelter-2017"

    def test_of_what_was_withdrawn_owes_a_reason(self, live, contributor, editor, publisher):
        workflow.withdraw(live, by=editor, reason="A mistake.")
        workflow.submit(live, by=contributor)
        workflow.approve(live, by=publisher)

        with pytest.raises(workflow.ReasonOwed):
            workflow.publish(live, by=publisher)

        workflow.publish(live, by=publisher, reason="It was right after all.")
        assert fresh(live).public == "live"


class WithdrawTests:
    def test_voids_the_approval(self, live, editor):
        workflow.withdraw(live, by=editor, reason="A source asked for it.")

        assert (fresh(live).stage, fresh(live).approved_version) == ("draft", None)

    def test_leaves_a_tombstone_without_words(self, live, editor):
        refs = list(live.recommendations.values_list("ref", flat=True))

        workflow.withdraw(live, by=editor, reason="A source asked for it.")

        for kind, ref in (("statement", live.ref), *(("recommendation", ref) for ref in refs)):
            row = Record.objects.get(kind=kind, ref=ref)
            everything = row.card + row.body + row.live
            assert row.withdrawn
            assert "A source asked for it." in row.body
            assert "shelter" not in everything.casefold()
            assert "Iraq" not in everything
        held = Posting.objects.filter(kind__in=("statement", "recommendation"), n__gt=0)
        assert not held.exists()

    def test_takes_out_the_actors_nobody_names_any_more(self, live, editor):
        workflow.withdraw(live, by=editor, reason="A source asked for it.")

        assert not Record.objects.filter(kind="actor").exists()

    def test_needs_a_reason(self, live, editor):
        with pytest.raises(workflow.ReasonOwed):
            workflow.withdraw(live, by=editor, reason="")

    def test_is_refused_to_a_contributor(self, live, contributor):
        with pytest.raises(workflow.NotAllowed):
            workflow.withdraw(live, by=contributor, reason="I want it gone.")


class BringBackTests:
    def test_shows_again_word_for_word_what_was_published(self, live, editor, publisher):
        before = Record.objects.get(kind="statement", ref=live.ref)
        workflow.withdraw(live, by=editor, reason="A mistake.")

        workflow.bring_back(live, by=publisher, reason="It was right after all.")

        after = Record.objects.get(kind="statement", ref=live.ref)
        assert (after.body, after.card, after.withdrawn) == (before.body, before.card, False)
        assert store.parts([live.ref])[live.ref] == sorted(
            live.recommendations.values_list("ref", flat=True)
        )
        assert Record.objects.filter(kind="actor").count() == 2
