"""The seed documents, what people decided about them, and a site that does not know them yet."""

import csv
import json
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from statements.ingest.drafting import draft
from statements.ingest.importers import decisions, vocabularies
from statements.ingest.importers.decisions import Decisions
from statements.ingest.importers.machines import machine
from statements.ingest.importers.report import Report
from statements.ingest.importers.seeds import Seeds
from statements.models import Statement
from tests.ingest.corrections import ASKS, FACTS, TERMS, Correction, corrections
from tests.ingest.folder import SEEDS

WRITTEN = {path.stem: json.loads(path.read_bytes()) for path in SEEDS.glob("statements/*.json")}
# As many may wait for a person on average, recommendations and what follows from them apart.
FEW = 4
HEADING = f"{'document':<24} {FACTS:>6} {ASKS:>16} {TERMS:>8}\n"


def text_of(stem: str) -> str:
    return (SEEDS / "documents" / f"{stem}.txt").read_bytes().decode()


def without_statements(path: Path) -> Seeds:
    """Load the seeds but for their statements, with those countries that could be proposed."""
    shutil.copytree(SEEDS / "vocabularies", path / "vocabularies")
    named = {one.iso2 for stem in WRITTEN for one in draft(text_of(stem)).countries}
    with (path / "vocabularies/actors.csv").open(encoding="utf-8", newline="") as rows:
        named |= {row["country"] for row in csv.DictReader(rows)}
    countries = path / "vocabularies/countries.csv"
    with countries.open(encoding="utf-8", newline="") as rows:
        reader = csv.DictReader(rows)
        kept = [row for row in reader if row["iso2"] in named]
    with countries.open("w", encoding="utf-8", newline="") as rows:
        writer = csv.DictWriter(rows, reader.fieldnames or ())
        writer.writeheader()
        writer.writerows(kept)
    for name in ("events.json", "series.json"):
        shutil.copy(SEEDS / name, path)
    (path / "campaigns.json").write_text("[]")
    by = machine("seed-writer", "editor", "administrator", "campaigner")
    reviewer, report = machine("seed-reviewer", "publisher"), Report()
    machines = frozenset({by.pk, reviewer.pk})
    known = vocabularies.load(path / "vocabularies", by=by, machines=machines, report=report)
    seeds = Seeds(path, known, writer=by, reviewer=reviewer, report=report)
    seeds.load(lambda _doing: None)
    return seeds


def decided(stem: str, seeds: Seeds) -> Decisions:
    return decisions.of_file(WRITTEN[stem], SEEDS / "documents", seeds.known, seeds.events)


def still_wrong(statement: Statement, told: Decisions) -> list[Correction]:
    return corrections(decisions.of_desk(statement), told)


def facts(found: Iterable[Correction]) -> list[Correction]:
    return [one for one in found if one.group == FACTS]


def row(name: str, found: Iterable[Correction]) -> str:
    """Return a line of a table: how many corrections of each group a document needs."""
    number = Counter(one.group for one in found)
    return f"{name:<24} {number[FACTS]:>6} {number[ASKS]:>16} {number[TERMS]:>8}\n"
