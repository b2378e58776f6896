"""Words in a contentless FTS5 table (https://www.sqlite.org/fts5.html).

The terms are ours: its tokenizer only splits them at spaces, and leaves letters beyond ASCII alone.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from statements.catalogue import sql
from statements.catalogue.search.expressions import Close, Leaf, Row
from statements.catalogue.search.words.layout import Layout

TABLE = "catalogue_words"
_COLUMNS = ("title", "names", "body")
CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5({', '.join(_COLUMNS)}, content='', columnsize=0,"
    """ tokenize="ascii tokenchars '_'")"""
)
# So many bytes are gathered in memory, in a transaction alone, before they become a part of the
# index that has to be merged with others: more than a batch of some hundred statements has.
GATHER = f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('hashsize', {1 << 26})"  # noqa: S608
_NAMES = ", ".join(_COLUMNS)
_MARKS = ", ".join(["%s"] * len(_COLUMNS))
_SCOPES = {"": "", "title": "title : ", "speaker": "names : "}
# For each row that is looked up FTS5 begins its query anew, which takes as long as to read through
# so many rows of a term.
_READ_THROUGH = 2_000


class Table:
    """The table of words on SQLite."""

    def write(self, rows: Sequence[Sequence[Any]]) -> None:
        sql.many(f"INSERT INTO {TABLE}(rowid, {_NAMES}) VALUES (%s, {_MARKS})", rows)  # noqa: S608

    def erase(self, rows: Iterable[tuple[int, Layout]]) -> None:
        sql.many(
            f"INSERT INTO {TABLE}({TABLE}, rowid, {_NAMES}) VALUES ('delete', %s, {_MARKS})",  # noqa: S608
            [(row, *columns(layout)) for row, layout in rows],
        )

    def scrub(self) -> None:
        with connection.cursor() as cursor:
            # What is freed is overwritten, in the table of words as elsewhere.
            cursor.execute("PRAGMA secure_delete=ON")
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")  # noqa: S608

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('delete-all')")  # noqa: S608

    def find(self, leaves: Sequence[Leaf], low: int, high: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid >= %s AND rowid < %s",  # noqa: S608
                [match(leaves), low, high],
            )
            return [row for (row,) in cursor.fetchall()]

    def among(self, leaves: Sequence[Leaf], rows: Sequence[int], often: int) -> list[int]:
        if often <= _READ_THROUGH * len(rows):
            wanted = set(rows)
            found = self.find(leaves, min(rows), max(rows) + 1)
            return [row for row in found if row in wanted]
        ids = ", ".join(str(int(row)) for row in rows)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid IN ({ids})",  # noqa: S608
                [match(leaves)],
            )
            return [row for (row,) in cursor.fetchall()]


def match(leaves: Sequence[Leaf]) -> str:
    """Return the leaves in the language of FTS5: one of them must hold."""
    return " OR ".join(f"({_rendered(leaf)})" for leaf in leaves)


def _rendered(leaf: Leaf) -> str:
    terms = [f'"{term}"' for term in leaf.terms]
    match leaf:
        case Row(_, scope):
            return _SCOPES[scope] + " + ".join(terms)
        case Close(_, distance, scope):
            return f"{_SCOPES[scope]}NEAR({' '.join(terms)}, {distance - 1})"


def columns(layout: Layout) -> list[str]:
    """Return what a layout fills the columns of the table with."""
    return [" ".join(getattr(layout, name)) for name in _COLUMNS]
