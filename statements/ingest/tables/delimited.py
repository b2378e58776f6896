"""CSV in any of the usual encodings, parted by commas, semicolons, tabs or bars (RFC 4180)."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

from statements.ingest.documents import limits
from statements.ingest.documents.decoding import decoded
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.tables.sheet import Sheet, built
from statements.text.formulas import unguarded

DELIMITERS: Final = (",", ";", "\t", "|")
# Excel writes this as a first line to say it.
_SAID: Final = "sep="
# How many rows tell the delimiter.
_LOOKED_AT: Final = 20


def read(data: bytes) -> list[Sheet]:
    """Return the one table of a file. Raises Unfit where it is none."""
    try:
        text = decoded(data).text
    except Unfit as unfit:
        raise Unfit(Reason.NO_TABLE) from unfit
    skipped = 0
    delimiter = ""
    first = text[: len(_SAID) + 2]
    if first.lower().startswith(_SAID) and first[-1:] == "\n":
        delimiter, text, skipped = first[len(_SAID)], text[len(first) :], 1
    delimiter = delimiter or guessed(text)
    table = built("", _numbered(text, delimiter, skipped))
    return [table] if table else []


def guessed(text: str) -> str:
    """Return the delimiter by which most of the first rows have as many cells as the headings."""

    def score(delimiter: str) -> tuple[float, int]:
        try:
            rows = [row for row in islice(_rows(text, delimiter), _LOOKED_AT) if any(row)]
        except Unfit:
            return (0, 0)
        if not rows or len(rows[0]) < 2:
            return (0, 0)
        agreeing = sum(len(row) == len(rows[0]) for row in rows)
        return (agreeing / len(rows), len(rows[0]))

    return max(DELIMITERS, key=score)


def _numbered(text: str, delimiter: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(_rows(text, delimiter), start=1 + skipped):
        yield number, [unguarded(cell) for cell in row]


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(limits.CHARACTERS)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        too_long = "field larger" in str(error)
        raise Unfit(Reason.TOO_LONG if too_long else Reason.QUOTATION_MARKS) from error
