"""What was said right before and right after a statement, by the same actor or on the same theme.

Or at the events of the same series. A translation is no neighbour of any statement: it is there
where its original is.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from statements import choices
from statements.catalogue import filters, parts, select
from statements.catalogue.records import Event, Statement, Voice
from statements.catalogue.selection import Selection, Value
from statements.catalogue.store import Entry
from statements.catalogue.vocabulary import Key, Label
from statements.templatetags import dates, drawing
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.views import portraits
from statements.views.names import Names

# Of the events of a series so many before a statement's own are looked at, and so many after it.
EVENTS = 20
EARLIER = gettext_noop("Earlier: %(statement)s, %(when)s")
LATER = gettext_noop("Later: %(statement)s, %(when)s")


@dataclass(frozen=True, slots=True)
class Found:
    """The cards before and after a statement among those with one value of a parameter.

    `key` is that of the value's name.
    """

    parameter: str
    key: Key
    earlier: Any
    later: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighboursEntry(Drawn):
    """What was said before and after a statement, below what the three have in common."""

    template: ClassVar[str] = "includes/neighbours_entry.html"
    parameter: SafeString
    title: SafeString
    earlier: SafeString
    later: SafeString

    @classmethod
    def of(cls, found: Found, label: Label, reader: str) -> Self:
        return cls(
            parameter=escaped(str(filters.BY_NAME[found.parameter].label)),
            title=drawing.link(reader, label),
            earlier=_line(reader, EARLIER, found.earlier),
            later=_line(reader, LATER, found.later),
        )


def of(entry: Entry[Statement], event: Event | None) -> Sequence[Found]:
    """Return what stands around a statement that was made at an event, if it has a date."""
    statement = entry.record
    if statement.date is None:
        return ()
    shared = list(_shared(statement, event))
    selections = [selection for _parameter, _key, selection in shared]
    without = select.carrying("statement", "is_translation", "yes")
    if statement.translation_of:
        without |= select.numbered("statement", statement.translation_of)
    pairs = select.neighbours("statement", entry.number, statement.date.on, selections, without)
    return [
        Found(parameter, key, earlier, later)
        for (parameter, key, _selection), (earlier, later) in zip(shared, pairs, strict=True)
        if earlier or later
    ]


def entries(several: Sequence[Found], names: Names) -> list[NeighboursEntry]:
    """Return what was found below its name; without what has none any more."""
    drawn = []
    for found in several:
        kind, ref = found.key
        labels = names.terms(kind, [ref]) if kind == "theme" else [names.one(kind, ref)]
        drawn += [NeighboursEntry.of(found, label, names.reader) for label in labels if label]
    return drawn


def keys(several: Sequence[Found]) -> Iterator[Key]:
    """Yield the keys of what was found; themes need none."""
    yield from (found.key for found in several if found.key[0] != "theme")


def _shared(statement: Statement, event: Event | None) -> Iterator[tuple[str, Key, Selection]]:
    """Yield what a statement may share with others: parameter, key of its name, what carries it."""
    if voice := _speaker(statement):
        who = parts.who(voice.actor, voice.state)
        yield "by", ("actor", voice.actor or ""), _carrying("by", who)
    if event and event.series and event.date:
        around = _at_events_around(event.date.on, event.series, event.ref)
        yield "series", ("series", event.series), around
    for code in statement.themes[:1]:
        yield "theme", ("theme", code), _carrying("theme", code)


def _speaker(statement: Statement) -> Voice | None:
    """Return the first voice that has an actor: who is spoken for, before who delivers."""
    speaking = [one for one in statement.voices if one.actor and one.capacity in choices.SPEAKING]
    spoken_for = [one for one in speaking if one.capacity == choices.Capacity.ON_BEHALF_OF]
    return next(iter([*spoken_for, *speaking]), None)


def _at_events_around(day: dt.date, series: str, event: str) -> Selection:
    """Select what was said at an event of a day, and at those of its series next to it."""
    fellows = portraits.of("event", series=_value(series))
    before = select.cards(replace(fellows, until=day.isoformat()), size=EVENTS)
    after = select.cards(replace(fellows, since=day.isoformat(), sort="oldest"), size=EVENTS)
    refs = {event, *(card.ref for card in (*before, *after))}
    return portraits.of("statement", event=[_value(ref) for ref in sorted(refs)])


def _carrying(name: str, filed: str) -> Selection:
    return portraits.of("statement", **{name: _value(filed)})


def _value(filed: str) -> Value:
    return Value(filed, filed, filed)


def _line(reader: str, message: str, card: Any) -> SafeString:
    if card is None:
        return NOTHING
    address = drawing.path(reader, "statement", card.slug)
    title = drawing.source(reader, card.title, card.language)
    when = dates.when(reader, card.delivered or card.published)
    return drawing.said(reader, message, statement=f'<a href="{address}">{title}</a>', when=when)
