"""Part what somebody is quoted as saying from the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING, _CLOSING = "“„«‟〝", "”»〞"
_FEWEST_WORDS = 4
# What is said before or behind words that somebody spoke.
_SAID = (
    r"said|says|saying|stated?|states|added?|adds|stress\w*|explain\w*|told|warn\w*|noted?|notes"
    r"|declar\w*|emphasi\w*|underlin\w*|underscor\w*|continu\w*|conclud\w*|comment\w*|remark\w*"
    r"|urg\w*|quote|dit|déclar\w*|ajout\w*|soulign\w*|affirm\w*|expliqu\w*|averti\w*|dijo"
    r"|señal\w*|agreg\w*|añadi\w*|manifest\w*|sostuv\w*|asegur\w*|expres\w*|coment\w*|subray\w*"
)
_BEFORE = re.compile(rf"(?:[,:;.!?-]|\b(?:{_SAID})(?: that| que)?)\s*\Z", re.IGNORECASE)
_BEHIND = re.compile(rf"[\s,.-]{{0,3}}(?:\S+\s+){{0,6}}?(?:{_SAID})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line: somebody's own words in a quotation, or not."""

    start: int
    end: int
    is_quoted: bool


def parts(words: str, raw: str) -> list[Part]:
    """Return `words` in parts; `raw` are their quotation marks in order as the source has them.

    Names and slogans in quotation marks are no parts: somebody has to be saying a sentence.
    """
    cut: list[Part] = []
    done = 0
    for start, end in _spans(words, raw):
        if not _is_spoken(words, start, end):
            continue
        cut += [Part(done, start, is_quoted=False), Part(start, end, is_quoted=True)]
        done = end
    return [*cut, Part(done, len(words), is_quoted=False)]


def _spans(words: str, raw: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between two marks; one left open runs to the end of the paragraph."""
    opened: int | None = None
    marks = (found.start() for found in re.finditer('"', words))
    for position, mark in zip(marks, raw, strict=False):
        closes = mark in _CLOSING or (mark not in _OPENING and opened is not None)
        if closes:
            yield (0 if opened is None else opened), position
            opened = None
        else:
            opened = position + 1
    if opened is not None:
        yield opened, len(words)


def _is_spoken(words: str, start: int, end: int) -> bool:
    spoken = words[start:end].split()
    if len(spoken) < _FEWEST_WORDS or spoken[0][:1].islower():
        return False
    long_words = [word for word in spoken if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    if len(long_words) > 2 and capitals > 0.6 * len(long_words):
        return False
    before = words[max(0, start - 60) : start].rstrip(' "')
    behind = words[end + 1 : end + 80]
    return not before or bool(_BEFORE.search(before)) or bool(_BEHIND.match(behind))
