"""The one query language: `select(selection)` alone queries and counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count as CountRows
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from statements.catalogue import filters, records
from statements.catalogue.models import Count, Facet, Record
from statements.catalogue.selection import Selection, first_day, last_day

PAGE_SIZE = 20

Counts = Mapping[str, Mapping[str, int]]


class BeyondLast(LookupError):
    """A page after the last one was asked for; `last` is the number of the last."""

    def __init__(self, last: int) -> None:
        super().__init__(f"the last page is {last}")
        self.last = last


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One page of cards, how many there are in all, and what each further choice would give."""

    selection: Selection
    total: int
    of: int
    page: int
    pages: int
    cards: tuple[Any, ...]
    counts: Counts


def select(selection: Selection, *, size: int = PAGE_SIZE) -> Results:
    """Return the page of results that `selection` asks for.

    At most four queries, whatever the corpus. The count of a choice is what choosing it
    would give with the other values of its own parameter lifted. Raises BeyondLast.
    """
    everything = _total(selection.kind)
    matching = _matching(selection)
    found = matching.count() if selection.is_narrowed else everything
    pages = max(1, -(-found // size))
    if selection.page > pages:
        raise BeyondLast(pages)
    first = (selection.page - 1) * size
    rows = _sorted(matching, selection.sort).values_list("card", flat=True)[first : first + size]
    return Results(
        selection=selection,
        total=found,
        of=everything,
        page=selection.page,
        pages=pages,
        cards=tuple(records.load_card(selection.kind, card) for card in rows),
        counts=_counts(selection),
    )


def cards(selection: Selection, *, size: int) -> tuple[Any, ...]:
    """Return the first cards of a selection in one query, uncounted: for a portrait's section."""
    rows = _sorted(_matching(selection), selection.sort).values_list("card", flat=True)[:size]
    return tuple(records.load_card(selection.kind, card) for card in rows)


def total(selection: Selection) -> int:
    """Return how many records a selection holds, in one query."""
    return _matching(selection).count() if selection.is_narrowed else _total(selection.kind)


def counted(kind: str, names: Iterable[str]) -> Counts:
    """Return the counts of all live records of `kind` by facet; name "" holds their number."""
    rows = Count.objects.filter(kind=kind, name__in=list(names), n__gt=0)
    return _by_name(rows.values_list("name", "value", "n"))


def filed(kind: str, name: str, values: Iterable[str]) -> Mapping[str, int]:
    """Return how many live records of `kind` carry each of the values, in one query."""
    rows = Count.objects.filter(kind=kind, name=name, value__in=sorted(values), n__gt=0)
    return dict(rows.values_list("value", "n"))


def _total(kind: str) -> int:
    return counted(kind, [""]).get("", {}).get("", 0)


def _matching(selection: Selection) -> QuerySet[Record]:
    conditions = Q()
    if selection.since:
        conditions &= Q(until__gte=first_day(selection.since))
    if selection.until:
        conditions &= Q(since__lte=last_day(selection.until))
    for name in selection.values:
        of_name = Facet.objects.filter(
            record=OuterRef("pk"),
            kind=selection.kind,
            name=name,
            value__in=sorted(selection.filed(name)),
        )
        conditions &= Q(Exists(of_name))
    return Record.objects.live().filter(conditions, kind=selection.kind)


def _sorted(matching: QuerySet[Record], sort: str) -> QuerySet[Record]:
    by_date = F("sort_on").desc() if sort != "oldest" else F("since").asc(nulls_last=True)
    return matching.order_by(by_date, "rank", "ref")


def _counts(selection: Selection) -> Counts:
    """Count the choices of each panel, its own parameter lifted, in one query."""
    names = filters.panels(selection.kind)
    if not selection.is_narrowed:
        return counted(selection.kind, names)
    lifted = [name for name in names if name in selection.values]
    together = _grouped(selection, [name for name in names if name not in selection.values])
    each = [_grouped(selection.without(name), [name]) for name in lifted]
    return _by_name(together.union(*each, all=True) if each else together)


def _grouped(selection: Selection, names: list[str]) -> QuerySet[Facet, tuple[str, str, int]]:
    of_names = Facet.objects.filter(
        kind=selection.kind, name__in=names, record__in=_matching(selection)
    )
    grouped = of_names.order_by().values("name", "value").annotate(n=CountRows("pk"))
    return grouped.values_list("name", "value", "n")


def _by_name(rows: Iterable[tuple[str, str, int]]) -> Counts:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for name, value, n in rows:
        found[name][value] = n
    return found
