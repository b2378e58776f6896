"""Load the vocabularies and the seed statements; run again, it changes nothing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from statements.ingest.importers import vocabularies
from statements.ingest.importers.known import SeedError
from statements.ingest.importers.machines import machine
from statements.ingest.importers.report import Report
from statements.ingest.importers.seeds import Seeds
from statements.workflow import Refusal

# Vocabularies are an administrator's, actors an editor's, campaigns a campaigner's.
WRITER = ("seed-writer", "editor", "administrator", "campaigner")
REVIEWER = ("seed-reviewer", "publisher")


class Command(BaseCommand):
    help = "Load the vocabularies and the seed statements. What people changed since is left."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "seeds")

    def handle(self, *arguments: Any, folder: Path, **options: Any) -> None:
        """Load a folder and print what came of it. Raises CommandError for what is wrong in it."""
        report = Report()
        try:
            self._load(folder, report)
        except (SeedError, Refusal) as error:
            raise CommandError(f"The seeds cannot be loaded: {error}") from error
        self._progress("")
        for line in report.lines():
            self.stdout.write(line)
        for line in report.left:
            self.stdout.write(f"left to people: {line}")

    def _load(self, folder: Path, report: Report) -> None:
        writer, reviewer = machine(*WRITER), machine(*REVIEWER)
        machines = frozenset({writer.pk, reviewer.pk})
        self._progress("vocabularies")
        known = vocabularies.load(
            folder / "vocabularies", by=writer, machines=machines, report=report
        )
        seeds = Seeds(folder, known, writer=writer, reviewer=reviewer, report=report)
        seeds.load(self._progress)

    def _progress(self, doing: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"\r\x1b[K{doing[:70]}", ending="")
