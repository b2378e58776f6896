"""Show a statement as the public would read it, to staff and by links that end."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _

from statements.catalogue import records
from statements.catalogue.records import AnyRecord
from statements.choices import Public
from statements.models import Event, PreviewLink, Publication, Scheduled, Statement, User
from statements.workflow import door
from statements.workflow.coming import scheduled
from statements.workflow.errors import NotAllowed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.records import compile, copies, lives
from statements.workflow.records.copies import Copy, Part
from statements.workflow.stages import may_edit

LASTS = dt.timedelta(days=14)
_signer = signing.Signer(salt="statements.preview")


class Unknown(LookupError):
    """No such link was ever made."""


class Ended(LookupError):
    """The link was good once; `statement` is what it showed."""

    def __init__(self, statement: Statement) -> None:
        super().__init__(statement.ref)
        self.statement = statement


@dataclass(frozen=True, slots=True)
class Preview:
    """What the public would read, and what would become public with it.

    `left_out` counts the recommendations that cannot be shown, `is_scheduled` tells whether it is
    what waits for its hour and not the working copy.
    """

    record: records.Statement
    live: records.Live
    beside: tuple[AnyRecord, ...]
    left_out: int
    is_scheduled: bool


def of(statement: Statement, *, on: dt.date, of_scheduled: bool) -> Preview:
    """Return what waits for its hour, or where nothing does or another was asked, the working copy.

    Withheld words are in neither. Raises Refusal where nobody can tell where they stand.
    """
    held = Scheduled.objects.filter(statement=statement).first() if of_scheduled else None
    if held is not None:
        held.statement = statement
        at = statement.publish_at
        record = scheduled.record_of(held, on=max(on, at.date()) if at else on)
        if event := scheduled.draft_event(held):
            record = scheduled.of_event(record, event.ref)
        live = scheduled.live_of(held, record)
        return Preview(record, live, _beside(record, live), 0, is_scheduled=True)
    copy = copies.of(Statement.objects.get(pk=statement.pk))
    if copy.withheld.lost:
        raise Refusal(
            _("Withheld words were changed in the text: say first which words are meant now.")
        )
    kept = replace(
        copy,
        parts=tuple(part for part in copy.parts if _is_shown(part, copy)),
        citations=tuple(one for one in copy.citations if not one.passage.orphaned),
    )
    record = _with_event(statement, compile.copied(kept))
    live = lives.of(kept)
    left_out = len(copy.parts) - len(record.recommendations)
    return Preview(record, live, _beside(record, live), left_out, is_scheduled=False)


def may_share(statement: Statement, by: User) -> bool:
    """Tell whether a person may let others read a statement before it is public."""
    return may_edit(statement, by) and not statement.is_public_as_it_stands()


@transaction.atomic
def share(statement: Statement, *, by: User, for_whom: str, now: dt.datetime) -> PreviewLink:
    """Make a link that ends after two weeks. Raises NotAllowed, Refusal."""
    held = locked(statement)
    if not may_edit(held, by):
        raise NotAllowed(_("You may not let others read this statement."))
    if held.is_public_as_it_stands():
        raise Refusal(_("The public reads it as it stands: send its public address."))
    link = PreviewLink.objects.create(
        statement=held, for_whom=for_whom, by=by, made_at=now, until=now + LASTS
    )
    log.note(held, "share", by=by, reason=for_whom)
    return link


@transaction.atomic
def revoke(link: PreviewLink, *, by: User, now: dt.datetime) -> None:
    """End a link at once. Raises NotAllowed."""
    held = locked(link.statement)
    if not may_edit(held, by) and link.by_id != by.pk:
        raise NotAllowed(_("You may not end this link."))
    open_ones = PreviewLink.objects.filter(pk=link.pk, revoked_at=None)
    if open_ones.update(revoked_at=now, revoked_by=by):
        log.note(held, "unshare", by=by, reason=link.for_whom)


def token(link: PreviewLink) -> str:
    """Return what stands in the address of a link: nobody can make it up."""
    return _signer.sign(link.ref).replace(":", "~")


def opened(token: str, *, now: dt.datetime) -> PreviewLink:
    """Return the link of a token. Raises Unknown, and Ended for one that is over."""
    try:
        ref = _signer.unsign(token.replace("~", ":"))
    except signing.BadSignature as bad:
        raise Unknown from bad
    link = PreviewLink.objects.filter(ref=ref).select_related("statement").first()
    if link is None:
        raise Unknown
    if end(link, now=now, published_at=published_at(link.statement)):
        raise Ended(link.statement)
    return link


class End(Enum):
    """What a link ended by."""

    REVOKED = auto()
    PUBLISHED = auto()
    TOO_OLD = auto()


def end(link: PreviewLink, *, now: dt.datetime, published_at: dt.datetime | None) -> End | None:
    """Return what ended a link, None while it is good; its statement was last published then."""
    if link.revoked_at is not None:
        return End.REVOKED
    if published_at is not None and published_at >= link.made_at:
        return End.PUBLISHED
    return End.TOO_OLD if link.until <= now else None


def published_at(statement: Statement) -> dt.datetime | None:
    """Return when a statement was last published, if it ever was."""
    published = Publication.objects.about("statement", statement.ref)
    return published.values_list("at", flat=True).first()


def _is_shown(part: Part, copy: Copy) -> bool:
    """Tell whether the words of a recommendation stand in what the public would read."""
    shown = copy.shown()
    held = [one for one in (part.noun.passage, part.noun.lead_in) if one]
    return not any(one.orphaned or shown.overlaps(one.start, one.end) for one in held)


def _with_event(statement: Statement, record: records.Statement) -> records.Statement:
    """Return the record as it would be if a draft event were published with it, as is usual."""
    event = statement.event
    if event is None or event.public != Public.NEVER:
        return record
    return scheduled.of_event(record, event.ref)


def _beside(record: records.Statement, live: records.Live) -> tuple[AnyRecord, ...]:
    """Return what would become public along with a record."""
    drafts = Event.objects.filter(ref=record.event, public=Public.NEVER)
    return (
        record,
        *door.unpublished("actor", _actors(record)),
        *door.unpublished("instrument", record.instruments),
        *door.unpublished("term", live.tags),
        *(each for event in drafts for each in _with_series(event)),
    )


def _with_series(event: Event) -> Iterator[AnyRecord]:
    """Yield a draft event as it would be public, after its series where that is a draft too."""
    compiled, series = compile.event(event), event.series
    if series is not None and series.public == Public.NEVER:
        yield compile.series(series)
        compiled = replace(compiled, series=series.ref)
    yield compiled


def _actors(record: records.Statement) -> Iterator[str]:
    voices = [voice.actor for voice in record.voices if voice.actor]
    yield from voices
    for one in record.recommendations:
        yield from (to.actor for to in one.addressees)
