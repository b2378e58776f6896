"""Write the words of records in the transaction that publishes them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from operator import itemgetter

from django.db import connection

from statements.catalogue import sql
from statements.catalogue.records import AnyRecord
from statements.catalogue.search.words import bulk, counts, digestion, gists
from statements.catalogue.search.words.analysed import Analysed, analyse
from statements.catalogue.search.words.backends import BASES, backend
from statements.catalogue.search.words.bulk import Row, State
from statements.catalogue.search.words.digestible import Digestible
from statements.catalogue.search.words.fields import Fields, fields
from statements.catalogue.search.words.models import Digest, RareWord, Word, WordBitmap, WordCounts

Key = tuple[str, int]
_BATCH = 500
# Of a kind of which so many are written at once, what is digested is kept, not read again.
_MANY = 500


class _Rows:
    """Rows of all kinds that wait to be written: a database takes some at a time for less."""

    def __init__(self) -> None:
        self._waiting = Analysed([], [], {}, [])

    def add(self, analysed: Analysed) -> None:
        self._waiting.columns.extend(analysed.columns)
        self._waiting.counts.extend(analysed.counts)
        if len(self._waiting.counts) >= _BATCH:
            self.write()

    def write(self) -> None:
        if self._waiting.counts:
            add(self._waiting)
            self._waiting = Analysed([], [], {}, [])


class Writing:
    """The words of the records of one change, written at its end.

    In bulk they are analysed by other processes from when they come. The numbers of a kind rise
    from one record to the next, and were never written before.
    """

    def __init__(self, state: State | None = None) -> None:
        self._state = state
        self._fields: dict[str, dict[int, Fields]] = defaultdict(dict)
        self._rows = _Rows()
        self._bulk = bulk.present()
        self._foreseen = self._bulk.foreseen() if self._bulk else None
        if self._bulk:
            self._bulk.begin(state)

    def add(self, kind: str, number: int, record: AnyRecord) -> None:
        found = self._foreseen.fields(kind, number, record) if self._foreseen else None
        if found is None:
            found = fields(record)
            if self._foreseen:
                self._foreseen.asked.add(kind, number, found)
        self._fields[kind][number] = found

    def drop(self, kind: str, number: int) -> bool:
        """Leave out a record that was added; tell whether it was."""
        return self._fields[kind].pop(number, None) is not None

    def foresee(self, rows: Iterable[Row]) -> None:
        """Have the records analysed that the next change will write, while this one is written."""
        if self._bulk and self._foreseen:
            # What this change waits for comes first.
            self._foreseen.asked.ask()
            self._bulk.foresee(rows)

    def write(self) -> None:
        """Write all, by their ids: SQLite writes out what it has gathered where one is lower."""
        written = {kind: several for kind, several in self._fields.items() if several}
        if self._foreseen:
            for kind, numbered in written.items():
                self._foreseen.asked.renew(kind, numbered)
        for digest in note(written):
            self._write(digest)
        self._rows.write()

    def _write(self, digest: Digest) -> None:
        kind, numbered = digest.kind, self._fields[digest.kind]
        digests = self._bulk is not None or len(numbered) >= _MANY
        first = min(numbered)
        told = self._bulk.told(kind, first) if self._bulk else bulk.Told(first, Digestible())
        # Of few records no row is written before all are analysed: there is nothing to wait for.
        with sql.ahead() if digests else nullcontext():
            for analysed in self._analysed(kind, digests=digests):
                self._rows.add(analysed)
                told.read.join(analysed.places, analysed.likely)
        if digestion.is_due(digest, bulk.most_undigested(kind) if self._bulk else 0):
            self._rows.write()
            digestion.digest_kind(digest, told.read if digests else None, told.first)
            if self._bulk:
                self._bulk.take(kind)

    def _analysed(self, kind: str, *, digests: bool) -> Iterator[Analysed]:
        """Yield what becomes of records, in the order of their numbers."""
        if self._foreseen:
            asked = self._foreseen.asked.pieces[kind]
            while asked:
                while not asked[0].is_done() and self._foreseen.asked.help():
                    pass
                yield asked.pop(0).result()
            return
        for some in sql.batched(self._fields[kind].items(), _BATCH):
            yield analyse(connection.vendor, kind, some, digests=digests)

    def end(self) -> None:
        """Note that the change is written, and its state another."""
        if self._bulk:
            self._bulk.end(self._state)


def write(rows: Iterable[Row]) -> None:
    """Make the records found by their words, each by its kind and its number.

    The numbers were never written before; within a kind they are higher than those that were.
    """
    words = Writing()
    for kind, number, record in sorted(rows, key=itemgetter(0, 1)):
        words.add(kind, number, record)
    words.write()


def settle(state: State) -> None:
    """Digest what waits after bulk publishing, in a change that holds the state."""
    present = bulk.present()
    if present is None:
        return
    present.begin(state)
    for digest in Digest.objects.order_by("kind"):
        told = present.take(digest.kind)
        if digestion.is_due(digest):
            digestion.digest_kind(digest, *((told.read, told.first) if told else ()))


def add(analysed: Analysed) -> None:
    """Write the terms of records, and how often each stands in them."""
    backend().write(analysed.columns)
    sql.insert(WordCounts._meta.db_table, ("id", "counts"), analysed.counts)


def note(written: Mapping[str, Mapping[int, Fields]]) -> list[Digest]:
    """Note of each kind that there is more to digest, and in which languages; by their ids."""
    digests = _digests(sorted(written, key=BASES.__getitem__))
    for digest in digests:
        of_kind = written[digest.kind]
        languages = {
            words.language for each in of_kind.values() for words in each.title + each.body
        }
        digest.languages = " ".join(sorted(languages.union(digest.languages.split())))
        digest.top = max(digest.top, 1 + max(of_kind))
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
    if present := bulk.present():
        # It may have told of them.
        present.forget()
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
