"""Tell what a file is by what it holds; its name may say anything."""

import re
from typing import Final

from statements.ingest.documents import containers
from statements.ingest.documents.unfit import Reason, Unfit

PDF: Final = "pdf"
DOCX: Final = "docx"
HTML: Final = "html"
PLAIN: Final = "plain"
ARCHIVE: Final = "archive"

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream that holds a Word document under its password, as that container writes names.
_PROTECTED: Final = "EncryptedPackage".encode("utf-16-le")
_OTHERS: Final = (
    (b"{\\rtf", Reason.RICH_TEXT),
    (b"\x89PNG", Reason.PICTURE),
    (b"\xff\xd8\xff", Reason.PICTURE),
    (b"GIF8", Reason.PICTURE),
    (b"II*\0", Reason.PICTURE),
    (b"MM\0*", Reason.PICTURE),
    (b"RIFF", Reason.PICTURE),
)
# Viewers look for its sign in the first 1,024 bytes.
_PDF_SIGN: Final = b"%PDF-"
_WITHIN: Final = 1024

_MARKS: Final = b"\xef\xbb\xbf\xff\xfe"
_COMMENT = re.compile(rb"\s*(?:<\?xml[^>]{0,400}\?>|<!--.{0,4000}?-->)", re.DOTALL)
_HTML = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    rb"\s*<(?:title|meta|main|article|section|header|div|p|h[1-6]|table|ul|ol|span)(?:\s[^>]*)?>",
    re.IGNORECASE,
)
_XML = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|[A-Za-z][\w.:-]*\s+xmlns)")


def kind_of(data: bytes) -> str:
    """Return the kind of document that `data` is. Raises Unfit for what is not read here."""
    if not data.strip(b"\0 \t\r\n\x0b\x0c"):
        raise Unfit(Reason.EMPTY if not data else Reason.NO_WORDS)
    if data.startswith(_ZIP):
        return _of_zip(data)
    if data.startswith(_OLE):
        raise Unfit(Reason.ENCRYPTED if _PROTECTED in data else Reason.OLD_WORD)
    for sign, reason in _OTHERS:
        if data.startswith(sign):
            raise Unfit(reason)
    if _PDF_SIGN in data[:_WITHIN]:
        return PDF
    return HTML if _is_html(data) else PLAIN


def _of_zip(data: bytes) -> str:
    names = containers.names(data)
    if any(name.startswith("word/document") for name in names):
        return DOCX
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise Unfit(Reason.OTHER_OFFICE)
    return ARCHIVE


def _is_html(data: bytes) -> bool:
    """Tell a page, or a piece of one, from text that mentions tags. Raises Unfit for other XML."""
    head = data[:8192].lstrip(_MARKS).replace(b"\0", b"")
    place = 0
    while comment := _COMMENT.match(head, place):
        place = comment.end()
    if _HTML.match(head, place):
        return True
    if _FRAGMENT.match(head, place):
        return b"</" in head or b"\0" in data[:2] or len(data) > len(head)
    if _XML.match(head):
        raise Unfit(Reason.UNKNOWN)
    return False
