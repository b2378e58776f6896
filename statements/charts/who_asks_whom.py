"""A matrix: those who ask most beside those who are asked most, States and other actors."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from statements.catalogue import crossing
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Label, Vocabulary
from statements.charts.drawing import shades, svg
from statements.charts.drawing.figure import (
    FEWEST,
    KEPT,
    NOTHING,
    Cell,
    Chart,
    Column,
    Figure,
    Table,
    addresses,
)
from statements.charts.drawing.ranked import leading
from statements.charts.drawing.svg import element, lines, link, onward, percent, side

# On a phone so many columns have room for a number and a finger.
MOST_ROWS, MOST_COLUMNS = 8, 6
ROW, LINE, GAP = 40, 15, 2
# Columns are never wider than with so many of them.
LEAST_COLUMNS = 4
# The share of the width that the names of the rows take; how many letters have room in it, and
# how many in the slanted names of the columns.
NAMES, ROOM, HEAD_ROOM = 32, 14, 22
SLANT = 70
# How high a letter of a slanted name stands above the one before it, in pixels.
RISE = 7
OTHERS = ""


@dataclass(frozen=True, slots=True)
class Side:
    """Who asks, or who is asked: what it is found by, its code or slug, the name, and the list.

    `language` is that of the name, where it is not the reader's.
    """

    filed: str
    code: str
    name: str
    address: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    askers: Sequence[Side]
    asked: Sequence[Side]
    cells: Mapping[tuple[str, str], int]
    addresses: Mapping[tuple[str, str], str]


def figure(selection: Selection, names: Vocabulary, described: Callable[..., Figure]) -> Figure:
    matrix = _matrix(selection, names)
    title, summary = _("Who asks whom"), _summary(matrix)
    told = [n for n in matrix.cells.values() if n]
    # Others alone are not whom somebody asks.
    is_worth = len(told) >= FEWEST and any(one.filed for one in matrix.asked)
    return described(
        title=title,
        summary=summary,
        table=_table(matrix),
        picture=_picture(title, summary, matrix) if is_worth else NOTHING,
        notes=[_("Others ask or are asked less often, or are not named.")],
    )


def _matrix(selection: Selection, names: Vocabulary) -> Matrix:
    by = leading(crossing.tallied(selection, "by"), names, MOST_ROWS)
    to = leading(crossing.tallied(selection, "to"), names, MOST_COLUMNS)
    crossed = crossing.crossed(selection, ("by", [*by]), ("to", [*to]))
    address = addresses(selection)
    cells = dict(crossed.cells)
    cells |= {(one, OTHERS): n for one, n in crossed.beside.items()}
    cells |= {(OTHERS, one): n for one, n in crossed.below.items()}
    return Matrix(
        _sides(by, lambda slug: address(by=slug), crossed.below),
        _sides(to, lambda slug: address(to=slug), crossed.beside),
        cells,
        {
            (one, other): address(by=by[one].slug, to=to[other].slug)
            for (one, other), n in crossed.cells.items()
            if n
        },
    )


def _sides(
    named: Mapping[str, Label], address: Callable[[str], str], others: Mapping[str, int]
) -> list[Side]:
    """Return actors with their addresses, and what stands for all others."""
    found = [
        Side(filed, label.slug, label.title, address(label.slug), label.language)
        for filed, label in named.items()
    ]
    return [*found, Side(OTHERS, "", _("Others"), "")] if any(others.values()) else found


def _summary(matrix: Matrix) -> str:
    names = {one.filed: one.name for one in (*matrix.askers, *matrix.asked)}
    pairs = {pair: n for pair, n in matrix.cells.items() if n and OTHERS not in pair}
    if not pairs:
        return ""
    pair = max(pairs, key=lambda pair: pairs[pair])
    asker, asked = (names.get(code, code) for code in pair)
    return ngettext(
        "Most often: %(asker)s asks %(asked)s, %(n)s recommendation.",
        "Most often: %(asker)s asks %(asked)s, %(n)s recommendations.",
        pairs[pair],
    ) % {"asker": asker, "asked": asked, "n": pairs[pair]}


def _table(matrix: Matrix) -> Table:
    columns = [
        Column("by", _("Who asks"), is_coded=True),
        *[Column(one.code or "others", one.name, language=one.language) for one in matrix.asked],
    ]
    rows = [
        (
            Cell(asker.name, asker.code, asker.address, asker.language),
            *[_cell(matrix, (asker.filed, asked.filed)) for asked in matrix.asked],
        )
        for asker in matrix.askers
    ]
    return Table(columns, rows)


def _cell(matrix: Matrix, pair: tuple[str, str]) -> Cell:
    return Cell(str(matrix.cells.get(pair, "")), "", matrix.addresses.get(pair, ""))


def _picture(title: str, summary: str, matrix: Matrix) -> SafeString:
    reader = get_language() or ""
    begins = shades.steps(max(matrix.cells.values()))
    wide = (100 - NAMES) / max(LEAST_COLUMNS, len(matrix.asked))
    names = [lines(one.name, room=HEAD_ROOM, most=1)[0] for one in matrix.asked]
    head = 24 + RISE * max(map(svg.width, names))
    marks = [
        _column(one, name, NAMES + (at + 0.5) * wide, head)
        for at, (one, name) in enumerate(zip(matrix.asked, names, strict=True))
    ]
    for down, asker in enumerate(matrix.askers):
        top = head + down * ROW
        marks.append(_row(asker, top))
        for at, asked in enumerate(matrix.asked):
            n = matrix.cells.get((asker.filed, asked.filed), 0)
            if n:
                href = matrix.addresses.get((asker.filed, asked.filed), "")
                start = NAMES + at * wide
                marks.append(_square(reader, asker, asked, n, href, start, wide, top, begins))
    height = head + ROW * len(matrix.askers) + 1
    return svg.picture("who-asks-whom", title, summary, *marks, height=height)


def _column(one: Side, name: str, middle: float, head: float) -> SafeString:
    """Return the slanted name of who is asked."""
    turned = f"rotate({onward(-SLANT):g})"
    drawn = element("text", name, class_="tick", lang=one.language or None, transform=turned)
    held = element("svg", drawn, x=percent(side(middle)), y=head - 8, overflow="visible")
    said = _("Asked of %(name)s") % {"name": one.name}
    return link(one.address, said, element("title", said), held)


def _row(one: Side, top: float) -> SafeString:
    name = lines(one.name, room=ROOM)
    first = top + ROW / 2 + 4 - LINE * (len(name) - 1) / 2
    lang, left = one.language or None, percent(side(0))
    drawn = [
        element("text", line, class_="tick", lang=lang, x=left, y=first + at * LINE)
        for at, line in enumerate(name)
    ]
    hairline = element("line", class_="hairline", x1="0", x2="100%", y1=top - 0.5, y2=top - 0.5)
    reach = element(
        "rect", class_="reach", x=percent(side(0, NAMES)), y=top, width=percent(NAMES), height=ROW
    )
    said = _("Asked by %(name)s") % {"name": one.name}
    return element("g", hairline, link(one.address, said, element("title", said), reach, *drawn))


# Most are the same from page to page, and after a publication.
@lru_cache(maxsize=KEPT)
def _square(
    reader: str,
    asker: Side,
    asked: Side,
    n: int,
    href: str,
    start: float,
    wide: float,
    top: float,
    begins: Sequence[int],
) -> SafeString:
    words = ngettext(
        "%(asker)s asks %(asked)s: %(n)s recommendation",
        "%(asker)s asks %(asked)s: %(n)s recommendations",
        n,
    )
    said = words % {"asker": asker.name, "asked": asked.name, "n": n}
    square = element(
        "rect",
        x=percent(side(start + 0.3, wide - 0.6)),
        y=top + GAP,
        width=percent(wide - 0.6),
        height=ROW - 2 * GAP - 1,
    )
    number = element(
        "text",
        str(n),
        x=percent(side(start + wide / 2)),
        y=top + ROW / 2 + 4,
        text_anchor="middle",
    )
    css = f"square step-{shades.step(n, begins)}"
    return link(href, said, element("title", said), square, number, class_=css)


CHART = Chart("who-asks-whom", "recommendation", figure)
