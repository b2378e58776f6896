"""Measure what pages cost on corpora of chosen sizes; everything it makes is thrown away."""

import signal
import sys
from argparse import Namespace
from pathlib import Path
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

try:
    from bench import chart, report, trial
except ModuleNotFoundError as error:
    if error.name != "psutil":
        raise
    trial = None  # type: ignore[assignment]

NEEDED = "The benchmark needs psutil: pip install --require-hashes -r requirements-dev.txt"


class Command(BaseCommand):
    help = "Publish corpora of chosen sizes, serve them, and print what each kind of page costs."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add = parser.add_argument
        add("--statements", type=int, nargs="+", default=[1000, 10_000], metavar="N")
        add("--database", default="", help="a PostgreSQL server, postgres://…; else SQLite")
        add("--seed", type=int, default=7)
        add("--requests", type=int, default=60, help="of each kind of page")
        add("--seconds", type=float, default=2.0, help="of eight readers at once")
        add("--publish", type=int, default=20, help="statements to publish one by one")
        add("--output", type=Path, help="folder for the table and the chart")
        add("--keep", type=Path, help="folder that keeps the sites, to go on with")
        add("--hostile", type=int, default=0, metavar="N", help="hostile queries to ask besides")
        add(
            "--publish-under-load",
            type=int,
            default=0,
            const=60,
            nargs="?",
            metavar="N",
            help="publish so many, one a second, under eight readers",
        )
        add("--corpus", type=Path, help="folder of a corpus, in place of one made from the seed")
        add("--bulk-only", action="store_true", help="publish the corpora and no more")

    def handle(self, *arguments: Any, **options: Any) -> None:
        """Print the report. Raises CommandError where an answer was wrong."""
        if trial is None:
            raise CommandError(NEEDED)
        given = Namespace(**options)
        for name in ("keep", "corpus"):
            if folder := options[name]:
                setattr(given, name, folder.resolve())
        signal.signal(signal.SIGTERM, _end)
        try:
            runs = trial.run(given)
        except RuntimeError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            sys.exit(130)
        told = report.markdown(runs)
        self.stdout.write(told)
        if given.output:
            given.output.mkdir(parents=True, exist_ok=True)
            (given.output / "bench.md").write_text(told, "utf-8")
            (given.output / "bench.svg").write_text(chart.svg(runs), "utf-8")
        if wrong := [problem for run in runs for problem in run.problems()]:
            raise CommandError("Wrong answers:\n" + "\n".join(wrong[:40]))


def _end(_signal: int, _frame: FrameType | None) -> None:
    """Leave as by Ctrl+C, so that what was started is ended."""
    raise KeyboardInterrupt
