"""Count the words of what was published, and keep bitmaps of the common ones.

A record is found by its words at once; it is digested later, together with others.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Final

from django.db import connection
from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.search.words import counts, gists, rare
from statements.catalogue.search.words.backends import BASES
from statements.catalogue.search.words.digestible import Digestible
from statements.catalogue.search.words.layout import is_mark
from statements.catalogue.search.words.models import Digest, Word, WordBitmap, WordCounts

# A word in so many records of a kind has bitmaps, any other a list.
COMMON: Final = 2_000
# So many may wait: a database looks through the newest one by one, PostgreSQL more slowly.
MOST_UNDIGESTED: Final = {"sqlite": 2_048, "postgresql": 512}
CHUNK: Final = 1 << 14
_BATCH: Final = 4_096


def digest() -> None:
    """Digest all that is not digested; in a transaction of the caller that holds the revision."""
    for row in Digest.objects.order_by("kind"):
        digest_kind(row)


def is_due(row: Digest, most: int = 0) -> bool:
    """Tell whether so much of a kind waits that it should be digested now."""
    return row.top - row.mark > (most or MOST_UNDIGESTED[connection.vendor])


def digest_kind(row: Digest, told: Digestible | None = None, first: int = 0) -> None:
    """Digest one kind; what is told of the records from number `first` on is not read again."""
    if first < row.mark:
        told = None
    end = row.top if told is None else first
    while (left := end - row.mark) > 2 * _BATCH:
        _digest(row.kind, row.mark + _BATCH, _read(row.kind, row.mark, row.mark + _BATCH))
        row.mark += _BATCH
    # What is left is digested with the last.
    if left > 0 or told:
        read = _read(row.kind, row.mark, end)
        if told:
            read.join(told.places, told.likely)
        _digest(row.kind, row.top, read)
        row.mark = row.top
    row.save()


def forget(kind: str, gone: Iterable[tuple[int, str]]) -> None:
    """Count the words of digested records no more, given their numbers and their counts.

    A word that no record has is gone from the vocabulary. One that is common no more has a list
    again, of those that are there. The bitmaps of common words keep what is gone.
    """
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, text in gone:
        for word in counts.keys(text):
            numbers[word].append(number)
    table = Word._meta.db_table
    sql.many(
        f"UPDATE {table} SET n = n - %s WHERE kind = %s AND word = %s",  # noqa: S608
        [(len(several), kind, word) for word, several in sorted(numbers.items())],
    )
    rare.take(kind, numbers)
    for some in sql.batched(numbers):
        held = Word.objects.filter(kind=kind, word__in=some)
        held.filter(n=0).delete()
        common = set(held.filter(n__gte=COMMON).values_list("word", flat=True))
        _unmake_common(kind, [word for word in some if word not in common])


def _unmake_common(kind: str, words: list[str]) -> None:
    """Give those of the words that have bitmaps a list in their place."""
    base = BASES[kind]
    bitmaps = WordBitmap.objects.filter(kind=kind, word__in=words).order_by("word", "chunk")
    places: dict[str, bytes] = defaultdict(bytes)
    for word, bitmap, steps in bitmaps.values_list("word", "bitmap", "steps"):
        held = BitMap.deserialize(bytes(bitmap))
        ids = WordCounts.objects.filter(id__in=[base + number for number in held])
        left = {row - base for row in ids.values_list("id", flat=True)}
        all_steps = bytes(steps) or bytes(len(held))
        places[word] += b"".join(
            rare.place(number, step)
            for number, step in zip(held, all_steps, strict=True)
            if number in left
        )
    rare.add(kind, {word: held for word, held in places.items() if held})
    bitmaps.delete()


def _digest(kind: str, high: int, read: Digestible) -> None:
    """Digest what was read of records, all of them with numbers below `high`."""
    places = read.places
    _count(kind, {word: len(held) // rare.PLACE for word, held in places.items()})
    common = {word: n for word, n in _common(kind).items() if word in places}
    rare.add(kind, {word: held for word, held in places.items() if word not in common})
    became = [word for word, n in common.items() if n - len(places[word]) // rare.PLACE < COMMON]
    before = rare.read(kind, became)
    rare.drop(kind, became)
    _add(kind, {word: before.get(word, b"") + places[word] for word in common})
    if kind in gists.KINDS:
        gists.write(kind, high, read.gists(_BATCH))


def _read(kind: str, low: int, high: int) -> Digestible:
    """Read the counts of the records from number `low` up to, not with, `high`."""
    base, read = BASES[kind], Digestible()
    held = WordCounts.objects.filter(id__gte=base + low, id__lt=base + high).order_by("id")
    counts = held.values_list("id", "counts").iterator()
    read.add(kind, ((row - base, text) for row, text in counts))
    return read


def _count(kind: str, numbers: Mapping[str, int]) -> None:
    table = Word._meta.db_table
    sql.insert(
        table,
        ("kind", "word", "n"),
        [(kind, word, n) for word, n in sorted(numbers.items())],
        f"ON CONFLICT (kind, word) DO UPDATE SET n = {table}.n + excluded.n",
    )


def _common(kind: str) -> dict[str, int]:
    found = Word.objects.filter(kind=kind, n__gte=COMMON).order_by("word")
    return dict(found.values_list("word", "n"))


def _add(kind: str, places: Mapping[str, bytes]) -> None:
    """Put records behind those that the bitmaps of common words have."""
    added = {
        (word, chunk): (bitmap, b"" if is_mark(word) else steps)
        for word, held in places.items()
        for chunk, bitmap, steps in _parted(held)
    }
    held = _bitmaps(kind, added)
    rows = []
    for (word, chunk), (bitmap, steps) in sorted(added.items(), key=itemgetter(0)):
        before, steps_before = held.get((word, chunk), (BitMap(), b""))
        rows.append((kind, word, chunk, (before | bitmap).serialize(), steps_before + steps))
    key = ("kind", "word", "chunk")
    sql.upsert(WordBitmap._meta.db_table, (*key, "bitmap", "steps"), key, rows)


def _parted(places: bytes) -> Iterator[tuple[int, BitMap, bytes]]:
    """Yield the numbers and the steps of a list, chunk by chunk."""
    numbers, steps = rare.numbers(places), rare.steps(places)
    start = 0
    while start < len(numbers):
        chunk = numbers[start] // CHUNK
        end = bisect_left(numbers, (chunk + 1) * CHUNK, start)
        yield chunk, BitMap(numbers[start:end]), steps[start:end]
        start = end


def _bitmaps(
    kind: str, keys: Iterable[tuple[str, int]]
) -> dict[tuple[str, int], tuple[BitMap, bytes]]:
    wanted = set(keys)
    chunks = {chunk for _word, chunk in wanted}
    rows = WordBitmap.objects.filter(kind=kind, chunk__in=chunks)
    return {
        (word, chunk): (BitMap.deserialize(bytes(bitmap)), bytes(steps))
        for word, chunk, bitmap, steps in rows.values_list(
            "word", "chunk", "bitmap", "steps"
        ).iterator()
        if (word, chunk) in wanted
    }
