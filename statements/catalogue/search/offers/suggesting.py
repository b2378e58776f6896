"""What may be meant by what is typed so far: names that go on so, then words of the corpus."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from statements.catalogue.search.offers import lexicon, surfaces
from statements.catalogue.search.typed import directory
from statements.catalogue.search.typed.directory import Directory, Name, fold
from statements.catalogue.search.typed.values import PARAMETERS
from statements.text.analysis import letters, stems

MOST: Final = 8
LONGEST: Final = 80
# In this order they are offered; so many of one kind at first.
KINDS: Final = (
    "country",
    "theme",
    "group",
    "form",
    "tag",
    "campaign",
    "actor",
    "instrument",
    "event",
)
_OF_ONE_KIND: Final = 3
_OF_WORDS: Final = 2
_LOOKED_AT: Final = 60
_SHORTEST_WORD: Final = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to go on with: a name by `kind` and `given`, its code or slug; or a "word".

    `query` is the query string of the list that is narrowed by it, with the words before it.
    `is_whole` tells that all that was typed begins it, so that its own page may be offered.
    """

    kind: str
    label: str
    given: str
    query: str
    is_whole: bool = True
    n: int = 0


# Nobody begins a name with them in the middle.
_LITTLE: Final = frozenset(
    "of the and in on for to with by de la les des du et en el los y".split()
)

# By kind: what each label has from each of its words on, folded, in order; whether it is the
# label itself (0), a later part of it (1) or another name (2); and whose it is.
_Start = tuple[str, int, int]
_Starts = Mapping[str, Sequence[_Start]]
_kept: dict[str, tuple[Directory, _Starts]] = {}


def suggest(typed: str, language: str = "en") -> tuple[Suggestion, ...]:
    """Return at most eight ways to go on from what is typed, best first.

    Names are looked for in the reader's language and in English, first as all that is typed,
    then as its last word. One query where no name has changed; some more for words that nobody
    asked for since the catalogue changed.
    """
    whole = fold(typed[:LONGEST])
    if not whole:
        return ()
    known = directory.current()
    starts = _starts(known, language)
    found = [_of_name(name, language, "") for name in _beginning(known, starts, whole)]
    before, _gap, last = typed[:LONGEST].rstrip().rpartition(" ")
    if before and not typed[-1:].isspace() and len(fold(last)) > 1 and len(found) < MOST:
        more = _beginning(known, starts, fold(last))
        found += [_of_name(name, language, before.strip()) for name in more]
    words = tuple(_words(before, last, MOST))
    names = tuple(dict.fromkeys(found))[: MOST - min(len(words), _OF_WORDS)]
    return (*names, *words)[:MOST]


def _beginning(known: Directory, starts: _Starts, words: str) -> list[Name]:
    """Return the names with a word from which they go on as typed, a few of each kind first."""
    by_kind = [[*_of_kind(known, starts.get(kind, ()), words)] for kind in KINDS]
    first = [name for names in by_kind for name in names[:_OF_ONE_KIND]]
    return (first + [name for names in by_kind for name in names[_OF_ONE_KIND:]])[:MOST]


def _of_kind(known: Directory, starts: Sequence[_Start], words: str) -> Iterable[Name]:
    at = bisect_left(starts, (words,))
    close = [one for one in starts[at : at + _LOOKED_AT] if one[0].startswith(words)]
    close.sort(key=lambda one: (one[1], len(one[0])))
    return dict.fromkeys(known.names[place] for _words, _part, place in close)


def _of_name(name: Name, language: str, before: str) -> Suggestion:
    parameter = PARAMETERS.get(name.kind, name.kind)
    pairs = [("q", before)] if before else []
    query = f"?{urlencode([*pairs, (parameter, name.given)])}"
    return Suggestion(name.kind, name.label(language), name.given, query, not before)


def _words(before: str, last: str, most: int) -> Iterator[Suggestion]:
    """Yield words of the corpus that go on as the last word, as they stand in texts.

    At most `most`, the commonest first: `n` is in how many statements a word stands in any form.
    """
    beginning = letters.bare(letters.cased(last))
    if len(beginning) < _SHORTEST_WORD or not beginning.isalpha():
        return
    found = _stems(beginning)
    stems_of = sorted(found, key=lambda one: (-found[one], one))[:most]
    words = surfaces.standing(stems_of, beginning)
    for stem in stems_of:
        if word := words.get(stem):
            label = " ".join(filter(None, (before.strip(), word)))
            yield Suggestion("word", label, "", f"?{urlencode({'q': label})}", n=found[stem])


def _stems(beginning: str) -> Mapping[str, int]:
    """Return the stems of words that may begin so: longer ones, and those that are typed past."""
    known = lexicon.of("statement")
    shorter = {beginning[:end] for end in range(_SHORTEST_WORD, len(beginning))}
    typed_past = {*shorter, stems.stem(beginning, "en")}
    return {**known.among(typed_past), **known.beginning(beginning, MOST)}


def _starts(known: Directory, language: str) -> _Starts:
    """Return where the names of a directory may begin, as readers of a language know them."""
    kept = _kept.get(language)
    if kept is None or kept[0] is not known:
        kept = _kept[language] = (known, _listed(known, language))
    return kept[1]


def _listed(known: Directory, language: str) -> _Starts:
    listed: dict[str, list[_Start]] = {kind: [] for kind in KINDS}
    for place, name in enumerate(known.names):
        # A State is found by its country.
        if name.kind in listed and not name.state:
            listed[name.kind] += [(fold(other), 2, place) for other in name.also]
            for label in {name.label(language), name.label("en")}:
                parts = fold(label).split(" ")
                listed[name.kind] += [
                    (" ".join(parts[at:]), int(at > 0), place)
                    for at in range(len(parts))
                    if not at or parts[at] not in _LITTLE
                ]
    return {kind: sorted(entries) for kind, entries in listed.items()}
