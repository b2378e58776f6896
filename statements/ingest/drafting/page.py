"""A text as the rules of drafting read it: folded, without markup, a line for each paragraph."""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from statements.text.blocks import blocks
from statements.text.folding import Folded, fold

_UNSEEN = "\u200b"
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>]{0,2000})?/?>")
_BLOCKS = set(
    "address article aside blockquote body br caption dd div dl dt figure footer form h1 h2 h3 h4"
    " h5 h6 head header hr html input li main nav ol p pre section table td th title tr ul".split()
)
_CLOSED = re.compile(r"</[A-Za-z]|<br\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{1,6}|#x[0-9A-Fa-f]{1,5});")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE)
_END = re.compile(r"^[ \t]{0,9}\\?#{2,6}[ \t]*$", re.MULTILINE)
_BOLD = re.compile(r"\*\*|(?<!\w)__|__(?!\w)")
_ADDRESS = re.compile(r"\[(?P<label>[^\[\]\n]{1,300})\](?P<rest>\([^\s()]{1,2000}\))")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, bullet or heading; `start` and `end` are its place in a page's words."""

    words: str
    start: int
    end: int
    is_bullet: bool


@dataclass(frozen=True)
class Page:
    """What `fold` leaves of a text, each paragraph in one line; `place` is the way back."""

    text: str
    seen: str
    lines: tuple[Line, ...]
    _folds: tuple[tuple[int, Folded], ...]

    @classmethod
    def of(cls, text: str) -> "Page":
        lines: list[Line] = []
        folds: list[tuple[int, Folded]] = []
        position = 0
        seen = without_markup(text)
        for block in blocks(seen):
            start, end = block.spans[0][0], block.spans[-1][1]
            folded = fold(seen[start:end])
            if words := folded.words:
                is_bullet = block.kind == "bullet"
                lines.append(Line(words, position, position + len(words), is_bullet))
                folds.append((start, folded))
                position += len(words) + 1
        return cls(text, seen, tuple(lines), tuple(folds))

    @cached_property
    def words(self) -> str:
        return "\n".join(line.words for line in self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text the words from `start` to `end` stand, in code points."""
        return self._source(start), self._source(end - 1) + 1

    def written(self, start: int, end: int) -> str:
        """Return the words from `start` to `end` in the text's own letters, without markup."""
        begin, stop = self.place(start, end)
        return " ".join(self.seen[begin:stop].replace(_UNSEEN, "").split())

    def line_at(self, position: int) -> int:
        """Return the number of the line that holds `position` of the words."""
        return max(0, bisect_right(self._starts, position) - 1)

    def head(self, most: int) -> str:
        """Return the words of the first `most` lines, which begin where the page's words do."""
        return "\n".join(line.words for line in self.lines[:most])

    def _source(self, position: int) -> int:
        number = self.line_at(position)
        start, folded = self._folds[number]
        return start + folded.source(position - self.lines[number].start)


def without_markup(text: str) -> str:
    """Return `text` with tags and marks of emphasis blanked, every character at its place."""
    if _CLOSED.search(text):
        text = _ENTITY.sub(_letter, _TAG.sub(_blank, text))
    text = _END.sub(_spaces, _HEADING.sub(_spaces, text))
    text = _ADDRESS.sub(_label, text)
    return _BOLD.sub(_UNSEEN * 2, text)


def _blank(tag: re.Match[str]) -> str:
    if tag["name"].lower() in _BLOCKS:
        return "\n\n" + " " * (len(tag[0]) - 2)
    return _UNSEEN * len(tag[0])


def _letter(entity: re.Match[str]) -> str:
    letter = html.unescape(entity[0])
    return letter + _UNSEEN * (len(entity[0]) - 1) if len(letter) == 1 else entity[0]


def _label(link: re.Match[str]) -> str:
    return _UNSEEN + link["label"] + _UNSEEN * (len(link["rest"]) + 1)


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])
