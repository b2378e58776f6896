"""Write all words again from the records alone, and say what differed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.db import connection

from statements.catalogue.search.words import digestion, gists, writing
from statements.catalogue.search.words.analysed import Analysed, analyse
from statements.catalogue.search.words.backends import BASES, backend
from statements.catalogue.search.words.bulk import Row
from statements.catalogue.search.words.fields import Fields, fields
from statements.catalogue.search.words.models import Digest, RareWord, Word, WordBitmap, WordCounts

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
        found: dict[str, dict[int, Fields]] = defaultdict(dict)
        for kind, number, record in rows:
            found[kind][number] = fields(record)
        # Not digested before the end: the numbers come in no order.
        writing.note(found)
        refs = {(kind, number): record.ref for kind, number, record in rows}
        for kind, numbered in sorted(found.items(), key=lambda one: BASES[one[0]]):
            analysed = analyse(connection.vendor, kind, sorted(numbered.items()), digests=False)
            yield from self._differing(kind, analysed, refs)
            writing.add(analysed)

    def _differing(
        self, kind: str, analysed: Analysed, refs: Mapping[tuple[str, int], str]
    ) -> Iterator[str]:
        """Yield what differs in the counts of records; take those out."""
        ids = [row for row, _counts in analysed.counts]
        self._ids.update(ids)
        held = dict(WordCounts.objects.filter(id__in=ids).values_list("id", "counts"))
        for row, text in analysed.counts:
            if held.get(row) != text:
                what = "others" if row in held else "missing"
                yield f"{kind} {refs[kind, row - BASES[kind]]}: its words were {what}"
        WordCounts.objects.filter(id__in=ids).delete()

    def end(self) -> Iterator[str]:
        """Take out what belongs to no record, and digest the rest; yield what was too much."""
        for low in BASES.values():
            high = low + (1 << 40)
            yield from self._left_over(low, high)
        digestion.digest()

    def _left_over(self, low: int, high: int) -> Iterator[str]:
        held = WordCounts.objects.filter(id__gte=low, id__lt=high).order_by("id")
        extra = [row for row in held.values_list("id", flat=True) if row not in self._ids]
        kind = next(kind for kind, base in BASES.items() if base == low)
        for start in range(0, len(extra), _SEVERAL):
            WordCounts.objects.filter(id__in=extra[start : start + _SEVERAL]).delete()
        yield from (f"{kind} number {row - low}: its words were too much" for row in extra)
