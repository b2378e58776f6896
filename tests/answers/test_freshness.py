"""A change is seen at the very next request, by every worker, while others read."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection, connections
from django.utils.connection import ConnectionProxy

from advocacy import environment
from advocacy.answers.front import Front
from statements.catalogue import revision
from statements.catalogue.models import Revision
from tests.answers.asking import FakeSite, get

CHANGES = 10
READERS = 4
FILE = "file"


class Numbered(FakeSite):
    """A site whose page says which revision its content is of."""

    def __call__(self, environ, start):
        self.body = str(revision.seen().number).encode()
        return FakeSite(self.body)(environ, start)


def worker(number: int) -> Front:
    """Return a front with a shelf of its own, as each process has one."""
    one = Front(Numbered())
    one._shelf._near = LocMemCache(f"worker {number}", {})
    one._shelf._near.clear()
    return one


def publish(alias: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("UPDATE catalogue_revision SET number = number + 1")


def read(alias: str, one: Front) -> int:
    """Read a page in a thread, over a connection of its own; return what it is of."""
    try:
        return int(get(one).body)
    finally:
        connections[alias].close()


class Freshness:
    def test_a_change_is_seen_by_every_worker_at_its_next_request(self, database):
        workers = [worker(number) for number in range(2)]
        before = [int(get(one).body) for one in workers]

        with ThreadPoolExecutor(1) as elsewhere:
            publish(database)
            after = [elsewhere.submit(read, database, one).result(20) for one in workers]

        assert before == [0, 0]
        assert after == [1, 1]

    def test_nobody_ever_reads_what_is_out_of_date(self, database):
        """Who asks while it is published may get either; who asks then gets the new."""
        workers = [worker(number % 2) for number in range(READERS)]
        during, after = [], []

        with ThreadPoolExecutor(READERS) as threads:
            for _ in range(CHANGES):
                asking = [threads.submit(read, database, one) for one in workers]
                publish(database)
                during.append({asked.result(20) for asked in asking})
                asking = [threads.submit(read, database, one) for one in workers]
                after.append({asked.result(20) for asked in asking})

        assert after == [{number} for number in range(1, CHANGES + 1)]
        assert all(seen <= {number, number + 1} for number, seen in enumerate(during)), (
            "something older than what was public, or newer, was shown"
        )


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite's test database is in memory, for one connection"
)
class OfAServerTests(Freshness):
    @pytest.fixture
    def database(self) -> str:
        Revision.objects.update_or_create(pk=1, defaults={"number": 0})
        return "default"


class OfAFileTests(Freshness):
    @pytest.fixture
    def database(self, django_db_blocker, tmp_path: Path, monkeypatch) -> Iterator[str]:
        """A database of SQLite as the site opens it, with nothing in it but the revision."""
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'db.sqlite3'}")
        given = connections.databases["default"] | dict(environment.database(tmp_path))
        monkeypatch.setitem(connections.databases, FILE, given)
        monkeypatch.setattr(revision, "connection", ConnectionProxy(connections, FILE))
        with django_db_blocker.unblock():
            with connections[FILE].schema_editor() as editor:
                editor.create_model(Revision)
            Revision.objects.using(FILE).create(pk=1)
            yield FILE
            connections[FILE].close()
            del connections[FILE]
