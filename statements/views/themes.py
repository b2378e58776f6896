"""Themes: the tree, and what was asked, promised and said about each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from statements.catalogue import select, store, vocabulary
from statements.catalogue.records import Term
from statements.catalogue.selection import Value
from statements.catalogue.vocabulary import Key, Label
from statements.views import names, portraits
from statements.views.names import Names
from statements.views.pages import Page
from statements.views.portraits import Portrait, Question


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
        branches = tree(vocabulary.terms("theme"), recommendations, statements)
        return super().get_context_data(branches=branches, **kwargs)


class ThemeDetail(Portrait):
    section = "themes"
    template_name = "statements/theme_detail.html"

    def found(self) -> Any:
        return store.get("term", f"theme/{self.kwargs['slug']}").record

    def questions(self, record: Term) -> Iterable[Question]:
        theme = Value(record.code, record.code, vocabulary.name_of(record))
        return (
            Question(
                _("What was asked"),
                portraits.asks(theme=theme),
                _("Nothing that was asked about it is on record yet."),
            ),
            Question(
                _("What was promised"),
                portraits.commitments(theme=theme),
                _("No promise about it is on record yet."),
            ),
            Question(
                _("Where it was spoken of"),
                portraits.of("statement", theme=theme),
                _("No statement about it is on record yet."),
            ),
        )

    def keys(self, record: Term) -> Iterator[Key]:
        yield from names.of_terms("theme", record.broader)

    def facts(self, record: Term, names: Names) -> dict[str, Any]:
        terms = names.vocabulary.terms("theme")
        narrower = [term.code for term in terms if record.code in term.broader]
        counts = select.counted("recommendation", ["theme"]).get("theme", {})
        return {
            "name": vocabulary.name_of(record),
            "broader": names.terms("theme", reversed(record.broader)),
            "narrower": [
                (label, counts.get(label.code, 0)) for label in names.terms("theme", narrower)
            ],
        }


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
