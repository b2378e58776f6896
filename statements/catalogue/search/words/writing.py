"""Write the words of records in the transaction that publishes them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from statements.catalogue import sql
from statements.catalogue.records import AnyRecord
from statements.catalogue.search.words import counts, digestion, gists
from statements.catalogue.search.words.backends import BASES, backend
from statements.catalogue.search.words.fields import Fields, fields
from statements.catalogue.search.words.layout import Layout, lay_out
from statements.catalogue.search.words.models import Digest, RareWord, Word, WordBitmap, WordCounts

Key = tuple[str, int]
Row = tuple[str, int, AnyRecord]
_BATCH = 500


def write(rows: Iterable[Row]) -> None:
    """Make the records found by their words, each by its kind and its number.

    The numbers were never written before; within a kind they are higher than those that were.
    """
    several = [(kind, number, fields(record)) for kind, number, record in rows]
    # By their ids: SQLite writes out what it has gathered where one is lower than the one before.
    several.sort(key=lambda one: BASES[one[0]] + one[1])
    noted = note(several)
    for some in sql.batched(several, _BATCH):
        add([(BASES[kind] + number, lay_out(each)) for kind, number, each in some])
    for digest in noted:
        if digestion.is_due(digest):
            digestion.digest_kind(digest)


def add(laid_out: Sequence[tuple[int, Layout]]) -> None:
    """Write the terms of records, given by their ids, and how often each stands in them."""
    backend().write(laid_out)
    rows = [(row, counts.dump(layout)) for row, layout in laid_out]
    sql.insert(WordCounts._meta.db_table, ("id", "counts"), rows)


def note(written: Sequence[tuple[str, int, Fields]]) -> list[Digest]:
    """Note of each kind that there is more to digest, and in which languages."""
    digests = _digests(sorted({kind for kind, _number, _fields in written}))
    for digest in digests:
        of_kind = [(number, each) for of, number, each in written if of == digest.kind]
        languages = {
            words.language for _number, each in of_kind for words in each.title + each.body
        }
        digest.languages = " ".join(sorted(languages.union(digest.languages.split())))
        digest.top = max(digest.top, 1 + max(number for number, _fields in of_kind))
    sql.many(
        f"UPDATE {Digest._meta.db_table} SET languages = %s, top = %s WHERE id = %s",  # noqa: S608
        [(digest.languages, digest.top, digest.pk) for digest in digests],
    )
    return digests


def _digests(kinds: Sequence[str]) -> list[Digest]:
    """Return how far each of the kinds is digested; of a kind that comes first, not at all."""
    held = {digest.kind: digest for digest in Digest.objects.filter(kind__in=kinds)}
    if kinds and not held and not Digest.objects.exists():
        # Tables emptied by `flush`, which knows nothing of the table of words.
        backend().clear()
    return [held.get(kind) or Digest.objects.create(kind=kind) for kind in kinds]


def erase(keys: Iterable[Key]) -> None:
    """Take the words of records out, each given by its kind and its number."""
    marks = dict(Digest.objects.values_list("kind", "mark"))
    numbers: dict[str, list[int]] = defaultdict(list)
    for kind, number in keys:
        numbers[kind].append(number)
    for kind, of_kind in sorted(numbers.items()):
        for start in range(0, len(of_kind), _BATCH):
            _erase(kind, of_kind[start : start + _BATCH], marks.get(kind, 0))


def _erase(kind: str, numbers: Sequence[int], mark: int) -> None:
    base = BASES[kind]
    held = WordCounts.objects.filter(id__in=[base + number for number in numbers])
    rows = list(held.values_list("id", "counts"))
    backend().erase([(row, counts.load(text)) for row, text in rows])
    held.delete()
    digestion.forget(kind, [(row - base, text) for row, text in rows if row < base + mark])
    gists.erase(kind, numbers)


def scrub() -> None:
    """Leave nothing in the index of the words that were taken out; it reads all of the index."""
    backend().scrub()


def clear() -> None:
    """Take all words of all records out."""
    backend().clear()
    gists.clear()
    for model in (Word, WordBitmap, RareWord, WordCounts, Digest):
        model.objects.all().delete()
