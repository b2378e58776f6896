"""The rows of words that each search reads, asked for in SQL as it stands.

There are half a dozen such questions in a search, and the ORM took longer to put one than the
database to answer it.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import connection
from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.search.words.models import Digest, Word, WordBitmap

_DIGEST = f"SELECT id, mark, top, languages FROM {Digest._meta.db_table} WHERE kind = %s"  # noqa: S608
_BITMAPS = WordBitmap._meta.db_table


def digest(kind: str) -> Digest:
    """Return how far a kind is digested; an unsaved row where there is nothing of it."""
    for key, mark, top, languages in sql.rows(_DIGEST, [kind]):
        return Digest(id=key, kind=kind, mark=mark, top=top, languages=languages)
    return Digest(kind=kind)


def often(kind: str, words: Collection[str]) -> Mapping[str, int]:
    """Return in how many digested records each of the words stands; 0 is left out."""
    return dict(sql.looked_up("word, n", Word._meta.db_table, kind, "word", sorted(words)))


def bitmaps(kind: str, words: Collection[str]) -> Mapping[str, list[BitMap]]:
    """Return the bitmaps, in chunks, of those of the words that are common."""
    found: dict[str, list[BitMap]] = {}
    for word, bitmap in _common("word, bitmap", kind, words):
        found.setdefault(word, []).append(BitMap.deserialize(bytes(bitmap)))
    return found


def steps(
    kind: str, words: Collection[str], chunks: Collection[int]
) -> list[tuple[str, BitMap, bytes]]:
    """Return the words that are common, their bitmaps in some chunks, and the steps in these."""
    if not chunks:
        return []
    within = f"AND chunk IN {sql.marks(chunks)}"
    return [
        (word, BitMap.deserialize(bytes(bitmap)), bytes(steps))
        for word, bitmap, steps in _common("word, bitmap, steps", kind, words, within, chunks)
    ]


def _common(
    columns: str, kind: str, words: Collection[str], more: str = "", given: Collection[int] = ()
) -> list[tuple[Any, ...]]:
    """Return columns of the bitmaps of words, each word looked up by itself (`sql.looked_up`)."""
    if not words:
        return []
    if connection.vendor != "postgresql":
        asked = f"SELECT {columns} FROM {_BITMAPS} WHERE kind = %s AND word IN {sql.marks(words)}"  # noqa: S608
        return sql.rows(f"{asked} {more}", [kind, *words, *given])
    asked = f"SELECT {columns} FROM {_BITMAPS} WHERE kind = %s AND word = wanted.word {more}"  # noqa: S608
    return sql.rows(
        "SELECT held.* FROM unnest(%s::text[]) AS wanted (word)"  # noqa: S608
        f" CROSS JOIN LATERAL ({asked} OFFSET 0) AS held",
        [list(words), kind, *given],
    )
