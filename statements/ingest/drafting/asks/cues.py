"""What makes a sentence a call, and what speaks against it: weights that are added up.

A cue is a turn of phrase that calls for something. A doubt is a circumstance in which the same
words call for nothing: a question, a condition, a noun, what another text says. A sentence calls
for something where its best cue, less its doubts, reaches `ENOUGH`.

The weights are meant, not fitted: 1 is a call whatever stands around it, 0.9 one in nearly every
text, 0.8 one that only a doubt of any size undoes; 0.6 alone is not enough. A doubt of 1 undoes
every cue, of 0.4 all that stand alone, of 0.2 only the weak ones. The best cue counts, not their
sum: two hints at a call are no call.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from statements.choices import Strength

ENOUGH = 0.75
CERTAIN = 0.9
# So far before and behind a cue its circumstances are looked for.
_NEAR = 160

_WE = re.compile(r"\b[Ww]e \Z")
_IMPERSONAL = re.compile(r"(?:it is|it remains|is|are)\b", re.IGNORECASE)
_OPENS = re.compile(r" (?:to|that)\b")

Family = Literal["call", "stress", "modal", "need", "deontic"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A turn of phrase; the group `verb` of the pattern is what a person is shown as the reason.

    `hints` are small letters of which some stand in every sentence that has the cue: looking for
    letters costs a hundredth of looking for a pattern.
    """

    name: str
    family: Family
    weight: float
    strength: Strength
    hints: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A circumstance of a cue: in the words before it, behind it, or of its own."""

    name: str
    where: Literal["before", "behind", "in"]
    weight: float
    pattern: re.Pattern[str]
    families: frozenset[str] = frozenset({"call", "stress", "modal", "need", "deontic"})
    # What is said in the past is a call where the whole text reports what was said.
    told: bool = False


@dataclass(frozen=True)
class Grammar:
    """How one language calls on somebody, and promises."""

    cues: tuple[Cue, ...]
    doubts: tuple[Doubt, ...]
    promise: re.Pattern[str]
    stem: re.Pattern[str]

    @cached_property
    def hints(self) -> tuple[str, ...]:
        return tuple(set().union(*(cue.hints for cue in self.cues)))


@dataclass(frozen=True, slots=True)
class Call:
    """A cue found in a sentence: its span in it, and how surely it calls."""

    cue: Cue
    start: int
    end: int
    verb: str
    score: float


def cue(
    name: str, family: Family, weight: float, strength: Strength, hints: str, pattern: str
) -> Cue:
    return Cue(name, family, weight, strength, frozenset(hints.split("|")), _compiled(pattern))


def doubt(
    name: str,
    where: Literal["before", "behind", "in"],
    weight: float,
    pattern: str,
    families: str = "call stress modal need deontic",
    *,
    told: bool = False,
) -> Doubt:
    anchored = rf"(?:{pattern})\Z" if where == "before" else pattern
    return Doubt(name, where, weight, _compiled(anchored), frozenset(families.split()), told)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def calling_words(words: str, call: Call) -> str:
    """Return the words by which a sentence calls: "We must", "It is vital that", "urges"."""
    whole = words[call.start : call.end].strip(" ,")
    if call.cue.family == "modal" and (we := _WE.search(words, 0, call.start)):
        return we[0] + whole
    if _IMPERSONAL.match(whole):
        opens = _OPENS.match(words, call.start + len(whole)) if "it " in whole.lower() else None
        return whole + (opens[0] if opens else "")
    return call.verb


def best(words: str, grammar: Grammar, *, told: bool) -> Call | None:
    """Return the surest call in the sentence `words`, the first of equals.

    `told` says that the whole text reports: then what is said in the past is a call as well.
    """
    found = sorted(_calls(words, grammar, told=told), key=lambda call: (-call.score, call.start))
    return found[0] if found else None


def _calls(words: str, grammar: Grammar, *, told: bool) -> Iterator[Call]:
    small = words.lower()
    hinted = {hint for hint in grammar.hints if hint in small}
    for cue in grammar.cues:
        if hinted.isdisjoint(cue.hints):
            continue
        for match in cue.pattern.finditer(words):
            score = cue.weight - _doubted(words, match, cue, grammar.doubts, told=told)
            yield Call(cue, match.start(), match.end(), match["verb"], score)


def _doubted(
    words: str, match: re.Match[str], cue: Cue, doubts: Iterable[Doubt], *, told: bool
) -> float:
    start, end = match.span("verb")
    near = {
        "before": words[max(0, start - _NEAR) : start],
        "behind": words[end : end + _NEAR],
        "in": match["verb"],
    }
    return sum(
        doubt.weight
        for doubt in doubts
        if cue.family in doubt.families and not (told and doubt.told) and _holds(doubt, near)
    )


def _holds(doubt: Doubt, near: dict[str, str]) -> bool:
    if doubt.where == "before":
        return bool(doubt.pattern.search(near["before"]))
    return bool(doubt.pattern.match(near[doubt.where]))
