"""A change of a text as a list of replacements, which says of every place where it is now."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from statements.text.differences import difference


class Replacement(NamedTuple):
    """Characters of a text from `start` on, and those that come in their place."""

    start: int
    before: str
    after: str

    @property
    def end(self) -> int:
        return self.start + len(self.before)

    def narrowed(self) -> "Replacement":
        """Return the same without the characters that it would replace by themselves."""
        before, after, start = self.before, self.after, self.start
        while before and after and before[0] == after[0]:
            before, after, start = before[1:], after[1:], start + 1
        while before and after and before[-1] == after[-1]:
            before, after = before[:-1], after[:-1]
        return Replacement(start, before, after)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether it replaces characters of a span, or something within it.

        An empty span is touched at either side too: nothing else of it could be told.
        """
        if start == end:
            return self.start <= start <= self.end
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Change:
    """Replacements of one text, in order, none overlapping another."""

    replacements: tuple[Replacement, ...]
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]

    @classmethod
    def of(cls, replacements: Iterable[Replacement]) -> "Change":
        """Return the change that makes all of them. Raises ValueError where two overlap."""
        ordered = tuple(sorted(replacements))
        for one, following in pairwise(ordered):
            if following.start < one.end:
                raise ValueError(f"{one} and {following} overlap.")
        lengths = (len(one.after) - len(one.before) for one in ordered)
        starts = tuple(one.start for one in ordered)
        return cls(ordered, starts, tuple(accumulate(lengths, initial=0)))

    def apply(self, text: str) -> str:
        """Return the changed text. Raises ValueError for one that it is no change of."""
        pieces, done = list[str](), 0
        for one in self.replacements:
            if text[one.start : one.end] != one.before or one.end > len(text):
                raise ValueError(f"{one.before!r} does not stand at {one.start}.")
            pieces += text[done : one.start], one.after
            done = one.end
        return "".join([*pieces, text[done:]])

    def inverse(self) -> "Change":
        """Return the change of the changed text that makes it what it was."""
        moved = zip(self.replacements, self._shifts, strict=False)
        return Change.of(
            Replacement(one.start + shift, one.after, one.before) for one, shift in moved
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span is in the changed text.

        What is put in at its very ends stays outside. A span that ends within replaced
        characters takes in all that came in their place.
        """
        begins = self._place(start, is_end=False)
        return begins, max(begins, self._place(end, is_end=True))

    def touches(self, start: int, end: int) -> bool:
        """Tell whether it changes characters of a span."""
        return any(one.touches(start, end) for one in self._near(start, end))

    def within(self, start: int, end: int) -> tuple[Replacement, ...]:
        """Return the replacements that change characters of a span."""
        return tuple(one for one in self._near(start, end) if one.touches(start, end))

    def _near(self, start: int, end: int) -> tuple[Replacement, ...]:
        first = max(0, bisect_right(self._starts, start) - 3)
        return self.replacements[first : bisect_right(self._starts, end)]

    def _place(self, position: int, *, is_end: bool) -> int:
        number = bisect_right(self._starts, position)
        while number:
            one = self.replacements[number - 1]
            if one.end <= position and not (is_end and one.start == position):
                break
            number -= 1
        if number < len(self.replacements):
            one = self.replacements[number]
            if one.start < position < one.end:
                return one.start + self._shifts[number] + (len(one.after) if is_end else 0)
        return position + self._shifts[number]


def between(before: str, after: str) -> Change:
    """Return a change that makes `before` into `after`, as a person's edit is read."""
    found, place = list[Replacement](), 0
    removed = added = ""
    for piece in (*difference(before, after), None):
        if piece is not None and piece.kind == "removed":
            removed += piece.text
        elif piece is not None and piece.kind == "added":
            added += piece.text
        else:
            if removed or added:
                found.append(Replacement(place, removed, added).narrowed())
                place, removed, added = place + len(removed), "", ""
            place += len(piece.text) if piece is not None else 0
    return Change.of(found)
