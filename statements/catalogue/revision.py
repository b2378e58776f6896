"""The number that moves with each change of the catalogue, and who asks for it when."""

import datetime as dt
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, connection
from django.utils import timezone
from psycopg.pq import ExecStatus

# As a module: what it imports reads the revision.
from statements.catalogue import models

# The version of the code that files records. Where postings were written by another, they are
# rebuilt after `migrate`: raise it when `facets` or `days` file a record otherwise, words are
# kept otherwise, or records have another schema: their cards are read as they lie there.
INDEX = 11
# So many earlier tokens are known: an index that is older is read anew.
RECENT = 32
SEEN = "SELECT number, token, at, names FROM catalogue_revision WHERE id = 1"
RECENTLY = SEEN.replace("names", "names, recent")


@dataclass(frozen=True, slots=True)
class Seen:
    """A revision as it was read: its number, a random token that moves with it, and when.

    One number may mean two states, after a rollback or in another database; a token means one.
    `names` is another token, which moves only where a record that gives names changed.
    """

    number: int
    token: str
    at: dt.datetime
    names: int = 0


NOTHING = Seen(0, "", dt.datetime.min.replace(tzinfo=dt.UTC))


@dataclass(slots=True)
class Reading:
    """What one request reads: one revision, and the day, where it asked which day it is.

    `index` is the index of that revision, once it was asked for.
    """

    seen: Seen | None
    day: dt.date | None = None
    index: Any = None


_reading: ContextVar[Reading | None] = ContextVar("reading", default=None)


def seen() -> Seen:
    """Return the public revision as the database has it now."""
    with connection.cursor() as cursor:
        cursor.execute(SEEN)
        row = cursor.fetchone()
    return _seen(*row) if row else NOTHING


def glanced() -> Seen:
    """Return the same past Django's cursor, which on PostgreSQL costs ten times the question.

    For what asks at every request. A connection that does not answer is left to Django.
    """
    if connection.vendor != "postgresql":
        return seen()
    try:
        connection.ensure_connection()
        with connection.wrap_database_errors:
            result = connection.connection.pgconn.exec_(SEEN.encode())
    except DatabaseError:
        return _looked_into()
    if result.status != ExecStatus.TUPLES_OK or not result.ntuples:
        return _looked_into()
    number, token, at, names = (result.get_value(0, column).decode() for column in range(4))
    return _seen(int(number), int(token), at, int(names))


def _looked_into() -> Seen:
    """Ask again by the cursor, over a new connection where the old one is lost."""
    connection.health_check_done = False  # type: ignore[attr-defined]
    return seen()


def _seen(number: int, token: int, at: dt.datetime | str, names: int) -> Seen:
    # SQLite gives the hour as it lies there: words, in UTC.
    at = dt.datetime.fromisoformat(at) if isinstance(at, str) else at
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return Seen(number, f"{token:x}", at, names)


@contextmanager
def pinned(seen: Seen | None = None) -> Iterator[Reading]:
    """Let all that is read within hold on to one revision; for requests that only read.

    Without `seen` it is the one that is asked for first; within another, the other's.
    """
    if seen is None and (held := _reading.get()):
        yield held
        return
    reading = Reading(seen)
    mark = _reading.set(reading)
    try:
        yield reading
    finally:
        _reading.reset(mark)


def reading() -> Reading:
    """Return what is being read, its revision known: a reading of its own where none is pinned."""
    held = _reading.get() or Reading(None)
    if held.seen is None:
        held.seen = seen()
    return held


def renewed() -> Seen:
    """Return the revision of now, and hold on to that one from here on."""
    now = seen()
    if held := _reading.get():
        held.seen, held.index = now, None
    return now


def current() -> int:
    """Return the number of the public revision, 0 before anything was published."""
    held = reading().seen
    assert held is not None
    return held.number


def today() -> dt.date:
    """Return the day, UTC. What is read now shows it, and so does not outlive it."""
    day = timezone.now().date()
    if reading := _reading.get():
        reading.day = day
    return day


def recent() -> tuple[Seen, list[str]]:
    """Return the revision of now, and the tokens of those before it, newest first."""
    with connection.cursor() as cursor:
        cursor.execute(RECENTLY)
        row = cursor.fetchone()
    return (_seen(*row[:-1]), row[-1].split()) if row else (NOTHING, [])


def followed(known: str) -> tuple[str, bool]:
    """Return the token of the present revision, and whether it follows from the known one.

    It does not where a backup was restored: other records may have the same numbers there.
    """
    held = reading().seen
    if held and held.token == known:
        return known, True
    now, before = recent()
    return now.token, known == now.token or known in before


def is_filed() -> bool:
    """Tell whether the postings were written by the present code, or nothing is there yet."""
    index = models.Revision.objects.filter(pk=1).values_list("index", flat=True).first()
    return index is None or index == INDEX


def hold() -> "models.Revision":
    """Let one change of the catalogue wait for another; the first statement of each.

    Returns the row; nobody else changes it, nor any posting, until the transaction ends.
    """
    held = models.Revision.objects.select_for_update().filter(pk=1).first()
    if held is None:
        models.Revision.objects.get_or_create(pk=1, defaults={"index": INDEX})
        held = models.Revision.objects.select_for_update().get(pk=1)
    return held


def bump(held: "models.Revision", *, numbers: dict[str, int], names: bool) -> None:
    """Move the revision; the last statement of every transaction that changes the catalogue.

    `numbers` are the last given in each kind, `names` tells whether a name changed.
    """
    held.recent = " ".join([f"{held.token:x}", *held.recent.split()][:RECENT])
    held.number, held.token = held.number + 1, secrets.randbits(63)
    held.names = secrets.randbits(63) if names else held.names
    held.numbers = json.dumps(numbers)
    held.save()


def numbers(held: "models.Revision") -> dict[str, int]:
    """Return the last number that was given in each kind."""
    return dict(json.loads(held.numbers))
