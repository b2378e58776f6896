"""The panels of a list: for each parameter the choices there are, and what each would give."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue import filters
from statements.catalogue.given import Filter
from statements.catalogue.select import Results
from statements.catalogue.selection import Refused, Selection
from statements.catalogue.vocabulary import NESTED, Key
from statements.templatetags import drawing
from statements.templatetags.drawing import Choice, Drawn
from statements.views import names
from statements.views.names import Names

# So many choices are in sight before a panel is opened; so many it offers unless it is whole.
IN_SIGHT = 8
MOST = 40
# The parameter of a page that asks for one of its panels whole. It changes nothing that is found.
WHOLE = "all"
# What most readers come to narrow by: the button that opens the panels names these before others.
SOUGHT = ("theme", "country", "year")

PILLARS = choices.Pillar.values
# What choices are sorted by.
LABEL, N, DEPTH = attrgetter("label"), attrgetter("n"), attrgetter("depth")

# The values that a panel offers, by the name of its parameter.
Offered = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Panel(Drawn):
    name: str
    label: str
    shown: Sequence[Choice]
    rest: Sequence[Choice]
    more: str
    is_tree: bool
    # Where there are more choices than a panel offers: how many in all, and whether all are here.
    of: int = 0
    is_whole: bool = False


def whole(names: Collection[str], given: Sequence[str]) -> str:
    """Return the panel that is asked for whole among those of a page, "" for none.

    Raises Refused for what is no panel of the page, and for more than one.
    """
    asked = [one for one in given if one]
    if len(asked) > 1:
        raise Refused(WHOLE, _("“%(name)s” can be given once only.") % {"name": WHOLE})
    if asked and asked[0] not in names:
        message = _("“%(value)s” is not known here as a value of “%(name)s”.")
        raise Refused(WHOLE, message % {"value": asked[0][:60], "name": WHOLE})
    return asked[0] if asked else ""


def offered(results: Results, whole: str = "") -> Offered:
    """Return the values that each panel offers: the most frequent, and those that are chosen.

    Of the panel that is asked for whole all, and of nested terms, for a tree with holes in it
    says nothing.
    """
    return {
        one.name: _most(
            results.counts.get(one.name, {}),
            results.selection.filed(one.name),
            None if one.name == whole or one.scheme in NESTED else MOST,
        )
        for one in _shown(results.selection.kind)
    }


def keys(offered: Offered) -> Iterator[Key]:
    """Yield the keys of the names that the panels need."""
    for name, values in offered.items():
        yield from names.of_values(filters.BY_NAME[name], values)


def panels(results: Results, offered: Offered, names: Names, whole: str = "") -> tuple[Panel, ...]:
    """Return the panels of what is `offered` that can narrow `results`; see `offered`."""
    drawn = [
        _panel(one, results, offered[one.name], names, whole)
        for one in _shown(results.selection.kind)
        if one.name in offered
    ]
    return tuple([panel for panel in drawn if _narrows(panel, results.total)])


def sought(drawn: Sequence[Panel]) -> list[str]:
    """Return the labels of the three panels that most readers look for, for the closed fold."""
    by_name = {panel.name: panel for panel in drawn}
    first = [by_name[name] for name in SOUGHT if name in by_name]
    others = [panel for panel in drawn if panel.name not in SOUGHT]
    return [panel.label for panel in (*first, *others)[: len(SOUGHT)]]


def hidden(selection: Selection) -> list[tuple[str, str]]:
    """Return what is chosen and stands in no panel, for a form to carry on."""
    shown = {one.name for one in _shown(selection.kind)}
    held = [
        (name, value.given)
        for name, values in selection.values.items()
        if name not in shown
        for value in values
    ]
    return [*held, ("sort", selection.sort)] if selection.sort else held


def _shown(kind: str) -> list[Filter]:
    return [one for one in filters.of(kind) if one.panel]


def _most(counts: Mapping[str, int], chosen: frozenset[str], most: int | None) -> list[str]:
    """Return the `most` frequent values, None for all, and those that are chosen.

    Several actors may have one name: values come in an order, so that these do.
    """
    if most is None or len(counts) <= most:
        return sorted(counts.keys() | chosen)
    # Among those that are as frequent as the last one the alphabet decides, not chance.
    least = sorted(counts.values(), reverse=True)[most - 1]
    frequent = {value for value, n in counts.items() if n > least}
    last = sorted([value for value, n in counts.items() if n == least])
    return sorted(frequent | chosen | {*last[: most - len(frequent)]})


def _narrows(panel: Panel, total: int) -> bool:
    """Tell whether a panel is of use: one choice that everything found has is none."""
    offers = (*panel.shown, *panel.rest)
    return len(offers) > 1 or any(choice.is_chosen or choice.n != total for choice in offers)


def _panel(one: Filter, results: Results, values: Sequence[str], names: Names, whole: str) -> Panel:
    counts = results.counts.get(one.name, {})
    found = _choices(one, counts, values, results.selection, names)
    if one.name in {"pillar", "year"}:
        shown, rest = found[:IN_SIGHT], found[IN_SIGHT:]
    else:
        shown, rest = _parted(found)
    label = _label(names.reader, one.name)
    is_long = one.scheme not in NESTED and len(counts) > MOST
    left_out = len(counts.keys() - values) if is_long else 0
    n = drawing.number(names.reader, len(rest) + left_out)
    more = drawing.said(names.reader, drawing.MORE, n=n)
    is_tree = one.scheme in NESTED and not all(map(DEPTH, rest))
    is_whole = is_long and one.name == whole
    # What is chosen may be all that the most frequent leave out.
    of = len(found) + left_out if left_out or is_whole else 0
    return Panel(one.name, label, shown, rest, more, is_tree, of, is_whole)


def _parted(found: list[Choice]) -> tuple[list[Choice], list[Choice]]:
    """Part the choices in sight, the frequent and the chosen, from the rest in its order."""
    # Two choices behind a fold are no gain.
    if len(found) <= IN_SIGHT + 2:
        shown = found
    else:
        chosen = [one for one in found if one.is_chosen]
        others = [one for one in found if not one.is_chosen]
        others.sort(key=N, reverse=True)
        if not all(map(DEPTH, others)):
            others.sort(key=_is_widest)
        shown = [*chosen, *others][: max(IN_SIGHT, len(chosen))]
    in_sight = {one.value for one in shown}
    rest = [one for one in found if one.value not in in_sight]
    return sorted(sorted(shown, key=LABEL), key=N, reverse=True), rest


def _is_widest(one: Choice) -> bool:
    return one.depth == 0


def _choices(
    one: Filter,
    counts: Mapping[str, int],
    values: Sequence[str],
    selection: Selection,
    names: Names,
) -> list[Choice]:
    """Return the choices of a parameter in their order."""
    chosen = {value.filed: value for value in selection.values.get(one.name, ())}
    found = [
        Choice(held.given, held.label, counts.get(value, 0), True) for value, held in chosen.items()
    ]
    others = [value for value in values if value not in chosen]
    if one.scheme or one.record:
        found += [
            Choice(label.slug, label.title, counts[value], False, language=label.language)
            for value, label in names.values(one, others).items()
        ]
    else:
        words = _words(names.reader, one.name, selection.kind)
        found += [Choice(value, words.get(value, value), counts[value], False) for value in others]
    return _in_order(one, found, names)


def _in_order(one: Filter, found: list[Choice], names: Names) -> list[Choice]:
    if one.scheme in NESTED:
        by_code = {choice.value: choice for choice in found}
        terms = [term for term in names.vocabulary.terms(one.scheme) if term.code in by_code]
        return [by_code[term.code]._replace(depth=len(term.broader)) for term in terms]
    if one.name == "pillar":
        return sorted(found, key=lambda choice: PILLARS.index(choice.value))
    if one.name == "year":
        return sorted(found, key=lambda choice: choice.value, reverse=True)
    return sorted(found, key=LABEL)


@cache
def _label(reader: str, name: str) -> str:
    """Return what a parameter is called in the language of the reader."""
    return str(filters.BY_NAME[name].label)


@cache
def _words(reader: str, name: str, kind: str) -> Mapping[str, str]:
    """Return the words for the values of a closed list in the language of the reader."""
    among = filters.BY_NAME[name].among
    return {value: str(label) for value, label in among(kind).items()} if among else {}
