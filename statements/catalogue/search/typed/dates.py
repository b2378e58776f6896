"""Dates as people type them: 2017, 2017-09, 2017-01..2017-03, ..2016, 2015-2017."""

import re
from typing import Final

from statements.catalogue.selection import first_day, last_day

Span = tuple[str, str]
_FULL_STOP: Final = re.compile(r"(?<!\.)\.$")
_PARTS: Final = re.compile(r"\.{2,}|…|[–—]|(?<=^\d{4})-(?=\d{4}$)")
_ONE: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)


def span(typed: str) -> Span | None:
    """Return the first and the last date of what was typed, "" for an open end; None for no date.

    A date is a year, a month or a day. Digits of any script are understood.
    """
    plain = "".join(str(int(one)) if one.isdecimal() else one for one in typed.strip())
    plain = _FULL_STOP.sub("", plain)
    ends = [end.strip().replace("/", "-") for end in _PARTS.split(plain)]
    if len(ends) == 1:
        ends *= 2
    if len(ends) != 2 or not any(ends) or not all(map(_is_date, ends)):
        return None
    first, last = ends
    if first and last and first_day(first) > last_day(last):
        first, last = last, first
    return first, last


def _is_date(given: str) -> bool:
    try:
        return not given or bool(_ONE.fullmatch(given) and first_day(given) and last_day(given))
    except ValueError:
        return False
