"""Countries: by region, and what each asked, promised and was asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from statements import charts
from statements.catalogue import select, store, vocabulary
from statements.catalogue.records import Term
from statements.catalogue.selection import Selection, Value
from statements.catalogue.vocabulary import Key, Label, Vocabulary
from statements.views import names, portraits
from statements.views.pages import Page
from statements.views.portraits import (
    Answers,
    Breakdown,
    Picture,
    Portrait,
    Question,
    summaries,
    together,
)


@dataclass(frozen=True, slots=True)
class Region:
    """A region's countries: those on record with their numbers of statements, and the others."""

    title: str
    on_record: list[tuple[Label, int, int]]
    others: list[Label]


class CountryList(Page):
    section = "countries"
    template_name = "statements/country_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        statements = select.counted("statement", ["country"]).get("country", {})
        events = select.counted("event", ["country"]).get("country", {})
        by_region: dict[str, list[Any]] = defaultdict(list)
        known = vocabulary.current()
        for term in known.terms("country"):
            by_region[term.broader[-1] if term.broader else ""].append(term)
        titles = {code: label.title for code, label in known.named("region").items()}
        regions = [
            _region(titles.get(code, _("Elsewhere")), terms, statements, events, known)
            for code, terms in by_region.items()
        ]
        regions.sort(key=lambda region: (not region.on_record, region.title))
        return super().get_context_data(
            regions=regions,
            total=sum(len(region.on_record) for region in regions),
            figures=charts.drawn(known, ("statements-by-country", Selection(kind="statement"))),
            further=charts.drawn(known, ("who-asks-whom", portraits.asks())),
            **kwargs,
        )


class CountryDetail(Portrait):
    section = "countries"
    template_name = "statements/country_detail.html"

    def found(self) -> Any:
        # People write the codes in capitals too.
        record = store.get("term", f"country/{self.kwargs['slug'].lower()}").record
        if record.code != self.kwargs["slug"]:
            raise store.Moved(record.code)
        return record

    def questions(self, record: Term) -> Iterator[Question]:
        country = _value(record)
        named = {"country": country.label}
        yield Question(
            title=_("What %(country)s asked") % named,
            selection=portraits.asks(by=country),
            nothing=_("Nothing that %(country)s asked is on record yet.") % named,
            telling="whom",
        )
        yield Question(
            title=_("What %(country)s promised") % named,
            selection=portraits.commitments(by=country),
            nothing=_("No promise of %(country)s is on record yet.") % named,
            telling="whom",
        )
        yield Question(
            title=_("What was asked of %(country)s") % named,
            selection=portraits.asks(to=country),
            nothing=_("Nothing that was asked of %(country)s by name is on record yet.") % named,
            telling="who",
        )
        yield from together.questions(country)
        yield Question(
            title=_("Where %(country)s spoke or was named") % named,
            selection=portraits.of("statement", country=country),
            nothing=_("No statement by %(country)s, or that names it, is on record yet.") % named,
        )
        yield Question(
            title=_("Events there, or where %(country)s took part") % named,
            selection=portraits.of("event", country=country),
            nothing="",
            beside=True,
        )

    def breakdowns(self, record: Term) -> Iterator[Breakdown]:
        country = _value(record)
        asked, said = portraits.asks(by=country), portraits.of("statement", by=country)
        yield Breakdown(_("Themes of what was asked"), asked, "theme")
        yield Breakdown(_("Who was asked"), asked, "to")
        yield Breakdown(_("Instruments cited"), said, "instrument", most=4)
        yield from together.company(country, f"country={country.given}")

    def pictures(self, record: Term) -> Iterator[Picture]:
        country = _value(record)
        yield "statements-over-time", portraits.of("statement", country=country)
        yield "recommendations-by-asker", portraits.asks(to=country)

    def keys(self, record: Term) -> Iterator[Key]:
        yield from names.of_terms("region", record.broader)

    def facts(self, record: Term, answers: Answers) -> dict[str, Any]:
        country = _value(record)
        asked, promised, was_asked = [section.total for section in answers.sections[:3]]
        return {
            "name": country.label,
            "regions": answers.names.terms("region", record.broader),
            "summary": summaries.joined(
                [
                    summaries.spoke(country.label, portraits.of("statement", by=country)),
                    summaries.asked(asked),
                    summaries.promised(promised),
                    summaries.asked_of(country.label, was_asked),
                ]
            ),
        }


def _value(record: Term) -> Value:
    return Value(record.code, record.code, vocabulary.name_of(record))


def _region(
    title: str, terms: Iterable[Any], statements: Any, events: Any, known: Vocabulary
) -> Region:
    on_record, others = [], []
    for term in terms:
        label = known.named("country")[term.code]
        counts = statements.get(term.code, 0), events.get(term.code, 0)
        if any(counts):
            on_record.append((label, *counts))
        else:
            others.append(label)
    on_record.sort(key=lambda line: (-line[1], -line[2], line[0].title))
    others.sort(key=lambda label: label.title)
    return Region(title, on_record, others)
