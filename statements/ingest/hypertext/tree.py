"""A page as a tree of elements, however badly it is written. Nothing is fetched or run.

Source: HTML Living Standard, sections 13.1.2 (void elements, optional tags).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, Union

from statements.ingest.documents import limits

VOID: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
# What holds no words of the document, with all that is in it.
SILENT: Final = frozenset(
    "script style noscript template iframe object embed applet svg canvas audio video map "
    "button select textarea datalist dialog head".split()
)
BLOCKS: Final = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul".split()
)
_OF_TABLES: Final = frozenset("table thead tbody tfoot tr td th".split())
# What an opening tag ends, up to the element that holds such things.
_ENDS: Final = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tbody": ({"thead", "tbody", "tr", "td", "th"}, {"table"}),
    "option": ({"option"}, {"select"}),
}


_ASIDE = re.compile(r"<!--|<(?:script|style)\b", re.IGNORECASE)
_ENDS_OF_ASIDES: Final = {
    "<!-": re.compile("--!?>"),
    "<sc": re.compile(r"</script\b[^>]*>", re.IGNORECASE),
    "<st": re.compile(r"</style\b[^>]*>", re.IGNORECASE),
}


@dataclass(slots=True)
class Element:
    """An element: its tag in small letters, its attributes, and what is in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Union["Element", str]] = field(default_factory=list)

    def elements(self) -> Iterator["Element"]:
        """Yield this element and all within it, as they are written."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [one for one in reversed(element.children) if isinstance(one, Element)]

    def words(self) -> str:
        """Return all that is written in it, without its tags."""
        return "".join(
            child if isinstance(child, str) else child.words() for child in self.children
        )

    def first(self, tag: str) -> Union["Element", None]:
        """Return the first element of a tag in it."""
        return next((one for one in self.elements() if one.tag == tag), None)


class _Builder(HTMLParser):
    """Puts each element into the one that is open; forgives what browsers forgive."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("html")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.root.attributes |= attributes
            return
        self._end_before(tag)
        element = Element(tag, attributes)
        self._open[-1].children.append(element)
        # What stands deeper goes into the deepest: hundreds are unclosed tags of an old page.
        if tag not in VOID and len(self._open) < limits.DEPTH:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML the stroke means nothing; in XHTML it ends the element.
        self.handle_starttag(tag, attrs)
        if tag not in VOID and tag in SILENT | {"a", "p", "span", "td", "div"}:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return
            if self._open[depth].tag in ("td", "th") and tag not in _OF_TABLES:
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _end_before(self, tag: str) -> None:
        if tag in BLOCKS and self._open[-1].tag == "p":
            self._open.pop()
        if tag not in _ENDS:
            return
        ended, within = _ENDS[tag]
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in within:
                return
            if self._open[depth].tag in ended:
                del self._open[depth:]


def parsed(markup: str) -> Element:
    """Return the tree of a page."""
    builder = _Builder()
    builder.feed("".join(_without_asides(markup)))
    builder.close()
    return builder.root


def _without_asides(markup: str) -> Iterator[str]:
    """Yield a page without comments, scripts and styles; one without its end takes the rest.

    The parser would look for each end anew at every beginning.
    """
    place = 0
    while begin := _ASIDE.search(markup, place):
        yield markup[place : begin.start()]
        end = _ENDS_OF_ASIDES[begin[0][:3].lower()].search(markup, begin.end())
        if not end:
            return
        place = end.end()
    yield markup[place:]
