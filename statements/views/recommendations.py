"""Recommendations: the list, and each on its own with what it stands in."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from statements.catalogue import store, vocabulary
from statements.catalogue.records import AnyRecord, Live, Recommendation
from statements.catalogue.store import Entry
from statements.catalogue.vocabulary import Key
from statements.citing.works import Work
from statements.text.characters import on_one_line
from statements.views import citations, entries, likeness, names
from statements.views.lists import RecordList
from statements.views.metadata import texts
from statements.views.metadata.metadata import Metadata
from statements.views.names import Names
from statements.views.pages import Page
from statements.views.text_entries import short_form


class RecommendationList(RecordList):
    kind = "recommendation"
    section = "recommendations"
    template_name = "statements/recommendation_list.html"


class RecommendationDetail(Page):
    section = "recommendations"
    template_name = "statements/recommendation_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry = store.get("recommendation", self.kwargs["slug"])
        context = shown(entry, likeness.recommendations(entry))
        work = _work(entry.record, context["names"])
        cited = citations.cited(work) if work else []
        return super().get_context_data(
            cited=cited, work=work, live=entry.live, **context, **kwargs
        )

    def metadata(self, context: dict[str, Any]) -> Metadata:
        held = (context[name] for name in ("recommendation", "live", "work", "names", "path"))
        return texts.recommendation(*held)


def _work(one: Recommendation, names: Names) -> Work | None:
    """Return what is cited of it: words of its statement, where that is public."""
    statement = store.one("statement", one.statement)
    if statement is None:
        return None
    return citations.of_recommendation(one, statement, store.one("event", one.event), names)


def shown(
    entry: Entry[Recommendation], alike: Sequence[Any] = (), beside: Iterable[AnyRecord] = ()
) -> dict[str, Any]:
    """Return what the page of one shows; `beside` are what it names, not public yet."""
    one = entry.record
    names = Names([*keys(one, entry.live), *entries.keys("recommendation", alike)], beside)
    return {
        "recommendation": one,
        "names": names,
        "named": vocabulary.short_form(one)[0] or on_one_line(one.passage.exact),
        "short_form": short_form(names.reader, one),
        "askers": [(voice, names.voice(voice)) for voice in one.askers],
        "asked": names.asked(one.addressees, one.addressed_as),
        "statement": names.one("statement", one.statement),
        "event": names.one("event", one.event),
        "countries": names.terms("country", one.countries),
        "themes": names.terms("theme", one.themes),
        "groups": names.terms("group", one.groups),
        "forms": names.terms("form", one.forms),
        "instruments": names.instruments(one.instruments),
        "tags": names.terms("tag", entry.live.tags),
        "campaigns": names.campaigns(entry.live),
        "alike": entries.entries("recommendation", alike, names),
    }


def keys(recommendation: Recommendation, live: Live) -> Iterator[Key]:
    """Yield the keys of all names on a recommendation's page."""
    yield from names.of_actors((*recommendation.askers, *recommendation.addressees))
    yield from names.of_terms("country", recommendation.countries)
    yield from names.of_terms("theme", recommendation.themes)
    yield from names.of_terms("tag", live.tags)
    yield from (("campaign", ref) for ref in live.campaigns)
    yield from (("instrument", ref) for ref in recommendation.instruments)
    yield "statement", recommendation.statement
    if recommendation.event:
        yield "event", recommendation.event
