"""What the occasion of a text tells of it besides: its day, its record, a title of ours."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.choices import Precision, StatementKind
from statements.ingest.drafting.draft import Draft, When, Why
from statements.models import Event, Statement

_FROM_EVENT = Why("day-event", gettext_lazy("it is the day of the event"))
# Rules that know a text as a part of a verbatim record by the line of who speaks.
_RECORDED = frozenset({"speaker-record", "meeting-speaker"})


def is_record(drafted: Draft) -> bool:
    """Tell whether a text has the words as they were spoken, taken down in a verbatim record."""
    rules = {one.why.rule for one in drafted.voices}
    return bool(drafted.record or rules & _RECORDED)


def day(event: Event, statement: Statement) -> tuple[When, Why] | None:
    """Return the day of an event of one day, where the text gives none of its own.

    A release of the press is of that day only if it came out on it; it may announce an event.
    """
    on = event.starts_on
    if on is None or event.starts_precision != Precision.DAY or (event.ends_on or on) != on:
        return None
    out = statement.published_on if statement.published_precision == Precision.DAY else None
    if out != on and (statement.kind == StatementKind.PRESS_RELEASE or (out and out < on)):
        return None
    return When(on), _FROM_EVENT


def of_several_days(drafted: Draft) -> date | None:
    """Return the last day of a meeting whose first day is all that the text says of its own."""
    delivered, event = drafted.date_delivered, drafted.event
    if delivered is None or event.starts is None or event.ends is None:
        return None
    last = event.ends.value
    is_first = delivered.value == event.starts.value
    is_day = Precision.DAY == delivered.value.precision == last.precision
    return last.on if is_first and is_day and last.on > delivered.value.on else None


def within(first: date, last: date) -> When | None:
    """Return as exactly as can be said when something was that happened between two days."""
    if (first.year, first.month) == (last.year, last.month):
        return When(first.replace(day=1), Precision.MONTH)
    return When(first.replace(month=1, day=1), Precision.YEAR) if first.year == last.year else None


def note(first: date, last: date) -> str:
    """Return the sentence that says why a day is not known."""
    same_month = (first.year, first.month) == (last.year, last.month)
    begin = str(first.day) if same_month else date_format(first, "j F Y")
    days = f"{begin}-{date_format(last, 'j F Y')}"
    told = _("The source gives the days of the meeting, %(days)s, not the day of this speech")
    return told % {"days": days}


def release_note(drafted: Draft) -> str:
    """Return what a text is that calls itself a release for the press; nothing for another."""
    published, place = drafted.date_published, drafted.event.place
    who = next((one.value.actor for one in drafted.voices if one.value.actor), "")
    if drafted.kind.why.rule != "kind-release" or not who or published is None:
        return ""
    if published.value.precision != Precision.DAY:
        return ""
    on = date_format(published.value.on, "j F Y")
    where = f"{' '.join(place.value.split())}, {on}" if place else on
    return _("%(who)s press release dated %(where)s") % {"who": who, "where": where}
