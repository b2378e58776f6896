"""Load the vocabularies and the seed statements; run again, it changes nothing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandParser

from statements.ingest.importers import vocabularies
from statements.ingest.importers.report import Report
from statements.ingest.importers.seeds import Seeds
from statements.models import User

WRITER, REVIEWER = "seed-writer", "seed-reviewer"


class Command(BaseCommand):
    help = "Load the vocabularies and the seed statements. What people changed since is left."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "seeds")

    def handle(self, *arguments: Any, folder: Path, **options: Any) -> None:
        report = Report()
        writer, reviewer = machine(WRITER, "editor"), machine(REVIEWER, "publisher")
        # Vocabularies are an administrator's, and public at once.
        self._progress("vocabularies")
        vocabularies.load(folder / "vocabularies", by=writer, report=report)
        Seeds(folder, writer=writer, reviewer=reviewer, report=report).load(self._progress)
        self._progress("")
        for line in report.lines():
            self.stdout.write(line)
        for line in report.left:
            self.stdout.write(f"left to people: {line}")

    def _progress(self, doing: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"\r\x1b[K{doing[:70]}", ending="")


def machine(username: str, group: str) -> User:
    """Return one of the site's own users, who can never log in."""
    user, is_new = User.objects.get_or_create(username=username)
    if is_new:
        user.set_unusable_password()
        user.save()
        user.groups.add(Group.objects.get(name=group))
    return user
