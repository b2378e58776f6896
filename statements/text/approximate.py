"""A date as people write it: a year, a month or a day."""

import datetime as dt
import re
from dataclasses import dataclass

_NUMBERS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_SHORTEST = 3
# How much of a date in numbers is known.
_LENGTHS = {"year": 4, "month": 7}


class NoSuchDate(ValueError):
    """A date that is written well, and stands in no calendar."""


@dataclass(frozen=True, slots=True)
class Approximate:
    """The first day that a date may mean, and how exact it is: "day", "month" or "year"."""

    on: dt.date
    precision: str

    def __str__(self) -> str:
        return self.on.isoformat()[: _LENGTHS.get(self.precision, 10)]


def parse(text: str) -> Approximate:
    """Read "2017", "2017-09", "2017-09-27", "September 2017" or "27 September 2017".

    Raises NoSuchDate for a day that does not exist, and ValueError for anything else.
    """
    text = text.strip()
    if numbers := _NUMBERS.fullmatch(text):
        year, month, day = numbers.groups()
        return _date(year, int(month) if month else None, day)
    if words := _DAY_FIRST.fullmatch(text):
        day, name, year = words.groups()
        return _date(year, _month(name), day)
    if words := _MONTH_FIRST.fullmatch(text):
        name, day, year = words.groups()
        return _date(year, _month(name), day)
    raise ValueError(text)


def _month(name: str) -> int:
    name = name.lower()
    for number, month in enumerate(_MONTHS, start=1):
        if len(name) >= _SHORTEST and month.startswith(name):
            return number
    raise ValueError(name)


def _date(year: str, month: int | None, day: str | None) -> Approximate:
    precision = "day" if day else "month" if month else "year"
    try:
        return Approximate(dt.date(int(year), month or 1, int(day or 1)), precision)
    except ValueError as error:
        raise NoSuchDate(str(error)) from None
