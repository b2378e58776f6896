"""The one query language: `select(selection)` alone pages and counts."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, TypeVar

from pyroaring import BitMap

from statements.catalogue import filters, records, revision, sql
from statements.catalogue.conditions import Conditions, all_of
from statements.catalogue.postings import index, order
from statements.catalogue.postings.counting import Base
from statements.catalogue.postings.index import Index, Outrun
from statements.catalogue.selection import Selection

PAGE_SIZE = 20
# So often a publication may come in between before a reader is told.
PATIENCE = 20

Counts = Mapping[str, Mapping[str, int]]
T = TypeVar("T")


class BeyondLast(LookupError):
    """A page after the last one was asked for; `last` is the number of the last."""

    def __init__(self, last: int) -> None:
        super().__init__(f"the last page is {last}")
        self.last = last


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One page of cards, how many there are in all, and what each further choice would give.

    `numbers` are those of the cards, for what else is read of their records.
    """

    selection: Selection
    total: int
    of: int
    page: int
    pages: int
    cards: tuple[Any, ...]
    counts: Counts
    numbers: tuple[int, ...] = ()


def select(
    selection: Selection, *, size: int = PAGE_SIZE, panels: Collection[str] | None = None
) -> Results:
    """Return the page of results that `selection` asks for.

    `panels` are the parameters whose choices are counted, all that have a panel unless told.

    A few queries, whatever the corpus: the revision, the order of the days that the page
    touches, its cards, and one for each parameter whose values no process holds; for words,
    where they stand, and the revision again. The count of a choice is what choosing it would
    give with the other values of its own parameter lifted. Raises BeyondLast.
    """
    names = filters.panels(selection.kind)
    counted = names if panels is None else tuple([name for name in names if name in panels])
    return _read(lambda present: _page(present, selection, size, counted))


def cards(selection: Selection, *, size: int) -> tuple[Any, ...]:
    """Return the first cards of a selection, uncounted: for a portrait's section."""
    return _read(lambda present: _first(present, selection, size))


def neighbours(
    kind: str, number: int, day: dt.date, selections: Iterable[Selection], without: BitMap
) -> list[tuple[Any, Any]]:
    """Return of each selection of `kind` the cards right before and right after a record.

    The record has the number and is of the day; it need not be in a selection. Those with the
    numbers `without` are passed over. They are in the order of a list that begins with the oldest,
    without what has no date; None where there is none.
    """
    several = tuple(selections)

    def answer(present: Index) -> list[tuple[str | None, str | None]]:
        found = [_found(present, one) - without for one in several]
        return order.neighbours(present, kind, number, day.isoformat(), found)

    return [(_loaded(kind, before), _loaded(kind, after)) for before, after in _read(answer)]


def _loaded(kind: str, card: str | None) -> Any:
    return records.load_card(kind, card) if card else None


def total(selection: Selection) -> int:
    """Return how many records a selection holds."""
    return _read(lambda present: len(_found(present, selection)))


def find(selection: Selection) -> BitMap:
    """Return the numbers of the records that a selection holds, a bitmap of the caller's own."""
    return _read(lambda present: _found(present, selection).copy())


def carrying(kind: str, name: str, value: str) -> BitMap:
    """Return the numbers of the records that carry a value, a bitmap of the caller's own."""
    return _read(lambda present: present.find(kind, name, [value]).get(value, index.EMPTY).copy())


def numbered(kind: str, ref: str) -> BitMap:
    """Return the number of a record, none if it is not live."""
    rows = sql.rows(
        f"SELECT number FROM {sql.RECORDS} WHERE kind = %s AND ref = %s AND NOT withdrawn",  # noqa: S608
        [kind, ref],
    )
    return BitMap([number for (number,) in rows])


def slugs(kind: str, some: BitMap) -> list[str]:
    """Return the slugs of the records with the numbers, in their order; those gone are missing."""
    if not some:
        return []
    rows = sql.rows(
        f"SELECT number, slug FROM {sql.RECORDS} WHERE kind = %s AND number BETWEEN %s AND %s"  # noqa: S608
        " ORDER BY number",
        [kind, some.min(), some.max()],
    )
    return [slug for number, slug in rows if number in some]


def numbers(selection: Selection) -> Iterator[int]:
    """Yield the numbers of all records that a selection holds, in order, whatever its page.

    Few are in memory at a time. What is withdrawn while they are read may be among them.
    """

    def answer(present: Index) -> tuple[Index, BitMap, Sequence[int]]:
        conditions = Conditions(present, selection)
        return present, conditions.found, conditions.best

    present, found, best = _read(answer)
    oldest = selection.order == "oldest"
    yield from order.every(present, selection.kind, found, oldest=oldest, best=best)


