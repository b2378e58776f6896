"""The index that each process holds: the postings that most requests need, by revision.

A request asks which revision is present; where it moved, the rows written since are read. What
a request was given never changes under it: the next revision makes a new index, which shares
with the one before all that is the same.
"""

import threading
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from pyroaring import BitMap

from statements.catalogue import filters, records, revision, sql
from statements.catalogue.postings import counting
from statements.catalogue.postings.changes import CHUNK
from statements.catalogue.postings.counting import Base, Rests, Sides
from statements.catalogue.postings.days import ON, SPAN, parent
from statements.catalogue.revision import NOTHING, Seen

# So many values that are not held are kept beside them until the revision moves.
MOST_ASKED = 512
# So many answers of the search.
MOST_KEPT = 64
# So many counts of the choices of a panel.
MOST_COUNTED = 500

ALL = f"SELECT kind, name, value, chunk, revision, bitmap FROM {sql.POSTINGS}"  # noqa: S608
# Nothing else is asked of them: a database would rather look through all the names.
LATER = f"{ALL} WHERE revision > %s"

Postings = Mapping[str, BitMap]
# By kind and day: the numbers that are filed on it, and the same in their order.
Crowds = dict[tuple[str, str], tuple[BitMap, "array[int]"]]
T = TypeVar("T")
NONE: Postings = {}
EMPTY = BitMap()


class Outrun(Exception):
    """A publication came between the index and what was read after it: start over."""


class Index:
    """The postings of one revision. What it gives is read only: nobody may change a bitmap."""

    __slots__ = (
        *("_asked", "_children", "_chunks", "_counted", "_held", "_kept", "_numbers", "_sides"),
        *("_proving", "_unproven", "crowds", "rests", "seen"),
    )

    def __init__(
        self,
        seen: Seen,
        held: Mapping[tuple[str, str], Postings],
        children: Mapping[str, Mapping[str, list[str]]],
        crowds: Crowds,
        rests: Rests,
    ) -> None:
        self.seen = seen
        # What `order` keeps of crowded days, and `counting` of postings: handed on from revision
        # to revision, for as long as each follows from the one before.
        self.crowds, self.rests = crowds, rests
        self._held = held
        self._children = children
        self._asked: dict[tuple[str, str, str], BitMap] = {}
        self._kept: dict[Hashable, object] = {}
        self._unproven: dict[Hashable, object] = {}
        self._proving = threading.Lock()
        self._numbers: dict[tuple[str, str], Mapping[str, int]] = {}
        self._counted: dict[Hashable, Mapping[str, int]] = {}
        self._sides: dict[tuple[str, str], Sides] = {}
        self._chunks: dict[str, int] = {}

    def every(self, kind: str) -> BitMap:
        """Return the numbers of all live records of a kind."""
        return self.values(kind, "").get("", EMPTY)

    def values(self, kind: str, name: str) -> Postings:
        """Return the postings of a name that is held, by value."""
        return self._held.get((kind, name), NONE)

    def numbers(self, kind: str, name: str) -> Mapping[str, int]:
        """Return of a name that is held how many records carry each value; none are left out."""
        if (kind, name) not in self._numbers:
            held = self.values(kind, name)
            self._numbers[kind, name] = {
                value: n for value, some in held.items() if (n := len(some))
            }
        return self._numbers[kind, name]

    def base(self, kind: str, some: BitMap) -> Base:
        """Return some of the live records of a kind, ready for `count`."""
        return counting.base(some, self._chunks_of(kind))

    def count(self, kind: str, name: str, base: Base) -> Mapping[str, int]:
        """Return how many of a base carry each value of a name that is held."""
        if (kind, name) not in self._sides:
            postings, chunks = self.values(kind, name), self._chunks_of(kind)
            self._sides[kind, name] = counting.sides(kind, name, postings, chunks, self.rests)
        return counting.count(base, self._sides[kind, name])

    def _chunks_of(self, kind: str) -> int:
        if kind not in self._chunks:
            self._chunks[kind] = counting.chunks_of(self.every(kind))
        return self._chunks[kind]

    def counted(self, asked: Hashable, count: Callable[[], Mapping[str, int]]) -> Mapping[str, int]:
        """Return what is counted in these postings alone, counted once as long as they stand."""
        # Another thread may begin anew what is kept.
        kept = self._counted
        if asked not in kept:
            if len(kept) >= MOST_COUNTED:
                self._counted = kept = {}
            kept[asked] = count()
        return kept[asked]

    def holds(self, kind: str, name: str) -> bool:
        return name in held_names(kind)

    def children(self, kind: str, value: str) -> list[str]:
        """Return the months of a year or the days of a month on which anything is filed.

        Of "" the years. In their order.
        """
        return self._children.get(kind, {}).get(value, [])

    def find(self, kind: str, name: str, values: Collection[str]) -> Postings:
        """Return the postings of those of the values that are filed; one query where not held.

        Raises Outrun where a row is younger than the index.
        """
        if self.holds(kind, name):
            held = self.values(kind, name)
            return {value: held[value] for value in values if value in held}
        asked = self._asked
        known = {value: asked[key] for value in values if (key := (kind, name, value)) in asked}
        missing = [value for value in values if value not in known]
        return {**known, **self._ask(kind, name, missing)} if missing else known

    def kept(self, asked: Hashable, find: Callable[[], T]) -> T:
        """Return what `find` finds, found once as long as the index stands.

        It may have found what is later: whoever builds on it asks for a proof at the end.
        """
        # Another thread may begin anew what is kept, or prove what was not.
        for held in (self._unproven, self._kept):
            if (known := held.get(asked, NOTHING)) is not NOTHING:
                return cast(T, known)
        found = find()
        with self._proving:
            # What another thread found meanwhile may be about to be proven: it stays.
            return cast(T, self._unproven.setdefault(asked, found))

    def prove(self) -> None:
        """Ask, if anything was found since the last time, whether it is of this revision.

        Raises Outrun where a publication came in between. What was found stays unproven then, so
        that other threads that took it are told the same.
        """
        found = dict(self._unproven)
        if not found:
            return
        if revision.seen().token != self.seen.token:
            raise Outrun
        with self._proving:
            if len(self._kept) > MOST_KEPT:
                self._kept = {}
            self._kept |= found
            for asked, of_this in found.items():
                # Another thread may have proven the same, and a third found it again since.
                if self._unproven.get(asked) is of_this:
                    del self._unproven[asked]

    def _ask(self, kind: str, name: str, values: Collection[str]) -> Postings:
        parts: dict[str, list[BitMap]] = {value: [] for value in values}
        for value, written, bitmap in sql.rows(
            f"SELECT value, revision, bitmap FROM {sql.POSTINGS} WHERE kind = %s AND name = %s"  # noqa: S608
            f" AND value IN {sql.marks(values)}",
            [kind, name, *values],
        ):
            if written > self.seen.number:
                raise Outrun
            parts[value].append(BitMap.deserialize(bytes(bitmap)))
        found = {value: BitMap.union(EMPTY, *some) for value, some in parts.items()}
        if len(self._asked) > MOST_ASKED:
            self._asked = {}
        self._asked |= {(kind, name, value): held for value, held in found.items()}
        return found


