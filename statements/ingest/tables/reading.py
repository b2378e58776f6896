"""From the bytes of a table to its sheets; what it is shows in them, not in its name.

What comes from outside is read by `ingest.reading`, which calls this in a process of its own.
"""

from importlib import import_module
from typing import Protocol, cast

from statements.ingest.documents import containers, limits
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.tables.sheet import Sheet

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_BOOK = "xl/workbook"
# PDF, pictures, rich text, pages and other XML: no table begins so.
_NO_TABLES = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"<")
_MARK = b"\xef\xbb\xbf"


class TableReader(Protocol):
    """What `delimited` and `workbook` have; loaded with the first file of their kind."""

    def read(self, data: bytes) -> list[Sheet]:
        """Return the tables of a file. Raises Unfit where they cannot be had."""


def sheets(data: bytes) -> list[Sheet]:
    """Return the sheets of a file that hold something. Raises Unfit where there are none."""
    found = reader_for(data).read(data)
    if sum(len(one.rows) for one in found) > limits.ROWS:
        raise Unfit(Reason.TOO_MANY_ROWS)
    if not any(one.rows for one in found):
        raise Unfit(Reason.NO_ROWS)
    return [one for one in found if one.rows]


def reader_for(data: bytes) -> TableReader:
    """Return the module that reads a file. Raises Unfit where none does."""
    if len(data) > limits.SIZE:
        raise Unfit(Reason.TOO_LARGE)
    if not data.strip(b"\0 \t\r\n"):
        raise Unfit(Reason.EMPTY)
    return cast(TableReader, import_module(f"{__package__}.{_kind(data)}"))


def _kind(data: bytes) -> str:
    if data.startswith(_ZIP):
        if any(name.startswith(_BOOK) for name in containers.names(data)):
            return "workbook"
        raise Unfit(Reason.NO_TABLE)
    if data.startswith(_OLE):
        raise Unfit(Reason.ENCRYPTED if _PROTECTED in data else Reason.NO_TABLE)
    if data.removeprefix(_MARK).lstrip().startswith(_NO_TABLES):
        raise Unfit(Reason.NO_TABLE)
    return "delimited"
