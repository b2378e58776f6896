"""The number that moves with each change of the catalogue, and who asks for it when."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import connection
from django.db.models import F
from django.utils import timezone

from statements.catalogue.models import Revision

SEEN = "SELECT number, at FROM catalogue_revision WHERE id = 1"


@dataclass(frozen=True, slots=True)
class Seen:
    """A revision as it was read: its number, a random token that moves with it, and when."""

    number: int
    token: str
    at: dt.datetime


NOTHING = Seen(0, "", dt.datetime.min.replace(tzinfo=dt.UTC))


@dataclass(slots=True)
class Reading:
    """What one request reads: one revision, and the day, where it asked which day it is."""

    seen: Seen
    day: dt.date | None = None


_reading: ContextVar[Reading | None] = ContextVar("reading", default=None)


def seen() -> Seen:
    """Return the public revision as the database has it now."""
    with connection.cursor() as cursor:
        cursor.execute(SEEN)
        row = cursor.fetchone()
    if row is None:
        return NOTHING
    number, at = row
    # SQLite gives the hour as it lies there: words, in UTC.
    at = dt.datetime.fromisoformat(at) if isinstance(at, str) else at
    return Seen(number, "", at if at.tzinfo else at.replace(tzinfo=dt.UTC))


@contextmanager
def pinned(seen: Seen) -> Iterator[Reading]:
    """Let all that is read within hold on to one revision; for requests that only read."""
    reading = Reading(seen)
    mark = _reading.set(reading)
    try:
        yield reading
    finally:
        _reading.reset(mark)


def renewed() -> Seen:
    """Return the revision of now, and hold on to that one from here on."""
    now = seen()
    if reading := _reading.get():
        reading.seen = now
    return now


def current() -> int:
    """Return the number of the public revision, 0 before anything was published."""
    reading = _reading.get()
    return (reading.seen if reading else seen()).number


def today() -> dt.date:
    """Return the day, UTC. What is read now shows it, and so does not outlive it."""
    day = timezone.now().date()
    if reading := _reading.get():
        reading.day = day
    return day


def hold() -> None:
    """Let one change of the catalogue wait for another; the first statement of each.

    Counts and facets are locked in an order of their own in every change: two at once
    would wait for each other.
    """
    if Revision.objects.select_for_update().filter(pk=1).first() is None:
        Revision.objects.get_or_create(pk=1)


def bump() -> None:
    """Move the revision; the last statement of every transaction that changes the catalogue."""
    Revision.objects.filter(pk=1).update(number=F("number") + 1, at=timezone.now())
