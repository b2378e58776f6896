"""The panels of a list: for each parameter the choices there are, and what each would give."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from statements.catalogue import filters, vocabulary
from statements.catalogue.filters import Filter
from statements.catalogue.select import Results
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Key
from statements.views.names import Names

# So many choices are in sight before a panel is opened; so many it offers at most.
IN_SIGHT = 8
MOST = 60
# What most readers come to narrow by: the button that opens the panels names these before others.
SOUGHT = ("theme", "country", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A box to tick: the value of the parameter, its name, how many it would give."""

    value: str
    label: str
    n: int
    is_chosen: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    name: str
    label: str
    shown: tuple[Choice, ...]
    rest: tuple[Choice, ...]

    @property
    def is_tree(self) -> bool:
        return any(choice.depth == 0 for choice in self.rest)


def keys(results: Results) -> Iterator[Key]:
    """Yield the keys of the names that the panels need, but for the themes'."""
    for one in _shown(results.selection.kind):
        values = _most(results.counts.get(one.name, {}), results.selection, one.name)
        if one.scheme and one.scheme != "theme":
            yield from (("term", f"{one.scheme}/{value}") for value in values)
        elif one.record:
            yield from ((one.record, value) for value in values)


def panels(results: Results, names: Names, themes: Sequence[Any]) -> tuple[Panel, ...]:
    """Return the panels that can narrow `results`; `themes` are the terms in their order."""
    drawn = (_panel(one, results, names, themes) for one in _shown(results.selection.kind))
    return tuple(panel for panel in drawn if _narrows(panel, results.total))


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


def _shown(kind: str) -> Iterable[Filter]:
    return (one for one in filters.of(kind) if one.panel)


def _narrows(panel: Panel, total: int) -> bool:
    """Tell whether a panel is of use: one choice that everything found has is none."""
    choices = (*panel.shown, *panel.rest)
    return len(choices) > 1 or any(choice.is_chosen or choice.n != total for choice in choices)


def _panel(one: Filter, results: Results, names: Names, themes: Sequence[Any]) -> Panel:
    counts = results.counts.get(one.name, {})
    if one.scheme == "theme":
        choices = _of_themes(counts, results.selection, themes)
    else:
        choices = _of_values(one, counts, results.selection, names)
    if one.name in {"pillar", "year"}:
        return Panel(one.name, str(one.label), tuple(choices[:IN_SIGHT]), tuple(choices[IN_SIGHT:]))
    return Panel(one.name, str(one.label), *_parted(choices))


def _parted(choices: Sequence[Choice]) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Part the choices in sight, the frequent and the chosen, from the rest in its order."""
    frequent = sorted(choices, key=lambda one: (-one.is_chosen, one.depth == 0, -one.n))
    # Two choices behind a fold are no gain.
    fit = IN_SIGHT if len(choices) > IN_SIGHT + 2 else len(choices)
    chosen = sum(one.is_chosen for one in choices)
    shown = frequent[: max(fit, chosen)]
    rest = tuple(one for one in choices if one not in shown)
    return tuple(sorted(shown, key=lambda one: (-one.n, one.label))), rest


def _of_themes(
    counts: Mapping[str, int], selection: Selection, themes: Sequence[Any]
) -> list[Choice]:
    chosen = selection.filed("theme")
    return [
        Choice(
            value=term.code,
            label=vocabulary.name_of(term),
            n=counts.get(term.code, 0),
            is_chosen=term.code in chosen,
            depth=len(term.broader),
        )
        for term in themes
        if counts.get(term.code) or term.code in chosen
    ]


def _of_values(
    one: Filter, counts: Mapping[str, int], selection: Selection, names: Names
) -> list[Choice]:
    chosen = {value.filed: value for value in selection.values.get(one.name, ())}
    words = one.among(selection.kind) if one.among else {}
    found = []
    for filed in _most(counts, selection, one.name):
        if filed in chosen:
            value, label = chosen[filed].given, chosen[filed].label
        elif one.scheme or one.record:
            named = names.one(*_key(one, filed))
            # A State is found by its country.
            if named is None or (one.record and named.kind != one.record):
                continue
            value, label = named.slug, named.title
        else:
            value, label = filed, str(words.get(filed, filed))
        n = counts.get(filed, 0)
        found.append(Choice(value=value, label=label, n=n, is_chosen=filed in chosen, depth=1))
    if one.name == "pillar":
        return sorted(found, key=lambda choice: list(words).index(choice.value))
    if one.name == "year":
        return sorted(found, key=lambda choice: choice.value, reverse=True)
    return sorted(found, key=lambda choice: choice.label)


def _key(one: Filter, filed: str) -> Key:
    return ("term", f"{one.scheme}/{filed}") if one.scheme else (one.record, filed)


def _most(counts: Mapping[str, int], selection: Selection, name: str) -> list[str]:
    """Return the most frequent values, and those that are chosen."""
    frequent = sorted(counts, key=lambda value: (-counts[value], value))[:MOST]
    return list(dict.fromkeys((*frequent, *sorted(selection.filed(name)))))
