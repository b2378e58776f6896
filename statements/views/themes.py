"""Themes: the tree, and what was asked, promised and said about each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from statements import charts
from statements.catalogue import select, store, vocabulary
from statements.catalogue.records import Term
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import Key, Label
from statements.views import names, portraits
from statements.views.pages import Page
from statements.views.portraits import (
    POOL,
    Answers,
    Breakdown,
    Picture,
    Portrait,
    Question,
    summaries,
)


@dataclass(frozen=True, slots=True)
class Branch:
    """A theme, how much is filed under it, and the themes under it."""

    theme: Label
    recommendations: int
    statements: int
    narrower: tuple["Branch", ...]


class ThemeList(Page):
    section = "themes"
    template_name = "statements/theme_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        recommendations, statements = (
            select.counted(kind, ["theme"]).get("theme", {})
            for kind in ("recommendation", "statement")
        )
        known = vocabulary.current()
        branches = tree(known.terms("theme"), recommendations, statements)
        figures = charts.drawn(known, ("recommendations-by-theme", portraits.asks()))
        return super().get_context_data(branches=branches, figures=figures, **kwargs)


class ThemeDetail(Portrait):
    section = "themes"
    template_name = "statements/theme_detail.html"

    def found(self) -> Any:
        return store.get("term", f"theme/{self.kwargs['slug']}").record

    def questions(self, record: Term) -> Iterator[Question]:
        theme = _value(record)
        yield Question(
            title=_("What was asked, strongest words first"),
            selection=portraits.asks(theme=theme),
            nothing=_("Nothing that was asked about it is on record yet."),
            pool=POOL,
            pick=strongest,
        )
        yield Question(
            title=_("What was promised"),
            selection=portraits.commitments(theme=theme),
            nothing=_("No promise about it is on record yet."),
        )
        yield Question(
            title=_("Where it was spoken of"),
            selection=portraits.of("statement", theme=theme),
            nothing=_("No statement about it is on record yet."),
        )

    def breakdowns(self, record: Term) -> Iterator[Breakdown]:
        asked = portraits.asks(theme=_value(record))
        terms = vocabulary.terms("theme")
        under = {term.code for term in terms if record.code in term.broader}
        relatives = frozenset({record.code, *record.broader, *under})
        yield Breakdown(_("By pillar"), asked, "pillar")
        yield Breakdown(_("Who asks"), asked, "by")
        yield Breakdown(_("Who is asked"), asked, "to")
        yield Breakdown(_("Asked together with"), asked, "theme", relatives)
        yield Breakdown(_("By year"), asked, "year")

    def pictures(self, record: Term) -> Iterator[Picture]:
        theme = _value(record)
        yield "statements-over-time", portraits.of("statement", theme=theme)
        yield "recommendations-by-addressee", portraits.asks(theme=theme)

    def keys(self, record: Term) -> Iterator[Key]:
        yield from names.of_terms("theme", record.broader)

    def facts(self, record: Term, answers: Answers) -> dict[str, Any]:
        terms = answers.names.vocabulary.terms("theme")
        narrower = [term.code for term in terms if record.code in term.broader]
        counts = select.counted("recommendation", ["theme"]).get("theme", {})
        asked, promised, _said = answers.sections
        return {
            "name": vocabulary.name_of(record),
            "broader": answers.names.terms("theme", reversed(record.broader)),
            "narrower": [
                (label, counts.get(label.code, 0))
                for label in answers.names.terms("theme", narrower)
            ],
            "summary": summaries.joined(
                [
                    summaries.heard(portraits.of("statement", theme=_value(record))),
                    summaries.asked(asked.total),
                    summaries.promised(promised.total),
                ]
            ),
            **summaries.who(asked, answers.names),
        }


def strongest(cards: Sequence[Any]) -> Sequence[Any]:
    """Return recommendations by the strength of their words, those as strong as they came."""
    return sorted(cards, key=lambda card: -(card.strength or 0))


def _value(record: Term) -> Value:
    return Value(record.code, record.code, vocabulary.name_of(record))


def tree(
    terms: Iterable[Any],
    recommendations: Mapping[str, int],
    statements: Mapping[str, int],
    above: str = "",
) -> tuple[Branch, ...]:
    """Return the themes right under `above`, each with its own branches, in their order."""
    held = list(terms)
    return tuple(
        Branch(
            theme=vocabulary.label_of(term),
            recommendations=recommendations.get(term.code, 0),
            statements=statements.get(term.code, 0),
            narrower=tree(held, recommendations, statements, term.code),
        )
        for term in held
        if (term.broader[0] if term.broader else "") == above
    )
