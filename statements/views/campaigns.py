"""Campaigns: the list, and what each has gathered."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from statements.catalogue.records import Campaign
from statements.catalogue.selection import Value
from statements.templatetags import on_record
from statements.views import lists, portraits
from statements.views.entries import Entry
from statements.views.portraits import Portrait, Question


class CampaignList(lists.RecordList):
    kind = "campaign"
    section = "campaigns"
    template_name = "statements/campaign_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"entries": gathered(context["entries"])}


class CampaignDetail(Portrait):
    kind = "campaign"
    section = "campaigns"
    template_name = "statements/campaign_detail.html"

    def questions(self, record: Campaign) -> Iterable[Question]:
        campaign = Value(record.ref, record.slug, record.title)
        return (
            Question(
                _("What was asked"),
                portraits.asks(campaign=campaign),
                _("No recommendation is gathered here yet."),
            ),
            Question(
                _("What was promised"),
                portraits.commitments(campaign=campaign),
                _("No promise is gathered here yet."),
            ),
            Question(
                _("Where it was said"),
                portraits.of("statement", campaign=campaign),
                _("No statement is gathered here yet."),
            ),
        )


def gathered(shown: Sequence[Entry]) -> list[Any]:
    """Return each campaign with how many recommendations and statements it has gathered."""
    kinds = ("recommendation", "statement")
    return lists.with_tallies(shown, "campaign", kinds, said=_tally)


def _tally(recommendations: int, statements: int) -> str:
    return on_record.tally(recommendations=recommendations, statements=statements)
