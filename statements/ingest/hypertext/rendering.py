"""The words of a tree of elements as plain text, set as a browser would copy them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from statements.ingest.documents.extracted import Link, is_address
from statements.ingest.hypertext.tree import BLOCKS, SILENT, Element

SPACE, LINE, PARAGRAPH = 1, 2, 3
_GAPS: Final = ("", " ", "\n", "\n\n")
_APART: Final = frozenset("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre hr figure".split())
# No-break spaces are characters of the text, not white space of the page.
_WHITE = re.compile(r"[ \t\n\r\f]+")
_ROWS: Final = ("thead", "tbody", "tfoot")
# What leads from a note to its place.
_WAYS_BACK: Final = frozenset(("↑", "↩", "↩\ufe0e", "^", "⤴", "[↑]"))
# A cell with more words than that holds a text, and its table sets a page.
_LONG_CELL: Final = 400


class _Writer:
    """Puts words one after another; of the gaps asked for between two, the widest holds."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links: list[Link] = []
        self.length = 0
        self._gap = 0
        self._widest = PARAGRAPH
        self._sign = ""

    def gap(self, width: int) -> None:
        """Ask for a gap; none parts a bullet from its words, and within a row none is a line."""
        if not self._sign:
            self._gap = max(self._gap, min(width, self._widest))

    def sign(self, sign: str) -> None:
        """Put a bullet or a tab before the words that follow, if any do."""
        self._sign = sign

    def words(self, text: str) -> None:
        pieces = _WHITE.split(text)
        for number, piece in enumerate(pieces):
            if number:
                self.gap(SPACE)
            if piece:
                self._put(piece)

    def lines(self, text: str) -> None:
        """Put words whose lines and spaces are to stay."""
        for line in text.strip("\n").split("\n"):
            if line.strip():
                self._put(line.rstrip())
            self.gap(LINE if line.strip() else PARAGRAPH)

    @contextmanager
    def within(self, widest: int) -> Iterator[None]:
        """Let no gap be wider than this one while it lasts: a row of a table is one line."""
        before, self._widest = self._widest, min(widest, self._widest)
        yield
        self._widest, self._sign = before, ""

    def _put(self, words: str) -> None:
        for part in (self._between(), words):
            self.parts.append(part)
            self.length += len(part)
        self._gap, self._sign = 0, ""

    def _between(self) -> str:
        """Return what comes before the next words: a gap, and a sign."""
        is_cell = self._sign.endswith("\t") and self._gap <= SPACE
        gap = _GAPS[self._gap] if self.length and not is_cell else ""
        return gap + self._sign

    def next_place(self) -> int:
        """Return where the next words will begin."""
        return self.length + len(self._between())

    def since(self, start: int) -> str:
        """Return what was put from a place on."""
        tail: list[str] = []
        place = self.length
        for part in reversed(self.parts):
            if place <= start:
                break
            tail.append(part)
            place -= len(part)
        return "".join(reversed(tail))[max(0, start - place) :]


def rendered(element: Element) -> tuple[str, tuple[Link, ...]]:
    """Return the text of an element, and the addresses that words of it lead to."""
    writer = _Writer()
    _element(element, writer)
    text = "".join(writer.parts)
    return (text + "\n" if text else ""), tuple(writer.links)


def _children(element: Element, writer: _Writer) -> None:
    for child in element.children:
        if isinstance(child, str):
            writer.words(child)
        elif child.tag not in SILENT:
            _element(child, writer)


def _element(element: Element, writer: _Writer) -> None:
    tag = element.tag
    if tag == "br":
        writer.gap(LINE)
    elif tag == "a":
        _link(element, writer)
    elif tag == "sup" and leads_to_note(element):
        writer.words(f"[{element.words().strip(' []()')}]")
    elif tag == "pre":
        writer.gap(PARAGRAPH)
        writer.lines(element.words())
        writer.gap(PARAGRAPH)
    elif tag in ("ul", "ol"):
        _list(element, writer)
    elif tag == "table" and not _sets_a_page(element):
        _table(element, writer)
    else:
        width = PARAGRAPH if tag in _APART else LINE if tag in BLOCKS else 0
        writer.gap(width)
        _children(element, writer)
        writer.gap(width)


def _link(element: Element, writer: _Writer) -> None:
    """Put a link's words, and keep where they lead outside the page."""
    href = element.attributes.get("href", "").strip()
    if href.startswith("#") and element.words().strip() in _WAYS_BACK:
        return
    start = _after_space(element, writer)
    _children(element, writer)
    if is_address(href) and writer.length > start:
        words = " ".join(writer.since(start).split())
        writer.links.append(Link(start, words, href))


def _after_space(element: Element, writer: _Writer) -> int:
    """Return where the words of a link will begin, a space at its head put before it."""
    first = element.children[0] if element.children else ""
    if isinstance(first, str) and _WHITE.match(first):
        writer.gap(SPACE)
    return writer.next_place()


def leads_to_note(element: Element) -> bool:
    """Tell the mark of a foot note: a raised link within the page."""
    link = element.first("a")
    return link is not None and link.attributes.get("href", "").startswith("#")


def _list(element: Element, writer: _Writer) -> None:
    writer.gap(PARAGRAPH)
    number = _begins_at(element)
    for child in element.children:
        if isinstance(child, str):
            writer.words(child)
        elif child.tag == "li":
            writer.gap(LINE)
            writer.sign("• " if element.tag == "ul" else f"{number}. ")
            with writer.within(LINE):
                _children(child, writer)
            writer.gap(LINE)
            number += 1
        elif child.tag not in SILENT:
            _element(child, writer)
    writer.gap(PARAGRAPH)


def _begins_at(element: Element) -> int:
    start = element.attributes.get("start", "")
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _sets_a_page(table: Element) -> bool:
    """Tell a table that only lays out a page from one that tells something."""
    if table.attributes.get("role") == "presentation":
        return True
    inner = [one for one in table.elements() if one is not table]
    if any(one.tag in ("table", "h1", "h2", "ul", "ol") for one in inner):
        return True
    return any(one.tag == "td" and len(one.words()) > _LONG_CELL for one in inner)


def _table(element: Element, writer: _Writer) -> None:
    """Put a row a line, with a tab between its cells."""
    writer.gap(PARAGRAPH)
    for child in element.children:
        if isinstance(child, Element) and child.tag in _ROWS:
            for row in child.children:
                _row(row, writer)
        else:
            _row(child, writer)
    writer.gap(PARAGRAPH)


def _row(row: Element | str, writer: _Writer) -> None:
    if isinstance(row, str) or row.tag != "tr":
        if isinstance(row, Element) and row.tag not in SILENT:
            _element(row, writer)
        return
    cells = [cell for cell in row.children if isinstance(cell, Element)]
    writer.gap(LINE)
    tabs = ""
    for cell in cells:
        writer.sign(tabs)
        before = writer.length
        with writer.within(SPACE):
            _children(cell, writer)
        tabs = "\t" if writer.length > before else tabs + "\t"
    writer.gap(LINE)
