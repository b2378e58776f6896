"""What a query looks for in a text of one language, in a form that is quick to find there.

A word that has a stem mostly holds its letters, but for the last. So these are looked for in the
text as it stands, and only the words that hold them are analysed, each once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice, product

from statements.catalogue.search import query as asked
from statements.text import analysis
from statements.text.analysis import letters

# A word with what is joined to it is at most so long; the words of a row stand within so much.
WORD, ROW = 48, 120
# Beyond so many letters a word is no rarer.
TELLING = 8
# So many words of texts are remembered for each thing looked for.
MOST_KNOWN = 2_000
# A text that holds none of the letters is analysed up to here, where plurals change inside.
WHOLE = 30_000
# So many ways of writing a phrase are looked for.
MOST_ROWS = 8
INNER_PLURALS = frozenset({"ar", "fa", "ur"})

_GAP = re.compile(r"\s")
_UNSEEN = "\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f‐\\-"
# Latin, Greek, Cyrillic, Arabic: where letters are folded into others.
_ALPHABETS = ((0xDF, 0x250), (0x1E00, 0x2000), (0x370, 0x530), (0x620, 0x700))

Span = tuple[int, int]
# The terms of words one behind another; one word is a row of one.
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """A word, words in a row or the beginning of a word: any of `rows`, or `beginning`.

    A text that has it holds one of the `needles`.
    """

    rows: tuple[Row, ...]
    needles: tuple[str, ...]
    language: str
    beginning: str = ""
    known: dict[str, tuple[Span, ...]] = field(default_factory=dict, compare=False)

    @property
    def weight(self) -> int:
        """Return how much a place of it tells: long words and rows are rarer than short ones."""
        return min(max(map(len, self.needles), default=1), TELLING) + self.reach - 1

    @property
    def reach(self) -> int:
        return max(map(len, self.rows), default=1)

    def spans(self, text: str, low: str) -> Iterator[Span]:
        """Yield where it stands in `text`, in order; `low` is the text in small letters."""
        around = ROW if self.reach > 1 else WORD
        done = 0
        for position in self._positions(low):
            if position < done:
                continue
            start, end = _bounds(text, position, around)
            for first, last in self._within(text[start:end]):
                if start + first >= done:
                    done = start + last
                    yield start + first, done

    def spans_of_whole(self, text: str) -> Iterator[Span]:
        """Yield where it stands in `text`, all of which is analysed."""
        yield from self._matches(text[:WHOLE])

    def _positions(self, low: str) -> Iterator[int]:
        pattern = _literally(self.needles)
        if any(needle in low for needle in self.needles):
            return (found.start() for found in pattern.finditer(low))
        if low.isascii() and "-" not in low:
            # There is nothing in it to fold or to leave out.
            return iter(())
        plain, gone = _plain(low)
        found = (found.start() for found in pattern.finditer(plain))
        return (place + bisect_right(gone, place) for place in found)

    def _within(self, words: str) -> tuple[Span, ...]:
        if words not in self.known:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            self.known[words] = tuple(self._matches(words))
        return self.known[words]

    def _matches(self, words: str) -> Iterator[Span]:
        tokens = tuple(analysis.tokens(words, self.language))
        for place, token in enumerate(tokens):
            if self.beginning:
                if _folded(words[token.start : token.end]).startswith(self.beginning):
                    yield token.start, token.end
                continue
            ends = [row_end(tokens, place, row) for row in self.rows]
            if end := max(ends, default=0):
                yield token.start, end


def row_end(tokens: tuple[analysis.Token, ...], place: int, row: Row) -> int:
    """Return the end of a row of words that begins at `place`, 0 where another stands there."""
    here = tokens[place : place + len(row)]
    if len(here) < len(row):
        return 0
    if any(
        term != token.term and term not in token.also for term, token in zip(row, here, strict=True)
    ):
        return 0
    return here[-1].end


@lru_cache(maxsize=64)
def sought(query: asked.Query, language: str) -> tuple[Sought, ...]:
    """Return what `query` looks for in texts of `language`, without what it excludes."""
    found = (one for clause in query.clauses for one in _of_clause(clause, language))
    return tuple(dict.fromkeys(found))


def of_stem(stem: str, language: str) -> Sought:
    """Return what looks for the words of a stem in texts of `language`."""
    return Sought(((stem,),), _shortest([_needle(stem)]), language)


def _of_clause(clause: asked.Clause, language: str) -> Iterator[Sought]:
    match clause:
        case asked.Term(text):
            yield from _of_word(text, language)
        case asked.Phrase(words):
            yield from _of_row(words, language)
        case asked.Prefix(text):
            if beginning := _folded(text):
                yield Sought((), (beginning,), language, beginning)
        case asked.Near(words):
            for word in words:
                yield from _of_word(word, language)
        case asked.Any(clauses) | asked.All(clauses):
            for inner in clauses:
                yield from _of_clause(inner, language)


def _of_word(text: str, language: str) -> Iterator[Sought]:
    if rows := analysis.looked_for(text, language).rows:
        needles = [_needle(max(row, key=len)) for row in rows]
        if len(rows[0]) == 1:
            needles.append(_needle(_folded(text)))
        yield Sought(rows, _shortest(needles), language)


def _of_row(words: tuple[str, ...], language: str) -> Iterator[Sought]:
    """Look for words one behind another, each as any of what it may stand as."""
    each = [analysis.looked_for(word, language).rows for word in words]
    rows = tuple(
        tuple(chain.from_iterable(row)) for row in islice(product(*filter(None, each)), MOST_ROWS)
    )
    if rows and rows[0]:
        yield Sought(rows, _shortest([_needle(max(row, key=len)) for row in rows]), language)


def _shortest(needles: list[str]) -> tuple[str, ...]:
    """Return the needles that do not begin with another one."""
    kept: list[str] = []
    for needle in sorted(filter(None, needles), key=len):
        if not needle.startswith(tuple(kept)):
            kept.append(needle)
    return tuple(kept)


def _needle(term: str) -> str:
    """Return the letters of a term that no ending changes, of a symbol its longest part."""
    if "_" in term:
        return max(term.split("_"), key=len)
    return term[:-1] if len(term) > 3 else term


def _folded(word: str) -> str:
    return letters.bare(letters.cased(word))


@lru_cache(maxsize=512)
def _literally(needles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, needles)))


@lru_cache(maxsize=64)
def _plain(low: str) -> tuple[str, tuple[int, ...]]:
    """Return small letters without their accents and without what parts words unseen.

    And the places in it where something is left out, in order, one for each letter that is.
    """
    bare, gone = _bare(), list[int]()

    def folded(found: re.Match[str]) -> str:
        letter = bare.get(found[0], "")
        if not letter:
            gone.append(found.start() - len(gone))
        return letter

    return _folding().sub(folded, low), tuple(gone)


@lru_cache(maxsize=1)
def _folding() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}{re.escape(''.join(_bare()))}]")


@lru_cache(maxsize=1)
def _bare() -> dict[str, str]:
    """Return for each small letter that is folded into one other which that is."""
    found: dict[str, str] = {}
    for first, last in _ALPHABETS:
        for letter in map(chr, range(first, last)):
            folded = _folded(letter)
            if len(folded) == 1 and folded != letter == letter.lower():
                found[letter] = folded
    return found


def _bounds(text: str, position: int, around: int) -> Span:
    """Return the bounds of whole words: of the one at `position`, or of those around it."""
    first, last = max(0, position - around), min(len(text), position + around)
    if around == WORD:
        first = max(
            first, text.rfind(" ", first, position) + 1, text.rfind("\n", first, position) + 1
        )
        after = _GAP.search(text, position, last)
        return first, after.start() if after else last
    before = _GAP.search(text, first, position) if first else None
    after_last = text.rfind(" ", position, last) if last < len(text) else -1
    return before.end() if before else first, after_last if after_last > position else last