@cache
def held_names(kind: str) -> tuple[str, ...]:
    """Return the names whose postings each process holds."""
    return ("", ON, SPAN, *filters.panels(kind))


_present = Index(NOTHING, {}, {}, {}, {})


def present() -> Index:
    """Return the index of the revision that is being read, at the cost of asking which it is.

    Only where it moved are rows read. Two threads may read one revision at once: either's
    index is right.
    """
    global _present
    reading = revision.reading()
    if not isinstance(reading.index, Index):
        held = _present
        if reading.seen is None or reading.seen.token != held.seen.token:
            _present = held = _moved(held)
        reading.index = held
    return reading.index


def _moved(before: Index) -> Index:
    """Return the index of a later revision, or of another history: from what is written anew."""
    while True:
        seen, recent = revision.recent()
        is_later = before.seen.token in recent and before.seen != NOTHING
        rows = _rows(since=before.seen.number if is_later else None)
        if all(row[4] <= seen.number for row in rows):
            return _built(before if is_later else Index(NOTHING, {}, {}, {}, {}), seen, rows)


def _rows(since: int | None) -> list[tuple[Any, ...]]:
    """Return the rows of the postings that are held: one query, so that they are of one moment."""
    if since is not None:
        found = sql.rows(LATER, [since])
        return [row for row in found if row[1] in held_names(row[0])]
    kinds = list(records.KINDS)
    names = sorted({name for kind in kinds for name in held_names(kind)})
    return sql.rows(
        f"{ALL} WHERE kind IN {sql.marks(kinds)} AND name IN {sql.marks(names)}", [*kinds, *names]
    )


def _built(before: Index, seen: Seen, rows: Iterable[tuple[Any, ...]]) -> Index:
    changed: dict[tuple[str, str], dict[str, dict[int, BitMap]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for kind, name, value, chunk, _written, bitmap in rows:
        changed[kind, name][value][chunk] = BitMap.deserialize(bytes(bitmap))
    held, children = dict(before._held), dict(before._children)
    for (kind, name), values in changed.items():
        old = before.values(kind, name)
        new = {value: _joined(old.get(value), chunks) for value, chunks in values.items()}
        held[kind, name] = {**old, **new}
        if name == ON and not old.keys() >= new.keys():
            children[kind] = _calendar(held[kind, name])
    return Index(seen, held, children, before.crowds, before.rests)


def _joined(old: BitMap | None, chunks: Mapping[int, BitMap]) -> BitMap:
    """Return a bitmap with its chunks replaced by those that were written anew."""
    if not old:
        return BitMap.union(EMPTY, *chunks.values())
    left = old.copy()
    for chunk in chunks:
        left.remove_range(chunk << CHUNK, (chunk + 1) << CHUNK)
    return BitMap.union(left, *chunks.values())


def _calendar(values: Iterable[str]) -> dict[str, list[str]]:
    """Return the years under "", the months of each year, the days of each month, in order."""
    children = defaultdict(list)
    for value in sorted(values):
        if value:
            children[parent(value)].append(value)
    return dict(children)
