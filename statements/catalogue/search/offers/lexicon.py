"""The words of the corpus and how often they occur, as search keeps them: folded stems."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from django.db import connection

from statements.catalogue import revision
from statements.catalogue.search.words import counts, rows
from statements.catalogue.search.words.backends import BASES
from statements.catalogue.search.words.models import Digest, Word, WordCounts
from statements.catalogue.search.words.newest import beginning

_END = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one kind of record: those counted in the database, and the newest besides."""

    kind: str
    newest: Mapping[str, int]
    sorted: tuple[str, ...]

    def among(self, words: Iterable[str]) -> dict[str, int]:
        """Return those of the words that occur, with in how many records they do."""
        wanted = sorted({*words})
        found = Counter({word: self.newest[word] for word in wanted if word in self.newest})
        found.update(rows.often(self.kind, wanted))
        return dict(found)

    def beginning(self, letters: str, most: int) -> dict[str, int]:
        """Return the commonest words that begin so, at most `most` of each source."""
        held = Word.objects.filter(kind=self.kind, word__gte=letters, word__lt=letters + _END)
        found = Counter(dict(held.order_by("-n", "word").values_list("word", "n")[:most]))
        newest = islice(beginning(self.sorted, letters), most)
        found.update({word: self.newest[word] for word in newest})
        return dict(found)


_kept: dict[str, tuple[str, Lexicon]] = {}


def of(kind: str) -> Lexicon:
    """Return the words of `kind`; the newest are read again after each change of the catalogue.

    Not only after what was added: a word that was taken out is to be offered to nobody.
    """
    if connection.in_atomic_block:
        return _read(kind)
    seen = revision.reading().seen
    assert seen is not None
    if kind not in _kept or _kept[kind][0] != seen.token:
        _kept[kind] = (seen.token, _read(kind))
    return _kept[kind][1]


def _read(kind: str) -> Lexicon:
    mark, top = Digest.objects.filter(kind=kind).values_list("mark", "top").first() or (0, 0)
    newest = _newest(kind, mark, top)
    return Lexicon(kind, newest, tuple(sorted(newest)))


def _newest(kind: str, mark: int, top: int) -> Mapping[str, int]:
    held = WordCounts.objects.filter(id__gte=BASES[kind] + mark, id__lt=BASES[kind] + top)
    counted: Counter[str] = Counter()
    for text in held.values_list("counts", flat=True):
        counted.update({term for term in counts.terms(text) if "_" not in term})
    return counted
