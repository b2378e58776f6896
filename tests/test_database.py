"""The database that the tests are given."""

import sqlite3
from pathlib import Path

import pytest
from django.contrib.auth.models import Group

from advocacy.environment import SQLITE_OPTIONS


@pytest.mark.django_db(transaction=True)
class TestsThatCommitTests:
    @pytest.mark.parametrize("turn", ["first", "second"])
    def test_find_the_groups_that_a_migration_made(self, turn):
        """Whichever comes second would find nothing, were it not put back."""
        assert Group.objects.filter(name="publisher").exists()


class LiveServerTests:
    def test_finds_them_too(self, live_server):
        assert Group.objects.filter(name="publisher").exists()


class FileOfSqliteTests:
    @staticmethod
    def _opened(file: Path) -> dict[str, object]:
        with sqlite3.connect(file) as held:
            held.executescript(SQLITE_OPTIONS["init_command"])
            held.execute("CREATE TABLE IF NOT EXISTS made (at TEXT)")
            found = {
                name: held.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_size", "journal_mode")
            }
        held.close()
        return found

    def test_has_large_pages_where_it_is_made_anew(self, tmp_path):
        assert self._opened(tmp_path / "new") == {"page_size": 8192, "journal_mode": "wal"}

    def test_keeps_its_pages_where_it_is_there(self, tmp_path):
        file = tmp_path / "old"
        with sqlite3.connect(file) as held:
            held.execute("PRAGMA page_size=4096")
            held.execute("CREATE TABLE made (at TEXT)")
        held.close()

        assert self._opened(file) == {"page_size": 4096, "journal_mode": "wal"}
