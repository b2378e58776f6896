"""Rows to text: a line each, with a blank line where a paragraph begins."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from statements.ingest.layout.rows import Row, is_right_to_left
from statements.text.characters import BULLETS, CLOSING, SENTENCE_ENDS

# Of the usual step from row to row; of the size of letters.
_APART: Final = 1.3
_RESIZED: Final = 0.13
_INDENT: Final = 0.7
_SHORT: Final = 3.0
_NOTE_SIZE: Final = 0.88
_NOTE = re.compile(r"\s*(?:\d{1,3}|[*†‡])(?!\d)")
_LABEL = re.compile(
    rf"\s*(?:[{re.escape(BULLETS)}]|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{1,5}})[.)])(?:\s|$)"
)


@dataclass(slots=True)
class Written:
    """What is written so far: the text, where each page but the first begins, notes put off."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    pages: list[int] = field(default_factory=list)
    notes: list[list[Row]] = field(default_factory=list)
    last: tuple[Row, "Frame"] | None = None

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


@dataclass(frozen=True, slots=True)
class Frame:
    """Of a column: where its rows begin and end (as they are read), and their usual step."""

    begin: float
    end: float
    step: float
    is_turned: bool

    @classmethod
    def of(cls, flow: Sequence[Row]) -> "Frame":
        is_turned = is_right_to_left("".join(row.text for row in flow))
        begins = Counter(round(_begin(row, is_turned=is_turned)) for row in flow)
        # The edge is where most rows begin; of two as frequent ones, the outer.
        begin = max(begins.items(), key=lambda item: (item[1], -item[0]))[0]
        steps = [above.bottom - below.bottom for above, below in pairwise(flow)]
        usual = median(step for step in steps if step > 0) if any(s > 0 for s in steps) else 0.0
        end = max(_end(row, is_turned=is_turned) for row in flow)
        return cls(begin, end, usual, is_turned)

    def indent(self, row: Row) -> float:
        """Return by how many sizes of its letters a row begins further in than most."""
        return (_begin(row, is_turned=self.is_turned) - self.begin) / row.size

    def is_short(self, row: Row) -> bool:
        return self.end - _end(row, is_turned=self.is_turned) > _SHORT * row.size


def _begin(row: Row, *, is_turned: bool) -> float:
    return -row.right if is_turned else row.left


def _end(row: Row, *, is_turned: bool) -> float:
    return -row.left if is_turned else row.right


def text_of(pages: Sequence[Sequence[Sequence[Row]]]) -> Written:
    """Return the text of pages, each a sequence of flows; foot notes stand at its end."""
    written = Written()
    size = _usual_size(pages)
    for number, page in enumerate(pages):
        begun = written.length
        for flow in page:
            body, notes = _without_notes(flow, size)
            if notes:
                written.notes.append(notes)
            if body:
                _put(body, written)
        if number:
            written.pages.append(min(begun + 1, written.length))
    for notes in written.notes:
        written.last = None
        _put(notes, written)
    if written.length:
        written.put("\n")
    return written


def _usual_size(pages: Sequence[Sequence[Sequence[Row]]]) -> float:
    """Return the size that most letters have, in steps of half a point."""
    sizes = Counter[float]()
    for page in pages:
        for flow in page:
            for row in flow:
                sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_notes(flow: Sequence[Row], size: float) -> tuple[list[Row], list[Row]]:
    """Part the small rows at a column's foot from what stands above them."""
    at = len(flow)
    while at and flow[at - 1].size < _NOTE_SIZE * size:
        at -= 1
    while at < len(flow) and not _NOTE.match(flow[at].text):
        at += 1
    return list(flow[:at]), list(flow[at:])


def _put(flow: Sequence[Row], written: Written) -> None:
    frame = Frame.of(flow)
    for place, row in enumerate(flow):
        below = flow[place + 1] if place + 1 < len(flow) else None
        if written.last is None:
            gap = "\n\n" if written.length else ""
        elif place == 0:
            gap = "\n" if _goes_on(*written.last, row, frame) else "\n\n"
        else:
            gap = "\n\n" if _begins(row, flow[place - 1], below, frame) else "\n"
        written.put(gap + row.text)
        written.last = (row, frame)


def _begins(row: Row, above: Row, below: Row | None, frame: Frame) -> bool:
    """Tell whether a paragraph begins with a row, by its distance, size and indent."""
    if row.is_of_table or above.is_of_table:
        return not (row.is_of_table and above.is_of_table)
    step = above.bottom - row.bottom
    if frame.step and step > _APART * frame.step:
        return True
    if abs(row.size - above.size) > _RESIZED * max(row.size, above.size):
        return True
    if _LABEL.match(row.text):
        return frame.is_short(above) or _ends_sentence(above)
    indent = frame.indent(row)
    if indent < _INDENT or (frame.indent(above) > indent - _INDENT and not frame.is_short(above)):
        return False
    return below is None or frame.indent(below) < indent - _INDENT or frame.is_short(above)


def _goes_on(last: Row, before: Frame, row: Row, frame: Frame) -> bool:
    """Tell whether the paragraph at a column's end goes on at the head of the next."""
    if row.is_of_table or last.is_of_table:
        return row.is_of_table and last.is_of_table
    if abs(row.size - last.size) > _RESIZED * max(row.size, last.size):
        return False
    if frame.indent(row) > _INDENT:
        return False
    if not _ends_sentence(last):
        return not before.is_short(last) or row.text[:1].islower()
    return not before.is_short(last) and not row.text[:1].isupper()


def _ends_sentence(row: Row) -> bool:
    return row.text.rstrip(CLOSING).endswith(tuple(SENTENCE_ENDS))
