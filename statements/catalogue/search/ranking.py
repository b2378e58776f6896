"""Put hits in the order of how well they answer, at a cost that does not grow with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from pyroaring import BitMap

from statements.catalogue.search import weighing
from statements.catalogue.search.expressions import (
    Beginning,
    Both,
    Close,
    Either,
    Expression,
    Forms,
    Row,
)
from statements.catalogue.search.finding import Finder
from statements.catalogue.search.query import Query
from statements.catalogue.search.weighing import Wanted
from statements.catalogue.search.words.backends import backend

# So many hits are weighed; of more, those with the words in their title, and the newest.
POOL = 300
_IN_TITLE = 200
# The first of them are asked whether the words stand together: within how many words, and what
# for, the wider first. Words of more than a share of all records tell nothing by where they stand.
_FIRST, _MOST_TELLING, _TELLING = 20, 4, 0.25
_BONUSES = ((8, 0.25), (2, 0.5))
# Titles are asked for so many words, the rarest; a beginning is weighed by its commonest endings.
_TITLE_WORDS, _ENDINGS = 6, 8


def ranked(finder: Finder, query: Query, hits: BitMap, limit: int = 200) -> list[int]:
    """Return the numbers of the best `limit` of the hits, best first; equals newest first.

    `finder` may have found the hits: what it has read is not read again. Of very many only a pool
    is weighed: those found by their titles, and the newest.
    """
    words = _wanted(finder, _units(finder, query))
    pool = _pool(finder, words, hits)
    weights = _weights(finder, pool, words)
    order = sorted(weights, key=lambda number: (-weights[number], -number))
    for number, bonus in _together(finder, words, order[:_FIRST]).items():
        weights[number] = round(weights[number] * (1 + bonus), 6)
    return sorted(weights, key=lambda number: (-weights[number], -number))[:limit]


def _units(finder: Finder, query: Query) -> list[frozenset[str]]:
    """Return each word that is looked for, as the terms it may stand as in any language."""
    units: dict[frozenset[str], None] = {}
    by_place: dict[int, set[str]] = {}
    for expression in finder.plans(query):
        for place, terms in enumerate(_wished(finder, expression)):
            by_place.setdefault(place, set()).update(terms)
    for terms in by_place.values():
        units[frozenset(terms)] = None
    return list(units)


def _wished(finder: Finder, expression: Expression) -> Iterator[Iterable[str]]:
    match expression:
        case Row(terms) | Close(terms):
            yield from ([term] for term in terms)
        case Beginning():
            endings = finder.endings(expression)[:_ENDINGS]
            yield [term for row in endings if isinstance(row, Row) for term in row.terms]
        case Forms(parts):
            yield [term for part in parts if isinstance(part, Row) for term in part.terms]
        case Either(parts) | Both(parts):
            for part in parts:
                yield from _wished(finder, part)


def _pool(finder: Finder, words: Sequence[Wanted], hits: BitMap) -> list[int]:
    if len(hits) <= POOL:
        return list(hits)
    rarest = sorted(words, key=lambda word: -word.rarity)[:_TITLE_WORDS]
    in_titles = [
        tuple(Row((term,), "title") for term in sorted(word.terms)[:_ENDINGS]) for word in rarest
    ]
    finder.fetch(chain.from_iterable(in_titles))
    titles = [finder.evaluate(Either(several)) for several in in_titles]
    pool = BitMap()
    if titles:
        for found in (BitMap.intersection(*titles), BitMap.union(*titles)):
            pool |= _newest(found & hits, _IN_TITLE - len(pool))
    return list(pool | _newest(hits, POOL - len(pool)))


def _newest(numbers: BitMap, most: int) -> BitMap:
    return numbers[max(0, len(numbers) - most) :] if most > 0 else BitMap()


def _wanted(finder: Finder, units: Sequence[frozenset[str]]) -> list[Wanted]:
    digested = finder.numbers_of({term for unit in units for term in unit})
    numbers = {unit: max(digested.get(term, 0) for term in unit) for unit in units if unit}
    return [Wanted(unit, weighing.rarity(n, finder.top), n) for unit, n in numbers.items()]


def _weights(finder: Finder, pool: Sequence[int], words: Sequence[Wanted]) -> dict[int, float]:
    held = finder.often({term for word in words for term in word.terms}, BitMap(pool))
    weights = dict.fromkeys(pool, 0.0)
    for word in words:
        of_word: dict[int, float] = defaultdict(float)
        for term in sorted(word.terms):
            for number, times in held.get(term, {}).items():
                of_word[number] += times
        for number, times in of_word.items():
            weights[number] += word.rarity * weighing.saturated(times)
    return {number: round(weight, 6) for number, weight in weights.items()}


def _together(finder: Finder, words: Sequence[Wanted], numbers: Sequence[int]) -> dict[int, float]:
    """Return a bonus for the records in which each two words that follow stand close."""
    least = weighing.rarity(int(finder.top * _TELLING), finder.top)
    telling = [word for word in words if word.rarity >= least][:_MOST_TELLING]
    pairs = [
        (Close(terms, distance=0), one.n + other.n)
        for one, other in pairwise(telling)
        if len({*(terms := (min(one.terms), min(other.terms)))}) > 1
    ]
    close = [finder.base + number for number in numbers] if pairs else []
    found: dict[int, float] = {}
    for distance, bonus in _BONUSES:
        # What stands closer stands as close as that: each question is of fewer records.
        for pair, n in pairs:
            leaf = replace(pair, distance=distance)
            close = backend().among([leaf], close, n) if close else []
        found |= {row - finder.base: bonus for row in close}
    return found
