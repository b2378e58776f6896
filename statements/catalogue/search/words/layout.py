"""Lay the words of a record out in columns, within what every database can hold.

A `tsvector` has 16,383 places, 256 of one word, and less than a megabyte of words
(https://www.postgresql.org/docs/15/textsearch-limitations.html). What is beyond the limits here,
which are tighter, is still found as a word, only not in a phrase, and on every database alike.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statements.catalogue.search.words.fields import Fields, Words
from statements.text import analysis

# Fills a place whose word is left out. No word is written so.
GAP = "_"
MOST_PLACES = 12_000
MOST_OF_ONE = 200
_MOST_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class Layout:
    """The terms of a record: in their order in `title`, `names` and `body`.

    What a field is found by besides, in no order, stands in `also`; the parts of document
    symbols, and the languages of the record, in `symbols`. `lengths` are how many words of each
    field somebody reads who reads one language; without them, all.
    """

    title: tuple[str, ...]
    names: tuple[str, ...]
    body: tuple[str, ...]
    title_also: tuple[str, ...]
    names_also: tuple[str, ...]
    body_also: tuple[str, ...]
    symbols: tuple[str, ...]
    lengths: tuple[int, ...] = ()


@dataclass(slots=True)
class _Read:
    """The terms of a field, before anything is left out, and how many each language has."""

    words: list[str]
    also: set[str]
    symbols: set[str]
    lengths: Counter[str]

    @property
    def length(self) -> int:
        return min(len(self.words), max(self.lengths.values(), default=0))


def title_term(term: str) -> str:
    """Return the term that a record with `term` in its title is found by."""
    return f"_t_{term}"


def name_term(term: str) -> str:
    """Return the term that a record with `term` in its names is found by."""
    return f"_n_{term}"


def symbol_term(term: str) -> str:
    """Return the term that a record with `term` as a symbol, or a part of one, is found by."""
    return f"_s_{term}"


def language_term(language: str) -> str:
    """Return the term that every record with words in `language` is found by."""
    return f"_l_{language}"


def is_mark(term: str) -> bool:
    """Tell whether a term is one of these, which stand in no text and are never weighed."""
    return term.startswith("_")


def lay_out(fields: Fields) -> Layout:
    """Return the terms of `fields`, within the limits."""
    title, names, body = (_read(words) for words in (fields.title, fields.names, fields.body))
    _clip(title, names, body)
    symbols = {term for field in (title, names, body) for term in field.symbols}
    symbols |= {language_term(language) for language in fields.languages}
    _keep_within(_MOST_BYTES, (symbols, title.also, names.also, body.also))
    return Layout(
        title=tuple(title.words),
        names=tuple(names.words),
        body=tuple(body.words),
        title_also=_besides(title),
        names_also=_besides(names),
        body_also=_besides(body),
        symbols=tuple(sorted(symbols)),
        lengths=(title.length, names.length, body.length),
    )


def _read(texts: Iterable[Words]) -> _Read:
    read = _Read([], set(), set(), Counter())
    for place, text in enumerate(texts):
        stream = analysis.stream(text.text, text.language)
        if place:
            read.words.append(GAP)
        read.words += stream.words
        read.lengths[text.language] += len(stream.words) + bool(place)
        read.also |= stream.also
        read.symbols |= stream.symbols
    return read


def _clip(*fields: _Read) -> None:
    """Leave out the places that are too many, and every word beyond the most of one."""
    left = MOST_PLACES
    for field in fields:
        field.also.update(field.words[left:])
        del field.words[left:]
        left -= len(field.words)
    if left > MOST_PLACES - MOST_OF_ONE:
        return
    counts = Counter(fields[0].words)
    for field in fields[1:]:
        counts.update(field.words)
    if max(counts.values()) > MOST_OF_ONE:
        many = [word for word, count in counts.items() if count > MOST_OF_ONE and word != GAP]
        for word in many:
            _thin(word, fields)


def _thin(word: str, fields: Iterable[_Read]) -> None:
    left = MOST_OF_ONE
    for field in fields:
        for place in [place for place, held in enumerate(field.words) if held == word]:
            if left <= 0:
                field.words[place] = GAP
                field.also.add(word)
            left -= 1


def _keep_within(limit: int, groups: Iterable[set[str]]) -> None:
    for group in groups:
        # A term has 64 letters at most, of four bytes each.
        if len(group) * 256 > limit:
            kept = set(_first(sorted(group), limit))
            group &= kept
            limit -= sum(len(term.encode()) for term in kept)


def _first(terms: Iterable[str], limit: int) -> Iterator[str]:
    for term in terms:
        limit -= len(term.encode())
        if limit < 0:
            return
        yield term


def _besides(field: _Read) -> tuple[str, ...]:
    return tuple(sorted(field.also.difference(field.words, (GAP,)))) if field.also else ()
