"""Count the words of what was published, and keep bitmaps of the common ones.

A record is found by its words at once; it is digested later, together with others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.db import connection
from pyroaring import BitMap

from statements.catalogue.search.expressions import Row
from statements.catalogue.search.words import counts
from statements.catalogue.search.words.backends import BASES, backend
from statements.catalogue.search.words.models import Digest, Word, WordBitmap, WordCounts

# A word in so many records of a kind has bitmaps.
COMMON: Final = 2_000
MOST_UNDIGESTED: Final = 500
CHUNK: Final = 1 << 16
_BATCH: Final = 4_096
_SCOPES: Final = {"_t_": "title", "_n_": "speaker"}


def digest() -> None:
    """Digest all that is not digested; in a transaction of the caller that holds the revision."""
    for row in Digest.objects.order_by("kind"):
        digest_kind(row)


def digest_kind(row: Digest) -> None:
    """Digest one kind."""
    while row.mark < row.top:
        high = min(row.top, row.mark + _BATCH)
        _digest(row.kind, row.mark, high)
        row.mark = high
    row.save()


def _digest(kind: str, low: int, high: int) -> None:
    numbers = _numbers_by_word(kind, low, high)
    _count(kind, numbers)
    common = set(_common(kind)) & numbers.keys()
    held = _held(kind)
    for word in sorted(common - held):
        numbers[word] += _found_before(kind, word, low)
    _add(kind, {word: numbers[word] for word in sorted(common)})


def _numbers_by_word(kind: str, low: int, high: int) -> dict[str, list[int]]:
    base = BASES[kind]
    rows = WordCounts.objects.filter(id__gte=base + low, id__lt=base + high).order_by("id")
    numbers: dict[str, list[int]] = defaultdict(list)
    for row, text in rows.values_list("id", "counts"):
        for word in counts.keys(text):
            numbers[word].append(row - base)
    return numbers


def _count(kind: str, numbers: Mapping[str, Sequence[int]]) -> None:
    table = Word._meta.db_table
    rows = [(kind, word, len(numbers[word])) for word in sorted(numbers)]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (kind, word, n) VALUES (%s, %s, %s)"  # noqa: S608
            f" ON CONFLICT (kind, word) DO UPDATE SET n = {table}.n + excluded.n",
            rows,
        )


def _common(kind: str) -> Iterable[str]:
    return Word.objects.filter(kind=kind, n__gte=COMMON).values_list("word", flat=True)


def _held(kind: str) -> set[str]:
    return set(WordBitmap.objects.filter(kind=kind).values_list("word", flat=True).distinct())


def _found_before(kind: str, key: str, high: int) -> list[int]:
    """Return the numbers below `high` of a word that has become common."""
    base = BASES[kind]
    return [row - base for row in backend().find([leaf(key)], base, base + high)]


def leaf(key: str) -> Row:
    """Return what finds the records that a counted word stands in."""
    scope = _SCOPES.get(key[:3], "")
    return Row((key[3:] if scope else key,), scope)


def key(row: Row) -> str | None:
    """Return the word that is counted for what `row` finds, if any is."""
    marks = {"": "", "title": "_t_", "speaker": "_n_"}
    return marks[row.scope] + row.terms[0] if len(row.terms) == 1 and row.scope in marks else None


def _add(kind: str, numbers: Mapping[str, Iterable[int]]) -> None:
    chunks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for word, several in numbers.items():
        for number in several:
            chunks[word, number // CHUNK].append(number)
    held = _bitmaps(kind, chunks)
    table = WordBitmap._meta.db_table
    rows = [
        (kind, word, chunk, (held.get((word, chunk), BitMap()) | BitMap(added)).serialize())
        for (word, chunk), added in sorted(chunks.items())
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (kind, word, chunk, bitmap) VALUES (%s, %s, %s, %s)"  # noqa: S608
            " ON CONFLICT (kind, word, chunk) DO UPDATE SET bitmap = excluded.bitmap",
            rows,
        )


def _bitmaps(kind: str, keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], BitMap]:
    wanted = set(keys)
    chunks = {chunk for _word, chunk in wanted}
    rows = WordBitmap.objects.filter(kind=kind, chunk__in=chunks)
    return {
        (word, chunk): BitMap.deserialize(bytes(bitmap))
        for word, chunk, bitmap in rows.values_list("word", "chunk", "bitmap").iterator()
        if (word, chunk) in wanted
    }
