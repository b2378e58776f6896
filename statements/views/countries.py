"""Countries: by region, and what each asked, promised and was asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from statements.catalogue import select, store, vocabulary
from statements.catalogue.records import Term
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import Key, Label, Vocabulary
from statements.views import names, portraits
from statements.views.names import Names
from statements.views.pages import Page
from statements.views.portraits import Portrait, Question


@dataclass(frozen=True, slots=True)
class Region:
    """A region's countries: those on record with their numbers of statements, and the others."""

    title: str
    on_record: list[tuple[Label, int, int]]
    others: list[str]


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
            regions=regions, total=sum(len(region.on_record) for region in regions), **kwargs
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

    def questions(self, record: Term) -> Iterable[Question]:
        name = vocabulary.name_of(record)
        country = Value(record.code, record.code, name)
        named = {"country": name}
        return (
            Question(
                _("What %(country)s asked") % named,
                portraits.asks(by=country),
                _("Nothing that %(country)s asked is on record yet.") % named,
            ),
            Question(
                _("What %(country)s promised") % named,
                portraits.commitments(by=country),
                _("No promise of %(country)s is on record yet.") % named,
            ),
            Question(
                _("What was asked of %(country)s") % named,
                portraits.asks(to=country),
                _("Nothing that was asked of %(country)s by name is on record yet.") % named,
            ),
            Question(
                _("Where %(country)s spoke or was named") % named,
                portraits.of("statement", country=country),
                _("No statement by %(country)s, or that names it, is on record yet.") % named,
            ),
            Question(
                _("Where %(country)s took part") % named,
                portraits.of("event", country=country),
                _("No event there, or that it took part in, is on record yet."),
            ),
        )

    def keys(self, record: Term) -> Iterator[Key]:
        yield from names.of_terms("region", record.broader)

    def facts(self, record: Term, names: Names) -> dict[str, Any]:
        return {
            "name": vocabulary.name_of(record),
            "regions": names.terms("region", record.broader),
        }


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
            others.append(label.title)
    on_record.sort(key=lambda line: (-line[1], -line[2], line[0].title))
    return Region(title, on_record, sorted(others))
