"""`python -m bench.filling`: publish in a process of its own, whose memory can then be told."""

import argparse
import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advocacy.settings")
django.setup()
# Models can be imported only now.
from bench.corpus import loaded, sheets  # noqa: E402
from bench.filling import bulk, singles  # noqa: E402
from bench.filling.bar import Bar  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--corpus", type=Path)
    parts = parser.add_subparsers(dest="part", required=True)
    fill = parts.add_parser("fill", help="publish the corpus in batches")
    fill.add_argument("statements", type=int)
    fill.add_argument("--batch", type=int, default=bulk.BATCH)
    fill.add_argument("--report", type=Path, required=True)
    publish = parts.add_parser("publish", help="publish single statements, a line for each")
    publish.add_argument("first", type=int)
    publish.add_argument("n", type=int)
    publish.add_argument("--every", type=float, default=0.0, help="seconds from one to the next")
    parts.add_parser("count", help="say how many statements are published")
    given = parser.parse_args()
    corpus = loaded.corpus(given.seed, given.corpus)
    if given.part != "count":
        # A kept site may be of an earlier version.
        call_command("migrate", interactive=False, verbosity=0)
    if given.part == "fill":
        filled = bulk.fill(corpus, given.statements, Bar(), given.batch)
        given.report.write_text(json.dumps(asdict(filled) | {"rate": filled.rate}), "utf-8")
    elif given.part == "count":
        sys.stdout.write(str(bulk.there()))
    else:
        publish_singles(corpus, given.first, given.n, given.every)


def publish_singles(corpus: sheets.Sheets, first: int, n: int, every: float) -> None:
    """Write a line of JSON the moment each publication has been acknowledged."""
    due = time.monotonic()
    for single in singles.publish(corpus, first, n):
        sys.stdout.write(json.dumps(asdict(single)) + "\n")
        sys.stdout.flush()
        due += every
        time.sleep(max(0.0, due - time.monotonic()))


if __name__ == "__main__":
    main()
