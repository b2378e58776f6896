"""The words of what is not digested yet, kept in the process: few records, asked for often."""

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

from statements.catalogue.search.words import counts
from statements.catalogue.search.words.backends import BASES
from statements.catalogue.search.words.models import Digest, WordCounts

Numbers = Mapping[str, Sequence[int]]


@dataclass(slots=True)
class _Kept:
    """The numbers by word of one state of a kind, from its mark up to its top."""

    digest: int
    mark: int
    top: int
    numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


_kept: dict[str, _Kept] = {}
_lock = threading.Lock()


def numbers(digest: Digest) -> Numbers:
    """Return the numbers of the undigested records of a kind, by word.

    Numbers beyond `digest.top`, published meanwhile, may be among them.
    """
    if digest.mark >= digest.top:
        return {}
    if connection.in_atomic_block:
        # What is not committed may be taken back, and its numbers given again.
        return _grown(_Kept(digest.pk, digest.mark, digest.mark), digest).numbers
    with _lock:
        kept = _kept.get(digest.kind)
        if kept is None or (kept.digest, kept.mark) != (digest.pk, digest.mark):
            kept = _kept[digest.kind] = _Kept(digest.pk, digest.mark, digest.mark)
        return _grown(kept, digest).numbers


def _grown(kept: _Kept, digest: Digest) -> _Kept:
    if kept.top < digest.top:
        base = BASES[digest.kind]
        rows = WordCounts.objects.filter(id__gte=base + kept.top, id__lt=base + digest.top)
        for row, text in rows.order_by("id").values_list("id", "counts"):
            for word in counts.keys(text):
                kept.numbers[word].append(row - base)
        kept.top = digest.top
    return kept
