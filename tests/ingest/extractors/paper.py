"""PDF files written by hand: words at places, in a font whose letters are all equally wide."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
# Courier: every letter takes six tenths of the size.
_LETTER = 0.6


class Words(NamedTuple):
    """Words on a page; `x` and `y` are where they begin, in points from the lower left."""

    x: float
    y: float
    text: str
    size: float = 10
    angle: str = "1 0 0 1"


class Box(NamedTuple):
    """A printed box from its lower left; without a height it is a line."""

    x: float
    y: float
    width: float
    height: float = 0


Page = Sequence[Words | Box]


def column(
    paragraphs: Iterable[str],
    *,
    x: float = 72,
    y: float = 770,
    letters: int = 70,
    size: float = 10,
    step: float = 12,
    gap: float = 6,
    indent: int = 0,
) -> list[Words]:
    """Return paragraphs set in lines of so many letters, from `y` downwards."""
    lines = []
    for text in paragraphs:
        wrapped = textwrap.wrap(text, letters, initial_indent=" " * indent, break_on_hyphens=False)
        for number, line in enumerate(wrapped):
            inset = indent * size * _LETTER if not number else 0
            lines.append(Words(x + inset, y, line.strip(), size))
            y -= step
        y -= gap
    return lines


def poured(lines: Sequence[str], *, rows: int, columns: Sequence[float]) -> list[list[Words]]:
    """Return lines poured into pages of columns that begin at places; a space indents a line."""
    pages: list[list[Words]] = []
    for number, line in enumerate(lines):
        place, row = divmod(number, rows)
        if place % len(columns) == 0 and row == 0:
            pages.append([])
        inset = 12 if line.startswith(" ") else 0
        y = 770 - 12 * row
        pages[-1].append(Words(columns[place % len(columns)] + inset, y, line.strip(), 9))
    return pages


def pdf(
    pages: Iterable[Page],
    *,
    rotate: int = 0,
    catalog: str = "",
    trailer: str = "",
    objects: Mapping[int, str] | None = None,
    picture: bool = False,
    annotations: str = "",
) -> bytes:
    """Return a file of pages; `objects` are further ones by their numbers, from 900 on."""
    contents = [_content(page, picture=picture) for page in pages]
    numbers = range(10, 10 + 2 * len(contents), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    resources = "<< /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >>"
    image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    written = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        4: f"<< {image} /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream".encode(),
    }
    for number, content in zip(numbers, contents, strict=True):
        written[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
            f"/Resources {resources} /Contents {number + 1} 0 R /Annots [{annotations}] >>"
        ).encode()
        length = f"<< /Length {len(content)} >>\nstream\n".encode()
        written[number + 1] = length + content + b"\nendstream"
    return _file(written | {n: one.encode() for n, one in (objects or {}).items()}, trailer)


def _content(page: Page, *, picture: bool) -> bytes:
    drawn = ["q 500 0 0 700 40 40 cm /I Do Q"] if picture else []
    return "\n".join(chain(drawn, map(_shown, page))).encode("cp1252")


def _shown(one: Words | Box) -> str:
    if isinstance(one, Box):
        return f"{one.x} {one.y} {one.width} {one.height} re S"
    return f"BT /F {one.size} Tf {one.angle} {one.x} {one.y} Tm ({_escaped(one.text)}) Tj ET"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Mapping[int, bytes], trailer: str) -> bytes:
    written = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    table = ["xref", "0 1", "0000000000 65535 f "]
    for number, content in sorted(objects.items()):
        table += [f"{number} 1", f"{len(written):010} 00000 n "]
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(written)
    size = max(objects) + 1
    end = f"\ntrailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(written) + ("\n".join(table) + end).encode()


def joined(text: str) -> str:
    """Return a text as its paragraphs, each on one line."""
    return "\n".join(" ".join(one.split()) for one in text.strip().split("\n\n"))
