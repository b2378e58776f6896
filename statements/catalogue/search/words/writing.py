"""Write the words of records in the transaction that publishes them."""

from collections.abc import Iterable

from statements.catalogue.records import AnyRecord
from statements.catalogue.search.words import counts, digestion
from statements.catalogue.search.words.backends import BASES, backend
from statements.catalogue.search.words.fields import Fields, fields
from statements.catalogue.search.words.layout import lay_out
from statements.catalogue.search.words.models import Digest, Word, WordBitmap, WordCounts

Row = tuple[str, int, AnyRecord]
_BATCH = 500


def write(rows: Iterable[Row]) -> None:
    """Make the records found by their words, each by its kind and its number.

    The numbers were never written before; within a kind they are higher than those that were.
    """
    several = [(kind, number, fields(record)) for kind, number, record in rows]
    laid_out = [(BASES[kind] + number, lay_out(each)) for kind, number, each in several]
    backend().write(laid_out)
    WordCounts.objects.bulk_create(
        [WordCounts(id=row, counts=counts.dump(layout)) for row, layout in laid_out],
        batch_size=_BATCH,
    )
    for kind in sorted({kind for kind, _number, _fields in several}):
        _note(kind, [(number, each) for of, number, each in several if of == kind])


def _note(kind: str, written: list[tuple[int, Fields]]) -> None:
    digest, _made = Digest.objects.get_or_create(kind=kind)
    languages = {words.language for _number, each in written for words in each.title + each.body}
    digest.languages = " ".join(sorted(languages.union(digest.languages.split())))
    digest.top = max(digest.top, 1 + max(number for number, _fields in written))
    digest.save()
    if digest.top - digest.mark > digestion.MOST_UNDIGESTED:
        digestion.digest_kind(digest)


def erase(rows: Iterable[Row]) -> None:
    """Take the words of records out, each given as it was written."""
    laid_out = [(BASES[kind] + number, lay_out(fields(record))) for kind, number, record in rows]
    backend().erase(laid_out)
    WordCounts.objects.filter(id__in=[row for row, _layout in laid_out]).delete()


def clear() -> None:
    """Take all words of all records out, before they are written anew."""
    backend().clear()
    for model in (Word, WordBitmap, WordCounts, Digest):
        model.objects.all().delete()
