"""What the records of a selection have most of: a few values with their counts and lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString

from statements.catalogue import filters, select, vocabulary
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import NESTED, Key, Label
from statements.templatetags import drawing
from statements.templatetags.drawing import Drawn, escaped
from statements.views import names as named
from statements.views.names import Names

MOST = 6


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Which values of a panel the records of a selection carry, but for some `left_out`.

    `compared` is who the page is about, as the page that compares is asked for it: the values are
    States and other actors, and each leads to that page. Otherwise each leads to the records that
    carry it.
    """

    title: str
    selection: Selection
    name: str
    left_out: frozenset[str] = frozenset()
    most: int = MOST
    compared: str = ""


class Item(NamedTuple):
    """A value: its name drawn, how many carry it, and where they are."""

    name: SafeString
    n: int
    address: str


@dataclass(frozen=True, slots=True)
class Listing(Drawn):
    """A breakdown that is named and drawn."""

    title: str
    items: Sequence[Item]


Counted = Sequence[tuple[str, int]]


def counted(one: Breakdown) -> Counted:
    """Return the most frequent values with their counts; years and pillars in their own order."""
    counts = select.within(one.selection, [one.name]).get(one.name, {})
    found: Mapping[str, int] = {
        value: n for value, n in counts.items() if value not in one.left_out
    }
    if one.name in NESTED:
        found = _narrowest(one.name, found)
    if one.name == "pillar":
        order = list(filters.BY_NAME["pillar"].among("recommendation"))  # type: ignore[misc]
        return [(value, found[value]) for value in order if value in found]
    if one.name == "year":
        return sorted(found.items(), reverse=True)[: one.most]
    return sorted(found.items(), key=lambda held: (-held[1], held[0]))[: one.most]


def keys(one: Breakdown, found: Counted) -> Iterable[Key]:
    """Return the keys of the names that a breakdown needs."""
    return named.of_values(filters.BY_NAME[one.name], [value for value, _n in found])


def drawn(one: Breakdown, found: Counted, names: Names) -> Listing:
    """Return a breakdown with the names of its values."""
    items = [_item(one, value, n, names) for value, n in found]
    return Listing(one.title, [item for item in items if item])


def _narrowest(scheme: str, found: Mapping[str, int]) -> Mapping[str, int]:
    """Return the terms that stand under another; where there are none, those that are found."""
    under = {term.code for term in vocabulary.terms(scheme) if term.broader}
    return {value: n for value, n in found.items() if value in under} or found


def _item(one: Breakdown, value: str, n: int, names: Names) -> Item | None:
    declared = filters.BY_NAME[one.name]
    if declared.among:
        return Item(drawing.pillar(names.reader, value), n, _address(one, value))
    if declared.scheme or declared.record:
        label = names.values(declared, [value]).get(value)
        if label is None:
            return None
        address = _beside(one, label) if one.compared else _address(one, label.slug)
        return Item(drawing.title(names.reader, label), n, address)
    return Item(escaped(value), n, _address(one, value))


def _beside(one: Breakdown, label: Label) -> str:
    return f"{reverse('compare')}?{one.compared}&{label.kind}={label.slug}"


def _address(one: Breakdown, given: str) -> str:
    add = (one.name, given)
    chosen = {value.given for value in one.selection.values.get(one.name, ())}
    narrowed = one.selection if given in chosen else one.selection.without(one.name)
    query = narrowed.query(add=None if given in chosen else add)
    return reverse(f"{one.selection.kind}-list") + query
