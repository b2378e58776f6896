"""Tables as people fill them in, small."""

from collections.abc import Sequence

from statements.ingest.spreadsheets import mapping
from statements.ingest.spreadsheets.checking import Table
from statements.ingest.tables.sheet import Row, Sheet

TEXT = "Mr. President,\n\nEvery State must open shelters. We thank you.\n\nWe thank you."


def table(columns: str, *rows: Sequence[str], name: str = "") -> Table:
    """Return a table with headings parted by bars, mapped by them; its rows begin at 2."""
    heads = tuple(columns.split("|"))
    sheet = Sheet(name, heads, tuple(Row(at, tuple(row)) for at, row in enumerate(rows, start=2)))
    return sheet, mapping.guess(heads)


def statements(*rows: Sequence[str], more: str = "") -> Table:
    return table("Title|Text" + more, *rows)


def recommendations(*rows: Sequence[str], more: str = "") -> Table:
    return table("Statement|Exact words" + more, *rows)
