"""SVG as text: elements, words on lines, and the side on which a reader begins.

Where words stand in a picture, nothing is scaled: places along the line are shares of the width
in percent, all else is in pixels. So words keep their size on a phone and on a wall.
"""

import html
import unicodedata
from collections.abc import Iterator
from functools import cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

# How many ordinary letters a wide one takes the room of, and one of Cyrillic.
WIDE, CYRILLIC = 1.8, 1.2


def element(name: str, /, *inside: str, **attributes: str | float | None) -> SafeString:
    """Return an element; what is inside is escaped unless it is safe.

    `class_` is the class, and an underscore in a name a hyphen. None leaves an attribute out.
    """
    given = "".join(
        [
            f' {_hyphened(key)}="{_value(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    held = "".join([one if isinstance(one, SafeString) else html.escape(one) for one in inside])
    return SafeString(f"<{name}{given}>{held}</{name}>")


def percent(share: float) -> str:
    return f"{round(share, 2):g}%"


def side(share: float, width: float = 0.0) -> float:
    """Return the share at which something of a width begins, for readers from either side."""
    return 100 - share - width if get_language_bidi() else share


def onward(pixels: float) -> float:
    """Return a distance in the direction of reading."""
    return -pixels if get_language_bidi() else pixels


def picture(name: str, title: str, desc: str, *inside: str, height: float) -> SafeString:
    """Return a picture as wide as its place, that says what it is."""
    return element(
        "svg",
        *described(name, title, desc),
        *inside,
        class_="picture",
        role="group",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        width="100%",
        height=height,
    )


def described(name: str, title: str, desc: str) -> tuple[SafeString, SafeString]:
    return element("title", title, id=f"{name}-title"), element("desc", desc, id=f"{name}-desc")


def link(href: str, said: str, *inside: str, **attributes: str) -> SafeString:
    """Return a mark that leads to its list, or one that leads nowhere; it says what it is."""
    if href:
        return element("a", *inside, href=href, aria_label=said, **attributes)
    return element("g", *inside, role="img", aria_label=said, **attributes)


def lines(words: str, *, room: float, most: int = 2) -> list[str]:
    """Return words on lines of so many letters; the last ends in "…" where they do not fit."""
    found = [""]
    for piece in _pieces(words):
        if found[-1] and width(found[-1] + piece.rstrip()) > room:
            found.append("")
        found[-1] += piece
    kept = [line.strip() for line in found[:most]]
    if len(found) > most or width(kept[-1]) > room:
        kept[-1] = _cut(kept[-1], room)
    return kept


def width(words: str) -> float:
    """Return about how many ordinary letters are as wide as the words."""
    return sum(map(_width, words))


def _width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE
    return CYRILLIC if "\u0400" <= letter <= "\u04ff" else 1


def _pieces(words: str) -> Iterator[str]:
    """Yield what a line may be parted between: words, and each character of Chinese."""
    piece = ""
    for one in words:
        piece += one
        if one.isspace() or one == "-" or unicodedata.east_asian_width(one) in "WF":
            yield piece
            piece = ""
    yield piece


def _cut(line: str, room: float) -> str:
    while line and width(line) + 1 > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


@cache
def _hyphened(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return html.escape(value) if isinstance(value, str) else f"{round(value, 2):g}"
