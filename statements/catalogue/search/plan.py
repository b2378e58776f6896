"""Turn what a reader typed into what a database is asked for, in one language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, product

from statements.catalogue.search import query as asked
from statements.catalogue.search.expressions import (
    Beginning,
    Both,
    Close,
    Either,
    Expression,
    Forms,
    Row,
    Without,
)
from statements.text import analysis

MOST_WORDS = 32
LONGEST_PHRASE = 16
FARTHEST = 30
_MOST_VARIANTS = 8


def trim(query: asked.Query) -> tuple[asked.Query, tuple[str, ...]]:
    """Return `query` with its first 32 words, and the words that are left out."""
    room = _Room(MOST_WORDS, [])
    kept = [room.trimmed(clause) for clause in query.clauses]
    return asked.Query(tuple(clause for clause in kept if clause)), tuple(room.left_out)


def left_out(query: asked.Query) -> tuple[str, ...]:
    """Return the words that are not looked for, there being too many."""
    return trim(query)[1]


@dataclass(slots=True)
class _Room:
    """How many more words a query may have, and those it may not."""

    words: int
    left_out: list[str]

    def trimmed(self, clause: asked.Clause) -> asked.Clause | None:
        match clause:
            case asked.Term(text) | asked.Prefix(text):
                return clause if self._takes((text,)) else None
            case asked.Phrase(words) | asked.Near(words):
                return clause if self._takes(words[:LONGEST_PHRASE]) else None
            case asked.Field(name, inner):
                kept = self.trimmed(inner)
                return asked.Field(name, kept) if kept else None
            case asked.Not(inner):
                kept = self.trimmed(inner)
                return asked.Not(kept) if kept else None
            case asked.Any(clauses):
                return asked.Any(several) if (several := self._several(clauses)) else None
            case asked.All(clauses):
                return asked.All(several) if (several := self._several(clauses)) else None

    def _several(self, clauses: tuple[asked.Clause, ...]) -> tuple[asked.Clause, ...]:
        return tuple(kept for clause in clauses if (kept := self.trimmed(clause)))

    def _takes(self, words: tuple[str, ...]) -> bool:
        if self.words < len(words):
            self.left_out += words
            return False
        self.words -= len(words)
        return True


def plan(query: asked.Query, language: str) -> Expression | None:
    """Return what to ask for in texts of `language`; None where nothing typed has a letter."""
    return _all(query.clauses, language, "")


def _all(clauses: Iterable[asked.Clause], language: str, scope: str) -> Expression | None:
    several = list(clauses)
    parts = [_planned(clause, language, scope) for clause in several]
    for place, (before, behind) in enumerate(pairwise(several)):
        match before, behind, parts[place], parts[place + 1]:
            case asked.Term(first), asked.Term(second), Row() as one, Row() as other:
                if closed := analysis.together(first, second, language):
                    parts[place] = Either((Both((one, other)), Row((closed,), scope)))
                    parts[place + 1] = None
    found = [part for part in parts if part is not None]
    return _one(Both, found) if found else None


def _planned(clause: asked.Clause, language: str, scope: str) -> Expression | None:
    match clause:
        case asked.Term(text):
            return _rows(analysis.looked_for(text, language).rows, scope)
        case asked.Prefix(text):
            letters = analysis.beginning(text)
            return Beginning(letters, scope) if letters else None
        case asked.Phrase(words):
            return _rows(_phrases(words[:LONGEST_PHRASE], language), scope)
        case asked.Near(words, distance):
            return _near(words[:LONGEST_PHRASE], distance, language, scope)
        case asked.Field(name, inner):
            return _planned(inner, language, name)
        case asked.Not(inner):
            part = _planned(inner, language, scope)
            return Without(part) if part else None
        case asked.All(clauses):
            return _all(clauses, language, scope)
        case asked.Any(clauses):
            parts = [_planned(each, language, scope) for each in clauses]
            found = [part for part in parts if part is not None]
            return _one(Either, found) if found else None


def _one(kind: type[Both] | type[Either], parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def _rows(rows: Iterable[tuple[str, ...]], scope: str) -> Expression | None:
    cut: list[Expression] = [Row(row[: 4 * LONGEST_PHRASE], scope) for row in rows]
    return _one(Forms, cut) if cut else None


def _phrases(words: tuple[str, ...], language: str) -> Iterator[tuple[str, ...]]:
    """Yield each way a phrase may stand in a text: compounds joined and apart."""
    forms = [rows for word in words if (rows := analysis.looked_for(word, language).rows)]
    if not forms:
        return
    yield from dict.fromkeys(
        tuple(term for form in each for term in form)
        for each in islice(product(*forms), _MOST_VARIANTS)
    )
    for place, (before, behind) in enumerate(pairwise(words)):
        if closed := analysis.together(before, behind, language):
            yield (
                *_terms(words[:place], language),
                closed,
                *_terms(words[place + 2 :], language),
            )


def _terms(words: Iterable[str], language: str) -> list[str]:
    """Return the terms of words one behind another, each in its first form."""
    rows = (analysis.looked_for(word, language).rows for word in words)
    return [term for forms in rows if forms for term in forms[0]]


def _near(words: Iterable[str], distance: int, language: str, scope: str) -> Expression | None:
    terms = list(dict.fromkeys(_terms(words, language)))[:LONGEST_PHRASE]
    if len(terms) < 2:
        return Row((terms[0],), scope) if terms else None
    within = max(1, min(distance, FARTHEST))
    return _one(Both, [Close((terms[0], other), within, scope) for other in terms[1:]])
