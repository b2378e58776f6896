"""Events: the list, and what was said and asked at each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from statements.catalogue import select
from statements.catalogue.records import Event
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import Key
from statements.templatetags import drawing, on_record
from statements.templatetags.drawing import escaped
from statements.views import entries, lists, names, portraits, themes
from statements.views.entries import EventEntry
from statements.views.names import Names
from statements.views.portraits import (
    POOL,
    Answers,
    Breakdown,
    Picture,
    Portrait,
    Question,
    series,
    summaries,
)

# So much of what was asked at an event is on its page.
MOST_ASKED = 8


class EventList(lists.RecordList):
    kind = "event"
    section = "events"
    template_name = "statements/event_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        said = lists.with_tallies(context["entries"], "event", ["statement"], said=_said_there)
        return context | {"entries": said} | series.head(self.selection)


class EventDetail(Portrait):
    kind = "event"
    section = "events"
    template_name = "statements/event_detail.html"

    def found(self) -> Any:
        record = super().found()
        self.fellows = series.around(record)
        return record

    def questions(self, record: Event) -> Iterator[Question]:
        event = _value(record)
        yield Question(
            title=_("Who spoke"),
            selection=portraits.of("statement", event=event),
            nothing=_("No statement made here is on record yet."),
        )
        yield Question(
            title=_("Who asked what of whom"),
            selection=portraits.asks(event=event),
            nothing=_("Nothing that was asked here is on record yet."),
            size=MOST_ASKED,
            pool=POOL,
            pick=themes.strongest,
        )
        yield Question(
            title=_("What was promised"),
            selection=portraits.commitments(event=event),
            nothing=_("No promise made here is on record yet."),
        )
        if before := series.before(record, self.fellows):
            yield Question(
                title=_("What the one before asked"),
                note=before.title,
                selection=portraits.asks(event=Value(before.ref, before.slug, before.title)),
                nothing=_("Nothing that was asked at the one before is on record yet."),
                pool=POOL,
                pick=themes.strongest,
            )
            yield Question(
                title=_("What the one before promised"),
                note=before.title,
                selection=portraits.commitments(event=Value(before.ref, before.slug, before.title)),
                nothing=_("No promise made at the one before is on record yet."),
            )

    def breakdowns(self, record: Event) -> Iterator[Breakdown]:
        asked = portraits.asks(event=_value(record))
        yield Breakdown(_("By pillar"), asked, "pillar")
        yield Breakdown(_("By theme"), asked, "theme")
        said = portraits.of("statement", event=_value(record))
        yield Breakdown(_("Instruments cited"), said, "instrument", most=4)

    def pictures(self, record: Event) -> Iterator[Picture]:
        yield "who-asks-whom", portraits.asks(event=_value(record))

    def keys(self, record: Event) -> Iterator[Key]:
        yield from names.of_actors(record.participants)
        yield from names.of_terms("theme", record.themes)
        yield from names.of_terms("country", [record.country] if record.country else [])
        yield from entries.keys("event", self.fellows)
        if record.host:
            yield "actor", record.host
        if record.series:
            yield "series", record.series

    def facts(self, record: Event, answers: Answers) -> dict[str, Any]:
        names = answers.names
        said, asked, promised = answers.sections[:3]
        whole = series.selected(record)
        return {
            "host": names.actor(record.host),
            "country": names.country(record.country),
            "participants": names.asked(record.participants, ""),
            "themes": names.terms("theme", record.themes),
            "series": names.one("series", record.series),
            "fellows": list(_fellows(record, self.fellows, names)),
            "has_more": whole is not None and select.total(whole) > len(self.fellows),
            "summary": summaries.joined(
                [
                    summaries.said_here(said.total),
                    summaries.asked(asked.total),
                    summaries.promised(promised.total),
                ]
            ),
            **summaries.who(asked, names),
        }


def _value(record: Event) -> Value:
    return Value(record.ref, record.slug, record.title)


def _fellows(record: Event, cards: Sequence[Any], names: Names) -> Iterator[EventEntry]:
    """Yield the other events of a series; say which came right before, and which right after."""
    place = series.place(record, cards)
    said = {} if place is None else {place - 1: _("The one before"), place + 1: _("The next one")}
    for at, card in enumerate(cards):
        if at != place:
            entry = EventEntry.of(card, names)
            if at in said:
                where = escaped(said[at])
                entry = replace(entry, byline=drawing.dotted(f"<b>{where}</b>", entry.byline))
            yield entry


def _said_there(statements: int) -> str:
    return on_record.tally(statements=statements) if statements else ""
