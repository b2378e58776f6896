"""One change of the catalogue: what it files and takes out, written once, at its end."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby, product
from typing import Any

from django.db import transaction
from pyroaring import BitMap

from statements.catalogue import revision, search, sql
from statements.catalogue.models import Revision
from statements.catalogue.records import AnyRecord

Tree = Mapping[tuple[str, str], tuple[str, ...]]

# A chunk holds 2**16 numbers, which is one container of a roaring bitmap.
CHUNK = 16
COLUMNS = ("kind", "name", "value", "chunk", "n", "revision", "bitmap")
KEY = ("kind", "name", "value", "chunk")

Key = tuple[str, str, str]
Pairs = Iterable[tuple[str, str]]


class Spoilt(RuntimeError):
    """Part of a change failed and the rest went on: nothing of it may be written."""


class Change:
    """What one transaction changes in the postings, and the numbers it gives.

    `gone` names the versions that ceased to be public.
    """

    def __init__(self, held: Revision) -> None:
        self.held = held
        self.number = held.number + 1
        self.gone: set[tuple[str, int]] = set()
        # The ancestors of each term, while no term changes.
        self.tree: Tree | None = None
        self.moves_names = False
        self.is_made = False
        self._scrubs = False
        self.is_spoilt = False
        self._numbers = revision.numbers(held)
        self._words = search.Writing(held)
        self._filed: dict[Key, dict[int, bool]] = defaultdict(dict)

    def give(self, record: AnyRecord) -> int:
        """Return the number of a version that becomes public."""
        kind = record.KIND
        number = self._numbers[kind] = self._numbers.get(kind, 0) + 1
        self._words.add(kind, number, record)
        return number

    def foresee(self, given: Iterable[AnyRecord]) -> None:
        """Have the words of records analysed that will be new in the next change."""
        numbers = dict(self._numbers)
        rows = []
        for record in given:
            number = numbers[record.KIND] = numbers.get(record.KIND, 0) + 1
            rows.append((record.KIND, number, record))
        self._words.foresee(rows)

    def take(self, kind: str, number: int) -> None:
        """Note that the version with the number is public no more."""
        if not self._words.drop(kind, number):
            self.gone.add((kind, number))

    def file(self, kind: str, number: int, pairs: Pairs) -> None:
        """Let the number be found by the pairs."""
        for name, value in pairs:
            self._filed[kind, name, value][number] = True

    def unfile(self, kind: str, number: int, pairs: Pairs) -> None:
        """Let the number be found by the pairs no more."""
        for name, value in pairs:
            self._filed[kind, name, value][number] = False

    def pending(self, kind: str, name: str, value: str) -> dict[int, bool]:
        """Return the numbers that are filed and taken out, not yet written."""
        return self._filed.get((kind, name, value), {})

    def flush(self) -> None:
        """Write the postings and the words, then move the revision."""
        if self.is_spoilt:
            raise Spoilt
        if self.is_made:
            for some in sql.batched(self._by_chunk().items()):
                self._write(dict(some))
            if self.gone:
                search.erase(sorted(self.gone))
            self._words.write()
            if self._scrubs:
                search.scrub()
            revision.bump(self.held, numbers=self._numbers, names=self.moves_names)
            self._words.end()

    def scrub(self) -> None:
        """Move the revision in any case, and leave nothing of what was taken out in the index."""
        self.is_made = self._scrubs = True

    def _by_chunk(self) -> dict[tuple[str, str, str, int], dict[int, bool]]:
        parted = {}
        for key, numbers in self._filed.items():
            if len({number >> CHUNK for number in numbers}) == 1:
                parted[*key, next(iter(numbers)) >> CHUNK] = numbers
                continue
            for chunk, some in groupby(sorted(numbers), lambda number: number >> CHUNK):
                parted[*key, chunk] = {number: numbers[number] for number in some}
        return parted

    def _write(self, changes: dict[tuple[str, str, str, int], dict[int, bool]]) -> None:
        held = {
            tuple(key): BitMap.deserialize(bytes(bitmap))
            for *key, bitmap in sql.rows(
                chunks(len(changes)), [part for key in changes for part in key]
            )
        }
        written = []
        for key, numbers in changes.items():
            before = held.get(key, BitMap())
            after = _changed(before, numbers)
            if after != before:
                written.append(row(key, after, self.number))
        sql.upsert(sql.POSTINGS, COLUMNS, KEY, written)


def chunks(n: int) -> str:
    """Return the query of `n` chunks of postings: each is looked up by its key, none is scanned."""
    wanted = ",".join(["(%s,%s,%s,%s)"] * n)
    columns = ", ".join(f"held.{name}" for name in (*KEY, "bitmap"))
    same = " AND ".join(f"held.{name} = wanted.{name}" for name in KEY)
    return (
        f"WITH wanted ({', '.join(KEY)}) AS (VALUES {wanted})"  # noqa: S608
        f" SELECT {columns} FROM wanted CROSS JOIN {sql.POSTINGS} AS held WHERE {same}"
    )


def row(key: tuple[str, str, str, int], numbers: BitMap, revision: int) -> tuple[Any, ...]:
    """Return the columns of one chunk of a posting."""
    numbers.run_optimize()
    return (*key, len(numbers), revision, numbers.serialize())


def _changed(held: BitMap, numbers: dict[int, bool]) -> BitMap:
    """Return `held` with the numbers that are filed, without those taken out."""
    filed = BitMap([number for number, is_filed in numbers.items() if is_filed])
    if len(filed) == len(numbers):
        return held | filed
    return (held - BitMap([*numbers])) | filed


class _Present(threading.local):
    change: Change | None = None


_present = _Present()


@contextmanager
def change() -> Iterator[Change]:
    """Give the change that is going on, or begin one: a transaction that holds the revision.

    At the end of the outermost, postings are written and the revision moves. What fails inside
    must fail the whole: raises Spoilt where an exception was caught in between.
    """
    if (present := _present.change) is not None:
        try:
            yield present
        except BaseException:
            present.is_spoilt = True
            raise
        return
    with transaction.atomic():
        _present.change = begun = Change(revision.hold())
        try:
            yield begun
            begun.flush()
        finally:
            _present.change = None


def foresee(given: Iterable[AnyRecord]) -> None:
    """Say, at the end of a change in bulk, what the next one will put: it is analysed meanwhile.

    Nothing hangs on it: what comes otherwise is analysed when it comes.
    """
    with change() as present:
        present.foresee(given)


def hold() -> None:
    """Wait for the change before, as `change` does, and keep others waiting."""
    if _present.change is None:
        revision.hold()


def found(kind: str, name: str, value: str) -> BitMap:
    """Return the numbers that a value finds, as the change that is going on will leave them."""
    held = sql.rows(
        f"SELECT bitmap FROM {sql.POSTINGS} WHERE kind = %s AND name = %s AND value = %s",  # noqa: S608
        [kind, name, value],
    )
    written = BitMap.union(BitMap(), *(BitMap.deserialize(bytes(row[0])) for row in held))
    present = _present.change
    return _changed(written, present.pending(kind, name, value)) if present else written


def carried(kinds: Iterable[str], name: str, values: Iterable[str]) -> set[str]:
    """Return those of the values that find anything, as the change going on will leave them."""
    asked, of = list(values), list(kinds)
    if not asked:
        return set()
    carriers = {
        (kind, value)
        for kind, value in sql.rows(
            f"SELECT kind, value FROM {sql.POSTINGS} WHERE kind IN {sql.marks(of)}"  # noqa: S608
            f" AND name = %s AND value IN {sql.marks(asked)} AND n > 0",
            [*of, name, *asked],
        )
    }
    if present := _present.change:
        for kind, value in product(of, asked):
            if present.pending(kind, name, value):
                carriers.discard((kind, value))
                if found(kind, name, value):
                    carriers.add((kind, value))
    return {value for _kind, value in carriers}
