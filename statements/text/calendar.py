"""Days and months as a sentence of the reader's language has them."""

import datetime as dt

from django.utils import dateformat
from django.utils.translation import get_language, pgettext


class DateFormat(dateformat.DateFormat):
    """Django's own, without what it has as a calendar on the wall has it."""

    def F(self) -> str:  # noqa: N802
        """Return a month: in Russian it has a capital in Django."""
        name = str(super().F())
        return name.lower() if get_language() == "ru" else name

    def j(self) -> str:  # type: ignore[override]
        """Return the number of a day: in French the first is an ordinal."""
        number = str(super().j())
        return "1er" if get_language() == "fr" and number == "1" else number


def said(on: dt.date, pattern: str) -> str:
    """Return a date in one of Django's formats."""
    return DateFormat(on).format(pattern)


def month(on: dt.date) -> str:
    """Return the month of a day with its year."""
    return said(on, month_and_year())


def month_and_year() -> str:
    """Return the format of a month; a translation may order it in its own way."""
    return pgettext("date, month and year", "F Y")
