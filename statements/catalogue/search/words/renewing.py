"""Write all words again from the records alone, and say what differed."""

from collections.abc import Iterator, Sequence

from statements.catalogue.search.words import counts, digestion, gists, writing
from statements.catalogue.search.words.backends import BASES, backend
from statements.catalogue.search.words.fields import fields
from statements.catalogue.search.words.layout import lay_out
from statements.catalogue.search.words.models import Digest, RareWord, Word, WordBitmap, WordCounts
from statements.catalogue.search.words.writing import Row

_SEVERAL = 2_000


class Renewal:
    """One rebuild: first nothing is found; then each record is renewed; then it ends.

    All in the transaction of the caller.
    """

    def __init__(self) -> None:
        self._ids: set[int] = set()
        backend().clear()
        gists.clear()
        for model in (Word, WordBitmap, RareWord, Digest):
            model.objects.all().delete()

    def renew(self, rows: Sequence[Row]) -> Iterator[str]:
        """Write the words of records; yield what was found to differ, in words."""
        several = [(kind, number, fields(record)) for kind, number, record in rows]
        laid_out = [(BASES[kind] + number, lay_out(each)) for kind, number, each in several]
        ids = [row for row, _layout in laid_out]
        self._ids.update(ids)
        held = dict(WordCounts.objects.filter(id__in=ids).values_list("id", "counts"))
        for (row, layout), (kind, _number, record) in zip(laid_out, rows, strict=True):
            if row not in held:
                yield f"{kind} {record.ref}: its words were missing"
            elif held[row] != counts.dump(layout):
                yield f"{kind} {record.ref}: its words were others"
        WordCounts.objects.filter(id__in=ids).delete()
        # Not digested before the end: the numbers come in no order.
        writing.note(several)
        writing.add(laid_out)

    def end(self) -> Iterator[str]:
        """Take out what belongs to no record, and digest the rest; yield what was too much."""
        for low in BASES.values():
            high = low + (1 << 40)
            yield from self._left_over(low, high)
        digestion.digest()

    def _left_over(self, low: int, high: int) -> Iterator[str]:
        held = WordCounts.objects.filter(id__gte=low, id__lt=high)
        extra = [row for row in held.values_list("id", flat=True) if row not in self._ids]
        kind = next(kind for kind, base in BASES.items() if base == low)
        for start in range(0, len(extra), _SEVERAL):
            WordCounts.objects.filter(id__in=extra[start : start + _SEVERAL]).delete()
        yield from (f"{kind} number {row - low}: its words were too much" for row in extra)
