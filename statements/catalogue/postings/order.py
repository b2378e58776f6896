"""The order of lists: by day, and within a day by rank and reference.

Records have no place of their own that others would move: the days that a page touches are
found by counting what was found in each year, each month and each day before it. What stands
next to a record is found by looking into the days, months and years around its own.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.postings.days import ON, parent
from statements.catalogue.postings.index import EMPTY, Index, Outrun

# So many cards may be read to find those of a page.
FEW = 100
# A day on which more records were found is crowded: it is sorted once, whole, and kept.
CROWDED = FEW
# So many such days are kept; so many records are sorted at once for a whole list.
KEPT = 64
AT_ONCE = 2_000

# A day as it is filed ("" for none), and the numbers that were found on it.
Day = tuple[str, BitMap]


def page(
    index: Index,
    kind: str,
    found: BitMap,
    *,
    oldest: bool,
    first: int,
    size: int,
    best: Sequence[int] = (),
) -> list[tuple[int, str]]:
    """Return number and card of a page: `size` of what was found, after the first `first`.

    Those of `best` that were found come first, as they stand there. Raises Outrun where a
    record is gone meanwhile.
    """
    head = [number for number in best if number in found]
    above = _cards(kind, head[first : first + size])
    if len(above) == size:
        return above
    rest, after = found - BitMap(head) if head else found, max(0, first - len(head))
    return above + _by_day(index, kind, rest, oldest=oldest, first=after, size=size - len(above))


def _by_day(
    index: Index, kind: str, found: BitMap, *, oldest: bool, first: int, size: int
) -> list[tuple[int, str]]:
    days, begin = _touched(index, kind, found, oldest=oldest, first=first, size=size)
    if sum(len(members) for _value, members in days) <= FEW:
        keys = _keys(kind, _joined(days), "card")
        wanted = _sorted(index, kind, days, keys)[begin : begin + size]
        return [(number, keys[number][2]) for number in wanted]
    keys = _keys(kind, _joined(days, CROWDED))
    return _cards(kind, _sorted(index, kind, days, keys)[begin : begin + size])


def _cards(kind: str, numbers: Sequence[int]) -> list[tuple[int, str]]:
    cards = dict(sql.records("number, card", kind, numbers))
    if len(cards) < len(numbers):
        raise Outrun
    return [(number, cards[number]) for number in numbers]


def every(
    index: Index, kind: str, found: BitMap, *, oldest: bool, best: Sequence[int] = ()
) -> Iterator[int]:
    """Yield the numbers of all that was found, in order, a few thousand in memory at a time.

    Raises Outrun where one is gone meanwhile.
    """
    head = [number for number in best if number in found]
    yield from head
    found = found - BitMap(head) if head else found
    days: list[Day] = []
    n = 0
    for value, members, _skip in _walk(index, kind, found, oldest=oldest, skip=0):
        days.append((value, members))
        n += len(members)
        if n >= AT_ONCE:
            yield from _sorted(index, kind, days, _keys(kind, _joined(days, CROWDED)))
            days, n = [], 0
    yield from _sorted(index, kind, days, _keys(kind, _joined(days, CROWDED)))


def neighbours(
    index: Index, kind: str, number: int, day: str, several: Sequence[BitMap]
) -> list[tuple[str | None, str | None]]:
    """Return of each that was found the cards right before and right after a record of `day`.

    Oldest first, without what has no date; None where nothing stands. Two queries at most, or
    three where very many were found around it. Raises Outrun where one is gone meanwhile.
    """
    if number not in index.values(kind, ON).get(day, EMPTY):
        return [(None, None)] * len(several)
    around = [_around(index, kind, found | BitMap([number]), day) for found in several]
    keys = _keys(kind, _joined(chain.from_iterable(around), CROWDED))
    pairs = []
    for days in around:
        # None stands before the first and after the last.
        numbers = [None, *_sorted(index, kind, days, keys), None]
        at = numbers.index(number)
        pairs.append((numbers[at - 1], numbers[at + 1]))
    shown = {one for pair in pairs for one in pair if one is not None}
    cards: dict[int | None, str] = dict(_cards(kind, sorted(shown)))
    return [(cards.get(before), cards.get(after)) for before, after in pairs]


def _around(index: Index, kind: str, found: BitMap, day: str) -> list[Day]:
    """Return what was found on a day, and on the nearest days before and after it, in order."""
    on = index.values(kind, ON)
    days = (
        _nearest(index, kind, found, day, later=False),
        day,
        _nearest(index, kind, found, day, later=True),
    )
    return [(value, found & on[value]) for value in days if value]


def _nearest(index: Index, kind: str, found: BitMap, day: str, *, later: bool) -> str:
    """Return the nearest day before or after `day` on which anything was found, or ""."""
    on = index.values(kind, ON)

    def filed(values: Sequence[str]) -> str:
        ahead = values if later else reversed(values)
        return next((value for value in ahead if found.intersect(on[value])), "")

    value, beyond = day, ""
    while value and not beyond:
        above = parent(value)
        siblings = index.children(kind, above)
        at = siblings.index(value)
        beyond = filed(siblings[at + 1 :] if later else siblings[:at])
        value = above
    while beyond and (within := index.children(kind, beyond)):
        beyond = filed(within)
    return beyond


def _walk(
    index: Index, kind: str, found: BitMap, *, oldest: bool, skip: int
) -> Iterator[tuple[str, BitMap, int]]:
    """Yield the days after the first `skip` of what was found, undated last.

    Each comes with its numbers and how many of them still belong to what is skipped.
    """
    on = index.values(kind, ON)
    ahead = [("", found)] if on else []
    while ahead:
        value, around = ahead.pop()
        within = around & on[value] if value else found
        if value and len(within) <= skip:
            skip -= len(within)
        elif len(value) == len("2017-09-27"):
            yield value, within, skip
            skip = 0
        else:
            children = index.children(kind, value)
            ahead += [(child, within) for child in (reversed(children) if oldest else children)]
    undated = found & on.get("", EMPTY) if on else found
    if len(undated) > skip:
        yield "", undated, skip


def _touched(
    index: Index, kind: str, found: BitMap, *, oldest: bool, first: int, size: int
) -> tuple[list[Day], int]:
    """Return the days that a page touches, and how many of their records stand before it."""
    days: list[Day] = []
    begin, wanted = 0, size
    for value, members, skip in _walk(index, kind, found, oldest=oldest, skip=first):
        days.append((value, members))
        begin += skip
        wanted -= len(members) - skip
        if wanted <= 0:
            break
    return days, begin


def _joined(days: Iterable[Day], most: int = FEW) -> BitMap:
    """Return the numbers of those of the days that have no more than `most`."""
    return BitMap.union(EMPTY, *(members for _value, members in days if len(members) <= most))


def _keys(kind: str, numbers: BitMap, *more: str) -> dict[int, tuple[str, ...]]:
    """Return rank and reference by number, and more columns."""
    columns = ", ".join(("number", "rank", "ref", *more))
    rows = sql.records(columns, kind, list(numbers))
    if len(rows) < len(numbers):
        raise Outrun
    return {number: tuple(key) for number, *key in rows}


def _sorted(
    index: Index, kind: str, days: Iterable[Day], keys: Mapping[int, tuple[str, ...]]
) -> list[int]:
    """Return the numbers of some days, day after day, each by rank and reference.

    `keys` knows those of the days that are not crowded.
    """
    numbers: list[int] = []
    for value, members in days:
        if len(members) <= CROWDED:
            numbers += sorted(members, key=keys.__getitem__)
        else:
            numbers += (number for number in _crowd(index, kind, value) if number in members)
    return numbers


def _crowd(index: Index, kind: str, value: str) -> "array[int]":
    """Return the whole of a crowded day in its order, the same while its numbers are."""
    on, crowds = index.values(kind, ON), index.crowds
    whole = on[value] if on else index.every(kind)
    held = crowds.get((kind, value))
    if held is None or held[0] != whole:
        keys = _keys(kind, whole)
        held = whole, array("L", sorted(whole, key=keys.__getitem__))
        if len(crowds) >= KEPT:
            crowds.clear()
        crowds[kind, value] = held
    return held[1]
