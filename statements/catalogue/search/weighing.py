"""Weigh how well a record answers words: BM25F over its fields, as one pure function.

Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
The usual lengths are constants: averages would move with every publication, and the order too.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that is looked for: the terms it may stand as, how rare it is, in how many records."""

    terms: frozenset[str]
    rarity: float
    n: int = 0


def rarity(n: int, total: int) -> float:
    """Return the inverse document frequency of a word found in `n` of `total` records."""
    return math.log(1 + (max(total, n) - n + 0.5) / (n + 0.5))


def saturated(often: float) -> float:
    """Return how much a word counts for standing so often: the second time less than the first."""
    return often * (_SATURATION + 1) / (_SATURATION + often)


def weigh(kind: str, text: str, words: Sequence[Wanted]) -> float:
    """Return the weight of a record, given as its counts, for the words."""
    lines = text.split("\n")
    usual = _USUAL_LENGTHS.get(kind, _OTHER_LENGTHS)
    weights = [
        weight / (1 - share + share * counts.length(line) / length)
        for line, weight, share, length in zip(lines, WEIGHTS, _LENGTH_COUNTS, usual, strict=True)
    ]
    fields = list(zip(lines, weights, strict=True))
    weight = 0.0
    for word in words:
        often = 0.0
        for term in word.terms:
            for line, each in fields:
                often += counts.times(term, line) * each
        weight += word.rarity * saturated(often)
    return weight
