"""Draft statements from documents, as JSON; no database is asked."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from statements.ingest import drafting
from statements.ingest.documents import names
from statements.ingest.documents.extracted import ExtractedText
from statements.ingest.drafting import wire
from statements.ingest.reading import brought
from statements.ingest.reading.brought import Brought
from statements.ingest.reading.reader import Reader, Unreadable


class Command(BaseCommand):
    help = (
        "Write what documents propose for the fields of a statement, one JSON file a document. "
        "Reads PDF, Word (.docx), web pages and plain text; files, folders and ZIP files."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--output", type=Path, required=True, metavar="DIR")

    def handle(self, *arguments: Any, paths: list[Path], output: Path, **options: Any) -> None:
        """Write a file a document. Raises CommandError, at the end, where some were not read."""
        output.mkdir(parents=True, exist_ok=True)
        written, failed = 0, 0
        numbered = names.Distinct()
        with Reader() as reader:
            for document in brought.from_paths(paths):
                self._progress(f"{written + failed + 1}: {document.name}")
                try:
                    extracted = _read(document, reader)
                except Refused as refused:
                    self._progress("")
                    self.stderr.write(f"{document.name}: {refused}")
                    failed += 1
                else:
                    write(output, numbered.of(names.stem(document.name)), extracted)
                    written += 1
        self._progress("")
        self.stdout.write(f"Documents written: {written}.")
        if failed:
            raise CommandError(f"Documents that could not be read: {failed}.")

    def _progress(self, doing: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"\r\x1b[K{doing[:70]}", ending="")


class Refused(Exception):
    """A document was not read; the message says why."""


def _read(document: Brought, reader: Reader) -> ExtractedText:
    if document.refused:
        raise Refused(document.refused)
    try:
        return reader.read(document.data)
    except Unreadable as unreadable:
        raise Refused(str(unreadable)) from unreadable


def write(output: Path, name: str, extracted: ExtractedText) -> None:
    """Write what a text proposes; the file is there whole, or not at all."""
    drafted = wire.as_json(drafting.draft(extracted.text), name)
    known = {link["url"] for link in drafted["links"]}
    drafted["links"] += [
        {"url": link.address, "label": link.words, "offset": None}
        for link in extracted.links
        if link.address not in known
    ]
    half = output / f".{name}.json.half"
    half.write_text(json.dumps(drafted, ensure_ascii=False, indent=1) + "\n", "utf-8")
    half.replace(output / f"{name}.json")
