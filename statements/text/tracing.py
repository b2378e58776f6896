"""Draw a text with the notes on it so that each of its characters can be traced back.

What a page shows is not what a text holds: lines are joined, bullet signs left out. So every run
of characters stands in an element that says at which code point it begins, and whoever selects
words on the page selects a span of the text. What notes overlap is cut as in `marking`.
"""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from django.utils.safestring import SafeString

from statements.text.blocks import Block, blocks
from statements.text.characters import joint


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A span to mark: its row on the page, its class, the sign behind it and what that is called.

    Its first run has the id `at-<kind>-<row>`, and the sign is a link to `#<row>`.
    """

    start: int
    end: int
    row: str
    kind: str
    sign: str
    name: str


@dataclass(frozen=True, slots=True)
class TracedBlock:
    """A block as HTML for the inside of a `<p>` or `<li>`."""

    kind: Literal["paragraph", "bullet"]
    html: SafeString


@dataclass(slots=True)
class _Run:
    """Characters of one line under the same notes, or what joins two lines: that has no place."""

    at: int | None
    words: str
    notes: tuple[Note, ...]
    begin: list[Note] = field(default_factory=list)
    end: list[Note] = field(default_factory=list)


def trace(text: str, notes: Iterable[Note]) -> tuple[TracedBlock, ...]:
    """Return the blocks of `text` with `notes` in them, balanced and escaped.

    A run that stands at code point 12 is an element with `data-at="12"` and one text in it.
    Raises ValueError for a note whose positions are outside the text.
    """
    ordered = sorted(notes)
    for one in ordered:
        if not 0 <= one.start < one.end <= len(text):
            raise ValueError(f"Note {one.row} is outside the text: {one.start} to {one.end}.")
    drawn = [(block, list(_runs(text, block, ordered))) for block in blocks(text)]
    _set_bounds([run for _, runs in drawn for run in runs if run.at is not None])
    return tuple(
        TracedBlock(block.kind, SafeString("".join(map(_html, runs)))) for block, runs in drawn
    )


def _runs(text: str, block: Block, notes: list[Note]) -> Iterator[_Run]:
    first, last = block.spans[0][0], block.spans[-1][1]
    here = [one for one in notes if one.start < last and one.end > first]
    cuts = {position for one in here for position in (one.start, one.end)}
    line_end = first
    for start, end in block.spans:
        if start > first and (between := joint(text[line_end - 2 : line_end], text[start])):
            over = tuple(one for one in here if one.start < line_end and start < one.end)
            yield _Run(None, between, over)
        inner = sorted(position for position in cuts if start < position < end)
        for left, right in pairwise([start, *inner, end]):
            covering = tuple(one for one in here if one.start <= left < one.end)
            yield _Run(left, text[left:right], covering)
        line_end = end


def _set_bounds(runs: list[_Run]) -> None:
    last: dict[Note, _Run] = {}
    for run in runs:
        run.begin += [one for one in run.notes if one not in last]
        last |= dict.fromkeys(run.notes, run)
    for one, run in last.items():
        run.end.append(one)


def _html(run: _Run) -> str:
    at = "" if run.at is None else f' data-at="{run.at}"'
    words = html.escape(run.words)
    if not run.notes:
        return f"<span{at}>{words}</span>" if at else words
    kinds = " ".join(dict.fromkeys(one.kind for one in run.notes))
    rows = " ".join(one.row for one in run.notes)
    begun = "".join(f'<span id="at-{one.kind}-{html.escape(one.row)}"></span>' for one in run.begin)
    signs = "".join(map(_sign, run.end))
    return f'{begun}<mark class="{kinds}"{at} data-rows="{html.escape(rows)}">{words}</mark>{signs}'


def _sign(one: Note) -> str:
    row, name = html.escape(one.row), html.escape(one.name)
    sign = html.escape(one.sign)
    return f'<a class="sign {one.kind}" href="#{row}" aria-label="{name}">{sign}</a>'
