"""Events: the list, and what was said and asked at each."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from statements.catalogue.records import Event
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import Key
from statements.templatetags import on_record
from statements.views import lists, names, portraits
from statements.views.names import Names
from statements.views.portraits import Portrait, Question


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
        if record.host:
            yield "actor", record.host

    def facts(self, record: Event, names: Names) -> dict[str, Any]:
        return {
            "host": names.actor(record.host),
            "country": names.country(record.country),
            "participants": names.asked(record.participants, ""),
            "themes": names.terms("theme", record.themes),
        }


def _said_there(statements: int) -> str:
    return on_record.tally(statements=statements) if statements else ""
