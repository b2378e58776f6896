"""Words in a `tsvector` made of our terms (https://www.postgresql.org/docs/15/datatype-textsearch.html).

PostgreSQL's own parser and dictionaries are never asked. The fields are its weights: A for the
title, B for names, C for the body. Each kind has an index of its own, so that a word common in
one costs nothing in another.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from statements.catalogue import sql
from statements.catalogue.search.expressions import Close, Leaf, Row
from statements.catalogue.search.words.layout import GAP, Layout

TABLE = "catalogue_words"
CREATE = f"CREATE TABLE {TABLE} (id bigint PRIMARY KEY, terms tsvector NOT NULL)"
# Words are compared as SQLite does, by their code points, whatever the database's language.
COMPARE = tuple(
    f'ALTER TABLE {table} ALTER COLUMN word TYPE varchar(80) COLLATE "C"'
    for table in ("catalogue_word", "catalogue_wordbitmap")
)
_WEIGHTS = {"": "", "title": "A", "speaker": "B"}
# No phrase and no nearness reaches from one field to another.
_APART = 40


def create_index(kind: str, base: int) -> str:
    """Return the statement that makes the index of one kind."""
    return (
        f"CREATE INDEX {TABLE}_{kind} ON {TABLE} USING gin (terms)"
        f" WITH (gin_pending_list_limit = 512) WHERE {_of_kind(base)}"
    )


class Table:
    """The table of words on PostgreSQL."""

    def write(self, rows: Sequence[Sequence[Any]]) -> None:
        sql.insert(TABLE, ("id", "terms"), rows)

    def erase(self, rows: Iterable[tuple[int, Layout]]) -> None:
        with connection.cursor() as cursor:
            ids = [row for row, _layout in rows]
            cursor.execute(f"DELETE FROM {TABLE} WHERE id = ANY(%s)", [ids])  # noqa: S608

    def scrub(self) -> None:
        """Nothing: a row is deleted whole, and `VACUUM` frees its place."""

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608

    def find(self, leaves: Sequence[Leaf], low: int, high: int) -> list[int]:
        base = low >> 40 << 40
        # The newest are few: they are looked at one by one, never in the whole index.
        newest = f"(SELECT id, terms FROM {TABLE} WHERE {_within(low, high)} OFFSET 0) AS newest"  # noqa: S608
        source = TABLE if low == base else newest
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id FROM {source} WHERE terms @@ %s::tsquery AND {_of_kind(base)}",  # noqa: S608
                [match(leaves)],
            )
            return sorted(row for (row,) in cursor.fetchall() if low <= row < high)

    def among(self, leaves: Sequence[Leaf], rows: Sequence[int], often: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id FROM (SELECT id, terms FROM {TABLE} WHERE id = ANY(%s) OFFSET 0)"  # noqa: S608
                " AS few WHERE terms @@ %s::tsquery",
                [list(rows), match(leaves)],
            )
            return [row for (row,) in cursor.fetchall()]


def _of_kind(base: int) -> str:
    """Return the condition of the index of a kind, which no other index knows of.

    By a span of ids, PostgreSQL may go through all words of the kind.
    """
    return f"(id >> 40) = {base >> 40}"


def _within(low: int, high: int) -> str:
    return f"id >= {low:d} AND id < {high:d}"


def match(leaves: Sequence[Leaf]) -> str:
    """Return the leaves as a `tsquery`: one of them must hold."""
    return " | ".join(f"({_rendered(leaf)})" for leaf in leaves)


def _rendered(leaf: Leaf) -> str:
    weight = _WEIGHTS[leaf.scope]
    match leaf:
        case Row(terms, _):
            return " <-> ".join(_lexeme(term, weight) for term in terms)
        case Close((one, other), distance, _):
            return " | ".join(
                f"{_lexeme(first, weight)} <{apart}> {_lexeme(second, weight)}"
                for first, second in ((one, other), (other, one))
                for apart in range(1, distance + 1)
            )


def _lexeme(term: str, weight: str = "") -> str:
    return f"'{term}':{weight}" if weight else f"'{term}'"


def columns(layout: Layout) -> list[str]:
    """Return what a layout fills the columns of the table with."""
    return [vector(layout)]


def vector(layout: Layout) -> str:
    """Return a layout in the text form of a `tsvector`."""
    places: dict[str, list[str]] = {}
    first = 1
    for words, weight in ((layout.title, "A"), (layout.names, "B"), (layout.body, "C")):
        for place, word in enumerate(words, start=first):
            if word != GAP:
                places.setdefault(word, []).append(f"{place}{weight}")
        first += len(words) + _APART
    return " ".join(f"'{term}':{','.join(held)}" for term, held in places.items())
