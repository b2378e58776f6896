"""CSV as programs of every kind write it, and files that are none."""

import pytest

from statements.ingest.documents import limits
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.tables import reading
from statements.ingest.tables.sheet import Row, Sheet

TWO = Sheet("", ("Title", "Text"), (Row(2, ("One", "Été")), Row(3, ("Two", "b"))))


def read(text: str, encoding: str = "utf-8") -> Sheet:
    (sheet,) = reading.sheets(text.encode(encoding))
    return sheet


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tells_delimiter_and_encoding(delimiter, encoding):
    text = "Title,Text\r\nOne,Été\r\nTwo,b\r\n".replace(",", delimiter)
    assert read(text, encoding) == TWO


def test_takes_the_delimiter_that_excel_says():
    assert read("sep=;\nTitle;Text\na,b,c;d\n").rows == (Row(3, ("a,b,c", "d")),)


def test_tells_the_delimiter_from_signs_within_cells():
    assert read("Title;Text\nOne;a, b, c\nTwo;d, e\n").columns == ("Title", "Text")


def test_reads_lines_and_quotation_marks_within_a_cell():
    assert read('Title,Text\nOne,"a ""b""\r\n\r\nc"\n').rows == (Row(2, ("One", 'a "b"\n\nc')),)


def test_numbers_rows_as_spreadsheets_do_and_leaves_out_what_is_empty():
    sheet = read(",Title,,Text\n\n,,,\n,One,,b\n")
    assert (sheet.columns, sheet.rows) == (("Title", "Text"), (Row(4, ("One", "b")),))


def test_keeps_a_column_without_a_heading():
    assert read("Title,\nOne,b\n").columns == ("Title", "")


def test_takes_back_what_guards_a_cell_from_being_a_formula():
    cells = read("Title,Text\n'=1+1,'tis\n").rows[0].cells
    assert cells == ("=1+1", "'tis")


def test_reads_no_formula():
    assert read('Title,Text\n"=HYPERLINK(""x"")",@SUM(A1)\n').rows[0].cells[0] == '=HYPERLINK("x")'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\0" * 5000, Reason.EMPTY),
        (b"Title,Text\n", Reason.NO_ROWS),
        (b"%PDF-1.7\n", Reason.NO_TABLE),
        (b"<table><tr><td>a</td></tr></table>", Reason.NO_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook", Reason.NO_TABLE),
        (b"a\0,b\0\n1\0,2\0\n", Reason.NO_TABLE),
        (b'Title,Text\nOne,"never closed\nTwo,b\n', Reason.QUOTATION_MARKS),
        (b'"' * (limits.CHARACTERS * 2 + 5), Reason.TOO_LONG),
        (b"a,b\n" + b"1,2\n" * (limits.ROWS + 1), Reason.TOO_MANY_ROWS),
        (b"," * limits.COLUMNS + b"x\n", Reason.TOO_MANY_COLUMNS),
        (b"x" * (limits.SIZE + 1), Reason.TOO_LARGE),
    ],
)
def test_refuses_with_a_reason(data, reason):
    with pytest.raises(Unfit) as unfit:
        reading.sheets(data)
    assert unfit.value.reason == reason


def test_reads_as_many_rows_as_it_says():
    assert len(read("a,b\n" + "1,2\n" * limits.ROWS).rows) == limits.ROWS


def test_refuses_more_text_than_it_says(monkeypatch):
    monkeypatch.setattr(limits, "TABLE_CHARACTERS", 100)
    with pytest.raises(Unfit) as unfit:
        read("a,b\n" + "1234567890,2\n" * 10)
    assert unfit.value.reason == Reason.TOO_LONG_TABLE
