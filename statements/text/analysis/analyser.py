"""Turn a text into terms: the one analysis for the index, for queries and for marked snippets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from statements.text.analysis import letters, stems
from statements.text.analysis.pieces import PREFIXES, pieces
from statements.text.analysis.runs import HYPHENS, RUN

# What is longer than this is not remembered, and no more than so many, for each language.
_LONGEST_KEPT = 64
_MOST_KEPT = 200_000
_HYPHENS = tuple(HYPHENS)
_NONE: frozenset[str] = frozenset()


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


@dataclass(frozen=True, slots=True)
class _Odd:
    """What a part of a text is found by besides its words; whether it has one of PREFIXES."""

    also: frozenset[str] = _NONE
    symbols: frozenset[str] = _NONE
    begins: bool = False


class _Memory(dict[str, str]):
    """The word of each part of a text in a language, of the parts seen before.

    A part is what stands between white space. `odd` has those that hold no word, or several
    with a space between, or that are found by more than their words.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.odd: dict[str, _Odd] = {}

    def __missing__(self, part: str) -> str:
        small = part[: letters.LONGEST].lower()
        if part.isascii() and part.isalpha() and small not in PREFIXES:
            words = stems.stem(small, self.language) if small == part else self[small]
        elif (runs := RUN.findall(part)) == [part]:
            words = self._of_run(part)
        else:
            words = " ".join([self[run] for run in runs])
            self._note(part, words, [self.odd[run] for run in runs if run in self.odd])
        self[part] = words
        return words

    def _of_run(self, run: str) -> str:
        found = pieces(run, self.language)
        words = " ".join([word.term for word in found.words])
        odd = _Odd(frozenset(found.joined + found.parts), frozenset(found.symbols))
        self._note(run, words, [odd], begins=run.lower() in PREFIXES)
        return words

    def _note(self, part: str, words: str, odd: list[_Odd], *, begins: bool = False) -> None:
        """Note what a part is found by besides its words, if that is anything."""
        also = _NONE.union(*(each.also for each in odd))
        symbols = _NONE.union(*(each.symbols for each in odd))
        begins = begins or any(each.begins for each in odd)
        if also or symbols or begins or not words or " " in words:
            self.odd[part] = _Odd(also, symbols, begins)


_memories: dict[str, _Memory] = {}
_remembered = lru_cache(_MOST_KEPT)(pieces)


def stream(text: str, language: str) -> Stream:
    """Return the terms of `text`, written in `language`, as an index wants them."""
    parts = _parts(text)
    memory = _memory(language, longest=max(map(len, parts), default=0))
    words = list(map(memory.__getitem__, parts))
    odd = [memory.odd[part] for part in memory.odd.keys() & set(parts)]
    if not odd:
        return Stream(words, _NONE, _NONE)
    words = list(chain.from_iterable(map(str.split, words)))
    also = _NONE.union(*(each.also for each in odd))
    if any(each.begins for each in odd):
        also = also.union(_closed_up(RUN.findall(text), language))
    return Stream(words, also, _NONE.union(*(each.symbols for each in odd)))


def _parts(text: str) -> list[str]:
    """Return the parts of a text that hold whole runs each: what stands between white space.

    Where a part would be too long to be kept, as in texts without spaces, or where a run goes
    on in the next line, the runs themselves.
    """
    parts = text.split()
    if max(map(len, parts), default=0) > _LONGEST_KEPT:
        return RUN.findall(text)
    is_broken = any(line.rstrip().endswith(_HYPHENS) for line in text.split("\n"))
    return RUN.findall(text) if is_broken else parts


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
