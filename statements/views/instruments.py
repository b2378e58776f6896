"""Instruments: the list, and where each treaty, resolution or law is cited."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.catalogue.records import Instrument
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import label_of_instrument
from statements.views import lists, portraits
from statements.views.names import Names
from statements.views.portraits import Portrait, Question


class InstrumentList(lists.RecordList):
    kind = "instrument"
    section = "instruments"
    template_name = "statements/instrument_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        cited = lists.with_tallies(context["entries"], "instrument", ["statement"], said=_cited)
        return context | {"entries": cited}


class InstrumentDetail(Portrait):
    kind = "instrument"
    section = "instruments"
    template_name = "statements/instrument_detail.html"

    def questions(self, record: Instrument) -> Iterable[Question]:
        instrument = Value(record.ref, record.slug, record.name)
        return (
            Question(
                _("What was asked where it is cited"),
                portraits.asks(instrument=instrument),
                _("Nothing that was asked where it is cited is on record yet."),
            ),
            Question(
                _("What was promised where it is cited"),
                portraits.commitments(instrument=instrument),
                _("No promise is on record yet."),
            ),
            Question(
                _("Who cites it"),
                portraits.of("statement", instrument=instrument),
                _("No statement that cites it is on record yet."),
            ),
        )

    def facts(self, record: Instrument, names: Names) -> dict[str, Any]:
        return {"name": label_of_instrument(record).title}


def _cited(statements: int) -> str:
    words = ngettext("cited in %(n)s statement", "cited in %(n)s statements", statements)
    return words % {"n": statements} if statements else ""
