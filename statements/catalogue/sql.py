"""The few statements that are too frequent for the ORM."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from django.db import connection

T = TypeVar("T")
# So many values stand in one IN: a statement of SQLite takes no more than 32,766.
BATCH = 500

POSTINGS = "catalogue_posting"
RECORDS = "catalogue_record"


def rows(statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return all rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())


def marks(values: Collection[Any]) -> str:
    """Return as many placeholders as there are values, in brackets."""
    return f"({','.join(['%s'] * len(values))})"


def records(columns: str, kind: str, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return columns of the live records with the numbers, in no order; what is gone is missing."""
    return looked_up(columns, RECORDS, kind, "number", numbers)


def looked_up(
    columns: str, table: str, kind: str, key: str, values: Iterable[Any]
) -> list[tuple[Any, ...]]:
    """Return columns of the rows of a kind with one of the values, in no order.

    Kind and key are unique together, and each value is looked up by itself: given a list of
    hundreds, PostgreSQL would rather go through all rows of the kind, of which it knows little
    until it has counted them.
    """
    found: list[tuple[Any, ...]] = []
    for some in batched(values):
        if connection.vendor == "postgresql":
            asked = (
                f"SELECT {columns} FROM {table} WHERE kind = %s AND {key} = wanted.{key} LIMIT 1"  # noqa: S608
            )
            of = "bigint[]" if isinstance(some[0], int) else "text[]"
            found += rows(
                f"SELECT held.* FROM unnest(%s::{of}) AS wanted ({key})"  # noqa: S608
                f" CROSS JOIN LATERAL ({asked}) AS held",
                [some, kind],
            )
        else:
            found += rows(
                f"SELECT {columns} FROM {table} WHERE kind = %s AND {key} IN {marks(some)}",  # noqa: S608
                [kind, *some],
            )
    return found


def batched(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Yield the values in lists of `size`."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some


def many(statement: str, held: Sequence[Sequence[Any]]) -> None:
    """Execute a statement once for each sequence of parameters."""
    if held:
        with connection.cursor() as cursor:
            cursor.executemany(statement, held)


def insert(
    table: str, columns: Sequence[str], held: Sequence[Sequence[Any]], otherwise: str = ""
) -> None:
    """Insert rows, each a sequence of its columns; `otherwise` says what to do in a conflict.

    No two of the rows may be in conflict with each other.
    """
    into = f"INSERT INTO {table} ({', '.join(columns)}) VALUES"
    if connection.vendor != "postgresql":
        many(f"{into} {marks(columns)} {otherwise}", held)
        return
    if len(held) <= BATCH:
        _insert(into, otherwise, held)
        return
    with ahead():
        for some in batched(held):
            _insert(into, otherwise, some)


def _insert(into: str, otherwise: str, held: Sequence[Sequence[Any]]) -> None:
    """Insert rows by one statement: to read and plan it costs PostgreSQL more than a row."""
    if held:
        every = ",".join([marks(held[0])] * len(held))
        with connection.cursor() as cursor:
            cursor.execute(f"{into} {every} {otherwise}", [value for row in held for value in row])


@contextmanager
def ahead() -> Iterator[None]:
    """Go on while PostgreSQL works at what is written; at the end all of it is.

    What fails may be told only at the end. Nothing may be read by `iterator` within.
    Source: https://www.psycopg.org/psycopg3/docs/advanced/pipeline.html
    """
    held = connection.connection
    if connection.vendor != "postgresql" or held is None or held.pgconn.pipeline_status:
        yield
        return
    with connection.wrap_database_errors, held.pipeline():
        yield


def upsert(
    table: str, columns: Sequence[str], key: Sequence[str], held: Sequence[Sequence[Any]]
) -> None:
    """Insert rows, each a sequence of its columns; of a row that is there, change the others."""
    changed = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in key)
    insert(table, columns, held, f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}")
