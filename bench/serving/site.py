"""A throw-away site: a folder and a database of its own, made, filled and cleared away."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bench.serving.servers import ROOT, stop

# Settings of the site of whoever runs this are no concern of the sites that are measured.
OF_THE_SITE = (
    "ALLOWED_HOSTS ALLOW_SELF_APPROVAL CACHE_URL DATABASE_URL DATA_DIR DEBUG SECRET_KEY "
    "SECRET_KEY_FILE SITE_NAME SITE_URL DJANGO_SETTINGS_MODULE"
).split()


@dataclass(frozen=True, slots=True)
class Site:
    """A folder and a database: PostgreSQL at `database`, or an SQLite file in the folder."""

    folder: Path
    database: str
    corpus: tuple[str, ...]
    statements: int

    @property
    def report(self) -> Path:
        """The file that a finished filling leaves, with what it took."""
        return self.folder / "filled.json"

    @property
    def log(self) -> Path:
        """The file for what the servers say."""
        return self.folder / "servers.log"

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in OF_THE_SITE}
        of_database = {"DATABASE_URL": self.database} if self.database else {}
        fixed = {"DATA_DIR": str(self.folder), "SECRET_KEY": "of-a-benchmark-" * 4}
        return {**kept, **fixed, **of_database, "PYTHONPATH": str(ROOT), **more}

    def start(self, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
        """Start Python with the environment of this site."""
        command = [sys.executable, *arguments]
        return subprocess.Popen(command, env=self.environment(), cwd=ROOT, text=True, **options)

    def publish(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start what publishes or counts statements of this site, its words to be read."""
        parts = ("-m", "bench.filling", *self.corpus, *arguments)
        return self.start(*parts, stdout=subprocess.PIPE)

    def run(self, *arguments: str) -> None:
        """Run Python to its end. Raises RuntimeError where it fails."""
        process = self.start(*arguments)
        try:
            if code := process.wait():
                ended = f"was killed by signal {-code}" if code < 0 else "failed: see above"
                raise RuntimeError(f"{' '.join(arguments[:6])} {ended}")
        finally:
            stop(process)

    def fill(self) -> Mapping[str, Any]:
        """Publish the corpus, or what is still missing of it; return what it took."""
        if not self.report.exists():
            part = ("fill", str(self.statements), "--report", str(self.report))
            self.run("-m", "bench.filling", *self.corpus, *part)
        found: Mapping[str, Any] = json.loads(self.report.read_text("utf-8"))
        return found

    def prepare_to_serve(self) -> None:
        if not (self.folder / "static" / "staticfiles.json").exists():
            self.run("manage.py", "collectstatic", "--no-input", "--verbosity", "0")

    def size(self) -> int:
        """Return the bytes of the database."""
        if not self.database:
            return sum(file.stat().st_size for file in self.folder.glob("db.sqlite3*"))
        with psycopg.connect(self.database) as connection:
            row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return int(row[0]) if row else 0


@contextmanager
def site(
    corpus: tuple[str, ...], statements: int, server: str, keep: Path | None
) -> Iterator[Site]:
    """Make a site, or go on with the one kept in `keep`; cleared away if it is not to be kept.

    `corpus` are the arguments that name the corpus: its seed, and its folder if it has one.
    Raises RuntimeError where another benchmark is at work on the same site.
    """
    seed = corpus[1]
    name = f"on_record_bench_{statements}_{seed}" if keep else f"on_record_bench_{os.getpid()}"
    kind = "postgresql" if server else "sqlite"
    folder = keep / f"{kind}-{statements}-{seed}" if keep else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    database = _create(server, name) if server else ""
    try:
        with _alone(folder):
            yield Site(folder, database, corpus, statements)
    finally:
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)
            if server:
                _drop(server, name)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a folder: two benchmarks of one site would publish the same statements."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RuntimeError(f"Another benchmark is at work in {folder}.") from None
        yield
    finally:
        os.close(descriptor)


def _create(server: str, name: str) -> str:
    """Return the address of a database of a server, made if it is not there."""
    with psycopg.connect(server, autocommit=True) as connection:
        asked = "SELECT 1 FROM pg_database WHERE datname = %s"
        if not connection.execute(asked, [name]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def _drop(server: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        connection.execute(drop.format(sql.Identifier(name)))
