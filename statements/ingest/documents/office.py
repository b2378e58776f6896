"""Office Open XML: the parts of a document or workbook, looked at before the first is read.

Source: ECMA-376, parts 1 and 2.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from statements.ingest.documents import containers, limits
from statements.ingest.documents.unfit import Reason, Unfit

_MACROS = re.compile(r"(?:^|/)vba(?:Project|Data)[^/]*$|\.(?:docm|dotm|xlsm|xltm)$", re.IGNORECASE)
_MACRO_TYPE: Final = b"macroEnabled"
_TYPES: Final = "[Content_Types].xml"
# How a part of XML may begin, in the encodings that its reader knows.
_XML: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<", b"<\0", b"\0<")


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each part. Raises Unfit where one is damaged, or does harm."""
    with containers.opened(data) as archive:
        for entry in archive.infolist():
            if _MACROS.search(entry.filename):
                raise Unfit(Reason.MACROS)
            part = containers.content(archive, entry)
            if entry.filename == _TYPES and _MACRO_TYPE in part:
                raise Unfit(Reason.MACROS)
            if part.lstrip(b" \t\r\n").startswith(_XML):
                _parse(part)
            yield entry.filename, part


def _parse(part: bytes) -> None:
    """Parse a part that may be XML. Raises Unfit at a document type, before it is expanded."""
    parser = expat.ParserCreate()
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.DEPTH:
            raise Unfit(Reason.TOO_DEEP)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Unfit(Reason.DAMAGED) from error


def _refuse(*declared: object) -> None:
    raise Unfit(Reason.DOCTYPE)
