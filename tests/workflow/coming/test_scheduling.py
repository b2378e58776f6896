"""A statement that becomes public at an hour: never before it, once, as it was approved."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from statements import workflow
from statements.catalogue import due, store
from statements.models import Actor, Event, Publication, Scheduled, Statement, Transition
from statements.workflow import editing, gatherings
from tests.cast import DATA, SHELTER, recommend, written
from tests.catalogue import build

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def hour() -> dt.datetime:
    return timezone.now().replace(microsecond=0) + dt.timedelta(days=3)


@pytest.fixture
def approved(draft, contributor, publisher):
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)
    return draft


@pytest.fixture
def waiting(approved, publisher, hour):
    workflow.schedule(approved, by=publisher, at=hour)
    return approved


def fresh(statement: Statement) -> Statement:
    return Statement.objects.get(pk=statement.pk)


def is_public(statement: Statement) -> bool:
    return store.state("statement", statement.ref) == "live"


class ScheduleTests:
    def test_keeps_it_from_the_public_and_writes_it_down(self, waiting, publisher, hour):
        move = Transition.objects.about("statement", waiting.ref)[0]

        assert (fresh(waiting).stage, fresh(waiting).publish_at) == ("scheduled", hour)
        assert not is_public(waiting)
        assert (move.verb, move.by, move.reason) == (
            "schedule",
            publisher,
            f"For {hour:%Y-%m-%d %H:%M} UTC.",
        )

    def test_refuses_an_hour_that_has_gone_by(self, approved, publisher):
        with pytest.raises(workflow.Refusal, match="gone by"):
            workflow.schedule(approved, by=publisher, at=timezone.now())

    def test_refuses_a_year_that_was_mistyped(self, approved, publisher, hour):
        with pytest.raises(workflow.Refusal, match="two years ahead"):
            workflow.schedule(approved, by=publisher, at=hour.replace(year=hour.year + 3))

    def test_refuses_what_nobody_approved(self, draft, publisher, hour):
        with pytest.raises(workflow.WrongStage):
            workflow.schedule(draft, by=publisher, at=hour)

    def test_owes_a_reason_for_what_was_withdrawn(self, live, contributor, publisher, hour):
        workflow.withdraw(live, by=publisher, reason="Wrong text.")
        workflow.submit(live, by=contributor)
        workflow.approve(live, by=publisher)

        with pytest.raises(workflow.ReasonOwed):
            workflow.schedule(live, by=publisher, at=hour)

    def test_keeps_it_from_being_deleted(self, waiting, contributor):
        with pytest.raises(workflow.WrongStage, match="unschedule it first"):
            editing.discard(fresh(waiting), by=contributor)


class PublishDueTests:
    def test_is_not_one_second_early(self, waiting, hour):
        assert workflow.publish_due(now=hour - SECOND) == []
        assert not is_public(waiting)

        outcomes = workflow.publish_due(now=hour)

        assert [(one.ref, one.trouble) for one in outcomes] == [(waiting.ref, "")]
        assert is_public(waiting)

    def test_publishes_once(self, waiting, publisher, hour):
        workflow.publish_due(now=hour)

        assert workflow.publish_due(now=hour) == []
        one = Publication.objects.about("statement", waiting.ref).get()
        assert (one.by, one.version) == (publisher, waiting.version)
        assert not Scheduled.objects.exists()

    def test_leaves_it_as_publishing_does(self, waiting, hour):
        workflow.publish_due(now=hour)

        held = fresh(waiting)
        assert (held.stage, held.public, held.publish_at) == ("approved", "live", None)
        assert held.is_public_as_it_stands()

    def test_is_as_it_was_approved_whatever_is_edited_since(self, waiting, contributor, hour):
        changed = fresh(waiting)
        changed.title = "Another title"
        changed.text = f"Added. {changed.text}"
        workflow.edit(changed, by=contributor, seen=changed.version)
        recommend(changed, "Added.")

        workflow.publish_due(now=hour)

        record = store.get("statement", waiting.slug).record
        held = fresh(waiting)
        assert (record.title, record.version) == ("Iraq on shelter", waiting.version)
        assert [one.passage.exact for one in record.recommendations] == [SHELTER, DATA]
        assert (held.stage, held.published_version, held.title) == (
            "draft",
            waiting.version,
            "Another title",
        )

    def test_shows_no_tag_of_what_was_added_since(self, waiting, contributor, hour):
        changed = fresh(waiting)
        changed.text = f"Added. {changed.text}"
        workflow.edit(changed, by=contributor, seen=changed.version)
        workflow.tag([recommend(changed, "Added.")], by=contributor, add=["later"])
        workflow.tag([changed.recommendations.get(passage__exact=DATA)], by=contributor, add=["a"])

        workflow.publish_due(now=hour)

        assert store.get("statement", waiting.slug).live.tags == ("a",)

    def test_lacks_words_that_are_withheld_since(self, waiting, contributor, hour):
        workflow.withhold(fresh(waiting), by=contributor, words="Mr. President", reason="Harm.")

        workflow.publish_due(now=hour)

        text = store.get("statement", waiting.slug).record.text
        assert "Mr. President" not in text
        assert text.startswith("[withheld to protect a person]")

    def test_gives_the_day_it_became_public(self, waiting, hour):
        workflow.publish_due(now=hour)

        assert store.get("statement", waiting.slug).record.first_published_on == hour.date()

    def test_says_why_it_could_not_and_goes_on(
        self, waiting, shelter, council, contributor, publisher, hour
    ):
        other = written(contributor, shelter, council, Actor.objects.get(kind="state"))
        workflow.submit(other, by=contributor)
        workflow.approve(other, by=publisher)
        workflow.schedule(other, by=publisher, at=hour + SECOND)
        store.put(build.statement("other", slug=waiting.slug))

        outcomes = workflow.publish_due(now=hour + SECOND)

        assert [(one.ref, bool(one.trouble)) for one in outcomes] == [
            (waiting.ref, True),
            (other.ref, False),
        ]
        assert "belonged to another page" in Scheduled.objects.get().trouble
        assert due.overdue(hour + dt.timedelta(minutes=2)) == hour

    def test_survives_whatever_goes_wrong_with_one(self, waiting, hour, monkeypatch, caplog):
        def broken(*_arguments: object, **_options: object) -> None:
            raise RuntimeError(SHELTER)

        monkeypatch.setattr("statements.workflow.door.put_statement", broken)

        outcomes = workflow.publish_due(now=hour)

        assert outcomes[0].trouble == "The server failed: please tell who runs it."
        assert "RuntimeError" in caplog.text
        assert SHELTER not in caplog.text
        assert fresh(waiting).stage == "scheduled"


class EventTests:
    @pytest.fixture
    def held(self, draft, contributor, publisher):
        event = Event(slug="debate", title="The debate", kind="launch")
        gatherings.save(event, by=publisher)
        draft.event = event
        workflow.edit(draft, by=contributor, seen=draft.version)
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        return event

    @pytest.mark.parametrize("with_event", [True, False])
    def test_goes_along_where_that_was_chosen(self, held, draft, publisher, hour, with_event):
        workflow.schedule(draft, by=publisher, at=hour, with_event=with_event)
        before = store.state("event", held.ref)

        workflow.publish_due(now=hour)

        record = store.get("statement", draft.slug).record
        assert before == "never"
        assert store.state("event", held.ref) == ("live" if with_event else "never")
        assert record.event == (held.ref if with_event else None)
        assert {one.event for one in record.recommendations} == {record.event}

    def test_is_carried_where_it_became_public_meanwhile(self, held, draft, publisher, hour):
        workflow.schedule(draft, by=publisher, at=hour)
        gatherings.publish(held, by=publisher)

        workflow.publish_due(now=hour)

        assert store.get("statement", draft.slug).record.event == held.ref


class ChangeOfMindTests:
    def test_gives_another_hour(self, waiting, publisher, hour):
        later = hour + dt.timedelta(days=1)

        workflow.reschedule(waiting, by=publisher, at=later)

        assert workflow.publish_due(now=hour) == []
        assert [one.ref for one in workflow.publish_due(now=later)] == [waiting.ref]

    def test_gives_another_hour_to_what_was_edited_since(
        self, waiting, contributor, publisher, hour
    ):
        changed = fresh(waiting)
        workflow.edit(changed, by=contributor, seen=changed.version)

        workflow.reschedule(changed, by=publisher, at=hour + SECOND)

        assert Scheduled.objects.get().version == waiting.version
        assert fresh(waiting).stage == "draft"

    def test_unschedules_and_leaves_the_approval(self, waiting, editor, hour):
        workflow.unschedule(waiting, by=editor, reason="Not yet.")

        assert workflow.publish_due(now=hour) == []
        assert (fresh(waiting).stage, fresh(waiting).approved_version) == ("approved", 1)
        assert due.overdue(hour + dt.timedelta(days=1)) is None

    @pytest.mark.parametrize("verb", ["reschedule", "unschedule"])
    def test_is_no_move_where_nothing_is_scheduled(self, approved, publisher, verb):
        assert verb not in [move.verb for move in workflow.moves(approved, publisher)]

    def test_goes_public_at_once_and_not_again(self, waiting, publisher, hour):
        workflow.publish(waiting, by=publisher)

        assert workflow.publish_due(now=hour) == []
        assert fresh(waiting).is_public_as_it_stands()

    def test_stays_withdrawn(self, live, contributor, publisher, hour):
        workflow.edit(live, by=contributor, seen=live.version)
        workflow.submit(live, by=contributor)
        workflow.approve(live, by=publisher)
        workflow.schedule(live, by=publisher, at=hour)

        workflow.withdraw(live, by=publisher, reason="A person is in danger.")

        assert workflow.publish_due(now=hour) == []
        assert store.state("statement", live.ref) == "withdrawn"

    def test_lets_nobody_approve_what_they_alone_wrote_meanwhile(self, waiting, publisher, hour):
        changed = fresh(waiting)
        changed.title = "Mine alone"
        workflow.edit(changed, by=publisher, seen=changed.version)
        workflow.publish_due(now=hour)
        changed = fresh(waiting)
        workflow.submit(changed, by=publisher)

        with pytest.raises(workflow.NotAllowed, match="somebody else"):
            workflow.approve(changed, by=publisher)


class CommandTests:
    def test_publishes_what_is_due(self, waiting, hour, capsys):
        Statement.objects.filter(pk=waiting.pk).update(publish_at=timezone.now())

        call_command("publish_scheduled")

        assert capsys.readouterr().out == f"{waiting.ref} is public.\n"
        assert is_public(waiting)

    def test_says_nothing_where_nothing_is(self, waiting, capsys):
        call_command("publish_scheduled")

        assert capsys.readouterr().out == ""

    def test_fails_where_something_could_not_be(self, waiting, hour, publisher):
        Statement.objects.filter(pk=waiting.pk).update(publish_at=timezone.now())
        store.put(build.statement("other", slug=waiting.slug))

        with pytest.raises(CommandError, match="belonged to another page"):
            call_command("publish_scheduled")
