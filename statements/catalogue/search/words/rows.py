"""The rows of words that each search reads, asked for in SQL as it stands.

There are half a dozen such questions in a search, and the ORM took longer to put one than the
database to answer it.
"""

from collections.abc import Collection, Mapping

from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.search.words.models import Digest, Word, WordBitmap

_DIGEST = f"SELECT id, mark, top, languages FROM {Digest._meta.db_table} WHERE kind = %s"  # noqa: S608
_BITMAPS = f"SELECT word, bitmap FROM {WordBitmap._meta.db_table} WHERE kind = %s AND word IN "  # noqa: S608
_STEPS = f"SELECT word, bitmap, steps FROM {WordBitmap._meta.db_table} WHERE kind = %s AND word IN "  # noqa: S608


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
    if words:
        for word, bitmap in sql.rows(_BITMAPS + sql.marks(words), [kind, *words]):
            found.setdefault(word, []).append(BitMap.deserialize(bytes(bitmap)))
    return found


def steps(
    kind: str, words: Collection[str], chunks: Collection[int]
) -> list[tuple[str, BitMap, bytes]]:
    """Return the words that are common, their bitmaps in some chunks, and the steps in these."""
    if not words or not chunks:
        return []
    asked = f"{_STEPS}{sql.marks(words)} AND chunk IN {sql.marks(chunks)}"
    return [
        (word, BitMap.deserialize(bytes(bitmap)), bytes(steps))
        for word, bitmap, steps in sql.rows(asked, [kind, *words, *chunks])
    ]