def counted(kind: str, names: Iterable[str]) -> Counts:
    """Return the counts of all live records of `kind` by facet; name "" holds their number."""
    return _read(lambda present: {name: _counted(present, kind, name) for name in names})


def filed(kind: str, name: str, values: Iterable[str]) -> Mapping[str, int]:
    """Return how many live records of `kind` carry each of the values."""
    found = _read(lambda present: present.find(kind, name, sorted(set(values))))
    return {value: n for value, held in found.items() if (n := len(held))}


def within(selection: Selection, names: Iterable[str]) -> Counts:
    """Count the values of each name among the records that a selection holds.

    No parameter is lifted. The names are those of panels, which each process holds: no query.
    """
    some = tuple(names)
    return _read(lambda present: _within(present, selection, some))


def _read(answer: Callable[[Index], T]) -> T:
    """Return an answer from one revision: started over where a publication outran it."""
    for _attempt in range(PATIENCE):
        try:
            present = index.present()
            answered = answer(present)
            present.prove()
            return answered
        except Outrun:
            revision.renewed()
    raise Outrun


def _page(present: Index, selection: Selection, size: int, panels: Collection[str]) -> Results:
    conditions = Conditions(present, selection)
    found = conditions.found
    pages = max(1, -(-len(found) // size))
    if selection.page > pages:
        # That there is no such page is an answer, too.
        present.prove()
        raise BeyondLast(pages)
    shown = _shown(present, selection, conditions, (selection.page - 1) * size, size)
    return Results(
        selection=selection,
        total=len(found),
        of=len(present.every(selection.kind)),
        page=selection.page,
        pages=pages,
        numbers=tuple(number for number, _card in shown),
        cards=tuple(records.load_card(selection.kind, card) for _number, card in shown),
        counts=_counts(present, selection, panels, conditions),
    )


def _first(present: Index, selection: Selection, size: int) -> tuple[Any, ...]:
    shown = _shown(present, selection, Conditions(present, selection), 0, size)
    return tuple(records.load_card(selection.kind, card) for _number, card in shown)


def _shown(
    present: Index, selection: Selection, conditions: Conditions, first: int, size: int
) -> list[tuple[int, str]]:
    """Return number and card of what a page shows."""
    return order.page(
        present,
        selection.kind,
        conditions.found,
        oldest=selection.order == "oldest",
        first=first,
        size=size,
        best=conditions.best,
    )


def _found(present: Index, selection: Selection) -> BitMap:
    return Conditions(present, selection).found


def _counts(
    present: Index, selection: Selection, panels: Iterable[str], conditions: Conditions
) -> Counts:
    """Count the choices of each panel, its own parameter lifted.

    What goes with one parameter alone is asked for again by every page of its list, and by each
    list that another parameter narrows further: that is counted once.
    """
    kind, counts = selection.kind, {}
    of_found = cache(lambda: present.base(kind, conditions.found))
    for name in panels:
        others = conditions.without(name)
        is_of_all = len(others) == len(conditions.alone)
        base = of_found if is_of_all else partial(_base, present, kind, others)
        count = partial(_count, present, kind, name, base)
        if not others:
            counts[name] = _counted(present, kind, name)
        elif len(others) == 1:
            ((other, _held),) = others.items()
            counts[name] = present.counted((kind, name, other, selection.asked(other)), count)
        else:
            counts[name] = count()
    return {name: held for name, held in counts.items() if held}


def _count(present: Index, kind: str, name: str, base: Callable[[], Base]) -> Mapping[str, int]:
    return present.count(kind, name, base())


def _within(present: Index, selection: Selection, names: Iterable[str]) -> Counts:
    base = present.base(selection.kind, _found(present, selection))
    return {name: present.count(selection.kind, name, base) for name in names}


def _base(present: Index, kind: str, conditions: Mapping[str, BitMap]) -> Base:
    return present.base(kind, all_of(present, kind, conditions))


def _counted(present: Index, kind: str, name: str) -> Mapping[str, int]:
    if present.holds(kind, name):
        return present.numbers(kind, name)
    rows = sql.rows(
        f"SELECT value, SUM(n) FROM {sql.POSTINGS} WHERE kind = %s AND name = %s AND n > 0"  # noqa: S608
        " GROUP BY value",
        [kind, name],
    )
    return {value: int(n) for value, n in rows}
