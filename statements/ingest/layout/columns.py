"""Find columns on a page, and read one after the other.

A gutter is a strip that no row crosses while text stands on both its sides. What is set in columns
fills them; what does not is a table or a list, and is read row by row.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final, Literal

from statements.ingest.layout.rows import Row, is_right_to_left, rows

Side = Literal["left", "right", "both", "across"]

# Fewer rows than that are no column.
_FEWEST: Final = 4
# Of a column's width: what its rows fill in the middle of their distribution.
_FILLED: Final = 0.6
_SHORTEST: Final = 14
# Where a gutter may be, in parts of the width, and at how many places it is looked for; how wide
# it is at least, in points.
_FIRST, _LAST, _STEPS = 0.15, 0.85, 12
_NARROWEST: Final = 5.0
# More than a paragraph's distance, in heights of a row.
_FAR: Final = 2.2
# What parts rows of a table whose cells run over several lines: of the usual step, of the size of
# letters by which two that begin together may differ, and of all that begins, how much does so.
_PARTED, _LEVEL, _ALIKE = 1.3, 0.25, 0.8


@dataclass(slots=True)
class _Band:
    """Rows from `first` to before `last` that no gutter at `place` crosses."""

    place: float
    first: int
    last: int
    score: int


def flows(found: Sequence[Row], depth: int = 0) -> list[list[Row]]:
    """Return rows as flows: rows of one column each, in the order in which they are read."""
    band = _best_band(found) if depth < 4 else None
    if band is None:
        return [list(found)] if found else []
    inside = found[band.first : band.last]
    left, right = _halves(inside, band.place)
    return [
        *flows(found[: band.first], depth + 1),
        *_columns(left, right, depth),
        *flows(found[band.last :], depth + 1),
    ]


def _columns(left: list[Row], right: list[Row], depth: int) -> list[list[Row]]:
    """Return the flows of two halves: one after the other, or cell after cell in a table."""
    cuts = _shared_cuts(left, right)
    text = "".join(row.text for row in left + right)
    first, second = (right, left) if is_right_to_left(text) else (left, right)
    found: list[list[Row]] = []
    for top, bottom in pairwise([float("inf"), *cuts, float("-inf")]):
        for half in (first, second):
            cell = [row for row in half if bottom < (row.top + row.bottom) / 2 <= top]
            found += flows(cell, depth + 1)
    return found


def _best_band(found: Sequence[Row]) -> _Band | None:
    """Return the rows that most plainly stand in two columns; None where none do."""
    bands = [band for place in _places(found) for band in _bands(found, place)]
    return max(bands, key=lambda band: band.score, default=None)


def _places(found: Sequence[Row]) -> list[float]:
    """Return where a gutter may be: beside the edges at which most pieces begin."""
    if len(found) < _FEWEST:
        return []
    left, right = min(row.left for row in found), max(row.right for row in found)
    first, last = left + _FIRST * (right - left), left + _LAST * (right - left)
    begins = Counter[float]()
    for row in found:
        for piece in row.pieces:
            # Left edges of what stands right of it; right edges where text runs leftwards.
            begins[round(piece.left) - _NARROWEST / 2] += 1
            begins[round(piece.right) + _NARROWEST / 2] += 1
    likely = [place for place, count in begins.most_common(_STEPS) if count >= _FEWEST]
    return [place for place in likely if first < place < last]


def _bands(found: Sequence[Row], place: float) -> Iterator[_Band]:
    """Yield what stands in columns left and right of a place, between rows that cross it."""
    sides = [_side(row, place) for row in found]
    first = 0
    for last in range(len(sides) + 1):
        if last == len(sides) or sides[last] == "across":
            band = _trimmed(found, sides, _Band(place, first, last, 0))
            if band is not None:
                yield band
            first = last + 1


def _side(row: Row, place: float) -> Side:
    lefts = sum(piece.right <= place for piece in row.pieces)
    rights = sum(piece.left >= place for piece in row.pieces)
    if lefts + rights < len(row.pieces):
        return "across"
    if lefts and rights:
        return "both"
    return "left" if lefts else "right"


def _trimmed(found: Sequence[Row], sides: Sequence[Side], band: _Band) -> _Band | None:
    """Return a band without what stands far from its columns; None where there are none."""
    first, last = band.first, band.last
    inside = range(first, last)
    lefts = [at for at in inside if sides[at] in ("left", "both")]
    rights = [at for at in inside if sides[at] in ("right", "both")]
    if min(len(lefts), len(rights)) < _FEWEST:
        return None
    # Both columns begin and end about where the other does.
    first = _reached(found, max(lefts[0], rights[0]), first - 1, -1)
    last = _reached(found, min(lefts[-1], rights[-1]), last, 1) + 1
    first, last = max(first, band.first), min(last, band.last)
    halves = _halves(found[first:last], band.place)
    if any(not _is_column(half) for half in halves):
        return None
    return _Band(band.place, first, last, min(len(half) for half in halves))


def _reached(found: Sequence[Row], start: int, end: int, step: int) -> int:
    """Return the last row from `start` towards `end` that stands close to the one before it."""
    at = start
    while at + step != end:
        one, other = sorted((at, at + step))
        if found[one].bottom - found[other].top > _FAR * found[at].size:
            break
        at += step
    return at


def _halves(found: Sequence[Row], place: float) -> tuple[list[Row], list[Row]]:
    pieces = [piece for row in found for piece in row.pieces]
    left = [piece for piece in pieces if piece.right <= place]
    right = [piece for piece in pieces if piece.left >= place]
    return rows(left), rows(right)


def _is_column(half: Sequence[Row]) -> bool:
    """Tell running text, whose rows are full, from labels, numbers and names."""
    if len(half) < _FEWEST:
        return False
    width = max(row.right for row in half) - min(row.left for row in half)
    filled = median((row.right - row.left) / width for row in half)
    return filled >= _FILLED and median(len(row.text) for row in half) >= _SHORTEST


def _shared_cuts(left: Sequence[Row], right: Sequence[Row]) -> list[float]:
    """Return the heights at which both halves begin anew, if nearly all that begins does so.

    That is what a table with long cells looks like; paragraphs of two columns meet by chance.
    """
    lefts, rights = _begun(left), _begun(right)
    shared = [
        max(one.top, other.top)
        for one in lefts
        for other in rights
        if abs(one.top - other.top) < _LEVEL * one.size
    ]
    is_table = len(shared) >= 2 and len(shared) >= _ALIKE * max(len(lefts), len(rights))
    return sorted(shared, reverse=True) if is_table else []


def _begun(half: Sequence[Row]) -> list[Row]:
    """Return the rows that stand further below the one before than most do."""
    steps = [above.bottom - below.bottom for above, below in pairwise(half)]
    usual = median(steps)
    return [below for below, step in zip(half[1:], steps, strict=True) if step > _PARTED * usual]
