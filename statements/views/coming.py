"""What is coming: events from today on, each with what was asked at the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from statements.catalogue import revision, select, store
from statements.catalogue.selection import Selection, Value
from statements.catalogue.vocabulary import Key
from statements.templatetags import drawing
from statements.templatetags.drawing import Drawn
from statements.views import entries, portraits
from statements.views.entries import EventEntry
from statements.views.names import Names
from statements.views.portraits import series
from statements.views.text_entries import StatementEntry

# So many coming events are told, and so many who spoke at the one before.
MOST, SPEAKERS = 3, 3


@dataclass(frozen=True, slots=True)
class Before:
    """The event of the same series right before, what was said there, and how much was asked."""

    card: Any
    statements: Sequence[Any]
    asks: int
    commitments: int


@dataclass(frozen=True, slots=True)
class LastTime(Drawn):
    """The event before, drawn: who spoke there, and how much they asked and promised."""

    path: SafeString
    when: SafeString
    speakers: SafeString
    tally: SafeString


def cards() -> list[tuple[Any, Before | None]]:
    """Return the next events, each with the one before; a few queries for each of a series."""
    coming = Selection(kind="event", since=revision.today().isoformat(), sort="oldest")
    return [(card, _before(card)) for card in select.cards(coming, size=MOST)]


def keys(found: Sequence[tuple[Any, Before | None]]) -> Iterator[Key]:
    """Yield the keys of the names that are needed to draw what was found."""
    for card, before in found:
        yield from entries.keys("event", [card])
        if before:
            yield from entries.keys("event", [before.card])
            yield from entries.keys("statement", before.statements)


def drawn(
    found: Sequence[tuple[Any, Before | None]], names: Names
) -> list[tuple[EventEntry, LastTime | None]]:
    """Return each event as an entry, with what was asked the last time."""
    return [
        (EventEntry.of(card, names), _last_time(before, names) if before else None)
        for card, before in found
    ]


def _before(card: Any) -> Before | None:
    """Return the event right before in the series of an event, if anything was said there."""
    try:
        record = store.get("event", card.slug).record
    except LookupError:  # Withdrawn since its card was read.
        return None
    before = series.before(record, series.earlier(record))
    return _told(before) if before else None


def _told(card: Any) -> Before | None:
    event = Value(card.ref, card.slug, card.title)
    statements = select.cards(portraits.of("statement", event=event), size=SPEAKERS)
    asks, commitments = (
        select.total(one(event=event)) for one in (portraits.asks, portraits.commitments)
    )
    return Before(card, statements, asks, commitments) if statements else None


def _last_time(before: Before, names: Names) -> LastTime:
    event = EventEntry.of(before.card, names)
    said = [StatementEntry.of(card, names) for card in before.statements]
    return LastTime(
        path=event.path,
        when=event.when,
        speakers=drawing.joined(
            drawing.comma(names.reader), *dict.fromkeys(one.speakers for one in said)
        ),
        tally=drawing.tally(names.reader, before.asks, before.commitments, 0, 0),
    )
