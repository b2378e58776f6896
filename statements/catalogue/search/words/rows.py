"""The rows of words that each search reads, asked for in SQL as it stands.

There are a few such questions in a search, and the ORM took longer to put one than the
database to answer it.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import connection
from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.search.words.models import Digest, RareWord, Word, WordBitmap

_DIGEST = f"SELECT id, mark, top, languages FROM {Digest._meta.db_table} WHERE kind = %s"  # noqa: S608
_BITMAPS, _LISTS = WordBitmap._meta.db_table, RareWord._meta.db_table


def extent(kind: str) -> Digest:
    """Return how far a kind is digested; an unsaved row where there is nothing of it."""
    for key, mark, top, languages in sql.rows(_DIGEST, [kind]):
        return Digest(id=key, kind=kind, mark=mark, top=top, languages=languages)
    return Digest(kind=kind)


def often(kind: str, words: Collection[str]) -> Mapping[str, int]:
    """Return in how many digested records each of the words stands; 0 is left out."""
    return dict(sql.looked_up("word, n", Word._meta.db_table, kind, "word", sorted(words)))


def places(
    kind: str, words: Collection[str]
) -> tuple[Mapping[str, list[BitMap]], Mapping[str, bytes]]:
    """Return the bitmaps, in chunks, of those of the words that are common; the others' lists.

    One query for both: nobody knows beforehand which a word has.
    """
    if not words:
        return {}, {}
    bitmaps, of_bitmaps = _looked_up("1 AS is_common, word, bitmap", _BITMAPS, kind, words)
    lists, of_lists = _looked_up("0 AS is_common, word, places", _LISTS, kind, words)
    common: dict[str, list[BitMap]] = {}
    listed: dict[str, bytes] = {}
    for is_common, word, held in sql.rows(f"{bitmaps} UNION ALL {lists}", of_bitmaps + of_lists):
        if is_common:
            common.setdefault(word, []).append(BitMap.deserialize(bytes(held)))
        else:
            listed[word] = bytes(held)
    return common, listed


def steps(
    kind: str, words: Collection[str], chunks: Collection[int]
) -> list[tuple[str, BitMap, bytes]]:
    """Return the words that are common, their bitmaps in some chunks, and the steps in these."""
    if not words or not chunks:
        return []
    within = f"AND chunk IN {sql.marks(chunks)}"
    query, given = _looked_up("word, bitmap, steps", _BITMAPS, kind, words, within, chunks)
    return [
        (word, BitMap.deserialize(bytes(bitmap)), bytes(steps))
        for word, bitmap, steps in sql.rows(query, given)
    ]


def _looked_up(
    columns: str,
    table: str,
    kind: str,
    words: Collection[str],
    more: str = "",
    given: Collection[int] = (),
) -> tuple[str, list[Any]]:
    """Return a query for the rows of words, each word looked up by itself (`sql.looked_up`)."""
    if connection.vendor != "postgresql":
        asked = f"SELECT {columns} FROM {table} WHERE kind = %s AND word IN {sql.marks(words)}"  # noqa: S608
        return f"{asked} {more}", [kind, *words, *given]
    asked = f"SELECT {columns} FROM {table} WHERE kind = %s AND word = wanted.word {more}"  # noqa: S608
    query = (
        "SELECT held.* FROM unnest(%s::text[]) AS wanted (word)"  # noqa: S608
        f" CROSS JOIN LATERAL ({asked} OFFSET 0) AS held"
    )
    return query, [list(words), kind, *given]
