"""Campaigns: the list, and what each has gathered."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from statements.catalogue.records import Campaign
from statements.catalogue.selection import Value
from statements.templatetags import on_record
from statements.views import lists, portraits
from statements.views.entries import Entry
from statements.views.portraits import (
    Answers,
    Breakdown,
    Picture,
    Portrait,
    Question,
    gathered,
    progress,
)


class CampaignList(lists.RecordList):
    kind = "campaign"
    section = "campaigns"
    template_name = "statements/campaign_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"entries": with_tallies(context["entries"])}


class CampaignDetail(Portrait):
    kind = "campaign"
    section = "campaigns"
    template_name = "statements/campaign_detail.html"

    def questions(self, record: Campaign) -> Iterable[Question]:
        return gathered.questions(campaign=_value(record))

    def breakdowns(self, record: Campaign) -> Iterable[Breakdown]:
        return gathered.breakdowns(campaign=_value(record))

    def facts(self, record: Campaign, answers: Answers) -> dict[str, Any]:
        campaign = _value(record)
        return {
            "progress": progress.table(answers.names.vocabulary, campaign=campaign),
            **gathered.facts(answers, campaign=campaign),
        }

    def pictures(self, record: Campaign) -> Iterator[Picture]:
        asked = portraits.asks(campaign=_value(record))
        yield "recommendations-by-addressee", asked
        yield "recommendations-by-theme", asked


def _value(record: Campaign) -> Value:
    return Value(record.ref, record.slug, record.title)


def with_tallies(shown: Sequence[Entry]) -> list[Any]:
    """Return each campaign with how many recommendations and statements it has gathered."""
    kinds = ("recommendation", "statement")
    return lists.with_tallies(shown, "campaign", kinds, said=_tally)


def _tally(recommendations: int, statements: int) -> str:
    return on_record.tally(recommendations=recommendations, statements=statements)
