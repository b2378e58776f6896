"""Take a run apart: the words that stand in it, and what else it may be looked for as."""

import re
import unicodedata
from dataclasses import dataclass

from statements.text.analysis import letters, stems
from statements.text.analysis.runs import (
    APOSTROPHES,
    HYPHENS,
    IS_UNSPACED,
    WORD,
    ZERO_WIDTH_NON_JOINER,
)
from statements.text.analysis.symbols import symbol

# What French, Italian and Catalan join to the next word; the possessive of English.
_ELIDED = frozenset(
    "l d j m n s t c qu jusqu lorsqu puisqu quoiqu quelqu dell all nell sull dall un".split()
)
_POSSESSIVE = "s"
# Beginnings that are written with a hyphen, without, or as a word of their own.
PREFIXES = frozenset(
    "re co non anti pre post multi inter sub counter cyber ex e bi socio trans".split()
)
_APOSTROPHE, _HYPHEN = re.compile(f"[{APOSTROPHES}]"), re.compile(f"[{HYPHENS}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded stem, and where its letters begin and end in the run."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words of a run in their order.

    `joined` are other forms of the whole run, found as well where the run is looked for;
    `parts` are found only when they are looked for themselves; `symbols` likewise.
    """

    words: tuple[Word, ...]
    joined: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """A part of a compound, cased, with the sign that joins it to the one before."""

    letters: str
    start: int
    end: int
    joint: str


def pieces(run: str, language: str) -> Pieces:
    """Return what stands in `run` (see `runs`), a piece of a text of `language`."""
    if IS_UNSPACED(run):
        return _unspaced(run)
    if (whole := WORD.match(run)) and whole.end() == len(run):
        term = stems.stem(letters.cased(run), language)
        return Pieces((Word(term, 0, len(run)),) if term else ())
    if found := symbol(run):
        whole_symbol = Word(found.whole, 0, len(run))
        inside = (found.whole, *found.inside)
        return Pieces((whole_symbol,), parts=found.parts, symbols=inside)
    return _compound(run, language)


def _unspaced(run: str) -> Pieces:
    """Return overlapping pairs of letters; one letter alone is a word."""
    is_plain = unicodedata.is_normalized("NFKC", run)
    folded = list(run) if is_plain else [letters.cased(letter) for letter in run]
    if len(run) == 1:
        return Pieces((Word(folded[0], 0, 1),) if folded[0] else ())
    pairs = (
        Word(folded[place] + folded[place + 1], place, place + 2) for place in range(len(run) - 1)
    )
    return Pieces(tuple(pairs), parts=tuple(dict.fromkeys(filter(None, folded))))


def _compound(run: str, language: str) -> Pieces:
    parts = _with_apostrophes(_parts(run))
    inside: dict[str, None] = {}
    closed: list[_Part] = []
    for part in parts:
        if closed and _is_closed(closed[-1], part):
            inside |= {closed[-1].letters: None, part.letters: None}
            closed[-1].letters += part.letters
            closed[-1].end = part.end
        else:
            closed.append(part)
    joined = _joined(closed)
    return Pieces(
        tuple(
            Word(term, part.start, part.end)
            for part in closed
            if (term := stems.stem(part.letters[: letters.LONGEST], language))
        ),
        joined=tuple(stems.stem(form, language) for form in joined),
        parts=tuple(stems.stem(part, language) for part in inside if part),
    )


def _parts(run: str) -> list[_Part]:
    parts: list[_Part] = []
    end = 0
    for word in WORD.finditer(run):
        parts.append(_Part(letters.cased(word[0]), word.start(), word.end(), run[end : end + 1]))
        end = word.end()
    return [part for part in parts if part.letters]


def _with_apostrophes(parts: list[_Part]) -> list[_Part]:
    """Drop what an apostrophe elides or adds; close up what it stands inside of."""
    kept: list[_Part] = []
    for place, part in enumerate(parts):
        follows = parts[place + 1].joint if place + 1 < len(parts) else ""
        if part.letters in _ELIDED and _APOSTROPHE.match(follows):
            parts[place + 1].joint = part.joint
        elif kept and _APOSTROPHE.match(part.joint):
            if part.letters != _POSSESSIVE:
                kept[-1].letters += part.letters
                kept[-1].end = part.end
        else:
            kept.append(part)
    return kept


def _is_closed(before: _Part, part: _Part) -> bool:
    """Tell whether two parts are one word: re-integration, U.S., 27,000."""
    if part.joint == ",":
        return True
    if part.joint == ".":
        return len(part.letters) == 1 and part.letters.isalpha() and _is_initials(before)
    return bool(_HYPHEN.match(part.joint)) and before.letters in PREFIXES


def _is_initials(part: _Part) -> bool:
    return part.letters.isalpha() and part.end - part.start == 2 * len(part.letters) - 1


def _joined(parts: list[_Part]) -> list[str]:
    """Return compounds written with hyphens or a zero-width non-joiner as one word."""
    joints = {part.joint for part in parts[1:]}
    is_one = all(_HYPHEN.match(joint) or joint == ZERO_WIDTH_NON_JOINER for joint in joints)
    whole = "".join(part.letters for part in parts[: letters.LONGEST])
    return [whole] if len(parts) > 1 and is_one and len(whole) <= letters.LONGEST else []
