"""Actors: the list, and what each asked, promised and was asked. States are countries."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements import choices
from statements.catalogue import parts, store, vocabulary
from statements.catalogue.records import Actor
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import Key
from statements.views import lists, names, portraits
from statements.views.portraits import (
    Answers,
    Breakdown,
    Picture,
    Portrait,
    Question,
    summaries,
    together,
)


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

    def questions(self, record: Actor) -> Iterator[Question]:
        who, actor = _who(record), _value(record)
        yield Question(
            title=_("What it asked"),
            selection=portraits.asks(by=who),
            nothing=_("Nothing that it asked is on record yet."),
            telling="whom",
        )
        yield Question(
            title=_("What it promised"),
            selection=portraits.commitments(by=who),
            nothing=_("No promise of its own is on record yet."),
            telling="whom",
        )
        yield Question(
            title=_("What was asked of it"),
            selection=portraits.asks(to=who),
            nothing=_("Nothing that was asked of it by name is on record yet."),
            telling="who",
        )
        yield Question(
            title=_("Heard or asked in"),
            selection=portraits.of("statement", actor=actor),
            nothing=_("No statement is on record yet."),
        )
        yield Question(
            title=_("Host or participant of"),
            selection=portraits.of("event", actor=actor),
            nothing="",
            beside=True,
        )

    def breakdowns(self, record: Actor) -> Iterator[Breakdown]:
        who = _who(record)
        asked, was_asked = portraits.asks(by=who), portraits.asks(to=who)
        said = portraits.of("statement", by=who)
        yield Breakdown(_("Whom it asks"), asked, "to")
        yield Breakdown(_("Themes of what it asked"), asked, "theme")
        yield Breakdown(_("Who asks it"), was_asked, "by")
        yield Breakdown(_("Themes of what was asked of it"), was_asked, "theme")
        yield Breakdown(_("Instruments cited"), said, "instrument", most=4)
        yield from together.company(who, f"actor={record.slug}")

    def pictures(self, record: Actor) -> Iterator[Picture]:
        yield "statements-over-time", portraits.of("statement", actor=_value(record))
        yield "recommendations-by-asker", portraits.asks(to=_who(record))

    def keys(self, record: Actor) -> Iterator[Key]:
        yield from names.of_terms("country", [record.country] if record.country else [])
        if record.parent:
            yield "actor", record.parent

    def facts(self, record: Actor, answers: Answers) -> dict[str, Any]:
        who, actor = _who(record), _value(record)
        asked, promised, was_asked = [section.total for section in answers.sections[:3]]
        spoke = summaries.spoke(who.label, portraits.of("statement", by=who))
        heard = summaries.heard_or_asked(actor.label, portraits.of("statement", actor=actor))
        return {
            "name": actor.label,
            "country": answers.names.country(record.country),
            "parent": answers.names.actor(record.parent),
            "summary": summaries.joined(
                [
                    spoke or heard,
                    summaries.asked(asked),
                    summaries.promised(promised),
                    summaries.asked_of(actor.label, was_asked),
                ]
            ),
        }


def _value(record: Actor) -> Value:
    return Value(record.ref, record.slug, vocabulary.label_of_record(record).title)


def _who(record: Actor) -> Value:
    """Return the actor as one who asks or is asked."""
    return replace(_value(record), filed=parts.who(record.ref))


def _heard(statements: int) -> str:
    words = ngettext(
        "heard or asked in %(n)s statement", "heard or asked in %(n)s statements", statements
    )
    return words % {"n": statements} if statements else ""
