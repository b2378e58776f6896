"""Excel workbooks (Office Open XML): the cells of each sheet that is shown, as last calculated.

Nothing outside the file is looked at. Source: ECMA-376, parts 1 and 2.
"""

import datetime as dt
import io
import warnings
from collections.abc import Iterator
from typing import Any, Final

import openpyxl

from statements.ingest.documents import office
from statements.ingest.tables.sheet import Sheet, built

_MIDNIGHT: Final = dt.time()


def read(data: bytes) -> list[Sheet]:
    """Return the tables of a workbook. Raises Unfit where it is damaged, or made to do harm."""
    for _part in office.parts(data):
        # Each is looked at before the first is read.
        pass
    with warnings.catch_warnings():
        # What the library does not know of a workbook is no cell.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        shown = [one for one in book.worksheets if one.sheet_state == "visible"]
        tables = [built(one.title, _rows(one)) for one in shown]
    return [table for table in tables if table]


def _rows(worksheet: Any) -> Iterator[tuple[int, list[str]]]:
    # What a sheet says of its own size is often wrong.
    worksheet.reset_dimensions()
    for number, cells in enumerate(worksheet.iter_rows(values_only=True), start=1):
        if cells:
            yield number, [written(cell) for cell in cells]


def written(value: object) -> str:
    """Return what a cell holds as text: a day as 2017-09-27, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, dt.datetime):
        return (value.date() if value.time() == _MIDNIGHT else value).isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)
