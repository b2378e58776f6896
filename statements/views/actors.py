"""Actors: the list, and what each asked, promised and was asked. States are countries."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements import choices
from statements.catalogue import store
from statements.catalogue.records import Actor
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import Key
from statements.views import lists, names, portraits
from statements.views.names import Names
from statements.views.portraits import Portrait, Question


class ActorList(lists.RecordList):
    kind = "actor"
    section = "actors"
    template_name = "statements/actor_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        heard = lists.with_tallies(context["entries"], "actor", ["statement"], said=_heard)
        return context | {"entries": heard}


class ActorDetail(Portrait):
    kind = "actor"
    section = "actors"
    template_name = "statements/actor_detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        self.record = store.get("actor", self.kwargs["slug"]).record
        if self.record.kind == choices.ActorKind.STATE and self.record.country:
            return redirect("country-detail", self.record.country, permanent=True)
        return super().get(request, *args, **kwargs)

    def found(self) -> Any:
        return self.record

    def questions(self, record: Actor) -> Iterable[Question]:
        actor = Value(record.ref, record.slug, record.name)
        named = {"actor": record.short_name or record.name}
        return (
            Question(
                _("What %(actor)s asked, or was asked") % named,
                portraits.asks(actor=actor),
                _("Nothing that %(actor)s asked or was asked is on record yet.") % named,
            ),
            Question(
                _("What %(actor)s promised, or was promised") % named,
                portraits.commitments(actor=actor),
                _("No promise is on record yet."),
            ),
            Question(
                _("Where %(actor)s was heard or asked") % named,
                portraits.of("statement", actor=actor),
                _("No statement is on record yet."),
            ),
            Question(
                _("Where %(actor)s was host or took part") % named,
                portraits.of("event", actor=actor),
                _("No event is on record yet."),
            ),
        )

    def keys(self, record: Actor) -> Iterator[Key]:
        yield from names.of_terms("country", [record.country] if record.country else [])
        if record.parent:
            yield "actor", record.parent

    def facts(self, record: Actor, names: Names) -> dict[str, Any]:
        return {"country": names.country(record.country), "parent": names.actor(record.parent)}


def _heard(statements: int) -> str:
    words = ngettext(
        "heard or asked in %(n)s statement", "heard or asked in %(n)s statements", statements
    )
    return words % {"n": statements} if statements else ""
