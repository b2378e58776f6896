"""Labels of what records name by code or ref, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language

from statements.catalogue import records
from statements.catalogue.models import Record

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Label:
    """Something that has a name and a page: `kind` and `slug` make its address."""

    kind: str
    ref: str
    slug: str
    title: str

    @property
    def code(self) -> str:
        return self.slug


def labels(keys: Iterable[Key]) -> Mapping[Key, Label]:
    """Return the labels of live records by (kind, ref) in one query; what is not live is left out.

    The key of a term is ("term", "scheme/code"). A State's label is its country's.
    """
    refs: dict[str, set[str]] = {}
    for kind, ref in keys:
        refs.setdefault(kind, set()).add(ref)
    if not refs:
        return {}
    wanted = Q()
    for kind, ones in sorted(refs.items()):
        wanted |= Q(kind=kind, ref__in=sorted(ones))
    rows = Record.objects.live().filter(wanted).values_list("kind", "ref", "card")
    return {(kind, ref): _label(kind, records.load_card(kind, card)) for kind, ref, card in rows}


def terms(scheme: str) -> list[Any]:
    """Return the cards of the terms of a scheme, in their order."""
    rows = Record.objects.live().filter(kind="term", ref__startswith=f"{scheme}/")
    cards = [records.load_card("term", card) for card in rows.values_list("card", flat=True)]
    return sorted(cards, key=lambda card: (card.order, name_of(card)))


def broader() -> Mapping[str, tuple[str, ...]]:
    """Return the ancestors of each theme, as `facets` wants them."""
    return {card.code: card.broader for card in terms("theme")}


def name_of(card: Any) -> str:
    """Return a term's name in the reader's language, else in English, else its code."""
    return _in_language(card.labels) or str(card.code)


def _in_language(names: Mapping[str, str]) -> str:
    language = (get_language() or "en").split("-")[0]
    return names.get(language) or names.get("en", "")


def label_of(card: Any) -> Label:
    return Label(card.scheme, f"{card.scheme}/{card.code}", card.code, name_of(card))


def _label(kind: str, card: Any) -> Label:
    match kind:
        case "term":
            return label_of(card)
        case "actor" if card.kind == "state" and card.country:
            return Label("country", card.ref, card.country, _in_language(card.names) or card.name)
        case "actor":
            return Label(kind, card.ref, card.slug, card.name)
        case "recommendation":
            return Label(kind, card.ref, card.ref, card.short_form or card.passage.exact)
    return Label(kind, card.ref, card.slug, card.title)
