"""Count how many of some records carry each value of a name, at the least cost.

The numbers that two bitmaps share are counted chunk by chunk. Few numbers are looked up one by
one; where both have a bit for every number of the chunk, all its bits are compared at once, for as
long as some hundred look-ups take. So of records, and of the posting of a value, that side is
taken which is quick to compare: the numbers themselves, or those that they leave out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyroaring import BitMap

from statements.catalogue.postings.changes import CHUNK

# So many numbers a chunk are looked up sooner than all bits of it are compared.
FEW = 256
# A bitmap keeps a bit for every number of a chunk where it holds more than so many.
_IN_BITS = 4096
# From so many a chunk on it pays to keep what a posting leaves out, which takes 8 kB a chunk.
MANY = 512

# By kind, name and value: a posting, and what it leaves out of a whole of so many chunks.
Rests = dict[tuple[str, str, str], tuple[BitMap, int, BitMap]]
# A value, how many records carry it, and a side of its posting.
Side = tuple[str, int, BitMap]


@dataclass(frozen=True, slots=True)
class Sides:
    """The postings of a name that are not empty: themselves, or what they leave out."""

    held: list[Side]
    left_out: list[Side]


@dataclass(frozen=True, slots=True)
class Base:
    """Some records that are to be counted: themselves, or what they leave out of the whole."""

    n: int
    some: BitMap
    is_held: bool


def chunks_of(every: BitMap) -> int:
    """Return how many chunks the numbers of all records of a kind take."""
    return (every.max() >> CHUNK) + 1 if every else 0


@lru_cache(32)
def whole(chunks: int) -> BitMap:
    """Return all numbers of so many chunks; for reading only.

    They are kept a bit each, not as the one run that they are: two halves make them, of which
    neither has runs.
    """
    top = chunks << CHUNK
    return BitMap(range(0, top, 2)) | BitMap(range(1, top, 2))


def sides(kind: str, name: str, postings: Mapping[str, BitMap], chunks: int, kept: Rests) -> Sides:
    """Return the sides of postings to count by. What was left out stays in `kept` for the next."""
    held: list[Side] = []
    left_out: list[Side] = []
    for value, posting in postings.items():
        n = len(posting)
        if MANY * chunks < n <= _IN_BITS * chunks:
            rest = _rest((kind, name, value), posting, chunks, kept)
            left_out.append((value, n, rest))
        elif n:
            held.append((value, n, posting))
    return Sides(held, left_out)


def _rest(key: tuple[str, str, str], posting: BitMap, chunks: int, kept: Rests) -> BitMap:
    known = kept.get(key)
    if known is None or known[0] is not posting or known[1] != chunks:
        kept[key] = known = posting, chunks, whole(chunks) - posting
    return known[2]


def base(records: BitMap, chunks: int) -> Base:
    """Return some of the records of a whole of so many chunks, ready to be counted."""
    n = len(records)
    if n <= FEW * chunks:
        return Base(n, records, is_held=True)
    rest = whole(chunks) - records
    if n <= len(rest):
        return Base(n, rest, is_held=False)
    return Base(n, whole(chunks) - rest, is_held=True)


def count(of: Base, among: Sides) -> dict[str, int]:
    """Return how many of some records carry each value; what none carries is missing."""
    return {value: n for value, n in _counted(of, among) if n}


def _counted(of: Base, among: Sides) -> Iterable[tuple[str, int]]:
    shared = of.some.intersection_cardinality
    if of.is_held:
        yield from [(value, shared(held)) for value, _n, held in among.held]
        yield from [(value, of.n - shared(rest)) for value, _n, rest in among.left_out]
    else:
        left = len(of.some)
        yield from [(value, n - shared(held)) for value, n, held in among.held]
        yield from [(value, n - left + shared(rest)) for value, n, rest in among.left_out]
