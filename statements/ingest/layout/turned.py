"""Lines that are read from right to left: letters put in the order in which they are read.

A file may hold them in any order, so it is read off their places. Numbers and Latin words among
them run from left to right (Unicode Standard Annex 9).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from statements.ingest.layout.rows import CELL_GAP, Piece

# Of the size of letters: what parts words where no space is written.
_WORD_GAP: Final = 0.15
_MIRRORED: Final = str.maketrans("()[]{}«»", ")(][}{»«")
_OPENING, _CLOSING = "([{«", ")]}»"
# Within a number or a symbol.
_JOINING: Final = "./,:-–+%#&@_'"


class Letter(NamedTuple):
    """A character and its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def place(self) -> float:
        """Return where it stands from right to left; an accent follows its letter."""
        middle = (self.left + self.right) / 2
        return -middle + (self.top - self.bottom) / 8 * (unicodedata.category(self.text) == "Mn")


def pieces(letters: Sequence[Letter]) -> Iterator[Piece]:
    """Yield the pieces of a line from right to left, each with its words in logical order."""
    # A space without a width may stand anywhere.
    seen = [one for one in letters if not one.text.isspace() or one.right > one.left]
    placed = sorted(seen, key=lambda letter: letter.place)
    size = max(letter.top for letter in placed) - min(letter.bottom for letter in placed)
    run: list[Letter] = []
    for letter in placed:
        if run and min(one.left for one in run[-3:]) - letter.right > CELL_GAP * size:
            yield _piece(run, size)
            run = []
        run.append(letter)
    if run:
        yield _piece(run, size)


def _piece(run: Sequence[Letter], size: float) -> Piece:
    return Piece(
        _logical(list(_spaced(run, size))),
        min(letter.left for letter in run),
        max(letter.right for letter in run),
        min(letter.bottom for letter in run),
        max(letter.top for letter in run),
    )


def _spaced(run: Sequence[Letter], size: float) -> Iterator[str]:
    """Yield the letters of a line, with a space where only a gap parts two words."""
    has_spaces = any(letter.text.isspace() for letter in run)
    edge = run[0].right
    for letter in run:
        if not has_spaces and edge - letter.right > _WORD_GAP * size:
            yield " "
        yield " " if letter.text.isspace() else letter.text
        edge = min(edge, letter.left)


def _logical(letters: Sequence[str]) -> str:
    """Turn what runs from left to right, and brackets that were kept as they look."""
    classes = [_runs_on(letters, at) for at in range(len(letters))]
    parts = []
    for is_left_to_right, group in groupby(range(len(letters)), key=lambda at: classes[at]):
        run = [letters[at] for at in group]
        parts.append("".join(reversed(run) if is_left_to_right else run))
    text = "".join(parts)
    opening = min((text.find(one) for one in _OPENING if one in text), default=len(text))
    closing = min((text.find(one) for one in _CLOSING if one in text), default=len(text))
    return text.translate(_MIRRORED) if closing < opening else text


def _runs_on(letters: Sequence[str], at: int) -> bool:
    """Tell what runs from left to right: Latin letters, numbers, and what joins two of them."""
    if _is_left_to_right(letters[at]):
        return True
    if not 0 < at < len(letters) - 1:
        return False
    before, after = letters[at - 1], letters[at + 1]
    if letters[at] in _JOINING:
        return _is_left_to_right(before) and _is_left_to_right(after)
    return letters[at] == " " and _is_latin(before) and _is_latin(after)


def _is_left_to_right(letter: str) -> bool:
    return unicodedata.bidirectional(letter[:1] or " ") in ("L", "EN", "AN")


def _is_latin(letter: str) -> bool:
    return unicodedata.bidirectional(letter[:1] or " ") == "L"
