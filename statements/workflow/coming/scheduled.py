"""What waits for its hour: kept as it was approved, read without what was withheld since."""

import datetime as dt
from dataclasses import replace

from django.db.models import Min

from statements.catalogue import due, records
from statements.choices import Public, Stage
from statements.models import Event, Scheduled, Statement, User
from statements.workflow.alike.pointing import followed
from statements.workflow.records import compile, copies, lives, past
from statements.workflow.records.copies import Copy
from statements.workflow.withheld import extent, withholding
from statements.workflow.withheld.redacting import redacted


def keep(
    statement: Statement, copy: Copy, *, at: dt.datetime, by: User, note: str, with_event: bool
) -> None:
    """Keep the record of a working copy for its hour, in place of what was kept before."""
    event = statement.event
    record = of_event(compile.copied(copy), event.ref if event else None)
    original = statement.translation_of
    record = replace(record, translation_of=original.ref if original else None)
    Scheduled.objects.filter(statement=statement).delete()
    Scheduled.objects.create(
        statement=statement,
        version=record.version,
        schema=records.SCHEMA,
        record=records.dump(record),
        note=note,
        with_event=with_event,
        by=by,
    )
    move(statement, at)


def move(statement: Statement, at: dt.datetime | None) -> None:
    """Give what is scheduled another hour, or none, and tell the catalogue when the next is.

    Without an hour an approval of the working copy stands.
    """
    statement.publish_at = at
    if at is None and statement.stage == Stage.SCHEDULED:
        statement.stage = Stage.APPROVED
    statement.save(update_fields=["publish_at", "stage"])
    due.tell(Statement.objects.scheduled().aggregate(first=Min("publish_at"))["first"])


def drop(statement: Statement) -> None:
    """Forget what was scheduled of a statement, if anything was."""
    if statement.publish_at is not None:
        Scheduled.objects.filter(statement=statement).delete()
        move(statement, None)


def record_of(held: Scheduled, *, on: dt.date) -> records.Statement:
    """Return what the public would read of it if it were published on that day.

    Words that are withheld by now are taken out, whenever that was.
    """
    statement = held.statement
    record = followed(withholding.kept_for(held))
    live = Event.objects.filter(ref=record.event, public=Public.LIVE).exists()
    record = of_event(record, record.event if live else None)
    if not Statement.objects.ever_public().filter(ref=record.translation_of).exists():
        record = replace(record, translation_of=None)
    told = past.of(statement, today=on)
    changes = told.with_note(past.note_of(statement, held.note))
    record = replace(record, first_published_on=told.began_on, changes=changes)
    return redacted(record, extent.of(statement)).record


def draft_event(held: Scheduled) -> Event | None:
    """Return the event that becomes public along with it, if that was chosen.

    It is the one of the approved version, whatever the working copy has by now.
    """
    if not held.with_event:
        return None
    ref = followed(withholding.kept_for(held)).event
    return Event.objects.filter(ref=ref, public=Public.NEVER).first()


def live_of(held: Scheduled, record: records.Statement) -> records.Live:
    """Return the live part of what is published: the tags of now, of its recommendations alone."""
    copy = copies.of(held.statement)
    public = {one.ref for one in record.recommendations}
    parts = tuple(part for part in copy.parts if part.noun.ref in public)
    return lives.of(replace(copy, parts=parts))


def of_event(record: records.Statement, event: str | None) -> records.Statement:
    """Return a record, and its recommendations, as those of an event or of none."""
    parts = tuple(replace(one, event=event) for one in record.recommendations)
    return replace(record, event=event, recommendations=parts)
