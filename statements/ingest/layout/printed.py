"""What PDFium says of a page: its letters, its printed lines, and what of it is shown."""

import ctypes
import math
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from statements.ingest.documents.extracted import is_address
from statements.ingest.layout import turned
from statements.ingest.layout.rows import Piece, is_right_to_left
from statements.ingest.layout.tables import Rule
from statements.ingest.layout.turned import Letter

# A line's end, and the two signs that stand for a hyphen there.
_LINE_END: Final = (0x0A, 0x0D)
_HYPHENS: Final = (0x02, 0xFFFE)
# Of the size of letters: a wider gap parts two pieces.
_GAP: Final = 0.6
# Of it too: a letter that stands higher or lower, or is larger, begins a piece of its own.
_STEP: Final = 0.12
_UPRIGHT: Final = 0.99
# A shorter line is part of a sign, points; a page with more drawings than that is a picture.
_SHORTEST: Final = 20.0
_LEVEL: Final = 1.0
_DRAWINGS: Final = 3_000

# Left, bottom, right and top, as a page is shown.
Box = tuple[float, float, float, float]


def frame(page: pypdfium2.PdfPage) -> Box:
    """Return what of a page is shown."""
    left, bottom, right, top = page.get_bbox()
    return _turned(pdfium.FS_RECTF(left, top, right, bottom), page.get_rotation())


def is_within(piece: Piece, frame: Box) -> bool:
    """Tell what is seen from what lies beside the page."""
    left, bottom, right, top = frame
    return piece.right > left and piece.left < right and piece.top > bottom and piece.bottom < top


def pieces(page: pypdfium2.PdfPage) -> Iterator[tuple[Piece, bool]]:
    """Yield the pieces of a page in the order of its file, each with whether it stands upright."""
    letters = page.get_textpage()
    turn = page.get_rotation()
    for first, line in _lines(letters.raw, turn):
        # PDFium counts both angles clockwise.
        angle = pdfium.FPDFText_GetCharAngle(letters.raw, first)
        is_upright = math.cos(angle + math.radians(turn)) > _UPRIGHT
        is_turned = is_right_to_left("".join(letter.text for letter in line))
        for piece in turned.pieces(line) if is_turned else _side_by_side(line):
            yield piece, is_upright


def _lines(letters: Any, turn: int) -> Iterator[tuple[int, list[Letter]]]:
    """Yield the lines of a page as PDFium cuts them, each with the number of its first letter."""
    box = pdfium.FS_RECTF()
    where = ctypes.byref(box)
    character, place = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    line: list[Letter] = []
    first = 0
    for at in range(pdfium.FPDFText_CountChars(letters)):
        code = character(letters, at)
        if code in _LINE_END:
            if line:
                yield first, line
            line = []
        elif code and place(letters, at, where):
            if not line:
                first = at
            text = "-" if code in _HYPHENS else chr(code)
            line.append(Letter(text, *_turned(box, turn)))
    if line:
        yield first, line


def _side_by_side(line: list[Letter]) -> Iterator[Piece]:
    """Yield the pieces of a line from left to right."""
    piece: Piece | None = None
    for letter in line:
        if letter.text.isspace():
            if piece is not None:
                piece.text += " "
        elif piece is not None and _goes_on(piece, letter):
            piece.text += letter.text
            piece.left = min(piece.left, letter.left)
            piece.right = max(piece.right, letter.right)
        else:
            if piece is not None:
                yield piece
            piece = Piece(letter.text, letter.left, letter.right, letter.bottom, letter.top)
    if piece is not None:
        yield piece


def _goes_on(piece: Piece, letter: Letter) -> bool:
    """Tell whether a letter stands beside a piece, in its size."""
    size = piece.size
    if abs(letter.bottom - piece.bottom) > _STEP * size:
        return False
    if abs(letter.top - piece.top) > _STEP * size:
        return False
    return max(letter.left - piece.right, piece.left - letter.right) < _GAP * size


def _turned(box: Any, turn: int) -> Box:
    """Return a box as it is shown on a page that is turned clockwise by so many degrees."""
    if turn == 90:
        return box.bottom, -box.right, box.top, -box.left
    if turn == 180:
        return -box.right, -box.top, -box.left, -box.bottom
    if turn == 270:
        return -box.top, box.left, -box.bottom, box.right
    return box.left, box.bottom, box.right, box.top


def has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def rules(page: pypdfium2.PdfPage) -> Iterator[Rule]:
    """Yield the printed lines of a page that run from left to right, also those of boxes."""
    turn = page.get_rotation()
    drawn = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    for path in islice(drawn, _DRAWINGS):
        before = (0.0, 0.0)
        for kind, x, y in _points(path):
            at, height, _, _ = _turned(pdfium.FS_RECTF(x, y, x, y), turn)
            is_line = kind == pdfium.FPDF_SEGMENT_LINETO and abs(before[1] - height) < _LEVEL
            if is_line and abs(before[0] - at) > _SHORTEST:
                yield Rule(min(before[0], at), max(before[0], at), height)
            before = (at, height)


def _points(path: pypdfium2.PdfObject) -> Iterator[tuple[int, float, float]]:
    """Yield the points of a drawing where they stand on the page, and how each is reached."""
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(pdfium.FPDFPath_CountSegments(path.raw), _DRAWINGS)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, number)
        if pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            yield pdfium.FPDFPathSegment_GetType(segment), *matrix.on_point(x.value, y.value)


def links(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """Yield words of a page that lead to an address outside of it, and the address."""
    found = list(_linked(page))
    if not found:
        return
    letters = page.get_textpage()
    for address, (left, bottom, right, top) in found:
        yield " ".join(letters.get_text_bounded(left, bottom, right, top).split()), address


def _linked(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    """Yield the addresses that boxes of a page lead to."""
    place, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
        address = _address(page, pdfium.FPDFLink_GetAction(link))
        if is_address(address) and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            yield address, (box.left, box.bottom, box.right, box.top)


def _address(page: pypdfium2.PdfPage, action: Any) -> str:
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    written = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(page.pdf, action, written, length)
    return written.value.decode("utf-8", "replace")
