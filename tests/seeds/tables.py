"""The vocabularies as rows of text, and what their tests ask of a column."""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

VOCABULARIES = Path(__file__).parents[2] / "seeds" / "vocabularies"


def read(name: str) -> list[dict[str, str]]:
    with (VOCABULARIES / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, strict=True))


def several(cell: str) -> list[str]:
    """Part the values of one cell."""
    return cell.split("|") if cell else []


def twice(values: Iterable[str]) -> list[str]:
    """Return what occurs more than once."""
    return [value for value, count in Counter(values).items() if count > 1]
