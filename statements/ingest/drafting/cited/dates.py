"""Days that a text writes, in six languages, as ranges and as exactly as it writes them."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from statements.choices import Precision
from statements.ingest.drafting.draft import When

_MONTHS = (
    "january jan|janvier|enero|января январь|كانون الثاني يناير",
    "february feb|février fevrier févr|febrero|февраля февраль|شباط فبراير",
    "march mar|mars|marzo|марта март|آذار مارس",
    "april apr|avril|abril|апреля апрель|نيسان أبريل إبريل",
    "may|mai|mayo|мая май|أيار مايو",
    "june jun|juin|junio|июня июнь|حزيران يونيو يونيه",
    "july jul|juillet|julio|июля июль|تموز يوليو يوليه",
    "august aug|août aout|agosto|августа август|آب أغسطس",
    "september sept sep|septembre|septiembre setiembre|сентября сентябрь|أيلول سبتمبر",
    "october oct|octobre|octubre|октября октябрь|تشرين الأول أكتوبر",
    "november nov|novembre|noviembre|ноября ноябрь|تشرين الثاني نوفمبر",
    "december dec|décembre decembre|diciembre|декабря декабрь|كانون الأول ديسمبر",
)
_TWO_WORDS = ("كانون", "تشرين")


def _numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, names in enumerate(_MONTHS, start=1):
        for words in names.split("|"):
            parts = words.split()
            if parts[0] in _TWO_WORDS:
                parts = [" ".join(parts[:2]), *parts[2:]]
            numbers |= dict.fromkeys(parts, number)
    return numbers


_NUMBER = _numbers()
_MONTH = "(?:" + "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True)) + r")(?!\w)\.?"
# Arabic texts write both of a month's names: تشرين الثاني/نوفمبر.
_EITHER = rf"{_MONTH}(?:/{_MONTH})?"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th|er|º|°)?"
_TO = r" ?(?:-|to|and|&|au|et|al|y|a|по|إلى|و) ?"
_OF = r"(?: (?:de|of|del))?"
_DAY_FIRST = re.compile(
    rf"(?<![\w./-])(?P<day>{_DAY})(?:(?:{_OF} (?P<month>{_EITHER}))?{_TO}(?P<last>{_DAY}))?{_OF}"
    rf" (?P<later>{_EITHER}),?(?:(?: de| del)? (?P<year>{_YEAR}))?(?!\w)",
    re.IGNORECASE,
)
# Folding leaves a space of a dash between spaces: "24 – 25 October 2017".
_DASHED = re.compile(
    rf"(?:^|(?<=[\n,(] )|(?<=[\n(])|(?<=\bon )|(?<=\bfrom ))(?P<day>{_DAY})"
    rf"(?:{_OF} (?P<month>{_EITHER}))? (?P<last>{_DAY}){_OF} (?P<later>{_EITHER}),?"
    rf"(?: de| del)? (?P<year>{_YEAR})(?!\w)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<month>{_MONTH}) (?P<day>{_DAY})(?:{_TO}(?:(?P<later>{_MONTH}) )?"
    rf"(?P<last>{_DAY}))?"
    rf"(?:,? (?P<year>{_YEAR}))(?!\w)",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(
    rf"(?<!\w)(?<!\d )(?P<month>{_EITHER})(?: de)? (?P<year>{_YEAR})(?!\w)", re.IGNORECASE
)
_ISO = re.compile(r"(?<![\w/-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_DOTTED = re.compile(
    r"(?<![\w./])(?P<day>\d{1,2})(?P<sign>[./])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19"
    r"|20)\d\d)(?![\w./])"
)
_CHINESE = re.compile(
    r"(?P<year>(?:19|20)\d\d) ?年 ?(?P<month>\d{1,2}) ?月(?: ?(?P<day>\d{1,2})(?: ?(?:日|号)?"
    r" ?[至-] ?(?P<last>\d{1,2}))? ?[日号])?"
)
_COUNT = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Written:
    """A day or days at a place of folded words; `has_year` is False where the year was supplied."""

    when: When
    start: int
    end: int
    has_year: bool = True


# Languages that write the day before the month, however they part them.
DAY_FIRST = frozenset({"ar", "es", "fr", "ru"})


def find(words: str, year: int | None = None, *, day_first: bool = False) -> tuple[Written, ...]:
    """Return the dates in folded `words` in order; those without a year are of `year`, if given.

    "03/04/2017" is a date only where the day is known to stand first.
    """
    found: list[Written] = []
    for pattern in (_CHINESE, _ISO, _DAY_FIRST, _MONTH_FIRST, _DOTTED, _OF_MONTH):
        found += (
            Written(when, match.start(), match.end(), bool(match["year"]))
            for match in pattern.finditer(words)
            if (when := _when(_ordered(match.groupdict(), day_first=day_first), year))
        )
    found += (
        Written(when, match.start(), match.end())
        for match in _DASHED.finditer(words)
        if (when := _when(match.groupdict(), year)) and when.until
    )
    return tuple(_apart(sorted(found, key=lambda written: (written.start, -written.end))))


def _apart(found: list[Written]) -> Iterator[Written]:
    end = 0
    for written in found:
        if written.start >= end:
            yield written
            end = written.end


def _ordered(parts: dict[str, str | None], *, day_first: bool) -> dict[str, str | None]:
    """Return the parts of a date with the day and month that "9/27/2017" means, if it is plain."""
    day, month = parts.get("day") or "", parts.get("month") or ""
    if parts.get("sign") != "/" or int(day) > 12 or day_first or int(day) == int(month):
        return parts
    return parts | ({"day": month, "month": day} if int(month) > 12 else {"month": None})


def _when(parts: dict[str, str | None], year: int | None) -> When | None:
    written = parts.get("year")
    in_year = int(written) if written else year
    later, month = parts.get("later"), parts.get("month")
    first_month = _month(month or later or "")
    if not in_year or not first_month:
        return None
    last_month = _month(later or month or "")
    if not (day := parts.get("day")):
        return _made(in_year, first_month, 1, Precision.MONTH)
    last = parts.get("last")
    until = _day(in_year, last_month, _count(last)) if last else None
    # From December on into January of the year that is written.
    begins_in = in_year - 1 if until and first_month > last_month else in_year
    when = _made(begins_in, first_month, _count(day), Precision.DAY)
    if when and until and until > when.on:
        return When(when.on, until=until)
    return when


def _made(year: int, month: int, day: int, precision: Precision) -> When | None:
    on = _day(year, month, day)
    return When(on, precision) if on else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month(words: str) -> int:
    if words.isdecimal():
        return int(words)
    return _NUMBER.get(words.partition("/")[0].lower().rstrip("."), 0)


def _count(words: str) -> int:
    found = _COUNT.match(words)
    return int(found[0]) if found else 0
