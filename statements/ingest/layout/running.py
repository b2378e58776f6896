"""Running heads and feet, and page numbers: what repeats at the edges of pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from statements.ingest.layout.rows import Row

# How many rows of a page's head and foot are looked at, and in which part of its height.
_ROWS: Final = 3
_EDGE: Final = 0.14
# Of the size of letters: how far they stand from the text. Where nothing is so far, one row may
# still be a head.
_APART: Final = 0.5
# On how many of the pages a running head stands; they may take turns on left and right pages.
_SHARE: Final = 0.3
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:page|p\.|seite|página|страница)\s*)?(?P<number>\d{1,4})"
    r"(?:\s*(?:/|of|de|sur|из)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a page from top to bottom, and between which heights it is printed on."""

    rows: list[Row]
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Stripped:
    """Pages without what runs along their edges, and what that was."""

    pages: list[list[Row]]
    heads: tuple[str, ...]
    has_numbers: bool


def stripped(sheets: Sequence[Sheet]) -> Stripped:
    """Return pages without running heads and page numbers.

    The head of the first page stays: it may be the only place that names the document.
    """
    edges = [_edges(sheet) for sheet in sheets]
    counts = Counter(
        key for edge in edges for key in {_key(part) for row in edge for part in row.parts()}
    )
    often = max(2, round(_SHARE * len(sheets)))
    running = {key for key, count in counts.items() if count >= often}
    offset = _offset(edges)
    pages, heads, has_numbers = [], dict[str, None](), False
    for number, (sheet, edge) in enumerate(zip(sheets, edges, strict=True)):
        kept = []
        for row in sheet.rows:
            kind = _kind(row, running, number + offset) if any(row is one for one in edge) else ""
            is_first_head = number == 0 and kind == "head" and _is_above(row, sheet)
            if not kind or is_first_head:
                kept.append(row)
            elif kind == "head":
                heads |= dict.fromkeys(part for part in row.parts() if not _NUMBER.fullmatch(part))
            if kind and not is_first_head:
                has_numbers |= any(_NUMBER.fullmatch(part) for part in row.parts())
        pages.append(kept)
    return Stripped(pages, _told(heads), has_numbers)


def _edges(sheet: Sheet) -> list[Row]:
    """Return the rows of a page that may be its running head or foot."""
    edge = _EDGE * (sheet.top - sheet.bottom)
    above = [row for row in _outer(sheet.rows) if row.bottom > sheet.top - edge]
    below = [row for row in _outer(sheet.rows[::-1]) if row.top < sheet.bottom + edge]
    return above + [row for row in below if not any(row is one for one in above)]


def _outer(found: Sequence[Row]) -> Sequence[Row]:
    """Return the rows before the first gap, from an edge inwards."""
    for count, (one, following) in enumerate(pairwise(found[: _ROWS + 1]), start=1):
        gap = max(one.bottom - following.top, following.bottom - one.top)
        if gap > _APART * following.size:
            return found[:count]
    return found[:1]


def _is_above(row: Row, sheet: Sheet) -> bool:
    return row.bottom > (sheet.top + sheet.bottom) / 2


def _key(part: str) -> str:
    return _DIGITS.sub("#", " ".join(part.split()).casefold())


def _kind(row: Row, running: set[str], number: int) -> str:
    """Return whether a row is a page's number, a running head, or (empty) neither."""
    parts = row.parts()
    numbers = [part for part in parts if _is_number(part, number, running)]
    if len(numbers) == len(parts):
        return "number"
    rest = [part for part in parts if part not in numbers]
    return "head" if all(_key(part) in running for part in rest) else ""


def _is_number(part: str, number: int, running: set[str]) -> bool:
    found = _NUMBER.fullmatch(part)
    return found is not None and (int(found["number"]) == number or _key(part) in running)


def _offset(edges: Sequence[Sequence[Row]]) -> int:
    """Return what has to be added to a page's place, from 0 on, for its printed number."""
    differences = Counter(
        int(found["number"]) - place
        for place, edge in enumerate(edges)
        for row in edge
        for part in row.parts()
        if (found := _NUMBER.fullmatch(part))
    )
    if not differences:
        return 1
    best, count = differences.most_common(1)[0]
    return best if count > 1 else 1


def _told(heads: Sequence[str] | dict[str, None]) -> tuple[str, ...]:
    """Return heads without those that differ from one before in their numbers alone."""
    by_key: dict[str, str] = {}
    for head in heads:
        by_key.setdefault(_key(head), head)
    return tuple(by_key.values())
