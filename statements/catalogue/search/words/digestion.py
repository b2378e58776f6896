"""Count the words of what was published, and keep bitmaps of the common ones.

A record is found by its words at once; it is digested later, together with others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Final

from django.db import connection
from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.search.expressions import Row
from statements.catalogue.search.words import counts, gists
from statements.catalogue.search.words.backends import BASES, backend
from statements.catalogue.search.words.models import Digest, Word, WordBitmap, WordCounts

# A word in so many records of a kind has bitmaps. PostgreSQL looks at each record that any other
# is in, so there they are fewer: a beginning may mean 64 of them.
COMMON: Final = {"sqlite": 2_000, "postgresql": 500}
# So many may wait: a database looks through the newest one by one, PostgreSQL more slowly.
MOST_UNDIGESTED: Final = {"sqlite": 2_048, "postgresql": 512}
CHUNK: Final = 1 << 14
_BATCH: Final = 4_096


@dataclass(slots=True)
class _Read:
    """What of some records is digested.

    In how many each word stands; the numbers of those with a word that is common already; by
    number, the words that are likely to make a gist, and how often each stands there.
    """

    often: Counter[str] = field(default_factory=Counter)
    common: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    likely: dict[int, Mapping[str, int]] = field(default_factory=dict)


def digest() -> None:
    """Digest all that is not digested; in a transaction of the caller that holds the revision."""
    for row in Digest.objects.order_by("kind"):
        digest_kind(row)


def is_due(row: Digest) -> bool:
    """Tell whether so much of a kind waits that it should be digested now."""
    return row.top - row.mark > MOST_UNDIGESTED[connection.vendor]


def digest_kind(row: Digest) -> None:
    """Digest one kind."""
    while row.mark < row.top:
        left = row.top - row.mark
        # What is left after the last is digested with it.
        high = row.mark + (_BATCH if left > 2 * _BATCH else left)
        _digest(row.kind, row.mark, high)
        row.mark = high
    row.save()


def forget(kind: str, texts: Iterable[str]) -> None:
    """Count the words of digested records no more, given their counts.

    A word that no record has is gone from the vocabulary. One that is common no more has no
    bitmaps either, for they would not grow with it.
    """
    numbers = Counter(word for text in texts for word in counts.keys(text))
    table = Word._meta.db_table
    sql.many(
        f"UPDATE {table} SET n = n - %s WHERE kind = %s AND word = %s",  # noqa: S608
        [(n, kind, word) for word, n in sorted(numbers.items())],
    )
    for some in sql.batched(numbers):
        held = Word.objects.filter(kind=kind, word__in=some)
        held.filter(n=0).delete()
        common = set(held.filter(n__gte=_common_from()).values_list("word", flat=True))
        rare = [word for word in some if word not in common]
        WordBitmap.objects.filter(kind=kind, word__in=rare).delete()


def _common_from() -> int:
    return COMMON[connection.vendor]


def _digest(kind: str, low: int, high: int) -> None:
    common_before = {word for word, _n in _common(kind)}
    read = _read(kind, low, high, common_before)
    _count(kind, read.often)
    for word, _n in _common(kind):
        if word in read.often and word not in common_before:
            read.common[word] = _found(kind, word, high)
    _add(kind, read.common)
    if kind in gists.KINDS:
        gists.write(kind, high, read.likely)


def _read(kind: str, low: int, high: int, common: Set[str]) -> _Read:
    """Read the counts of the records from number `low` up to, not with, `high`."""
    base, read = BASES[kind], _Read()
    held = WordCounts.objects.filter(id__gte=base + low, id__lt=base + high).order_by("id")
    for row, text in held.values_list("id", "counts").iterator():
        number, words = row - base, counts.keys(text)
        read.often.update(words)
        for word in words & common:
            read.common[word].append(number)
        if kind in gists.KINDS:
            read.likely[number] = gists.likely(kind, text)
    return read


def _count(kind: str, often: Mapping[str, int]) -> None:
    table = Word._meta.db_table
    sql.insert(
        table,
        ("kind", "word", "n"),
        [(kind, word, n) for word, n in sorted(often.items())],
        f"ON CONFLICT (kind, word) DO UPDATE SET n = {table}.n + excluded.n",
    )


def _common(kind: str) -> list[tuple[str, int]]:
    found = Word.objects.filter(kind=kind, n__gte=_common_from()).order_by("word")
    return list(found.values_list("word", "n"))


def _found(kind: str, word: str, high: int) -> list[int]:
    """Return the numbers below `high` of a word that has become common."""
    base = BASES[kind]
    return [row - base for row in backend().find([Row((word,))], base, base + high)]


def _add(kind: str, numbers: Mapping[str, Iterable[int]]) -> None:
    chunks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for word, several in numbers.items():
        for number in several:
            chunks[word, number // CHUNK].append(number)
    held = _bitmaps(kind, chunks)
    rows = [
        (kind, word, chunk, (held.get((word, chunk), BitMap()) | BitMap(added)).serialize())
        for (word, chunk), added in sorted(chunks.items())
    ]
    key = ("kind", "word", "chunk")
    sql.upsert(WordBitmap._meta.db_table, (*key, "bitmap"), key, rows)


def _bitmaps(kind: str, keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], BitMap]:
    wanted = set(keys)
    chunks = {chunk for _word, chunk in wanted}
    rows = WordBitmap.objects.filter(kind=kind, chunk__in=chunks)
    return {
        (word, chunk): BitMap.deserialize(bytes(bitmap))
        for word, chunk, bitmap in rows.values_list("word", "chunk", "bitmap").iterator()
        if (word, chunk) in wanted
    }
