"""A folder of seeds with one statement, small enough to be loaded several times in a test."""

import csv
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

SEEDS = Path(settings.BASE_DIR) / "seeds"
STEM = "001_a775cdb0c731d94a"
COUNTRIES = ("iq", "pk", "au", "us")  # of the statement and of the actors in actors.csv


class Folder:
    """The files of a folder, to be read and rewritten."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for kept in ("vocabularies", "documents"):
            shutil.copytree(SEEDS / kept, path / kept)
        (path / "statements").mkdir()
        shutil.copy(SEEDS / "statements" / f"{STEM}.json", self.statement_path)
        with self.rows("countries") as rows:
            rows[:] = [row for row in rows if row["iso2"] in COUNTRIES]
        event = self.read(self.statement_path)["event"]
        events = [one for one in self.read(SEEDS / "events.json") if one["slug"] == event]
        (path / "events.json").write_text(json.dumps(events), "utf-8")
        for kept in ("campaigns.json", "series.json"):
            shutil.copy(SEEDS / kept, path / kept)

    @property
    def statement_path(self) -> Path:
        return self.path / "statements" / f"{STEM}.json"

    def read(self, path: Path) -> Any:
        return json.loads(path.read_text("utf-8"))

    @contextmanager
    def changed(self, name: str) -> Iterator[Any]:
        """Give what a JSON file says, and write down what it says then."""
        path = self.path / name
        said = self.read(path)
        yield said
        path.write_text(json.dumps(said), "utf-8")

    @contextmanager
    def statement(self) -> Iterator[Any]:
        with self.changed(f"statements/{STEM}.json") as said:
            yield said

    @contextmanager
    def rows(self, name: str) -> Iterator[list[dict[str, str]]]:
        """Give the rows of a CSV file, and write down what they are then."""
        path = self.path / "vocabularies" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        names = list(rows[0])
        yield rows
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
