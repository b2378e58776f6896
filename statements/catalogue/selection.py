"""What a reader asks of a list, validated: the input of `select`."""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from statements.catalogue.records import month_end
from statements.catalogue.search.query import Query


class Refused(ValueError):
    """A parameter that is unknown or malformed: `field` names it, `message` says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field, self.message = field, message


@dataclass(frozen=True, slots=True)
class Value:
    """One chosen value: as it is filed, as the address gives it, as a reader reads it."""

    filed: str
    given: str
    label: str = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Validated parameters of a list of one kind of record.

    Values of one parameter are alternatives, different parameters must all hold. `q` is the
    normal form of the words that are looked for and `sought` what it reads as; `notes` say what
    of them was not understood. `is_moved` tells that its own address, `query()`, is not the one
    it was given at: a typed field became a parameter, or a code was in capitals.
    """

    kind: str
    q: str = ""
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    since: str = ""
    until: str = ""
    sort: str = ""
    page: int = 1
    sought: Query = field(default=Query(), compare=False)
    notes: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    is_moved: bool = field(default=False, compare=False)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.q or self.values or self.since or self.until)

    @property
    def order(self) -> str:
        """Return newest, oldest or relevant: `sort` is empty for what is usual."""
        return self.sort or ("relevant" if self.q else "newest")

    def filed(self, name: str) -> frozenset[str]:
        return frozenset(value.filed for value in self.values.get(name, ()))

    def asked(self, name: str) -> Hashable:
        """Return what a parameter asks for; dates are one parameter, named ""."""
        if name in {"", "q"}:
            return self.q if name else (self.since, self.until)
        return self.filed(name)

    def without(self, name: str) -> "Selection":
        values = {other: held for other, held in self.values.items() if other != name}
        return replace(self, values=values, page=1)

    def chips(self) -> Iterator[tuple[str, str, str]]:
        """Yield (parameter, label, query without it) for the words and each chosen value."""
        for name, label, lifted in self.lifted():
            yield name, label, lifted.query()

    def lifted(self) -> Iterator[tuple[str, str, "Selection"]]:
        """Yield (parameter, label, selection without it) for the words and each chosen value."""
        if self.q:
            yield "q", f"“{self.q}”", self.without_words()
        for name, held in self.values.items():
            for value in held:
                yield name, value.label, self._without_value(name, value)
        for name in ("since", "until"):
            if given := getattr(self, name):
                yield name, given, self._without_date(name)

    def _without_value(self, name: str, value: Value) -> "Selection":
        left = tuple(one for one in self.values[name] if one != value)
        lifted = self.without(name)
        return replace(lifted, values={**self.values, name: left}, page=1) if left else lifted

    def without_words(self) -> "Selection":
        sort = "" if self.sort == "newest" else self.sort
        return replace(self, q="", sought=Query(), notes=(), sort=sort, page=1)

    def _without_date(self, name: str) -> "Selection":
        return (
            replace(self, since="", page=1) if name == "since" else replace(self, until="", page=1)
        )

    def query(
        self,
        *,
        add: tuple[str, str] | None = None,
        page: int = 1,
    ) -> str:
        """Return the query string of this selection, from its first page unless told."""
        pairs = [("q", self.q)]
        pairs += [(name, value.given) for name, held in self.values.items() for value in held]
        pairs += [add] if add else []
        pairs += [("since", self.since), ("until", self.until), ("sort", self.sort)]
        pairs += [("page", str(page))] if page > 1 else []
        query = urlencode([(name, given) for name, given in pairs if given])
        return f"?{query}" if query else ""


def first_day(given: str) -> dt.date:
    """Return the first day that a year, a month or a day names: 2017, 2017-09, 2017-09-27.

    Raises ValueError for anything else.
    """
    return dt.date.fromisoformat(given + "-01-01"[len(given) - 4 :])


def last_day(given: str) -> dt.date:
    """Return the last day that a year, a month or a day names.

    Raises ValueError for anything else.
    """
    first = first_day(given)
    if len(given) == 4:
        return first.replace(month=12, day=31)
    if len(given) == 7:
        return month_end(first)
    return first


def distinct(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))
