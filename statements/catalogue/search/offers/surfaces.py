"""Whole words as they stand in texts, for the stems that search keeps of them.

They are read from the newest statements that have them, and kept until the catalogue changes:
no word of a text that was taken out is ever among them.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from django.db import connection

from statements.catalogue import records, revision, sql
from statements.catalogue.postings import index
from statements.catalogue.search.expressions import Row
from statements.catalogue.search.finding import Finder
from statements.catalogue.search.snippets import sought
from statements.catalogue.search.typed.tokens import OPERATORS
from statements.catalogue.search.words.fields import Words, fields
from statements.text.analysis import letters, looked_for
from statements.text.analysis.runs import APOSTROPHES, HYPHENS

KIND: Final = "statement"
# So many statements tell how a word is mostly written; so many stems are remembered.
TEXTS: Final = 3
MOST_KEPT: Final = 5_000

_JOINTS: Final = re.compile(f"[{HYPHENS}{APOSTROPHES}.]")

Forms = Mapping[str, int]
_NONE: Final[Forms] = {}
_kept: tuple[str, dict[str, Forms]] = ("", {})


def standing(stems: Collection[str], beginning: str) -> Mapping[str, str]:
    """Return for each stem the word that has it most often and begins with the folded letters.

    What stands in no live statement so is left out. One query for what is common, one for the
    texts, and one for each rarer stem; none for what was asked since the catalogue changed.
    """
    forms = _forms(stems)
    found = {stem: _commonest(forms[stem], beginning) for stem in stems if stem in forms}
    return {stem: word for stem, word in found.items() if word}


def _commonest(forms: Forms, beginning: str) -> str:
    """Return the commonest word that begins so, in capitals only where it mostly stands so."""
    by_word: dict[str, Counter[str]] = {}
    for form, n in forms.items():
        if (word := _folded(form)).startswith(beginning):
            by_word.setdefault(word, Counter())[form] = n
    if not by_word:
        return ""
    _word, written = max(by_word.items(), key=lambda one: (one[1].total(), one[0]))
    return max(written, key=lambda form: (written[form], form.islower(), form))


def _folded(form: str) -> str:
    return letters.bare(letters.cased(_JOINTS.sub("", form)))


def _forms(stems: Collection[str]) -> Mapping[str, Forms]:
    """Return how often each stem stands as what in the newest statements that have it."""
    global _kept
    if connection.in_atomic_block:
        return _read(stems)
    seen = revision.reading().seen
    assert seen is not None
    token, known = _kept
    if token != seen.token or len(known) > MOST_KEPT:
        _kept = (seen.token, known := {})
    known |= _read([stem for stem in stems if stem not in known])
    return {stem: known[stem] for stem in stems}


def _read(stems: Collection[str]) -> dict[str, Forms]:
    if not stems:
        return {}
    numbers = _newest(stems)
    wanted = sorted({number for some in numbers.values() for number in some})
    texts = {
        number: fields(records.load(KIND, body))
        for number, body in sql.records("number, body", KIND, wanted)
    }
    return {
        stem: _counted(
            stem,
            [
                words
                for number in some
                if number in texts
                for column in (texts[number].title, texts[number].names, texts[number].body)
                for words in column
            ],
        )
        for stem, some in numbers.items()
    }


def _newest(stems: Iterable[str]) -> Mapping[str, list[int]]:
    """Return the numbers of the newest live statements that have each of the stems."""
    finder, live = Finder(KIND), index.present().every(KIND)
    rows = {stem: Row((stem,)) for stem in stems}
    finder.fetch(rows.values())
    return {stem: [*(finder.evaluate(row) & live)[-TEXTS:]] for stem, row in rows.items()}


def _counted(stem: str, texts: Iterable[Words]) -> Forms:
    counted: Counter[str] = Counter()
    for words in texts:
        written = Counter(_written(stem, words))
        counted.update({form: n for form, n in written.items() if _finds(form, stem, words)})
    return counted or _NONE


def _written(stem: str, words: Words) -> Iterator[str]:
    """Yield what of a text is found by the stem, as it is written there."""
    one = sought.of_stem(stem, words.language)
    spans = [*one.spans(words.text, words.text.lower())] or one.spans_of_whole(words.text)
    for start, end in spans:
        yield words.text[start:end]


def _finds(form: str, stem: str, words: Words) -> bool:
    """Tell whether the stem is looked for where the form is typed: no operator, no part of more."""
    return form not in OPERATORS and (stem,) in looked_for(form, words.language).rows
