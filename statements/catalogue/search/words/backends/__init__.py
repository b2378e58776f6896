"""Where the words of records are kept: FTS5 or `tsvector`, by the database, with the same hits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from django.db import connection

from statements.catalogue.search.expressions import Leaf
from statements.catalogue.search.words.backends import postgresql, sqlite
from statements.catalogue.search.words.layout import Layout

# The words of number n of a kind have the id BASES[kind] + n. Never change one: rows hold them.
BASES = {
    kind: place << 40
    for place, kind in enumerate(
        (
            *("statement", "recommendation", "event", "actor", "campaign", "term", "instrument"),
            "series",
        )
    )
}


class Backend(Protocol):
    """One table of words; `id` is a base and a number."""

    def write(self, rows: Sequence[Sequence[Any]]) -> None:
        """Add rows whose ids were never written before: each its id and its COLUMNS."""

    def erase(self, rows: Iterable[tuple[int, Layout]]) -> None:
        """Take rows out; each with the layout it was written with."""

    def scrub(self) -> None:
        """Write the index anew without what was taken out, which else stays until it is merged."""

    def clear(self) -> None:
        """Take everything out."""

    def find(self, leaves: Sequence[Leaf], low: int, high: int) -> list[int]:
        """Return the ids from `low` up to, not with, `high` that one of the leaves finds."""

    def among(self, leaves: Sequence[Leaf], rows: Sequence[int], often: int) -> list[int]:
        """Return those of a few ids that one of the leaves finds.

        `often` is how many records hold the terms, all told: where they are few, a database may
        rather read through them than look each id up.
        """


# How a layout fills the columns of the table of words, by the database's vendor.
COLUMNS: Mapping[str, Callable[[Layout], Sequence[str]]] = {
    "sqlite": sqlite.columns,
    "postgresql": postgresql.columns,
}
DROP = "DROP TABLE catalogue_words"


def creation(vendor: str) -> list[str]:
    """Return the statements that make the table of words, and what words are compared by."""
    if vendor != "postgresql":
        return [sqlite.CREATE]
    indexes = [postgresql.create_index(kind, base) for kind, base in BASES.items()]
    return [postgresql.CREATE, *indexes, *postgresql.COMPARE]


def backend() -> Backend:
    """Return the backend of the default database."""
    return postgresql.Table() if connection.vendor == "postgresql" else sqlite.Table()
