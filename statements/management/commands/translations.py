"""The words of the public interface, collected from the tree into the catalogues of its languages.

The desk stays English: what only the team reads is not collected.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.template import templatize

LOCALE = Path(__file__).parents[2] / "locale"

# Everything else is public, so that a new room is collected before anybody thinks of it.
DESK = (
    "statements/admin/",
    "statements/codes.py",
    "statements/ingest/",
    "statements/management/",
    "statements/migrations/",
    "statements/models/",
    "statements/workflow/",
    "templates/admin/",
)

# What Django calls its functions, and which argument is a context (c) or a message; `t` is
# `gettext_lazy` in the table of filters.
_KEYWORDS = (
    "t gettext_noop gettext_lazy ngettext_lazy:1,2 pgettext:1c,2 npgettext:1c,2,3 "
    "pgettext_lazy:1c,2 npgettext_lazy:1c,2,3"
).split()

_UNORDERED = ("--no-location", "--sort-output")


class Command(BaseCommand):
    help = "Collect the public interface's messages into its catalogues, and compile them."
    requires_system_checks = []

    def handle(self, *arguments: Any, **options: Any) -> None:
        template = collected()
        for catalogue in catalogues():
            catalogue.write_text(refreshed(catalogue, template), encoding="utf-8")
            catalogue.with_suffix(".mo").write_bytes(compiled(catalogue))
            self.stdout.write(f"{catalogue.parts[-3]}: {_statistics(catalogue)}")


def catalogues() -> list[Path]:
    """Return the catalogue of each language, as people edit it."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def collected() -> str:
    """Return the messages of the public interface, as a template of catalogues."""
    with TemporaryDirectory() as folder:
        names = [_lay_out(source, Path(folder)) for source in _sources()]
        keywords = [f"--keyword={keyword}" for keyword in _KEYWORDS]
        form = ["--language=Python", "--from-code=UTF-8", "--add-comments=Translators"]
        command = ["xgettext", *form, *keywords, *_UNORDERED, "--output=-", "--files-from=-"]
        return _piped(command, "\n".join(names), within=Path(folder))


def refreshed(catalogue: Path, template: str) -> str:
    """Return a catalogue with the messages of `template` and no others.

    What is new has no translation yet; nothing is guessed from a likeness.
    """
    merge = ["msgmerge", "--quiet", "--no-fuzzy-matching", *_UNORDERED, str(catalogue), "-"]
    merged = _piped(merge, template)
    kept = _piped(["msgattrib", "--no-obsolete", *_UNORDERED], merged)
    # The hour of a run says nothing: without it, equal messages are equal files.
    lines = (line for line in kept.splitlines() if not line.startswith('"POT-Creation-Date'))
    return "\n".join(lines) + "\n"


def compiled(catalogue: Path) -> bytes:
    """Return a catalogue as the site reads it.

    Raises `CommandError` where a translation breaks a placeholder.
    """
    with TemporaryDirectory() as folder:
        target = Path(folder) / "django.mo"
        _run(["msgfmt", "--check-format", f"--output-file={target}", str(catalogue)])
        return target.read_bytes()


def _sources() -> Iterator[Path]:
    for kind in ("advocacy/**/*.py", "statements/**/*.py", "templates/**/*.html"):
        for path in sorted(settings.BASE_DIR.glob(kind)):
            if not path.relative_to(settings.BASE_DIR).as_posix().startswith(DESK):
                yield path


def _lay_out(source: Path, folder: Path) -> str:
    """Write a source where xgettext can read it, a template as code; return its name there."""
    name = source.relative_to(settings.BASE_DIR).as_posix()
    words = source.read_text(encoding="utf-8")
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(templatize(words) if source.suffix == ".html" else words, encoding="utf-8")
    return name


def _statistics(catalogue: Path) -> str:
    return _run(
        ["msgfmt", "--statistics", "--output-file=/dev/null", str(catalogue)]
    ).stderr.strip()


def _piped(command: list[str], given: str = "", *, within: Path | None = None) -> str:
    return _run(command, given, within=within).stdout


def _run(
    command: list[str], given: str = "", *, within: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a tool of GNU gettext. Raises `CommandError` where it is missing, or fails."""
    if not shutil.which(command[0]):
        raise CommandError("GNU gettext is needed here; on Debian: apt-get install gettext")
    # What it says is counted and read in English, whatever the caller's language is.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command,
        input=given,
        cwd=within,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise CommandError(done.stderr.strip())
    return done
