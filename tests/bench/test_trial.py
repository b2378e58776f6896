"""The whole benchmark on a corpus of a few statements: killed, gone on with, served and asked."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings

SEED, N = 7, 60
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}


def start(*arguments: str, **environment: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=ENVIRONMENT | {"PYTHONPATH": str(settings.BASE_DIR)} | environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def is_over(child: "subprocess.Popen[str]") -> bool:
    """Tell whether a process ended, within a moment that it has the processor for itself."""
    try:
        child.wait(timeout=0.1)
    except subprocess.TimeoutExpired:
        return False
    return True


def refs(folder: Path) -> list[str]:
    """Return the references of the statements that stand in a folder's database."""
    asked = "SELECT ref FROM catalogue_record WHERE kind = 'statement' ORDER BY ref"
    try:
        address = f"file:{folder / 'db.sqlite3'}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as database:
            return [ref for (ref,) in database.execute(asked)]
    except sqlite3.OperationalError:
        return []  # the file or the table is not there yet


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """The folder of a site whose filling was killed between two of its batches."""
    folder = tmp_path / f"sqlite-{N}-{SEED}"
    folder.mkdir()
    fill = ("fill", str(N), "--batch", "5", "--report", str(folder / "filled.json"))
    child = start("-m", "bench.filling", "--seed", str(SEED), *fill, DATA_DIR=str(folder))
    while len(refs(folder)) < 10:
        assert not is_over(child), child.communicate()
    child.kill()
    child.communicate()
    return folder


class TrialTests:
    def test_goes_on_after_a_kill_and_finds_every_answer_right(self, killed, tmp_path):
        held = refs(killed)
        size = ("--statements", str(N), "--seed", str(SEED))
        little = ("--requests", "2", "--seconds", "0", "--publish", "1")
        folders = ("--keep", str(tmp_path), "--output", str(tmp_path / "out"))

        child = start("manage.py", "bench", *size, *little, *folders, DATA_DIR=str(tmp_path))
        told, complaints = child.communicate()

        assert child.returncode == 0, complaints + told
        assert 10 <= len(held) < N
        assert refs(killed) == [f"s{n:09}" for n in range(1, N + 2)]
        assert told.rstrip() == (tmp_path / "out" / "bench.md").read_text().rstrip()
        assert "sqlite, 60 statements" in told
        assert "| statements of a theme |" in told
        assert "Commits: 1 to publish" in told
        assert (tmp_path / "out" / "bench.svg").read_text().startswith("<svg")
