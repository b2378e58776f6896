"""Statements by year, or by month where they are of a year or two."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.catalogue import crossing
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Vocabulary
from statements.charts.drawing import svg
from statements.charts.drawing.figure import (
    FEWEST,
    NOTHING,
    Cell,
    Chart,
    Column,
    Figure,
    Table,
    addresses,
)
from statements.charts.drawing.svg import element, link, percent, side
from statements.text import calendar

TOP, TALL, FOOT = 22, 120, 26
# Bars are never wider than with so many of them.
LEAST_SLOTS = 8
# So many numbers, and so many years, have room beside each other on a phone.
MOST_NUMBERS, MOST_YEARS = 12, 6
# Named years are so far apart; the last fits all that a date can say.
ROUND = (2, 5, 10, 20, 50, 100, 500, 2_000)
# Of so many years or fewer, months are shown.
FEW_YEARS = 2
# Fewer statements are told sooner than drawn.
FEWEST_STATEMENTS = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A year or a month, its name, a short one for the axis, and how many are of it."""

    value: str
    name: str
    short: str
    n: int
    address: str


def figure(selection: Selection, _names: Vocabulary, described: Callable[..., Figure]) -> Figure:
    years = crossing.tallied(selection, "year")
    if 0 < len(years) <= FEW_YEARS and int(max(years)) - int(min(years)) < FEW_YEARS:
        spans, title = _months(selection, sorted(years)), _("Statements by month")
    else:
        spans, title = _years(selection, years), _("Statements by year")
    told = [span for span in spans if span.n]
    summary = _summary(told)
    is_worth = len(told) >= FEWEST and sum(span.n for span in told) >= FEWEST_STATEMENTS
    return described(
        title=title,
        summary=summary,
        table=_table(spans),
        picture=_picture(title, summary, spans) if is_worth else NOTHING,
    )


def _years(selection: Selection, years: Mapping[str, int]) -> list[Span]:
    if not years:
        return []
    address = addresses(selection)
    every = [f"{year:04}" for year in range(int(min(years)), int(max(years)) + 1)]
    short = _short(every)
    return [Span(year, year, short[year], years.get(year, 0), address(year=year)) for year in every]


def _short(years: Sequence[str]) -> Mapping[str, str]:
    """Return what stands under each year: the first, the last and round ones of many."""
    if len(years) <= MOST_YEARS:
        return {year: year for year in years}
    apart = next(n for n in ROUND if len(years) / n <= MOST_YEARS - 1)
    return {year: year if int(year) % apart == 0 else "" for year in years}


def _months(selection: Selection, years: Sequence[str]) -> list[Span]:
    months = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    found = crossing.dated(selection, months)
    address = addresses(selection)
    return [
        Span(
            month,
            calendar.month(first := dt.date.fromisoformat(f"{month}-01")),
            _under(first, len(years)),
            found[month],
            address(since=month, until=month),
        )
        for month in months
    ]


def _under(first: dt.date, n_years: int) -> str:
    """Return what stands under a month: each quarter of one year, January and July of two."""
    apart = 3 * n_years
    if (first.month - 1) % apart:
        return ""
    is_new_year = n_years > 1 and first.month == 1
    return str(first.year) if is_new_year else formats.date_format(first, "M")


def _summary(told: Sequence[Span]) -> str:
    if not told:
        return ""
    most = max(told, key=lambda span: span.n)
    return ngettext(
        "Most in %(when)s: %(n)s statement.", "Most in %(when)s: %(n)s statements.", most.n
    ) % {"when": most.name, "n": most.n}


def _table(spans: Sequence[Span]) -> Table:
    is_monthly = any("-" in span.value for span in spans)
    when = Column("month", _("Month")) if is_monthly else Column("year", _("Year"))
    return Table(
        (when, Column("statements", _("Statements"))),
        [(Cell(span.name, span.value, span.address), Cell(str(span.n))) for span in spans],
    )


def _picture(title: str, summary: str, spans: Sequence[Span]) -> SafeString:
    largest = max(span.n for span in spans)
    slots = max(LEAST_SLOTS, len(spans))
    counted = {span.value for span in spans if span.n}
    if len(spans) > MOST_NUMBERS:
        counted = {max(spans, key=lambda span: span.n).value}
    marks = [
        _bar(span, at, slots, largest, is_counted=span.value in counted)
        for at, span in enumerate(spans)
    ]
    axis = element(
        "line", class_="axis", x1="0", x2="100%", y1=TOP + TALL + 0.5, y2=TOP + TALL + 0.5
    )
    name = "statements-over-time"
    return svg.picture(name, title, summary, *marks, axis, height=TOP + TALL + FOOT)


def _bar(span: Span, at: int, slots: int, largest: int, *, is_counted: bool) -> SafeString:
    slot = 100 / slots
    middle, wide = percent(side((at + 0.5) * slot)), slot * 0.64
    tall = TALL * span.n / largest
    under = element(
        "text", span.short, class_="tick", x=middle, y=TOP + TALL + 18, text_anchor="middle"
    )
    if not span.n:
        return under
    reach = element(
        "rect",
        class_="reach",
        x=percent(side(at * slot, slot)),
        y=0,
        width=percent(slot),
        height=TOP + TALL + FOOT,
    )
    bar = element(
        "rect",
        class_="bar",
        x=percent(side(at * slot + (slot - wide) / 2, wide)),
        y=TOP + TALL - tall,
        width=percent(wide),
        height=tall,
    )
    number = element(
        "text",
        str(span.n) if is_counted else "",
        class_="number",
        x=middle,
        y=TOP + TALL - tall - 6,
        text_anchor="middle",
    )
    said = ngettext("%(when)s: %(n)s statement", "%(when)s: %(n)s statements", span.n)
    named = said % {"when": span.name, "n": span.n}
    return link(span.address, named, element("title", named), reach, bar, number, under)


CHART = Chart("statements-over-time", "statement", figure)
