"""Find lists below a stem: "The group calls on the Government to:" and what follows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from statements.ingest.drafting.page import Line

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)/]\s")
# An item of a list that has lost its signs ends as items do.
_ITEM_END = re.compile(r"(?:;|; (?:and|et|y|or|ou|o)|, (?:and|et|y))\s*\Z")


@dataclass(frozen=True, slots=True)
class List:
    """The numbers of the lines that are the stem and the items of a list."""

    stem: int
    items: tuple[int, ...]


def lists(lines: Sequence[Line]) -> list[List]:
    """Return the lists among `lines`, each with the line before it, which ends with a colon."""
    found = []
    number = 0
    while number < len(lines):
        items = _items(lines, number + 1) if lines[number].words.rstrip().endswith(":") else ()
        if items:
            found.append(List(number, items))
        number += 1 + len(items)
    return found


def _items(lines: Sequence[Line], first: int) -> tuple[int, ...]:
    last = first
    while last < len(lines) and _is_item(lines[last], follows=last > first and lines[last - 1]):
        last += 1
    return tuple(range(first, last))


def _is_item(line: Line, *, follows: Line | bool) -> bool:
    if line.is_bullet or _NUMBERED.match(line.words) or _ITEM_END.search(line.words):
        return True
    # The last of items that end with semicolons ends with a full stop.
    return isinstance(follows, Line) and bool(_ITEM_END.search(follows.words))
