"""Count how many of some records carry each value of a name, at the least cost.

The numbers that two bitmaps share are counted chunk by chunk. A bitmap keeps a list of the numbers
of a chunk, or a bit for every number where there are many. A list is compared with bits by looking
up each of its numbers; two lists are read side by side, which takes as long as some dozens of
look-ups, unless one is very short; and bits are compared with bits all at once, for as long as some
hundred look-ups take. So of the posting of a value that side is kept which is quick to compare, the
numbers themselves or those that they leave out, and of records one side for lists and one for bits.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyroaring import BitMap

from statements.catalogue.postings.changes import CHUNK

# So many numbers a chunk are compared with a list sooner than the list is looked up in bits.
FEWEST = 16
# So many numbers a chunk are looked up in bits sooner than bits are compared with bits.
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
    """The postings of a name that are not empty: themselves, or in bits what they leave out."""

    in_lists: list[Side]
    in_bits: list[Side]
    left_out: list[Side]


@dataclass(frozen=True, slots=True)
class Part:
    """Some records: themselves, or what they leave out of the whole."""

    some: BitMap
    is_held: bool


@dataclass(frozen=True, slots=True)
class Base:
    """Some records that are to be counted: their number, and what is compared with postings."""

    n: int
    with_lists: Part
    with_bits: Part


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
    found = Sides([], [], [])
    for value, posting in postings.items():
        n = len(posting)
        if MANY * chunks < n <= _IN_BITS * chunks:
            rest = _rest((kind, name, value), posting, chunks, kept)
            found.left_out.append((value, n, rest))
        elif n:
            (found.in_bits if n > MANY * chunks else found.in_lists).append((value, n, posting))
    return found


def _rest(key: tuple[str, str, str], posting: BitMap, chunks: int, kept: Rests) -> BitMap:
    known = kept.get(key)
    if known is None or known[0] is not posting or known[1] != chunks:
        kept[key] = known = posting, chunks, whole(chunks) - posting
    return known[2]


def base(records: BitMap, chunks: int) -> Base:
    """Return some of the records of a whole of so many chunks, ready to be counted."""
    n = len(records)
    themselves = Part(records, is_held=True)
    if n <= FEWEST * chunks:
        return Base(n, themselves, themselves)
    rest = whole(chunks) - records
    if n <= len(rest):
        in_bits = Part(rest, is_held=False)
    else:
        in_bits = Part(whole(chunks) - rest, is_held=True)
    return Base(n, in_bits, themselves if n <= FEW * chunks else in_bits)


def count(of: Base, among: Sides) -> dict[str, int]:
    """Return how many of some records carry each value; what none carries is missing."""
    return {value: n for value, n in _counted(of, among) if n}


def _counted(of: Base, among: Sides) -> Iterable[tuple[str, int]]:
    yield from _of_held(of.with_lists, among.in_lists)
    yield from _of_held(of.with_bits, among.in_bits)
    shared, left = of.with_bits.some.intersection_cardinality, len(of.with_bits.some)
    if of.with_bits.is_held:
        yield from [(value, of.n - shared(rest)) for value, _n, rest in among.left_out]
    else:
        yield from [(value, n - left + shared(rest)) for value, n, rest in among.left_out]


def _of_held(part: Part, held: Iterable[Side]) -> list[tuple[str, int]]:
    shared = part.some.intersection_cardinality
    if part.is_held:
        return [(value, shared(posting)) for value, _n, posting in held]
    return [(value, n - shared(posting)) for value, n, posting in held]
