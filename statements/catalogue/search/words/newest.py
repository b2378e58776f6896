"""The words of what is not digested yet, kept in the process: few records, asked for often."""

import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

from statements.catalogue import revision
from statements.catalogue.search import weighing
from statements.catalogue.search.words.backends import BASES
from statements.catalogue.search.words.models import Digest, WordCounts


def beginning(words: Sequence[str], letters: str) -> Iterator[str]:
    """Yield those of the words, which stand in their order, that begin so."""
    for place in range(bisect_left(words, letters), len(words)):
        if not words[place].startswith(letters):
            return
        yield words[place]


@dataclass(slots=True)
class Newest:
    """The numbers of the undigested records of a kind by word, and how far they are about it.

    The steps (see `weighing`) stand in the order of the numbers; there may be more of them.
    """

    numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[str, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    _in_order: list[str] = field(default_factory=list)

    def add(self, number: int, steps: Mapping[str, int]) -> None:
        for word, step in steps.items():
            self.steps[word].append(step)
            self.numbers[word].append(number)

    def beginning(self, letters: str) -> Iterator[str]:
        """Return the words that begin so, in their order."""
        # Words are only added. Another thread may go through the list, or put a shorter one there.
        words = self._in_order
        if len(words) < len(self.numbers):
            self._in_order = words = sorted(self.numbers)
        return beginning(words, letters)


@dataclass(slots=True)
class _Kept:
    """What is newest in one state of a kind, from its mark up to its top.

    `token` is that of the revision it was last known to be true of.
    """

    token: str
    digest: int
    mark: int
    top: int
    newest: Newest = field(default_factory=Newest)


_NOTHING = Newest({}, {})
_kept: dict[str, _Kept] = {}
_lock = threading.Lock()


def newest(digest: Digest) -> Newest:
    """Return the words of the undigested records of a kind.

    Numbers beyond `digest.top`, published meanwhile, may be among them.
    """
    if digest.mark >= digest.top:
        return _NOTHING
    if connection.in_atomic_block:
        # What is not committed may be taken back, and its numbers given again.
        return _grown(_Kept("", digest.pk, digest.mark, digest.mark), digest).newest
    with _lock:
        kept = _kept.get(digest.kind)
        token, is_followed = revision.followed(kept.token if kept else "")
        if not kept or not is_followed or (kept.digest, kept.mark) != (digest.pk, digest.mark):
            kept = _Kept(token, digest.pk, digest.mark, digest.mark)
        kept.token = token
        _kept[digest.kind] = kept
        return _grown(kept, digest).newest


def _grown(kept: _Kept, digest: Digest) -> _Kept:
    if kept.top < digest.top:
        base = BASES[digest.kind]
        rows = WordCounts.objects.filter(id__gte=base + kept.top, id__lt=base + digest.top)
        for row, text in rows.order_by("id").values_list("id", "counts"):
            kept.newest.add(row - base, weighing.keys(digest.kind, text))
        kept.top = digest.top
    return kept
