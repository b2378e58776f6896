"""Five people tag the same five hundred recommendations at the same moment."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from bench.many.filling import published
from statements.catalogue import store
from statements.models import Recommendation, Tag, TagChange, TaggedRecommendation
from tests.cast import person

STATEMENTS, EACH = 5, 100
BROWSERS = 5
ROOT = Path(__file__).resolve().parents[4]


@contextmanager
def shared_database(tmp_path: Path) -> Iterator[str]:
    """Give the address at which other processes find the test's database.

    SQLite's is in memory, for one process: it is copied to a file, and back.
    """
    if connection.vendor != "sqlite":
        known = settings.DATABASES["default"]
        who = f"{known['USER']}:{known['PASSWORD']}" if known["USER"] else ""
        host = f"{known['HOST']}:{known['PORT']}" if known["PORT"] else known["HOST"]
        yield f"postgres://{who}@{host}/{connection.settings_dict['NAME']}"
        return
    file = sqlite3.connect(tmp_path / "shared.sqlite3")
    connection.ensure_connection()
    connection.connection.backup(file)
    yield f"sqlite:///{tmp_path / 'shared.sqlite3'}"
    file.backup(connection.connection)
    file.close()


@pytest.mark.django_db(transaction=True)
class FiveBrowsersTests:
    def test_leave_the_union_nothing_lost_nothing_doubled(
        self, draft, contributor, publisher, tmp_path
    ):
        published(draft, STATEMENTS, EACH, by=contributor, publisher=publisher)
        draft.recommendations.all().delete()
        who = [person(f"campaigner-{n}", "campaigner").username for n in range(BROWSERS)]
        # One of their own each, and one that all bring, in capitals of their own.
        brought = [f"Own {n}, {'TOGETHER'[:n]}{'TOGETHER'[n:].lower()}" for n in range(BROWSERS)]

        with shared_database(tmp_path) as address:
            environment = {**os.environ, "DATABASE_URL": address, "DATA_DIR": str(tmp_path)}
            browsers = [
                subprocess.Popen(
                    [sys.executable, "-m", "tests.admin.browser_of_one", username, names],
                    cwd=ROOT,
                    env={**environment, "DJANGO_SETTINGS_MODULE": "advocacy.settings"},
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
                for username, names in zip(who, brought, strict=True)
            ]
            ready = [browser.stdout and browser.stdout.readline() for browser in browsers]
            for browser in browsers:
                assert browser.stdin
                browser.stdin.write("\n")
                browser.stdin.flush()
            answers = [browser.communicate()[0] for browser in browsers]

        assert (set(ready), set(answers)) == ({"ready\n"}, {"302\n"})
        self.assert_is_the_union()

    def assert_is_the_union(self):
        rows, tags = STATEMENTS * EACH, BROWSERS + 1
        slugs = tuple(sorted([*(f"own-{n}" for n in range(BROWSERS)), "together"]))
        pairs = TaggedRecommendation.objects.values_list("content_object", "tag")
        assert Tag.objects.count() == tags
        assert (len(pairs), len(set(pairs))) == (rows * tags, rows * tags)
        assert TagChange.objects.filter(added=True).count() == rows * tags
        for ref in Recommendation.objects.values_list("ref", flat=True):
            assert store.get("recommendation", ref).live.tags == slugs
        assert len(store.found_by("recommendation", "tag", "together")) == rows
