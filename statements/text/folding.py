"""Fold a text for looking words up in it, and keep the way back to its own characters."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from statements.text.characters import (
    BULLETS,
    DASHES,
    DOUBLE_QUOTES,
    INVISIBLE,
    SINGLE_QUOTES,
    joint,
)

_ALIKE = str.maketrans(
    dict.fromkeys(DASHES, "-")
    | dict.fromkeys(SINGLE_QUOTES, "'")
    | dict.fromkeys(DOUBLE_QUOTES, '"')
)
_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_SPACE = rf"\s{re.escape(BULLETS)}"
_GAP = re.compile(rf"(?:[{_SPACE}]|(?<![^{_SPACE}])[-*](?![^{_SPACE}]))+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded words; `source` gives the position in the text that a folded character came from."""

    words: str
    steps: tuple["_Steps", ...]

    def source(self, position: int) -> int:
        """Return the position in the text of the folded character at `position`."""
        for step in reversed(self.steps):
            position = step.source(position)
        return position


@dataclass(frozen=True, slots=True)
class _Steps:
    """Where one pass of replacements shifted what follows: positions after it and before it."""

    after: list[int]
    before: list[int]

    def source(self, position: int) -> int:
        shift = bisect_right(self.after, position) - 1
        return self.before[shift] + position - self.after[shift]


def fold(text: str) -> Folded:
    """Fold what differs between words in a source and the same words on a page or keyboard.

    Characters nobody sees are dropped, quotation marks and dashes become the typewriter's, a run
    of white space becomes one space, or nothing between Han or kana and behind the hyphen of a
    word. A bullet sign, or a dash or asterisk standing alone, counts as white space: a page shows
    bullets without their sign. Letters are never folded.
    """
    seen, unseen_steps = _replaced(text, _UNSEEN, lambda _: "")
    words, gap_steps = _replaced(seen.translate(_ALIKE), _GAP, _space)
    return Folded(words, (unseen_steps, gap_steps))


def _space(gap: re.Match[str]) -> str:
    before = gap.string[max(0, gap.start() - 2) : gap.start()]
    return joint(before, gap.string[gap.end() : gap.end() + 1])


def _replaced(
    text: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
) -> tuple[str, _Steps]:
    pieces: list[str] = []
    steps = _Steps([0], [0])
    length = done = 0
    for found in pattern.finditer(text):
        pieces += text[done : found.start()], replacement(found)
        length += len(pieces[-2]) + len(pieces[-1])
        done = found.end()
        steps.after.append(length)
        steps.before.append(done)
    pieces.append(text[done:])
    return "".join(pieces), steps
