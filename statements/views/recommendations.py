"""Recommendations: the list, and each on its own with what it stands in."""

from collections.abc import Iterator
from typing import Any

from statements.catalogue import store
from statements.catalogue.records import Live, Recommendation
from statements.catalogue.vocabulary import Key
from statements.views import entries, likeness, names
from statements.views.lists import RecordList
from statements.views.names import Names
from statements.views.pages import Page


class RecommendationList(RecordList):
    kind = "recommendation"
    section = "recommendations"
    template_name = "statements/recommendation_list.html"


class RecommendationDetail(Page):
    section = "recommendations"
    template_name = "statements/recommendation_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry = store.get("recommendation", self.kwargs["slug"])
        recommendation = entry.record
        alike = likeness.recommendations(entry)
        names = Names([*keys(recommendation, entry.live), *entries.keys("recommendation", alike)])
        return super().get_context_data(
            recommendation=recommendation,
            askers=[(voice, names.voice(voice)) for voice in recommendation.askers],
            asked=names.asked(recommendation.addressees, recommendation.addressed_as),
            statement=names.one("statement", recommendation.statement),
            event=names.one("event", recommendation.event),
            countries=names.terms("country", recommendation.countries),
            themes=names.terms("theme", recommendation.themes),
            groups=names.terms("group", recommendation.groups),
            forms=names.terms("form", recommendation.forms),
            instruments=names.instruments(recommendation.instruments),
            tags=names.terms("tag", entry.live.tags),
            campaigns=names.campaigns(entry.live),
            alike=entries.entries("recommendation", alike, names),
            **kwargs,
        )


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
