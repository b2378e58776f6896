"""After a scrub, what was deleted is in none of the files of the database."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from statements.management.commands import scrub_database

CANARY = "zqscrubbedqz"
NAMES = [f"{CANARY} {number} {'of a person ' * 40}" for number in range(50)]


def fill_and_delete(cursor: Any) -> None:
    cursor.execute("CREATE TABLE scrubbed (words TEXT)")
    cursor.executemany("INSERT INTO scrubbed VALUES (%s)", [[name] for name in NAMES])
    cursor.execute("DELETE FROM scrubbed")


def scrub() -> str:
    said = StringIO()
    call_command("scrub_database", stdout=said)
    return said.getvalue()


class SqliteTests:
    @pytest.fixture
    def own(self, tmp_path, monkeypatch, django_db_blocker) -> Iterator[DatabaseWrapper]:
        """A database in files of its own, with a log of changes as the site has it."""
        options = {"init_command": "PRAGMA journal_mode=WAL;PRAGMA secure_delete=OFF;"}
        given = {**connection.settings_dict, "NAME": str(tmp_path / "db.sqlite3")}
        own = DatabaseWrapper({**given, "OPTIONS": options}, "own")
        monkeypatch.setattr(scrub_database, "connection", own)
        with django_db_blocker.unblock():
            yield own
            own.close()

    def test_leaves_no_deleted_byte_in_its_files(self, own, tmp_path):
        with own.cursor() as cursor:
            fill_and_delete(cursor)
        before = told(tmp_path)

        scrub()

        assert any(before.values())
        assert len(before) > 1, "There was no log of changes to look into."
        assert not any(told(tmp_path).values())


def told(folder: Path) -> dict[str, bool]:
    """Tell of each file of a database whether the words stand in it."""
    return {file.name: CANARY.encode() in file.read_bytes() for file in folder.iterdir()}


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="It is about PostgreSQL's files.")
@pytest.mark.django_db(transaction=True)
class PostgresqlTests:
    def test_gives_its_tables_new_files_without_what_was_deleted(self):
        with connection.cursor() as cursor:
            fill_and_delete(cursor)
            # The last row, so that nothing but a new file can be shorter.
            cursor.execute("INSERT INTO scrubbed VALUES (%s)", ["It stays."])
            before = file_of_table(cursor)

            said = scrub()

            after = file_of_table(cursor)
            cursor.execute("SELECT words FROM scrubbed")
            rows = cursor.fetchall()
            cursor.execute("DROP TABLE scrubbed")
        assert after["number"] != before["number"]
        assert after["pages"] == 1 < before["pages"]
        assert rows == [("It stays.",)]
        assert "backups" in said


def file_of_table(cursor: Any) -> dict[str, int]:
    """Return the number of the table's file and its pages; to read it, one must be superuser."""
    cursor.execute(
        "SELECT pg_relation_filenode('scrubbed'), pg_relation_size('scrubbed') / "
        "current_setting('block_size')::int"
    )
    return dict(zip(("number", "pages"), cursor.fetchone(), strict=True))
