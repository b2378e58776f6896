"""Events of one series: which stand around an event, and what is above the list of them all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import ngettext

from statements.catalogue import select, store
from statements.catalogue.records import Event
from statements.catalogue.selection import Selection, Value
from statements.views.portraits import summaries
from statements.views.portraits.questions import asks, commitments, of

# Of so many events of a series it is counted what was asked and promised there.
MOST = 60
# So many before an event are at hand, and so many after it; a list has them all.
AROUND = 10


def selected(record: Event) -> Selection | None:
    """Select the events of the series of an event, in order of time."""
    if record.series is None:
        return None
    return replace(of("event", series=Value(record.series, "", "")), sort="oldest")


def earlier(record: Event) -> Sequence[Any]:
    """Return the cards of a series up to an event, and its own, in order of time."""
    selection = selected(record)
    if selection is None or record.date is None:
        return ()
    until = replace(selection, until=record.date.on.isoformat(), sort="newest")
    # Those of one day keep the order that every list has.
    return sorted(select.cards(until, size=AROUND), key=_day)


def around(record: Event) -> Sequence[Any]:
    """Return the cards of a series around an event, and its own, in order of time."""
    selection = selected(record)
    if selection is None:
        return ()
    if record.date is None:
        return select.cards(selection, size=2 * AROUND)
    later = select.cards(replace(selection, since=record.date.on.isoformat()), size=AROUND)
    cards = {card.ref: card for card in (*earlier(record), *later)}
    return sorted(cards.values(), key=_day)


def place(record: Event, cards: Sequence[Any]) -> int | None:
    """Return the place of an event among cards of its series."""
    refs = [card.ref for card in cards]
    return refs.index(record.ref) if record.ref in refs else None


def before(record: Event, cards: Sequence[Any]) -> Any:
    """Return the card of the one right before an event among cards of its series, or None."""
    at = place(record, cards)
    return cards[at - 1] if at else None


def _day(card: Any) -> Any:
    return card.date.on


def head(selection: Selection) -> dict[str, Any]:
    """Return the series and its summary where a list of events is of one series and no more."""
    chosen = selection.values.get("series", ())
    if len(chosen) != 1 or len(selection.values) > 1 or selection.q:
        return {}
    held = store.held("series", [chosen[0].filed])
    cards = select.cards(of("event", series=chosen[0]), size=MOST)
    events = [Value(card.ref, card.slug, card.title) for card in cards]
    if not (held and events):
        return {}
    whole = of("event", series=chosen[0])
    counted = [_held(whole, select.total(whole))]
    if select.total(whole) <= MOST:
        counted += [
            summaries.asked(select.total(asks(event=events))),
            summaries.promised(select.total(commitments(event=events))),
        ]
    return {"series": held[chosen[0].filed], "summary": summaries.joined(counted)}


def _held(selection: Selection, n: int) -> str:
    words = ngettext("%(n)s event (%(years)s).", "%(n)s events (%(years)s).", n)
    return words % {"n": summaries.written(n), "years": summaries.years(selection)}
