"""Themes and countries to narrow a search by: what its words are called, what stands with them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language

from statements.catalogue import select
from statements.catalogue.search.query import Phrase, Term
from statements.catalogue.search.typed import directory
from statements.catalogue.search.typed.directory import Directory, Name
from statements.catalogue.select import Results
from statements.catalogue.selection import Selection

MOST: Final = 5
NAMES: Final = ("theme", "country")
# It stands with the words so often, and so much more often than elsewhere.
LEAST_TOGETHER: Final = 2
LEAST_LIFT: Final = 1.5
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class Related:
    """A theme or country, and the query string of the list that it narrows."""

    kind: str
    label: str
    query: str


def related(results: Results) -> tuple[Related, ...]:
    """Return up to five themes and countries related to the words of what was found.

    First those that the words are a name or synonym of, then those that occur with the words
    oftener than chance has it (lift). Only what would narrow is offered, or find more.
    """
    selection = results.selection
    if not selection.q:
        return ()
    known = directory.current()
    language = (get_language() or "en").split("-")[0]
    found = {
        (name.kind, name.given): Related(name.kind, name.label(language), query)
        for name, query in (*_called(selection, known), *_together(results, known))
        if name.given not in {value.given for value in selection.values.get(name.kind, ())}
    }
    return tuple(found.values())[:MOST]


def _called(selection: Selection, known: Directory) -> Iterator[tuple[Name, str]]:
    """Yield what the words are called in the vocabularies; where all are, it takes their place."""
    words = [
        word
        for clause in selection.sought.clauses
        for word in _words(clause)
    ]  # fmt: skip
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            for kind in NAMES:
                if name := known.find(kind, " ".join(words[start : start + length])):
                    whole = length == len(words) == _length(selection)
                    rest = selection.without_words() if whole else selection
                    yield name, rest.query(add=(kind, name.given))


def _words(clause: object) -> tuple[str, ...]:
    match clause:
        case Term():
            return (clause.text,)
        case Phrase():
            return clause.words
    return ("",)


def _length(selection: Selection) -> int:
    return sum(len(_words(clause)) for clause in selection.sought.clauses)


def _together(results: Results, known: Directory) -> Iterator[tuple[Name, str]]:
    """Yield what stands with the words, the most telling first."""
    selection, total, of = results.selection, results.total, results.of
    if total < LEAST_TOGETHER or not of:
        return
    everywhere = select.counted(selection.kind, NAMES)
    weighed = []
    for kind in NAMES:
        if kind in selection.values:
            continue
        for given, n in results.counts.get(kind, {}).items():
            expected = total * everywhere.get(kind, {}).get(given, 0) / of
            if LEAST_TOGETHER <= n < total and expected and n / expected >= LEAST_LIFT:
                weighed.append((math.log(n / expected) * math.log(n + 1), kind, given))
    for _weight, kind, given in sorted(weighed, key=lambda one: (-one[0], *one[1:]))[:MOST]:
        if name := known.by_given.get((kind, given)):
            yield name, selection.query(add=(kind, given))
