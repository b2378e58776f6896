"""A table as it was read: headings, and rows of cells that are all text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from statements.ingest.documents import limits
from statements.ingest.documents.unfit import Reason, Unfit

_LINE_END = re.compile("\r\n?")
# What is longer is no heading; a page would be all heading.
HEADING = 100
# No database takes a zero, and no encoding half a surrogate pair.
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


class Row(NamedTuple):
    """A row with its number, as spreadsheet programs count; a cell for each column."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: no empty row, and no column that holds nothing at all."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def built(name: str, numbered: Iterable[tuple[int, Sequence[str]]]) -> Sheet | None:
    """Return the table of numbered rows, the first of which has its headings; None if empty.

    Raises Unfit where there is more of it than is read here.
    """
    rows: list[Row] = []
    characters = 0
    for number, given in numbered:
        if len(given) > limits.COLUMNS and any(given[limits.COLUMNS :]):
            raise Unfit(Reason.TOO_MANY_COLUMNS)
        cells = tuple(map(cleaned, given[: limits.COLUMNS]))
        if not any(map(str.strip, cells)):
            continue
        characters += sum(map(len, cells))
        # The headings are a row as well.
        if len(rows) > limits.ROWS:
            raise Unfit(Reason.TOO_MANY_ROWS)
        if characters > limits.TABLE_CHARACTERS:
            raise Unfit(Reason.TOO_LONG_TABLE)
        rows.append(Row(number, cells))
    return _table(name, rows) if rows else None


def _table(name: str, rows: Sequence[Row]) -> Sheet:
    width = max(len(row.cells) for row in rows)
    full = [row.cells + ("",) * (width - len(row.cells)) for row in rows]
    held = [at for at in range(width) if any(cells[at].strip() for cells in full)]
    heads, *others = [tuple(cells[at] for at in held) for cells in full]
    numbers = [row.number for row in rows[1:]]
    return Sheet(
        name,
        tuple(" ".join(head.split())[:HEADING] for head in heads),
        tuple(Row(number, cells) for number, cells in zip(numbers, others, strict=True)),
    )


def cleaned(cell: str) -> str:
    """Return a cell with lines that end with LF alone, and characters that can be kept."""
    return _NO_CHARACTER.sub("\ufffd", _LINE_END.sub("\n", cell))
