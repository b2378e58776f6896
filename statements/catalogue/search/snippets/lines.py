"""Words of a text on one line, with marks in them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from statements.text.characters import LINE_END, joint

Span = tuple[int, int]


def marked(words: str, marks: Iterable[Span]) -> SafeString:
    """Return `words`, escaped, each mark in them as `<mark class="found">`."""
    parts: list[str] = []
    done = 0
    for start, end in marks:
        found = escape(words[start:end])
        parts += escape(words[done:start]), f'<mark class="found">{found}</mark>'
        done = end
    return mark_safe("".join((*parts, escape(words[done:]))))


def on_one_line(
    text: str, start: int, end: int, marks: Iterable[Span]
) -> tuple[str, tuple[Span, ...]]:
    """Return the words from `start` to `end` as a page shows them, and `marks` moved along."""
    pieces: list[str] = []
    bounds, shifts = [start], [-start]
    done, length = start, 0
    for line_end in LINE_END.finditer(text, start, end):
        between = joint(text[done : line_end.start()][-2:], text[line_end.end() : end][:1])
        pieces += text[done : line_end.start()], between
        length += line_end.start() - done + len(between)
        done = line_end.end()
        bounds.append(done)
        shifts.append(length - done)
    words = "".join((*pieces, text[done:end]))
    moved = ((_moved(a, bounds, shifts), _moved(b, bounds, shifts)) for a, b in marks)
    return words, tuple((a, min(b, len(words))) for a, b in moved if a < b)


def _moved(position: int, bounds: Sequence[int], shifts: Sequence[int]) -> int:
    return position + shifts[bisect_right(bounds, position) - 1]
