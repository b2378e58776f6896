"""Which records overlap a period, from how their dates are filed."""

import datetime as dt

from pyroaring import BitMap

from statements.catalogue.postings.days import ON, SPAN, covering
from statements.catalogue.postings.index import EMPTY, Index
from statements.catalogue.selection import first_day, last_day


def overlapping(index: Index, kind: str, since: str, until: str) -> BitMap:
    """Return the records whose date reaches into the days from `since` to `until`.

    Either is a year, a month, a day, or "" for no bound: what begins no later than the last
    day, and either begins on the first day or later, or lasts until it.
    """
    first = first_day(since) if since else dt.date.min
    last = last_day(until) if until else dt.date.max
    found = _begun(index, kind, first, last)
    if since:
        lasting = BitMap.union(EMPTY, *index.find(kind, SPAN, _around(first)).values())
        if until:
            lasting &= _begun(index, kind, dt.date.min, last)
        return found | lasting
    return found


def _begun(index: Index, kind: str, first: dt.date, last: dt.date) -> BitMap:
    """Return the records that begin on one of the days."""
    on = index.values(kind, ON)
    years = index.children(kind, "")
    if first > last or not years:
        return BitMap()
    first = max(first, dt.date(int(years[0]), 1, 1))
    last = min(last, dt.date(int(years[-1]), 12, 31))
    return BitMap.union(EMPTY, *(on[value] for value in covering(first, last) if value in on))


def _around(day: dt.date) -> list[str]:
    """Return the year, the month and the day that a day is in, as they are filed."""
    written = day.isoformat()
    return [written[:4], written[:7], written]
