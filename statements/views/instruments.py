"""Instruments: the list, and where each treaty, resolution or law is cited."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.catalogue.records import Instrument
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import label_of_instrument
from statements.views import lists, portraits
from statements.views.portraits import (
    POOL,
    Answers,
    Breakdown,
    Portrait,
    Question,
    citing,
    summaries,
)


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

    def questions(self, record: Instrument) -> Iterator[Question]:
        instrument = _value(record)
        yield Question(
            title=_("Who cites it, and in which words"),
            selection=portraits.of("statement", instrument=instrument),
            nothing=_("No statement that cites it is on record yet."),
        )
        yield Question(
            title=_("What was asked where it is cited"),
            selection=portraits.asks(instrument=instrument),
            nothing=_("Nothing that was asked where it is cited is on record yet."),
            pool=POOL,
        )
        yield Question(
            title=_("What was promised where it is cited"),
            selection=portraits.commitments(instrument=instrument),
            nothing=_("No promise is on record yet."),
        )

    def breakdowns(self, record: Instrument) -> Iterator[Breakdown]:
        citing = portraits.of("statement", instrument=_value(record))
        asked = portraits.asks(instrument=_value(record))
        yield Breakdown(_("Who cites it"), citing, "by")
        yield Breakdown(_("By year"), citing, "year")
        yield Breakdown(_("Themes of what was asked"), asked, "theme")
        yield Breakdown(_("Cited together with"), citing, "instrument", frozenset({record.ref}))

    def facts(self, record: Instrument, answers: Answers) -> dict[str, Any]:
        _said, asked, promised = answers.sections
        return {
            "name": label_of_instrument(record).title,
            "summary": summaries.joined(
                [
                    summaries.cited(portraits.of("statement", instrument=_value(record))),
                    summaries.asked(asked.total),
                    summaries.promised(promised.total),
                ]
            ),
            **summaries.who(asked, answers.names),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        for section in context["sections"][:1]:
            cited = citing.quoted(section, context["record"].ref)
            context["sections"] = [cited, *context["sections"][1:]]
        return context


def _value(record: Instrument) -> Value:
    return Value(record.ref, record.slug, label_of_instrument(record).title)


def _cited(statements: int) -> str:
    words = ngettext("cited in %(n)s statement", "cited in %(n)s statements", statements)
    return words % {"n": statements} if statements else ""
