"""Bring documents in as drafts, one by one; killed and run again, it goes on."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from statements.ingest import pipeline
from statements.ingest.drafting import Vocabulary
from statements.ingest.importers.machines import machine
from statements.ingest.pipeline import Received, Unread
from statements.ingest.reading import brought
from statements.models import Statement, User
from statements.workflow import Refusal, proposing

# Drafts of nobody in particular are any editor's.
IMPORTER = ("document-importer", "contributor")


class Command(BaseCommand):
    help = (
        "Make drafts of documents: PDF, Word (.docx), web pages, plain text; files, folders and "
        "ZIP files. What is here already is left alone. Nothing becomes public."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would be made, and make nothing"
        )
        parser.add_argument(
            "--user", default="", metavar="NAME", help="whose drafts they are; else the site's own"
        )

    def handle(
        self, *arguments: Any, paths: list[Path], dry_run: bool, user: str, **options: Any
    ) -> None:
        """Report each document. Raises CommandError, at the end, where some were refused."""
        by = None if dry_run else _person(user)
        counts = {"made": 0, "here": 0, "refused": 0}
        known = pipeline.vocabulary()
        for at, one in enumerate(pipeline.read(brought.from_paths(paths)), start=1):
            self._progress(f"{at}: {one.name}")
            outcome, told = self._brought_in(one, by, known)
            counts[outcome] += 1
            self._progress("")
            self.stdout.write(f"{one.name}: {told}")
            # Whoever reads the report in a pipe may rely on each line of it.
            self.stdout.flush()
        made = "would be made" if dry_run else "made"
        self.stdout.write(
            f"{counts['made']} {made}, {counts['here']} here already, {counts['refused']} refused."
        )
        if counts["refused"]:
            raise CommandError(f"Documents that were not brought in: {counts['refused']}.")

    def _brought_in(
        self, one: Received | Unread, by: User | None, known: Vocabulary
    ) -> tuple[str, str]:
        """Return what became of a document, and a line that tells."""
        if isinstance(one, Unread):
            return "refused", f"refused: {one.why}"
        if here := pipeline.already_here(one):
            return "here", f"here already: {', '.join(_named(each) for each in here)}"
        try:
            if by is None:
                drafts = pipeline.drafts_of(one, known=known)
                return "made", "; ".join(pipeline.summary(each) for each in drafts)
            made = pipeline.bring_in(one, by=by, known=known)
        except Refusal as refusal:
            return "refused", f"refused: {refusal}"
        return "made", "; ".join(
            f"{_named(each)}, {len(proposing.undecided(each))} proposals" for each in made
        )

    def _progress(self, doing: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"\r\x1b[K{doing[:70]}", ending="")


def _person(name: str) -> User:
    """Return whose drafts they will be. Raises CommandError."""
    if not name:
        return machine(*IMPORTER)
    try:
        return User.objects.get(username=name, is_active=True)
    except User.DoesNotExist:
        raise CommandError(f"There is no user “{name}”.") from None


def _named(statement: Statement) -> str:
    return f"{statement.ref} “{statement}”"
