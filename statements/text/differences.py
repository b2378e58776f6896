"""What was changed between two texts: lines are compared first, then the words within them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from statements.text.characters import UNSPACED

Kind = Literal["same", "removed", "added"]

# A word with the white space before it, or one character of a script that sets no spaces.
_WORD = re.compile(rf"\s*(?:{UNSPACED.pattern}|\w+|[^\w\s])|\s+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters, and whether both texts have them or which of the two."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in order: what stayed, what was removed, what was added.

    Those that are not "added" make `before`, those that are not "removed" make `after`.
    """
    return tuple(_joined(_pieces(lines(before), lines(after))))


def lines(text: str) -> list[str]:
    return _LINE.findall(text)


def words(text: str) -> list[str]:
    """Cut a text into its words, nothing of it lost."""
    return _WORD.findall(text)


def matching(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the runs that two sequences share: where in each, and how long."""
    begin = 0
    while begin < min(len(before), len(after)) and before[begin] == after[begin]:
        begin += 1
    end = 0
    while end < min(len(before), len(after)) - begin and before[-1 - end] == after[-1 - end]:
        end += 1
    inner = SequenceMatcher(
        None, before[begin : len(before) - end], after[begin : len(after) - end]
    ).get_matching_blocks()
    runs = [(0, 0, begin)]
    runs += [(found.a + begin, found.b + begin, found.size) for found in inner]
    runs.append((len(before) - end, len(after) - end, end))
    return [run for run in runs if run[2]]


def _pieces(before: list[str], after: list[str], *, finer: bool = True) -> Iterator[Piece]:
    at = to = 0
    for start, place, size in [*matching(before, after), (len(before), len(after), 0)]:
        old, new = "".join(before[at:start]), "".join(after[to:place])
        if finer and old and new:
            yield from _pieces(words(old), words(new), finer=False)
        else:
            yield Piece("removed", old)
            yield Piece("added", new)
        yield Piece("same", "".join(before[start : start + size]))
        at, to = start + size, place + size


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield pieces with no empty one among them and no two of a kind in a row."""
    held: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if held and held[-1].kind == piece.kind:
            held[-1] = Piece(piece.kind, held[-1].text + piece.text)
        else:
            yield from held
            held = [piece]
    yield from held


def excerpt(pieces: tuple[Piece, ...], around: int = 120) -> tuple[Piece, ...]:
    """Return the pieces with what stayed shortened to what stands near a change."""
    shown = []
    for number, piece in enumerate(pieces):
        first, last = number == 0, number == len(pieces) - 1
        text = piece.text
        if piece.kind == "same" and len(text) > 2 * around:
            head = "" if first else text[:around]
            tail = "" if last else text[-around:]
            text = f"{head} … {tail}"
        shown.append(Piece(piece.kind, text))
    return tuple(shown)
