"""Write a query as somebody would type it, in the form that reads as the same query."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from statements.catalogue.search import query
from statements.catalogue.search.query import Clause, Query
from statements.catalogue.search.typed import parts
from statements.catalogue.search.typed.tokens import Token


def write(sought: Query) -> str:
    return _joined(sought.clauses, " ")


def with_words(sought: Query, change: Callable[[str], str]) -> Query:
    """Return a query with each word that is looked for changed; what is left out stays."""
    return Query(tuple(_changed(clause, change) for clause in sought.clauses))


def words(clause: Clause | Query) -> tuple[str, ...]:
    """Return the words of a query or a clause that are looked for."""
    match clause:
        case query.Term():
            return (clause.text,)
        case query.Phrase() | query.Near():
            return clause.words
        case query.Any() | query.All() | query.Query():
            return tuple(word for each in clause.clauses for word in words(each))
    return ()


def _changed(clause: Clause, change: Callable[[str], str]) -> Clause:
    match clause:
        case query.Term():
            # One word may have been two.
            changed = change(clause.text).split()
            one: tuple[Clause, ...] = tuple(map(query.Term, changed))
            return one[0] if len(one) == 1 else query.All(one)
        case query.Phrase() | query.Near():
            changed = " ".join(map(change, clause.words)).split()
            return replace(clause, words=tuple(changed))
        case query.Any() | query.All():
            return replace(clause, clauses=tuple(_changed(each, change) for each in clause.clauses))
    return clause


def _written(clause: Clause) -> str:
    match clause:
        case query.Term():
            return parts.plain(clause.text).text
        case query.Prefix():
            return f"{clause.text}*"
        case query.Phrase():
            return parts.leaf(Token("phrase", words=clause.words)).text
        case query.Near():
            return parts.leaf(Token("phrase", words=clause.words, distance=clause.distance)).text
        case query.Field():
            inner = clause.clause
            is_simple = isinstance(inner, query.Term | query.Prefix | query.Phrase | query.Near)
            return f"{clause.name}:{_written(inner) if is_simple else f'({_written(inner)})'}"
        case query.Not():
            return f"-{_bracketed(clause.clause)}"
        case query.Any():
            return _joined(clause.clauses, " OR ")
        case query.All():
            return _joined(clause.clauses, " ")


def _bracketed(clause: Clause) -> str:
    is_joined = isinstance(clause, query.All | query.Any)
    return f"({_written(clause)})" if is_joined else _written(clause)


def _joined(clauses: Iterable[Clause], by: str) -> str:
    return by.join(
        f"({_written(each)})" if isinstance(each, query.All) and "OR" in by else _written(each)
        for each in clauses
    )
