"""What each parameter of a selection finds alone, in the postings of one revision, and all."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, reduce
from operator import and_

from pyroaring import BitMap

from statements.catalogue import search
from statements.catalogue.postings import index, periods
from statements.catalogue.postings.index import Index
from statements.catalogue.selection import Selection


class Conditions:
    """The parameters of a selection as records: `alone` has what each finds, dates as "".

    Words may be found that are of a later revision: whoever answers by them has the index prove
    that they are not, as `select` does.
    """

    def __init__(self, present: Index, selection: Selection) -> None:
        self._present, self._selection = present, selection
        self._finder = _finder(present, selection)
        self.alone = dict(self._each())

    @cached_property
    def found(self) -> BitMap:
        """The records that all of them find; for reading only."""
        return all_of(self._present, self._selection.kind, self.alone)

    @property
    def best(self) -> Sequence[int]:
        """The numbers of what answers the words best, where that is the order."""
        selection, finder = self._selection, self._finder
        if selection.order != "relevant" or finder is None:
            return ()
        chosen = tuple((name, selection.filed(name)) for name in sorted(selection.values))
        asked = ("best", selection.kind, selection.q, chosen, selection.since, selection.until)
        return self._present.kept(
            asked, lambda: search.ranked(finder, selection.sought, self.found)
        )

    def without(self, name: str) -> Mapping[str, BitMap]:
        """Return what each but one finds."""
        return {other: held for other, held in self.alone.items() if other != name}

    def _each(self) -> Iterator[tuple[str, BitMap]]:
        present, selection, finder = self._present, self._selection, self._finder
        kind = selection.kind
        if finder:
            every, asked = present.every(kind), ("q", kind, selection.q)
            yield "q", present.kept(asked, lambda: finder.hits(selection.sought) & every)
        for name in selection.values:
            of_values = present.find(kind, name, sorted(selection.filed(name)))
            yield name, BitMap.union(index.EMPTY, *of_values.values())
        if selection.since or selection.until:
            yield "", periods.overlapping(present, kind, selection.since, selection.until)


def all_of(present: Index, kind: str, conditions: Mapping[str, BitMap]) -> BitMap:
    """Return the records of a kind that all conditions find, smallest first."""
    if not conditions:
        return present.every(kind)
    return reduce(and_, sorted(conditions.values(), key=len))


def _finder(present: Index, selection: Selection) -> search.Finder | None:
    """Return what finds the words that are looked for, if any are."""
    if not selection.q:
        return None
    kind = selection.kind
    return search.Finder(kind, present.kept(("extent", kind), lambda: search.extent(kind)))
