"""Workbooks: their cells as they were last shown, and those that would do harm."""

import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest

from statements.ingest.documents import limits
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.tables import reading, workbook
from statements.ingest.tables.sheet import Row
from tests.ingest.tables.books import book, changed


def test_reads_each_sheet_that_is_shown():
    sheets = reading.sheets(
        book({"One": [["A"], ["1"]], "Hidden": [["A"], ["2"]]}, hidden="Hidden")
    )
    assert [(one.name, one.rows) for one in sheets] == [("One", (Row(2, ("1",)),))]


def test_numbers_rows_as_the_workbook_does():
    (sheet,) = reading.sheets(book({"One": [["A"], [], [], ["b"]]}))
    assert sheet.rows == (Row(4, ("b",)),)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (2017, "2017"),
        (2.0, "2"),
        (2.5, "2.5"),
        (True, "yes"),
        (dt.datetime(2017, 9, 27), "2017-09-27"),  # noqa: DTZ001
        (dt.date(2017, 9, 27), "2017-09-27"),
        (dt.time(2, 17), "02:17:00"),
        ("a", "a"),
    ],
)
def test_writes_a_cell_as_text(value, words):
    assert workbook.written(value) == words


def test_reads_days_as_days():
    day = dt.datetime(2017, 9, 27)  # noqa: DTZ001
    (sheet,) = reading.sheets(book({"One": [["Date"], [day]]}))
    assert sheet.rows[0].cells == ("2017-09-27",)


def test_takes_what_a_formula_last_came_to():
    data = changed(
        book({"One": [["Sum"], ["=1+1"]]}),
        "xl/worksheets/sheet1.xml",
        lambda part: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", part),
    )
    (sheet,) = reading.sheets(data)
    assert sheet.rows[0].cells == ("2",)


def test_refuses_a_document_type():
    laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
    data = changed(
        book({"One": [["A"], ["1"]]}),
        "xl/worksheets/sheet1.xml",
        lambda part: laughs + part[part.index(b"<worksheet") :],
    )
    with pytest.raises(Unfit) as unfit:
        reading.sheets(data)
    assert unfit.value.reason == Reason.DOCTYPE


def test_refuses_a_bomb():
    data = changed(
        book({"One": [["A"], ["1"]]}),
        "xl/worksheets/sheet1.xml",
        lambda part: part + b" " * (limits.SMALL * 8),
    )
    with pytest.raises(Unfit) as unfit:
        reading.sheets(data)
    assert unfit.value.reason == Reason.BOMB


def test_refuses_macros_and_other_office_files():
    with_macros = io.BytesIO(book({"One": [["A"], ["1"]]}))
    with zipfile.ZipFile(with_macros, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Sub")
    document = io.BytesIO()
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("word/document.xml", b"<a/>")
    for data, reason in ((with_macros, Reason.MACROS), (document, Reason.NO_TABLE)):
        with pytest.raises(Unfit) as unfit:
            reading.sheets(data.getvalue())
        assert unfit.value.reason == reason


def test_refuses_more_rows_than_it_says():
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet()
    for _row in range(limits.ROWS + 2):
        sheet.append(["1"])
    data = io.BytesIO()
    made.save(data)
    with pytest.raises(Unfit) as unfit:
        reading.sheets(data.getvalue())
    assert unfit.value.reason == Reason.TOO_MANY_ROWS
