"""Publish at an hour: never before it, once, and as it was approved."""

import datetime as dt
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from statements.models import Scheduled, Statement, User
from statements.workflow import door, gatherings, operations, readiness
from statements.workflow.coming import scheduled
from statements.workflow.errors import NotAllowed, NotReady, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.records import copies

logger = logging.getLogger(__name__)

# Farther ahead, a year was mistyped.
FARTHEST = dt.timedelta(days=2 * 366)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a publication whose hour had come; `trouble` is why it could not be made."""

    ref: str
    trouble: str = ""


@door.change()
def schedule(
    statement: Statement,
    *,
    by: User,
    at: dt.datetime,
    reason: str = "",
    with_event: bool = False,
) -> None:
    """Let the approved version become public at an hour; `reason` is its public note.

    What is public then is compiled now: no later edit changes it, but for words that are
    withheld. Raises NotAllowed, WrongStage, ReasonOwed, NotReady, Refusal for an hour gone by.
    """
    _refuse(at)
    copy = copies.of(operations.check(statement, "schedule", by, reason))
    if problems := readiness.problems(copy):
        raise NotReady(problems)
    if with_event:
        _refuse_event(statement, by)
    scheduled.keep(statement, copy, at=at, by=by, note=reason, with_event=with_event)
    operations.set_stage(statement, "schedule", by=by, reason=_told(at, reason))


@door.change()
def reschedule(statement: Statement, *, by: User, at: dt.datetime, reason: str = "") -> None:
    """Give what is scheduled another hour. Raises NotAllowed, WrongStage, Refusal."""
    _refuse(at)
    operations.check(statement, "reschedule", by, reason)
    scheduled.move(statement, at)
    Scheduled.objects.filter(statement=statement).update(trouble="")
    log.note(statement, "reschedule", by=by, reason=_told(at, reason))


@door.change()
def unschedule(statement: Statement, *, by: User, reason: str = "") -> None:
    """Let nothing become public by itself; an approval of the working copy stands.

    Raises NotAllowed, WrongStage.
    """
    operations.check(statement, "unschedule", by, reason)
    scheduled.drop(statement)
    log.note(statement, "unschedule", by=by, reason=reason)


def publish_due(*, now: dt.datetime) -> Sequence[Outcome]:
    """Publish all whose hour has come, the earliest first, each in a transaction of its own.

    Any number of processes may do so at once: each statement is published once. One that
    cannot be is kept, with the reason, and does not stand in the way of the next.
    """
    keys = Statement.objects.scheduled().filter(publish_at__lte=now).values_list("pk", flat=True)
    outcomes = [_attempt(pk, now) for pk in list(keys)]
    return [outcome for outcome in outcomes if outcome]


def _attempt(pk: int, now: dt.datetime) -> Outcome | None:
    """Publish one statement; say what became of it, nothing where another was first."""
    try:
        ref = _publish(pk, now)
    except Refusal as refusal:
        trouble = str(refusal)
    except Exception as error:
        # Whatever it is, the others go out; its text may hold words of the draft.
        logger.error("A scheduled publication failed: %s.", type(error).__name__)
        trouble = _("The server failed: please tell who runs it.")
    else:
        return Outcome(ref) if ref else None
    held = Scheduled.objects.select_related("statement").filter(statement=pk).first()
    if held is None:
        return None
    if held.trouble != trouble:
        Scheduled.objects.filter(pk=held.pk).update(trouble=trouble)
    return Outcome(held.statement.ref, trouble)


@door.change()
def _publish(pk: int, now: dt.datetime) -> str:
    """Publish what was kept of one statement; return its reference, "" where it is not due."""
    rows = Statement.objects.scheduled().filter(pk=pk, publish_at__lte=now)
    statement = rows.select_for_update(of=("self",)).first()
    if statement is None:
        return ""
    held = Scheduled.objects.get(statement=statement)
    held.statement = statement
    _publish_event(held)
    record = scheduled.record_of(held, on=now.date())
    live = scheduled.live_of(held, record)
    operations.go_public(statement, record, live, by=held.by, reason=held.note)
    return str(statement.ref)


def _publish_event(held: Scheduled) -> None:
    for chosen in gatherings.unpublished(scheduled.draft_event(held)):
        noun = locked(chosen)
        gatherings.go_public(noun, noun, by=held.by)


def _refuse_event(statement: Statement, by: User) -> None:
    chosen = gatherings.unpublished(statement.event)
    if not all(gatherings.may_publish(noun, by) for noun in chosen):
        raise NotAllowed(_("You may not publish the event: leave it out, or ask a publisher."))


def _refuse(at: dt.datetime) -> None:
    now = timezone.now()
    if at <= now:
        raise Refusal(_("This time has gone by: publish it now, or choose a later one."))
    if at - now > FARTHEST:
        raise Refusal(_("This is more than two years ahead: please look at the year."))


def _told(at: dt.datetime, reason: str) -> str:
    """Say the hour with the reason, for those who read what was done."""
    hour = _("For %(at)s UTC.") % {"at": f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M}"}
    return f"{hour} {reason}".strip()
