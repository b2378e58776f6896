"""Events: the list, and what was said and asked at each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from statements.catalogue import select
from statements.catalogue.records import Event
from statements.catalogue.selection import Selection, Value
from statements.catalogue.vocabulary import Key
from statements.templatetags import drawing, on_record
from statements.templatetags.drawing import escaped
from statements.views import entries, lists, names, portraits
from statements.views.entries import EventEntry
from statements.views.names import Names
from statements.views.portraits import Portrait, Question

# So many events of a series are on the page of each; a list has them all.
MOST = 20


class EventList(lists.RecordList):
    kind = "event"
    section = "events"
    template_name = "statements/event_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        said = lists.with_tallies(context["entries"], "event", ["statement"], said=_said_there)
        return context | {"entries": said}


class EventDetail(Portrait):
    kind = "event"
    section = "events"
    template_name = "statements/event_detail.html"

    def found(self) -> Any:
        record = super().found()
        self.series = _series(record)
        self.fellows = select.cards(self.series, size=MOST) if self.series else ()
        return record

    def questions(self, record: Event) -> Iterable[Question]:
        event = Value(record.ref, record.slug, record.title)
        return (
            Question(
                _("What was said"),
                portraits.of("statement", event=event),
                _("No statement made here is on record yet."),
            ),
            Question(
                _("What was asked"),
                portraits.asks(event=event),
                _("Nothing that was asked here is on record yet."),
            ),
            Question(
                _("What was promised"),
                portraits.commitments(event=event),
                _("No promise made here is on record yet."),
            ),
        )

    def keys(self, record: Event) -> Iterator[Key]:
        yield from names.of_actors(record.participants)
        yield from names.of_terms("theme", record.themes)
        yield from names.of_terms("country", [record.country] if record.country else [])
        yield from entries.keys("event", self.fellows)
        if record.host:
            yield "actor", record.host
        if record.series:
            yield "series", record.series

    def facts(self, record: Event, names: Names) -> dict[str, Any]:
        return {
            "host": names.actor(record.host),
            "country": names.country(record.country),
            "participants": names.asked(record.participants, ""),
            "themes": names.terms("theme", record.themes),
            "series": names.one("series", record.series),
            "fellows": list(_fellows(record, self.fellows, names)),
            "has_more": self.series is not None and select.total(self.series) > MOST,
        }


def _series(record: Event) -> Selection | None:
    """Select the events of the series of an event, in order of time."""
    if record.series is None:
        return None
    return replace(portraits.of("event", series=Value(record.series, "", "")), sort="oldest")


def _fellows(record: Event, cards: Sequence[Any], names: Names) -> Iterator[EventEntry]:
    """Yield the other events of a series; say which came right before, and which right after."""
    refs = [card.ref for card in cards]
    place = refs.index(record.ref) if record.ref in refs else -MOST
    said = {place - 1: _("The one before"), place + 1: _("The next one")}
    for at, card in enumerate(cards):
        if at != place:
            entry = EventEntry.of(card, names)
            if at in said:
                where = escaped(said[at])
                entry = replace(entry, byline=drawing.dotted(f"<b>{where}</b>", entry.byline))
            yield entry


def _said_there(statements: int) -> str:
    return on_record.tally(statements=statements) if statements else ""
