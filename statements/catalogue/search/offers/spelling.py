"""Did you mean: another spelling of words that find little, where it finds more.

Words are compared by their stems, as they are kept. One slip anywhere in a word is mended, and
two where its first two letters are right; what was written by ear as well.
"""

import math
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qs

from statements.catalogue import filters, select
from statements.catalogue.search.offers import distance
from statements.catalogue.search.offers.lexicon import Lexicon, of
from statements.catalogue.search.query import Query
from statements.catalogue.search.typed import directory, writing
from statements.catalogue.search.typed.values import PARAMETERS
from statements.catalogue.selection import Selection
from statements.text.analysis import letters, stems

# With so many hits nobody asks what else could have been meant.
FEW: Final = 5
SHORTEST: Final = 4
FARTHEST: Final = 2
MOST_MENDED: Final = 3
# How many words that begin alike are compared.
_MOST_ALIKE: Final = 600
# A word so much rarer than another is one step farther away.
_STEP: Final = 4.0
_ENDINGS: Final = ("", "e", "y", "s", "ing", "ed", "ion", "ation", "er")


@dataclass(frozen=True, slots=True)
class Better:
    """Words that find more, and the query string of the list that they find."""

    words: str
    query: str
    total: int


def better(selection: Selection, total: int) -> Better | None:
    """Return other words for those of a selection that found `total`, where they find more.

    None where enough was found, where nothing is known that is like them, or finds no more.
    """
    if total >= FEW or not selection.q:
        return None
    other = _with_names(selection) or _with_words(selection)
    found = select.total(other) if other else 0
    if other is None or found <= total:
        return None
    held = {value for ones in selection.values.values() for value in ones}
    named = [value.label for ones in other.values.values() for value in ones if value not in held]
    return Better(" ".join(filter(None, (other.q, *named))), other.query(), found)


def _with_words(selection: Selection) -> Selection | None:
    mended = mend(selection.sought, selection.kind)
    if mended is None:
        return None
    return replace(selection, q=writing.write(mended), sought=mended, notes=(), page=1)


def _with_names(selection: Selection) -> Selection | None:
    """Return a selection with the names that were meant by values of fields that none is called."""
    typed = selection.q
    for code, words in selection.notes:
        field, _colon, value = words.partition(":")
        if code == "value" and (name := _nearest(field, value)):
            typed = typed.replace(f'{field}:"{value}"', f'{field}:"{name}"')
    if typed == selection.q:
        return None
    given = parse_qs(selection.query().removeprefix("?")) | {"q": [typed]}
    return filters.read(selection.kind, given)


def _nearest(field: str, value: str) -> str | None:
    """Return the name of a country, theme … that differs from a value by a slip or two."""
    kinds = {"country", "actor"} if field in {"by", "to"} else {PARAMETERS.get(field, field)}
    folded = directory.fold(value)
    most = FARTHEST if len(folded) > SHORTEST else 1
    near = [
        (steps, words)
        for of, words in directory.current().by_words
        if of in kinds and (steps := distance.between(folded, words, most)) <= most
    ]
    return min(near, default=(0, None))[1] if len(folded) >= SHORTEST else None


def mend(sought: Query, kind: str) -> Query | None:
    """Return a query with its misspelt words mended; None where none is, or no other is known."""
    suspects = [word for word in writing.words(sought) if _may_be_misspelt(word)][:32]
    if not suspects:
        return None
    lexicon = of(kind)
    by_stem = {word: stems.stem(letters.cased(word), "en") for word in suspects}
    numbers = lexicon.among(by_stem.values())
    # What something is called is no slip, though no text has it.
    known = directory.current().stems
    left = dict.fromkeys(word for word in suspects if by_stem[word] not in known)
    rarest = sorted(left, key=lambda word: numbers.get(by_stem[word], 0))[:MOST_MENDED]
    mended = {
        word: other
        for word in rarest
        if numbers.get(by_stem[word], 0) < FEW
        and (other := _mended(word, by_stem[word], numbers.get(by_stem[word], 0), lexicon))
    }
    return writing.with_words(sought, lambda word: mended.get(word, word)) if mended else None


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _mended(word: str, stem: str, n: int, lexicon: Lexicon) -> str | None:
    near = dict.fromkeys(lexicon.among(distance.one_away(stem)), 1)
    near |= dict.fromkeys(lexicon.among({*distance.by_ear(stem)}), 1)
    alike = lexicon.beginning(stem[:2], _MOST_ALIKE)
    for other in alike:
        if other not in near and (steps := _steps(stem, other)) <= FARTHEST:
            near[other] = steps
    near.pop(stem, None)
    numbers = lexicon.among(near)
    best = sorted(
        near, key=lambda other: (near[other] * _STEP - math.log(numbers[other] + 1), other)
    )
    for other in best:
        if numbers[other] > n and (surface := _surface(word, stem, other)):
            return _cased_as(word, surface)
    return _parted(word, lexicon)


def _cased_as(word: str, other: str) -> str:
    if word.isupper():
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def _steps(stem: str, other: str) -> int:
    """Return how many slips are between two stems; many where they are too many."""
    # Two slips in a short word make it another.
    most = FARTHEST if len(stem) > SHORTEST else 1
    steps = distance.between(stem, other, most)
    return steps if steps <= most else FARTHEST + 1


def _surface(word: str, stem: str, other: str) -> str | None:
    """Return a word that has the stem `other`: a name's, or one with the ending of `word`."""
    cased = letters.cased(word)
    ending = cased[len(stem) :] if cased.startswith(stem) else ""
    ways = [*directory.current().stems.get(other, ())]
    ways += [f"{other}{each}" for each in (ending, *_ENDINGS)]
    ways += [f"{other[:-1]}y"] if other.endswith("i") else []
    if not cased.isascii():
        # Endings of other scripts are not so few: what one slip made of the word itself.
        slips = sorted(distance.one_away(word.lower()), key=lambda way: (-len(way), way))
        ways = [way for way in slips if len(way) <= len(word)] + ways
    found = [way for way in ways if stems.stem(letters.cased(way), "en") == other]
    typed = word.lower()
    return min(found, key=lambda way: distance.between(typed, way, 3), default=None)


def _parted(word: str, lexicon: Lexicon) -> str | None:
    """Return two words that were typed as one."""
    cuts = [(word[:at], word[at:]) for at in range(3, len(word) - 2)]
    by_stem = {part: stems.stem(letters.cased(part), "en") for cut in cuts for part in cut}
    numbers = lexicon.among(by_stem.values())
    ranked = [
        (min(numbers.get(by_stem[one], 0), numbers.get(by_stem[other], 0)), f"{one} {other}")
        for one, other in cuts
    ]
    n, parted = max(ranked, default=(0, ""))
    return parted if n else None
