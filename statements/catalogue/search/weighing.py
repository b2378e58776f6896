"""Weigh how well a record answers words: BM25F over its fields, as pure functions.

Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
The usual lengths are constants: averages would move with every publication, and the order too.
How far a record is about a term is told beforehand, when its words are counted, as a step of one
byte: how often, by how much the fields count and how long they are. Change what goes into it, and
raise `revision.INDEX`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from statements.catalogue.search.words import counts

# How much a word in the title, in names, in all else counts; how long these usually are.
WEIGHTS: Final = (4.0, 2.5, 1.0)
_USUAL_LENGTHS: Final[Mapping[str, tuple[float, float, float]]] = {
    "statement": (14.0, 12.0, 600.0),
    "recommendation": (10.0, 12.0, 40.0),
}
_OTHER_LENGTHS: Final = (6.0, 6.0, 40.0)
_SATURATION: Final = 1.2
_LENGTH_COUNTS: Final = (0.4, 0.2, 0.5)
_STEPS: Final = 256


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that is looked for: the terms it may stand as, how rare it is, in how many records."""

    terms: frozenset[str]
    rarity: float
    n: int = 0


@lru_cache(4096)
def rarity(n: int, total: int) -> float:
    """Return the inverse document frequency of a word found in `n` of `total` records."""
    return math.log(1 + (max(total, n) - n + 0.5) / (n + 0.5))


def saturated(often: float) -> float:
    """Return how much a word counts for standing so often: the second time less than the first."""
    return often * (_SATURATION + 1) / (_SATURATION + often)


def steps(kind: str, text: str) -> dict[str, int]:
    """Return how far a record, given as its counts, is about each of its terms, in one byte."""
    weights = _weights(kind, text)
    *before, (body, weight) = zip(text.split("\n"), weights, strict=True)
    often = _often(body, weight)
    for line, each in before:
        for term, more in _often(line, each).items():
            often[term] = often.get(term, 0.0) + more
    # Most terms of a record stand in it once, all of them as often.
    known = {one: _step(one) for one in {*often.values()}}
    return {term: known[one] for term, one in often.items()}


def keys(kind: str, text: str) -> dict[str, int]:
    """Return the same, and each mark that the record is found by, which is never weighed."""
    marks = dict.fromkeys(counts.marks(text), 0)
    return steps(kind, text) | marks


def _weights(kind: str, text: str) -> list[float]:
    """Return how much it counts to stand once in each field, by how long it is."""
    usual = _USUAL_LENGTHS.get(kind, _OTHER_LENGTHS)
    lines = text.split("\n")
    return [
        weight / (1 - share + share * counts.length(line) / length)
        for line, weight, share, length in zip(lines, WEIGHTS, _LENGTH_COUNTS, usual, strict=True)
    ]


def _often(line: str, weight: float) -> dict[str, float]:
    found: dict[str, float] = {}
    # What a field is found by besides stands last, and counts once where it stands there at all.
    for n, terms in reversed([*counts.sections(line)]):
        found |= dict.fromkeys(terms, weight * (int(n) if n.isdigit() else 1))
    return found


def _step(often: float) -> int:
    """Return the share of what a word can count for at most, in so many steps."""
    return max(1, min(round(_STEPS * often / (_SATURATION + often)), _STEPS - 1))


# How often a term stands in a record, the fields weighed, by the step it was told as.
OFTEN: Final = tuple(_SATURATION * step / (_STEPS - step) for step in range(_STEPS))
