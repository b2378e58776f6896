"""What a typed word may stand as in a text of a language."""

import re
from dataclasses import dataclass

from statements.text.analysis import letters, stems
from statements.text.analysis.analyser import closed_up
from statements.text.analysis.pieces import PREFIXES, pieces
from statements.text.analysis.runs import APOSTROPHES, RUN, WORD
from statements.text.analysis.symbols import symbol

_LONGEST = 2048
_LAST = re.compile(f"[{APOSTROPHES}./@_]")


@dataclass(frozen=True, slots=True)
class Looked:
    """Rows of terms of which one must stand in a text, each with its terms one behind another."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def terms(self) -> frozenset[str]:
        return frozenset(term for row in self.rows for term in row)


def looked_for(words: str, language: str) -> Looked:
    """Return what to look for in texts of `language` where `words` were typed without a gap.

    Nothing but punctuation gives no rows. More than one run gives one row of all their words.
    """
    runs = RUN.findall(words[:_LONGEST])
    found = [pieces(run, language) for run in runs]
    row = tuple(word.term for each in found for word in each.words)
    rows = [row] if row else []
    if len(found) == 1:
        rows += [(form,) for form in found[0].joined]
        rows += [(form,) for form in stems.guesses(letters.cased(runs[0]), language)]
    return Looked(tuple(dict.fromkeys(rows)))


def together(before: str, behind: str, language: str) -> str:
    """Return the term of two typed words that may also be written as one, or nothing."""
    is_one = before.lower() in PREFIXES and behind.isalpha()
    return closed_up(before, behind, language) if is_one else ""


def beginning(typed: str) -> str:
    """Return the folded letters that a word found by its beginning has to begin with.

    The last word counts; one with a hyphen counts as one, and a symbol as a symbol.
    """
    typed = typed[:_LONGEST].strip()
    runs = RUN.findall(typed)
    if not runs:
        return ""
    if typed.endswith("/"):
        found = symbol(runs[-1] + "/0")
        return found.whole.removesuffix("0") if found else ""
    if found := symbol(runs[-1]):
        return found.whole
    word = "".join(WORD.findall(_LAST.split(runs[-1])[-1])) or runs[-1]
    return letters.bare(letters.cased(word))
