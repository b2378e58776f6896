"""Draw paragraphs and bullets from a text, never change it.

A blank line parts paragraphs, and a bullet sign begins a block of its own. Lines without a blank
line between them are a paragraph each, unless the text is hard-wrapped: then a line runs on into
the next one. Whether it is, `_measure` reads off the lines of the whole text; where a paragraph
of such a text ends all the same, `_runs_on` reads off two lines.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from statements.text.characters import (
    BULLETS,
    CLOSING,
    DASHES,
    INVISIBLE,
    SENTENCE_ENDS,
    UNSPACED,
    joint,
)

# Nobody wraps more narrowly than a newspaper's column; a printer's widest line had 132 characters.
NARROWEST, WIDEST = 30, 132
# The shares of the measure that a line fills in a column set ragged or in a proportional font.
FULL, SHORT = 0.8, 0.6

_ROUND = re.compile(rf"[{re.escape(BULLETS)}]\s*")
_DASH = re.compile(rf"[*{re.escape(DASHES)}]\s+")
_BLANK = re.compile(rf"[\s{INVISIBLE}]*")
# All that may take another room than one column: most lines have none of it.
_OF_OTHER_WIDTH = re.compile("[\u00ad\u0300-\u200f\u2028-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or bullet: the slices of the text, one per source line, that make it up."""

    kind: Literal["paragraph", "bullet"]
    spans: tuple[tuple[int, int], ...]

    def words(self, text: str) -> str:
        """Return the block's words as a page shows them, its lines joined."""
        shown = [text[slice(*self.spans[0])]]
        for (begin, end), (start, stop) in pairwise(self.spans):
            shown += joint(text[begin:end][-2:], text[start]), text[start:stop]
        return "".join(shown)


class _Line(NamedTuple):
    """A line that is not blank: where it begins, with its sign and without, and where it ends."""

    words: str
    outset: int
    start: int
    end: int
    sign: Literal["", "round", "dash"]
    after_blank: bool

    @property
    def width(self) -> int:
        """Columns on a typewriter, where Han and kana take two and accents none."""
        if not _OF_OTHER_WIDTH.search(self.words):
            return len(self.words)
        wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in self.words)
        none = sum(unicodedata.category(letter) in ("Mn", "Me", "Cf") for letter in self.words)
        return len(self.words) + wide - none

    @property
    def ends_sentence(self) -> bool:
        return self.words.rstrip(CLOSING).endswith(tuple(SENTENCE_ENDS))

    def width_with_word_of(self, following: "_Line") -> int:
        """Columns that this line would take with the first word of the following one."""
        if UNSPACED.match(following.words):
            return self.width + 2
        return self.width + 1 + len(following.words.split(None, 1)[0])


def blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs and bullets of `text` in order, as positions of code points.

    Every character belongs to exactly one span, but for white space and bullet signs at the ends
    of lines and for lines that hold nothing to see.
    """
    lines = list(_lines(text))
    measure = _measure(lines)
    if not measure:
        return tuple([Block(_kind(line), ((line.start, line.end),)) for line in lines])
    drawn: list[tuple[Literal["paragraph", "bullet"], list[tuple[int, int]]]] = []
    before: _Line | None = None
    for line in lines:
        in_bullet = bool(drawn) and drawn[-1][0] == "bullet"
        if before and _runs_on(before, line, measure, in_bullet=in_bullet):
            drawn[-1][1].append((line.outset, line.end))
        else:
            drawn.append((_kind(line), [(line.start, line.end)]))
        before = line
    return tuple(Block(kind, tuple(spans)) for kind, spans in drawn)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the first of the blocks that a passage touches begins, and the last one ends."""
    spans = [block.spans for block in blocks(text)]
    touched = [held for held in spans if held[0][0] < end and start < held[-1][1]]
    if not touched:
        return start, end
    return min(start, touched[0][0][0]), max(end, touched[-1][-1][1])


def _kind(line: _Line) -> Literal["paragraph", "bullet"]:
    return "bullet" if line.sign else "paragraph"


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that are not blank, cut at every line separator Unicode knows.

    A bullet sign alone on its line is the sign of the line below it.
    """
    after_blank, outset, sign_alone = True, 0, False
    for line in text.splitlines(keepends=True):
        begun = line.lstrip()
        start = outset + len(line) - len(begun)
        end = start + len(begun.rstrip())
        outset += len(line)
        # Most lines begin with a letter: then they are neither blank nor have a sign.
        is_plain = begun[:1].isalpha()
        if not begun or (not is_plain and _BLANK.fullmatch(line)):
            after_blank, sign_alone = True, False
            continue
        round_sign = None if is_plain else _ROUND.match(text, start, end)
        dash = None if is_plain else _DASH.match(text, start, end)
        found = round_sign or dash
        words_start = found.end() if found else start
        if words_start == end:
            sign_alone = True
            continue
        sign: Literal["", "round", "dash"] = "dash" if dash else ""
        if round_sign or sign_alone:
            sign = "round"
        words = text[words_start:end]
        yield _Line(words, start, words_start, end, sign, after_blank)
        after_blank, sign_alone = False, False


def _measure(lines: list[_Line]) -> int:
    """Return the width to which a text is hard-wrapped, or 0 if its lines are paragraphs.

    Looked at are the lines that another follows at once. They are wrapped if most of them are full
    (the next line's first word would not have fitted), at least half break in mid-sentence, and,
    in a script that has capitals, a quarter of the lines below them begin with a small letter.
    Less than three such lines prove nothing without a small letter.
    """
    pairs = [
        (line, below)
        for line, below in pairwise(lines)
        if not below.after_blank and below.sign != "round"
    ]
    if not pairs:
        return 0
    widths = sorted(line.width for line, _ in pairs)
    # A tenth may stick out: a heading set above the first paragraph.
    measure = widths[-1 - len(widths) // 10]
    full = sum(line.width_with_word_of(below) > FULL * measure for line, below in pairs)
    broken = sum(not line.ends_sentence for line, _ in pairs)
    initials = [below.words[0] for _, below in pairs]
    small = sum(letter.islower() for letter in initials)
    cased = small + sum(letter.isupper() for letter in initials)
    wrapped = (
        NARROWEST <= measure <= WIDEST
        and full >= 2 / 3 * len(pairs)
        and broken >= len(pairs) / 2
        and small >= cased / 4
        and (small > 0 or len(pairs) >= 3)
    )
    return measure if wrapped else 0


def _runs_on(line: _Line, below: _Line, measure: int, *, in_bullet: bool) -> bool:
    """Say whether `below` goes on with the paragraph of `line` in a text wrapped to `measure`.

    A line ended on purpose is short, or it ends a sentence although a word more would have fitted;
    one far wider than the measure was never wrapped. The first line may be short because the text
    begins in the middle of it, where a slice was taken from a record.
    A dash at the head of a line is the author's dash if it stands in mid-sentence of a paragraph.
    """
    if below.after_blank or below.sign == "round":
        return False
    if below.sign == "dash" and (in_bullet or line.ends_sentence):
        return False
    if FULL * line.width > measure:
        return False
    if not line.start and not line.ends_sentence and below.words[0].islower():
        return True
    width = line.width_with_word_of(below)
    if line.ends_sentence and not below.words[0].islower():
        return width > FULL * measure
    return width > SHORT * measure
