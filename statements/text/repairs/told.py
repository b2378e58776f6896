"""What readers are told of repairs: whole words, as the source had them and as they stand here."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from statements.text import withholding
from statements.text.characters import UNSPACED
from statements.text.repairs.changes import Change, Replacement
from statements.text.withholding import Shown

# So far to either side of a replacement its words may reach.
LONGEST = 40

_WORD = re.compile(r"[\w/’'‐‑-]+(?:\.\w[\w/’'‐‑-]*)*")


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a text from `start` to `end`, which read `after`, and what the source had there."""

    kind: str
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Replacements that are told as one."""

    kind: str
    start: int
    end: int
    made: tuple[Replacement, ...]

    def with_next(self, other: "_Group") -> "_Group":
        start, end = min(self.start, other.start), max(self.end, other.end)
        kind = other.kind if all(map(_is_plain, self.made)) else self.kind
        return _Group(kind, start, end, self.made + other.made)

    def told(self, text: str) -> Told:
        after = text[self.start : self.end]
        back = Change.of(
            Replacement(one.start - self.start, one.after, one.before) for one in self.made
        )
        return Told(self.kind, self.start, self.end, back.apply(after), after)


def told(text: str, made: Iterable[tuple[str, Replacement]]) -> tuple[Told, ...]:
    """Return replacements that were made in `text`, each with its kind, as whole words.

    Their places are those of the text as it is. White space alone, such as a joined line, stays
    by itself; replacements in one word are told as one. Undone together they give the source.
    """
    groups: list[_Group] = []
    for kind, one in sorted(made, key=lambda each: each[1].start):
        group = _Group(kind, *_words(text, one), (one,))
        while groups and group.start < groups[-1].end:
            group = groups.pop().with_next(group)
        groups.append(group)
    return tuple(group.told(text) for group in groups)


def word(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the whole words that a span of `text` touches, as far as `LONGEST`."""
    begin, until = max(0, start - LONGEST), min(len(text), end + LONGEST)
    for found in _WORD.finditer(text, begin, until):
        if found.start() <= start <= found.end() or found.start() <= end <= found.end():
            if UNSPACED.search(found[0]):
                continue
            start, end = min(start, found.start()), max(end, found.end())
    return start, end


def public(shown: Shown, several: Iterable[Told], words: Collection[str]) -> tuple[Told, ...]:
    """Return what may be told of repairs where `words` are withheld, at the places of `shown`.

    What touches withheld words is left out, and what would tell them by the words of before.
    """
    free = (one for one in several if not shown.overlaps(one.start - 1, one.end + 1))
    placed = [_at(shown, one) for one in free]
    return tuple(_harmless(shown.text, placed, words))


def _harmless(text: str, several: Sequence[Told], words: Collection[str]) -> Iterator[Told]:
    back = Change.of(Replacement(one.start, one.after, one.before) for one in several)
    source = back.apply(text) if words else ""
    spans = [span for each in words for span in withholding.places(source, each)]
    for one, before in zip(several, back.inverse().replacements, strict=True):
        start, end = before.start, before.start + len(one.before)
        if not any(begin <= end and start <= until for begin, until in spans):
            yield one


def _words(text: str, one: Replacement) -> tuple[int, int]:
    end = one.start + len(one.after)
    return (one.start, end) if _is_plain(one) else word(text, one.start, end)


def _is_plain(one: Replacement) -> bool:
    return one.before.isspace() and not one.after.strip()


def _at(shown: Shown, one: Told) -> Told:
    start, end = shown.place(one.start, one.end)
    return replace(one, start=start, end=end, after=shown.text[start:end])
