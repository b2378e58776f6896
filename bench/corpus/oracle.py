"""What the generator knows of its corpus: how many records any parameters find.

Written down from the sheets alone, by rules of its own: the site's answers are held against it.
"""

import calendar
import datetime as dt
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyroaring import BitMap

from bench.corpus import writing
from bench.corpus.sheets import Ask, Register, Sheet

Trait = tuple[str, str]
Parameters = Mapping[str, Sequence[str]]


def traits(sheet: Sheet, register: Register) -> tuple[set[Trait], list[set[Trait]]]:
    """Return what a statement is found by, and each of its recommendations."""
    asked = [_of_ask(ask, sheet, register) for ask in sheet.asks]
    theirs = {one for each in asked for one in each if one[0] in {"theme", "to", "pillar", "tag"}}
    addressed = {ask.to for ask in sheet.asks if ask.to}
    own = {
        *theirs,
        *_every("theme", _with_above(sheet.themes, register)),
        ("by", sheet.state or writing.organisation_slug(sheet.organisation)),
        *_every("country", addressed | set(sheet.countries)),
        ("kind", sheet.kind),
        ("year", str(sheet.day.year)),
        *_every("word", sheet.words),
    }
    return own, asked


def _of_ask(ask: Ask, sheet: Sheet, register: Register) -> set[Trait]:
    named = {code for code in (sheet.state, ask.to, ask.named) if code}
    return {
        ("kind", ask.kind),
        ("year", str(sheet.day.year)),
        *_every("theme", _with_above(ask.themes, register)),
        *_every("pillar", [ask.pillar] if ask.pillar else []),
        ("by", sheet.state or writing.organisation_slug(sheet.organisation)),
        *_every("to", _asked_of(ask)),
        *_every("country", named),
        *_every("tag", (writing.tag_slug(tag) for tag in ask.tags)),
    }


def _asked_of(ask: Ask) -> Iterator[str]:
    if ask.to:
        yield ask.to
    if ask.organisation is not None:
        yield writing.organisation_slug(ask.organisation)


def _every(name: str, values: Iterable[str]) -> Iterator[Trait]:
    return ((name, value) for value in values)


def _with_above(themes: Iterable[str], register: Register) -> Iterator[str]:
    for theme in themes:
        yield theme
        yield from register.themes[theme]


class _Kind:
    """The records of one kind, in the order of the sheets."""

    def __init__(self) -> None:
        self.having: defaultdict[Trait, BitMap] = defaultdict(BitMap)
        self.since, self.until = array("i"), array("i")

    def add(self, found_by: Iterable[Trait], since: int, until: int) -> None:
        for trait in found_by:
            self.having[trait].add(len(self.since))
        self.since.append(since)
        self.until.append(until)


class Oracle:
    """Counts of the records of all sheets that were added."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.kinds = {"statement": _Kind(), "recommendation": _Kind()}

    def add(self, sheet: Sheet) -> None:
        own, asked = traits(sheet, self.register)
        since, until = sheet.day.toordinal(), last_day(sheet).toordinal()
        self.kinds["statement"].add(own, since, until)
        for one in asked:
            self.kinds["recommendation"].add(one, since, until)

    def total(self, kind: str) -> int:
        return len(self.kinds[kind].since)

    def count(self, kind: str, parameters: Parameters) -> int:
        """Return how many records the parameters find: any value of each, all of them."""
        held = self.kinds[kind]
        found = BitMap(range(len(held.since)))
        for name, values in parameters.items():
            if name == "since":
                first = int_of(values[0] + "-01-01"[len(values[0]) - 4 :])
                found = BitMap(one for one in found if held.until[one] >= first)
            elif name == "until":
                last = _end_of(values[0])
                found = BitMap(one for one in found if held.since[one] <= last)
            elif name == "q":
                for word in values[0].split():
                    found &= held.having.get(("word", word), BitMap())
            else:
                having = [held.having.get((name, value), BitMap()) for value in values]
                found &= BitMap.union(*having)
        return len(found)

    def values(self, kind: str, name: str) -> dict[str, int]:
        """Return how many records of a kind carry each value of a name."""
        every = self.kinds[kind].having.items()
        return {value: len(held) for (of, value), held in every if of == name}


def last_day(sheet: Sheet) -> dt.date:
    if sheet.precision == "year":
        return sheet.day.replace(month=12, day=31)
    if sheet.precision == "month":
        return sheet.day.replace(day=calendar.monthrange(sheet.day.year, sheet.day.month)[1])
    return sheet.day


def int_of(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _end_of(given: str) -> int:
    """Return the last day of a year or a month."""
    if len(given) == 4:
        return int_of(f"{given}-12-31")
    year, month = (int(part) for part in given.split("-"))
    return dt.date(year, month, calendar.monthrange(year, month)[1]).toordinal()
