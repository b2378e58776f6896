"""PDF: the letters and their places by PDFium, and from them a text in reading order.

Nothing is run, opened or fetched that a document contains. Source: ISO 32000-1, section 7.5.5 (the
end of a file).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from statements.ingest.documents import limits
from statements.ingest.documents.extracted import ExtractedText, Link, Notice, Noticed
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.layout import order, paragraphs, printed, running
from statements.ingest.layout.rows import Row, rows
from statements.ingest.layout.tables import Rule

_END: Final = b"%%EOF"
_WITHIN: Final = 2048
# What stands for letters whose meaning a font does not tell.
_MEANINGLESS: Final = frozenset(map(chr, range(0xE000, 0xF8FF + 1))) | {"\ufffd"}


def extract(data: bytes) -> ExtractedText:
    """Return the text of a document. Raises Unfit where it is closed, broken or has none."""
    if _END not in data[-_WITHIN:]:
        raise Unfit(Reason.TRUNCATED)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_closed = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unfit(Reason.ENCRYPTED if is_closed else Reason.DAMAGED) from error
    with document:
        if len(document) > limits.PAGES:
            raise Unfit(Reason.TOO_MANY_PAGES)
        try:
            return _read(document)
        except pypdfium2.PdfiumError as error:
            raise Unfit(Reason.DAMAGED) from error


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page: its rows, its printed lines, its links, and what of it was not read."""

    sheet: running.Sheet
    rules: list[Rule]
    links: list[tuple[str, str]]
    is_picture: bool
    has_sideways: bool

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> "_Leaf":
        frame = printed.frame(page)
        pieces = [one for one in printed.pieces(page) if printed.is_within(one[0], frame)]
        upright = [piece for piece, is_upright in pieces if is_upright]
        return cls(
            running.Sheet(rows(upright), bottom=frame[1], top=frame[3]),
            list(printed.rules(page)),
            list(printed.links(page)),
            is_picture=not upright and printed.has_picture(page),
            has_sideways=len(upright) < len(pieces),
        )


def _read(document: pypdfium2.PdfDocument) -> ExtractedText:
    leaves = list(_leaves(document))
    sheets = [leaf.sheet for leaf in leaves]
    _check(sheets)
    stripped = running.stripped(sheets)
    pages = [
        order.flows(found, leaf.rules) for found, leaf in zip(stripped.pages, leaves, strict=True)
    ]
    written = paragraphs.text_of(pages)
    text, begins = "".join(written.parts), tuple(written.pages)
    return ExtractedText(
        text,
        "pdf",
        pages=begins,
        links=tuple(_placed(text, (0, *begins), [leaf.links for leaf in leaves])),
        noticed=(
            *_of_file(document),
            *_of_layout(stripped, pages, written),
            *_of_leaves(leaves),
        ),
    )


def _leaves(document: pypdfium2.PdfDocument) -> Iterator[_Leaf]:
    """Yield the pages of a document; each is closed before the next is opened."""
    for number in range(len(document)):
        page = document[number]
        yield _Leaf.of(page)
        page.close()


def _placed(
    text: str, begins: Sequence[int], links: Sequence[Sequence[tuple[str, str]]]
) -> Iterator[Link]:
    """Yield links where their words stand in the text of their page; what was left out has none."""
    for begin, end, on_page in zip(begins, (*begins[1:], len(text)), links, strict=True):
        for words, address in on_page:
            start = text.find(words, begin, end) if words else -1
            if start >= 0:
                yield Link(start, words, address)


def _of_file(document: pypdfium2.PdfDocument) -> Iterator[Noticed]:
    if not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document):
        yield Noticed(Notice.REBUILT)
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        yield Noticed(Notice.SCRIPTS)
    if pdfium.FPDFDoc_GetAttachmentCount(document) > 0:
        yield Noticed(Notice.ATTACHMENTS)


def _of_layout(
    stripped: running.Stripped, pages: list[list[list[Row]]], written: paragraphs.Written
) -> Iterator[Noticed]:
    if stripped.heads:
        yield Noticed(Notice.RUNNING_HEADS, "; ".join(stripped.heads))
    if stripped.has_numbers:
        yield Noticed(Notice.PAGE_NUMBERS)
    if any(order.has_columns(flows) for flows in pages):
        yield Noticed(Notice.COLUMNS)
    if written.notes:
        yield Noticed(Notice.FOOT_NOTES)


def _of_leaves(leaves: Sequence[_Leaf]) -> Iterator[Noticed]:
    pictures = [str(number) for number, leaf in enumerate(leaves, start=1) if leaf.is_picture]
    if pictures:
        yield Noticed(Notice.PICTURES, ", ".join(pictures))
    if any(leaf.has_sideways for leaf in leaves):
        yield Noticed(Notice.SIDEWAYS)


def _check(sheets: list[running.Sheet]) -> None:
    """Raise Unfit where no page has letters, or most of them mean nothing."""
    text = "".join(piece.text for sheet in sheets for row in sheet.rows for piece in row.pieces)
    letters = [letter for letter in text if not letter.isspace()]
    if not letters:
        raise Unfit(Reason.NO_TEXT_LAYER)
    if sum(letter in _MEANINGLESS for letter in letters) * 3 > len(letters):
        raise Unfit(Reason.NO_LETTERS)
