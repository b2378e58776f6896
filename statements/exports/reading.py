"""The rows of an export, as they are stored: in the order of the list, a batch at a time.

What is in the list, and where, is settled when the export begins. Each record is read when its
turn comes: so it is never older than the list, and what was withdrawn meanwhile is not read at
all. No transaction is held while a slow reader takes his time.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection
from psycopg.abc import Buffer
from psycopg.adapt import Loader

from statements.catalogue import revision, select, sql
from statements.catalogue.postings.index import Outrun
from statements.catalogue.selection import Selection

# Batches grow or shrink towards so many bytes, so that memory does not hang on the texts.
START, MOST = 32, 512
WANTED = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    """Live records as they are stored: JSON of the frozen part, and of what tagging changes."""

    slugs: Sequence[str]
    bodies: Sequence[bytes]
    lives: Sequence[bytes]


class _AsStored(Loader):
    """Loads what PostgreSQL calls text as the bytes that it is."""

    def load(self, data: Buffer) -> bytes:
        return bytes(data)


def keys(selection: Selection) -> "array[int]":
    """Return the primary keys of all records of a selection in its order; the page is no matter.

    They are of one revision: started over where a publication comes in between.
    """
    for _attempt in range(select.PATIENCE):
        try:
            return _settled(selection)
        except Outrun:
            revision.renewed()
    raise Outrun


def _settled(selection: Selection) -> "array[int]":
    """Return keys by the numbers of the present index; a new version has a new number, not key."""
    found = array("q")
    for numbers in sql.batched(select.numbers(selection)):
        keys = dict(sql.records("number, id", selection.kind, numbers))
        if len(keys) < len(numbers):
            raise Outrun
        found.extend(keys[number] for number in numbers)
    return found


def batches(keys: Sequence[int]) -> Iterator[Stored]:
    """Yield the records of `keys` that are live when they are read, in that order."""
    first, size = 0, START
    while first < len(keys):
        batch = _read(keys[first : first + size])
        first += size
        if batch.slugs:
            yield batch
            read = sum(map(len, batch.bodies))
            size = max(1, min(MOST, 2 * size, size * WANTED // read))


def _read(keys: Sequence[int]) -> Stored:
    """Read records by a raw cursor: objects would cost ten times as much."""
    # Bytes leave as they were stored; a database would else make a text of them first.
    is_sqlite = connection.vendor == "sqlite"
    parts = "CAST(body AS BLOB), CAST(live AS BLOB)" if is_sqlite else "body, live"
    query = f"SELECT id, slug, {parts} FROM catalogue_record WHERE NOT withdrawn AND id IN "  # noqa: S608
    with connection.cursor() as cursor:
        if not is_sqlite:
            cursor.adapters.register_loader("text", _AsStored)
        cursor.execute(f"{query} ({', '.join(['%s'] * len(keys))})", list(keys))
        found = {row[0]: row for row in cursor.fetchall()}
    rows = [found[key] for key in keys if key in found]
    _keys, slugs, bodies, lives = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Stored(slugs, bodies, lives)
