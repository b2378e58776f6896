"""What the head of a meeting's record says about the meeting.

Source: the first page of the verbatim records of the United Nations.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from statements.choices import EventKind, Precision
from statements.ingest.drafting.cited import dates, symbols
from statements.ingest.drafting.draft import Gathering, Proposal, When, Why
from statements.ingest.drafting.page import Page

_HEAD = Why("meeting-head", _("the head of the record says so"))

_BODIES: tuple[tuple[str, str, EventKind], ...] = (
    (r"Security Council", "Security Council", EventKind.OPEN_DEBATE),
    (r"(?:First|Second|Third|Fourth|Fifth|Sixth) Committee", "", EventKind.COMMITTEE_MEETING),
    (r"Human Rights Council", "Human Rights Council", EventKind.INTERACTIVE_DIALOGUE),
    (r"Economic and Social Council", "Economic and Social Council", EventKind.COMMITTEE_MEETING),
    (r"General Assembly", "General Assembly", EventKind.HIGH_LEVEL_MEETING),
)
_NUMBER = re.compile(r"\b(?P<number>\d{1,5}(?:st|nd|rd|th))\s+(?:plenary\s+)?meeting\b", re.I)
_PLACE = re.compile(r"^[ \t]*(?P<place>New York|Geneva|Vienna|Nairobi|The Hague)\b", re.M)
_AGENDA = re.compile(r"^[ \t]*Agenda(?: item \d+\w*)?[ \t]*\n+(?P<items>(?:[^\n]+\n?){1,4})", re.M)
# So long is a head; what goes on before anybody speaks is no head any more.
_LONGEST = 6_000
_COUNTRIES = {
    "New York": "us",
    "Geneva": "ch",
    "Vienna": "at",
    "Nairobi": "ke",
    "The Hague": "nl",
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting: the event, its day, and the symbol of its record, each if the head says so."""

    event: Gathering
    day: Proposal[When] | None
    symbol: str


def sitting(head: str) -> Sitting:
    """Return what the words before the first speaker say of a meeting."""
    head = head[:_LONGEST]
    symbol = next((one.value for one in symbols.find(Page.of(head)) if "PV." in one.value), "")
    body, kind = _body(head)
    number = _NUMBER.search(head)
    day = _day(head)
    place = _PLACE.search(head)
    title = _title(body, number["number"] if number else "", head)
    starts = Proposal(day, _HEAD) if day else None
    event = Gathering(
        name=Proposal(title, _HEAD) if title else None,
        body=Proposal(body, _HEAD) if body else None,
        kind=Proposal(kind, _HEAD),
        starts=starts,
        place=Proposal(place["place"], _HEAD) if place else None,
        country=_COUNTRIES[place["place"]] if place else "",
    )
    return Sitting(event, starts, symbol)


def _body(head: str) -> tuple[str, EventKind]:
    for words, name, kind in _BODIES:
        if found := re.search(words, head):
            return name or found[0], kind
    return "", EventKind.CONSULTATION


def _day(head: str) -> When | None:
    for written in dates.find(head):
        if written.when.precision == Precision.DAY:
            return written.when
    return None


def _title(body: str, number: str, head: str) -> str:
    """Return such as "Security Council, 8111th meeting: Trafficking in persons"."""
    agenda = _AGENDA.search(head)
    items = [" ".join(line.split()) for line in agenda["items"].splitlines()] if agenda else []
    where = ", ".join(part for part in (body, f"{number} meeting" if number else "") if part)
    topic = " · ".join(item for item in items if item and not item.startswith("("))
    return ": ".join(part for part in (where, topic) if part)
