"""How dates are filed: as years, months and days, written 2017, 2017-09 and 2017-09-27."""

import calendar
import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

Pairs = frozenset[tuple[str, str]]

# The first day a record's date may mean, with the month and the year it is in: the order of
# lists. Value "" holds the records of a dated kind that have no date.
ON = "on"
# The fewest years, months and days that make up a date of more than one day.
SPAN = "span"


@lru_cache(4096)
def filed(first: dt.date | None, last: dt.date | None) -> Pairs:
    """Return the pairs that a date from `first` to `last` is filed under."""
    if first is None or last is None:
        return frozenset({(ON, "")})
    day = first.isoformat()
    begun = {(ON, day), (ON, day[:7]), (ON, day[:4])}
    lasting = {(SPAN, value) for value in covering(first, last)} if first < last else set()
    return frozenset(begun | lasting)


def covering(first: dt.date, last: dt.date) -> Iterator[str]:
    """Yield the fewest years, months and days that make up all days from `first` to `last`."""
    day = first
    while day <= last:
        value, end = next(
            (value, end) for value, start, end in _around(day) if start == day and end <= last
        )
        yield value
        if end == dt.date.max:
            return
        day = end + dt.timedelta(days=1)


def _around(day: dt.date) -> Iterator[tuple[str, dt.date, dt.date]]:
    """Yield the year, the month and the day that a day is in, each with its first and last day."""
    written = day.isoformat()
    yield written[:4], day.replace(month=1, day=1), day.replace(month=12, day=31)
    days = calendar.monthrange(day.year, day.month)[1]
    yield written[:7], day.replace(day=1), day.replace(day=days)
    yield written, day, day


def parent(value: str) -> str:
    """Return the month of a day, the year of a month, "" for a year."""
    return value.rpartition("-")[0]
