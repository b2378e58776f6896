"""Pieces of print, and the rows that they stand in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# Of the size of the letters: what parts two words, and two cells of a row.
WORD_GAP, CELL_GAP = 0.15, 2.0
# How much of the lower of two pieces has to stand beside the other for one row.
_BESIDE: Final = 0.5
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")


@dataclass(slots=True)
class Piece:
    """Letters of one size that stand side by side."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        return self.top - self.bottom


@dataclass(slots=True)
class Row:
    """Pieces that stand at one height, in the order in which they are read."""

    pieces: list[Piece]
    is_of_table: bool = False

    @property
    def left(self) -> float:
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return self._main.bottom

    @property
    def top(self) -> float:
        return self._main.top

    @property
    def size(self) -> float:
        return self._main.size

    @property
    def _main(self) -> Piece:
        """Return the piece with most letters: a number of a note does not set the row."""
        return max(self.pieces, key=lambda piece: len(piece.text))

    @property
    def text(self) -> str:
        """Return the row's words; a tab parts what stands as far apart as cells of a table."""
        words = ""
        before: Piece | None = None
        for piece in self.pieces:
            words = _joined(words, piece, before)
            before = piece
        return words.rstrip()

    def parts(self) -> list[str]:
        """Return what stands apart in the row, as a head and a page number do."""
        return [part.strip() for part in self.text.split("\t") if part.strip()]


def _joined(words: str, piece: Piece, before: Piece | None) -> str:
    if before is None:
        return piece.text.lstrip()
    size = min(before.size, piece.size)
    gap = max(piece.left - before.right, before.left - piece.right)
    if gap > CELL_GAP * size:
        return f"{words.rstrip()}\t{piece.text.lstrip()}"
    if gap > WORD_GAP * size and not words.endswith(" ") and not piece.text.startswith(" "):
        return f"{words} {piece.text}"
    return words + piece.text


def rows(pieces: Iterable[Piece]) -> list[Row]:
    """Return the rows of a page or a part of it, from top to bottom."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -(one.top + one.bottom)):
        if found and any(_stand_beside(piece, other) for other in found[-1]):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [Row(in_reading_order(one)) for one in found]


def _stand_beside(one: Piece, other: Piece) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > _BESIDE * min(one.size, other.size)


def in_reading_order(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces of one row from left to right, or from right to left where most is so."""
    placed = sorted(pieces, key=lambda piece: piece.left)
    return placed[::-1] if is_right_to_left("".join(piece.text for piece in placed)) else placed


def is_right_to_left(text: str) -> bool:
    return len(_RIGHT_TO_LEFT.findall(text)) > len(_LEFT_TO_RIGHT.findall(text))
