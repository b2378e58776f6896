"""Documents come in as drafts, one whole after another; what is here is left alone."""

import os
import random
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from statements.models import SourceDocument, Statement

SPEECH = "Statement by Ms. Haddad\n\n{n} May 2017\n\nWe call on all States to open {n} shelters."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "documents", 3)


def written(folder: Path, number: int) -> Path:
    folder.mkdir()
    for n in range(1, number + 1):
        (folder / f"{n:03}.txt").write_text(SPEECH.format(n=n), "utf-8")
    return folder


def told(*arguments: object, **options: object) -> list[str]:
    out = StringIO()
    call_command("import_documents", *map(str, arguments), stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.mark.django_db
class ImportDocumentsTests:
    def test_makes_a_draft_of_each(self, folder):
        report = told(folder)

        assert report[-1] == "3 made, 0 here already, 0 refused."
        assert Statement.objects.filter(public="never").count() == 3
        assert {one.created_by.username for one in Statement.objects.all()} == {"document-importer"}

    def test_changes_nothing_when_it_runs_again(self, folder):
        told(folder)
        before = list(Statement.objects.values())

        assert told(folder)[-1] == "0 made, 3 here already, 0 refused."
        assert list(Statement.objects.values()) == before

    def test_goes_on_after_a_bad_one(self, folder):
        (folder / "002.txt").write_bytes(b"%PDF-1.4 cut")

        with pytest.raises(CommandError, match="not brought in: 1"):
            told(folder)
        assert [one.name for one in SourceDocument.objects.order_by("name")] == [
            "001.txt",
            "003.txt",
        ]

    def test_shows_what_would_be_made(self, folder):
        report = told(folder, dry_run=True)

        assert report[-1] == "3 would be made, 0 here already, 0 refused."
        assert "“Statement by Ms. Haddad”, 1 recommendations" in report[0]
        assert not Statement.objects.exists()

    def test_makes_them_somebody_s(self, folder, contributor):
        told(folder, user="contributor")
        assert set(Statement.objects.values_list("created_by", flat=True)) == {contributor.pk}

    def test_knows_whom_there_is(self, folder):
        with pytest.raises(CommandError, match="no user “nobody”"):
            told(folder, user="nobody")


class KilledTests:
    """Killed at any moment it leaves no half document, and loses none that it reported."""

    # Twenty times of two hundred were tried by hand with the same functions.
    FILES, TIMES = 8, 2

    def test_goes_on_where_it_stopped(self, tmp_path):
        folder = written(tmp_path / "documents", self.FILES)
        site = tmp_path / "site"
        run(site, "migrate", "--verbosity=0").communicate()
        reported: set[str] = set()
        chance = random.Random(7)
        for _time in range(self.TIMES):
            reported |= killed(site, folder, len(names(site)) + chance.randint(0, 2))
            assert reported <= names(site)
            assert halves(site) == 0
        run(site, "import_documents", str(folder)).communicate()

        assert names(site) == {f"{n:03}.txt" for n in range(1, self.FILES + 1)}
        assert halves(site) == 0


def run(site: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments],
        env={**os.environ, "DATA_DIR": str(site), "DATABASE_URL": ""},
        stdout=subprocess.PIPE,
        text=True,
    )


def killed(site: Path, folder: Path, lines: int) -> set[str]:
    """Import, kill it once it has reported so many documents; return those it said it made."""
    with run(site, "import_documents", str(folder)) as process:
        assert process.stdout
        seen = [process.stdout.readline() for _line in range(lines + 1)]
        process.kill()
        rest = process.stdout.read().splitlines()
    return {
        line.partition(":")[0] for line in (*seen, *rest) if line.partition(":")[0].endswith(".txt")
    }


def names(site: Path) -> set[str]:
    return {str(row[0]) for row in rows(site, "SELECT name FROM statements_sourcedocument")}


def halves(site: Path) -> int:
    """Count documents without a statement, and statements without what was read from them."""
    [(documents, statements)] = rows(
        site,
        "SELECT (SELECT count(*) FROM statements_sourcedocument d WHERE NOT EXISTS (SELECT 1 FROM "
        "statements_statement s WHERE s.source_document_id = d.id)), (SELECT count(*) FROM "
        "statements_statement s WHERE NOT EXISTS (SELECT 1 FROM statements_proposal p WHERE "
        "p.statement_id = s.id))",
    )
    return int(str(documents)) + int(str(statements))


def rows(site: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(site / "db.sqlite3")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()
