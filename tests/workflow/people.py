"""Two people with a connection each, who change things at the same moment.

One transaction makes its change and stays open; the other runs until it waits for the first,
or to its end; then the first commits. No clock is asked: PostgreSQL says who waits for whom.
"""

from collections.abc import Callable
from threading import Event as Signal
from threading import Thread

from django.db import connection, connections, transaction

# Seconds after which a test fails that hangs; nothing is ever waited out.
LONG = 30

Change = Callable[[], object]


class Person(Thread):
    """Makes a change over a connection of their own, and keeps how it ended."""

    def __init__(self, change: Change, *, until: Signal | None = None) -> None:
        super().__init__(daemon=True)
        self.change, self.until = change, until
        self.made, self.connected = Signal(), Signal()
        self.backend = 0
        self.refusal: Exception | None = None

    def run(self) -> None:
        try:
            with transaction.atomic():
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_backend_pid()")
                    (self.backend,) = cursor.fetchone()
                self.connected.set()
                self.change()
                self.made.set()
                if self.until:
                    assert self.until.wait(LONG)
        except Exception as refusal:
            self.refusal = refusal
        finally:
            self.connected.set()
            self.made.set()
            connections.close_all()

    def waits_for(self, other: "Person") -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s = ANY(pg_blocking_pids(%s))", [other.backend, self.backend])
            return bool(cursor.fetchone()[0])


def at_once(first: Change, second: Change) -> list[Exception | None]:
    """Make two changes whose transactions overlap; return how each of them was refused."""
    end = Signal()
    one, two = Person(first, until=end), Person(second)
    one.start()
    assert one.made.wait(LONG)
    two.start()
    assert two.connected.wait(LONG)
    while not two.made.is_set() and not two.waits_for(one):
        pass
    end.set()
    for person in (one, two):
        person.join(LONG)
        assert not person.is_alive(), "they wait for each other"
    return [one.refusal, two.refusal]


def refused(outcome: list[Exception | None]) -> list[type[Exception]]:
    return [type(refusal) for refusal in outcome if refusal]
