"""Dates as words, and as HTML that machines read, drawn once for each language of a reader."""

import datetime as dt
import html
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from statements.catalogue.records import Date
from statements.templatetags.drawing import KEPT
from statements.text import calendar

# Stands for the number of a day until it is known.
DAY = "\0"


def written(reader: str, date: Date) -> str:
    """Return a date as exactly as it is known, in brackets where the text does not give it."""
    on = date.on
    open_words = _open(reader, date.precision, on.year, on.month)
    if open_words is None:
        words = calendar.said(on, _format(date.precision))
    else:
        words = open_words.replace(DAY, calendar.said(on, "j"))
    return f"[{words}]" if date.source else words


@lru_cache(maxsize=KEPT)
def when(reader: str, date: Date | None, ends_on: dt.date | None = None) -> SafeString:
    """Return a date, or the days from it to `ends_on`, as `<time>`."""
    if date is None:
        return format_html('<span class="undated">{}</span>', _("undated"))
    note = _("Not in the source. Known from: %(source)s") if date.source else ""
    title = format_html(' title="{}"', note % {"source": date.source}) if note else ""
    last = ends_on if date.precision == "day" else None
    words = _span(date, last) if last else written(reader, date)
    return SafeString(f'<time datetime="{_machine(date)}"{title}>{html.escape(words)}</time>')


class _Open(calendar.DateFormat):
    """A date of which the number of the day is left open."""

    def j(self) -> str:  # type: ignore[override]
        return DAY


@lru_cache(maxsize=KEPT)
def _open(reader: str, precision: str, year: int, month: int) -> str | None:
    """Return a date of a month with a mark for its day, None where more changes with the day.

    There are thousands of days, and to draw one takes as long as all else in a line of a card.
    """
    pattern = _format(precision)
    first, last = [_Open(dt.date(year, month, day)).format(pattern) for day in (1, 28)]
    return first if first == last else None


def day(reader: str, on: dt.date) -> str:
    """Return a day in words, for the middle of a sentence."""
    return written(reader, Date(on=on, precision="day", source=""))


def _span(date: Date, ends_on: dt.date) -> str:
    """Return the days from one to another: what both have in common is said once."""
    first, pattern = date.on, _format("day")
    same_year = first.year == ends_on.year
    same_month = same_year and first.month == ends_on.month
    if pattern.startswith("Y"):
        # The year stands first, so it is the last day that is said in part.
        part = _from(pattern, "j" if same_month else "n") if same_year else pattern
        return f"{calendar.said(first, pattern)}至{calendar.said(ends_on, part)}"
    end = calendar.said(ends_on, pattern)
    if same_month:
        return f"{calendar.said(first, 'j')}–{end}"
    begin = pgettext("date, day and month", "j F") if same_year else pattern
    return f"{calendar.said(first, begin)} – {end}"


def _from(pattern: str, letter: str) -> str:
    return pattern[pattern.index(letter) :]


def _format(precision: str) -> str:
    """Return Django's format of a date; a translation may order it in its own way."""
    if precision == "year":
        return pgettext("date, year", "Y")
    if precision == "month":
        return calendar.month_and_year()
    return pgettext("date, day, month and year", "j F Y")


def _machine(date: Date) -> str:
    length = {"year": 4, "month": 7}.get(date.precision, 10)
    return date.on.isoformat()[:length]
