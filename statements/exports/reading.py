"""The rows of an export, as they are stored: in the order of the list, a batch at a time.

What is in the list, and where, is settled when the export begins. Each record is read when its
turn comes: so it is never older than the list, and what was withdrawn meanwhile is not read at
all. No transaction is held while a slow reader takes his time.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from statements.catalogue import select
from statements.catalogue.models import Record
from statements.catalogue.selection import Selection

# Batches grow or shrink towards so many bytes, so that memory does not hang on the texts.
START, MOST = 32, 512
WANTED = 256 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    """A live record as it is stored: JSON of its frozen part and of what tagging changes."""

    slug: str
    body: bytes
    live: bytes


def keys(selection: Selection) -> "array[int]":
    """Return the primary keys of all records of a selection in its order; the page is no matter."""
    rows = select._sorted(select._matching(selection), selection.sort)
    return array("q", rows.values_list("pk", flat=True).iterator(chunk_size=2000))


def batches(keys: Sequence[int]) -> Iterator[list[Stored]]:
    """Yield the records of `keys` that are live when they are read, in that order."""
    first, size = 0, START
    while first < len(keys):
        batch = _read(keys[first : first + size])
        yield batch
        first += size
        read = sum(len(row.body) for row in batch)
        size = max(1, min(MOST, 2 * size, size * WANTED // (read + 1)))


def _read(keys: Sequence[int]) -> list[Stored]:
    """Read records by a raw cursor: objects would cost ten times as much."""
    table = Record._meta.db_table
    marks = ", ".join(["%s"] * len(keys))
    # Bytes leave as they were stored; SQLite would else make a text of them first.
    body, live = (
        ("body", "live")
        if connection.vendor == "postgresql"
        else ("CAST(body AS BLOB)", "CAST(live AS BLOB)")
    )
    sql = f"SELECT id, slug, {body}, {live} FROM {table} WHERE id IN ({marks}) AND NOT withdrawn"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, list(keys))
        rows: list[tuple[int, str, Any, Any]] = cursor.fetchall()
    found = {key: Stored(slug, _bytes(body), _bytes(live)) for key, slug, body, live in rows}
    return [found[key] for key in keys if key in found]


def _bytes(stored: str | bytes) -> bytes:
    return stored if isinstance(stored, bytes) else stored.encode()
