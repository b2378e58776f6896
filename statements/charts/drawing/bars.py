"""Horizontal bars: the name above, the bar beneath it, the number at its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from statements import choices
from statements.charts.drawing.svg import element, lines, link, onward, percent, side

LINE, BAR, GAP = 18, 12, 14
# What the longest bar leaves of the width to its number.
LONGEST = 84
# The narrowest part, in percent, in which the shape of its pillar finds room.
ROOM_FOR_A_SHAPE = 6
SHAPES = {
    "prevention": "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
    "protection": "M-3 -3h6v6h-6z",
    "prosecution": "M0 -3.8l4 7h-8z",
    "partnership": "M0 -4.4l4.4 4.4l-4.4 4.4l-4.4 -4.4z",
}
# What has no pillar.
NO_PILLAR = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: the pillar it is of, or none."""

    pillar: str
    n: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name and number, what it says aloud, where it leads, and its parts.

    `language` is that of the name, where it is not the reader's.
    """

    label: str
    n: int
    said: str
    address: str
    parts: Sequence[Part]
    language: str = ""


def parts(by_pillar: Mapping[str, int], without: int) -> tuple[Part, ...]:
    """Return the parts of a bar in the order of the pillars."""
    of_pillars = [Part(pillar, by_pillar.get(pillar, 0)) for pillar in choices.Pillar.values]
    return tuple(part for part in (*of_pillars, Part(NO_PILLAR, without)) if part.n)


def drawn(bars: Sequence[Bar], *, largest: int, room: float) -> tuple[list[SafeString], float]:
    """Return the marks of bars, and how high they stand; names have `room` in letters."""
    top, marks = 0.0, []
    for bar in bars:
        name = lines(bar.label, room=room)
        marks.append(_drawn(bar, name, top, largest))
        top += len(name) * LINE + BAR + GAP
    return marks, top


def _drawn(bar: Bar, name: Sequence[str], top: float, largest: int) -> SafeString:
    high, lang = len(name) * LINE, bar.language or None
    left = percent(side(0))
    label = [
        element("text", line, class_="label", lang=lang, x=left, y=top + LINE * (at + 1) - 5)
        for at, line in enumerate(name)
    ]
    long = LONGEST * bar.n / largest
    number = element(
        "text",
        str(bar.n),
        class_="number",
        x=percent(side(long)),
        y=top + high + BAR - 1,
        dx=onward(7),
    )
    reach = element("rect", class_="reach", y=top - GAP / 2, width="100%", height=high + BAR + GAP)
    is_cut = " ".join(name) != bar.label
    title = [element("title", bar.label, lang=lang)] if is_cut else []
    return link(
        bar.address, bar.said, *title, reach, *label, *_parts(bar, top + high, long), number
    )


def _parts(bar: Bar, top: float, long: float) -> list[SafeString]:
    """Return the parts of a bar one behind another, each with the shape of its pillar."""
    found, start = [], 0.0
    whole = sum(part.n for part in bar.parts)
    for part in bar.parts:
        wide = long * part.n / whole
        found.append(
            element(
                "rect",
                class_=f"bar {part.pillar or 'without'}",
                x=percent(side(start, wide)),
                y=top,
                width=percent(wide),
                height=BAR,
            )
        )
        if part.pillar and wide >= ROOM_FOR_A_SHAPE and len(bar.parts) > 1:
            shape = element("path", d=SHAPES[part.pillar], class_="shape")
            middle = percent(side(start + wide / 2))
            found.append(element("svg", shape, x=middle, y=top + BAR / 2, overflow="visible"))
        start += wide
    return found
