"""Turn a text into terms: the one analysis for the index, for queries and for marked snippets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from statements.text.analysis import letters, stems
from statements.text.analysis.pieces import PREFIXES, Pieces, pieces
from statements.text.analysis.runs import RUN

# Runs longer than this are not remembered, and no more than this many are, for each language.
_LONGEST_KEPT = 64
_MOST_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Token:
    """A term of a text: where its letters stand (code points), and which word of the text it is.

    `also` are other terms found at the same place: whole compounds, their parts, parts of symbols.
    """

    term: str
    also: tuple[str, ...]
    start: int
    end: int
    position: int


@dataclass(frozen=True, slots=True)
class Stream:
    """The terms of a text in their order, and what it is found by besides."""

    words: list[str]
    also: frozenset[str]
    symbols: frozenset[str]


class _Memory(dict[str, tuple[str, ...]]):
    """The words of each run of a language seen before; `odd` holds what else they are found by."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.odd: dict[str, Pieces] = {}

    def __missing__(self, run: str) -> tuple[str, ...]:
        if run.isascii() and run.isalpha() and run.lower() not in PREFIXES:
            words: tuple[str, ...] = (stems.stem(run[: letters.LONGEST].lower(), self.language),)
            self[run] = words
            return words
        found = pieces(run, self.language)
        words = tuple(word.term for word in found.words)
        if found.joined or found.parts or found.symbols or run.lower() in PREFIXES:
            self.odd[run] = found
        self[run] = words
        return words


_memories: dict[str, _Memory] = {}
_remembered = lru_cache(_MOST_KEPT)(pieces)


def stream(text: str, language: str) -> Stream:
    """Return the terms of `text`, written in `language`, as an index wants them."""
    runs = RUN.findall(text)
    memory = _memory(language, longest=max(map(len, runs), default=0))
    words: list[str] = []
    for run in runs:
        words += memory[run]
    odd = memory.odd.keys() & set(runs)
    found = [memory.odd[run] for run in odd]
    also = {term for each in found for term in each.joined + each.parts}
    if any(run.lower() in PREFIXES for run in odd):
        also.update(_closed_up(runs, language))
    symbols = frozenset(term for each in found for term in each.symbols)
    return Stream(words, frozenset(also), symbols)


def _memory(language: str, *, longest: int) -> _Memory:
    """Return what is remembered of a language; one that is full is left to who still reads it."""
    if longest > _LONGEST_KEPT:
        return _Memory(language)
    held = _memories.get(language)
    if held is None or len(held) > _MOST_KEPT:
        held = _memories[language] = _Memory(language)
    return held


def _closed_up(runs: list[str], language: str) -> Iterator[str]:
    """Yield `reintegration` where a text has `re integration`."""
    for beginning, rest in pairwise(runs):
        if beginning.lower() in PREFIXES and rest.isalpha():
            yield closed_up(beginning, rest, language)


def closed_up(beginning: str, rest: str, language: str) -> str:
    """Return the term of a prefix and the word behind it, as one word."""
    return stems.stem(letters.cased(beginning + rest), language)


def tokens(text: str, language: str) -> Iterator[Token]:
    """Yield the terms of `text`, written in `language`, with their places in it."""
    position = 0
    for run in RUN.finditer(text):
        known = pieces if run.end() - run.start() > _LONGEST_KEPT else _remembered
        found = known(run[0], language)
        also = found.joined + found.parts + found.symbols
        for word in found.words:
            start, end = run.start() + word.start, run.start() + word.end
            yield Token(word.term, also, start, end, position)
            position += 1
