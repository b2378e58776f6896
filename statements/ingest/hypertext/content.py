"""What of a page is the document: no menus, banners, share buttons and lists of other pages."""

import re
from dataclasses import dataclass
from typing import Final

from statements.ingest.hypertext.tree import SILENT, Element

_ROLES: Final = frozenset("navigation banner contentinfo search complementary dialog menu".split())
_ASIDE: Final = frozenset("nav aside footer".split())
_NAMED_ASIDE = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|consent|shar(?:e|ing)|social"
    r"|side-?bar|footer|related|newsletter|subscribe|comments?|skip|pager|pagination|toolbar"
    r"|advert|promo|popup|modal|login|language-switcher|visually-hidden|sr-only|screen-reader)"
    r"(?:$|[-_\s])",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADS: Final = ("h1", "h2")
# Of the words of a block, and in how many links, from which on it is a list of other pages.
_LINKED, _LINKS, _SHORT = 0.7, 3, 60


@dataclass(slots=True)
class _Measure:
    """Of an element: characters that a reader sees, and of them those in links to elsewhere."""

    seen: int = 0
    links: int = 0
    linked: int = 0
    longest: int = 0
    leads_within: bool = False

    def add(self, other: "_Measure") -> None:
        self.seen += other.seen
        self.links += other.links
        self.linked += other.linked
        self.longest = max(self.longest, other.longest)
        self.leads_within |= other.leads_within

    @property
    def leads_away(self) -> bool:
        """Tell a list of links from words with links; foot notes lead back to their place."""
        is_list = self.links >= _LINKS and self.longest < _SHORT and not self.leads_within
        return is_list and self.linked > _LINKED * self.seen


def body_of(page: Element) -> tuple[Element, bool]:
    """Return a new element that holds the document, its headline first; and if words were left."""
    body = page.first("body") or page
    measures: dict[int, _Measure] = {}
    whole = _measure(body, measures).seen
    kept = _Pruning(measures, whole).pruned(body, in_main=False)
    main = _main(kept) or kept
    head = _headline(kept, main, _title(page))
    found = Element("div", children=[*([head] if head else []), main])
    return found, _measure(found, {}).seen < whole


def _measure(element: Element, measures: dict[int, _Measure]) -> _Measure:
    """Measure an element and all within it; what is found is put into `measures` by identity."""
    measure = _Measure()
    for child in element.children:
        if isinstance(child, str):
            measure.seen += len("".join(child.split()))
        elif child.tag not in SILENT:
            measure.add(_measure(child, measures))
    if element.tag == "a" and "href" in element.attributes:
        measure.links, measure.linked = 1, measure.seen
        measure.longest = measure.seen
        measure.leads_within = element.attributes["href"].startswith("#")
    measures[id(element)] = measure
    return measure


@dataclass(frozen=True, slots=True)
class _Pruning:
    measures: dict[int, _Measure]
    whole: int

    def pruned(self, element: Element, *, in_main: bool) -> Element:
        """Return an element without what is aside; what holds half of all words never is."""
        in_main = in_main or _is_main(element)
        kept = Element(element.tag, element.attributes)
        for child in element.children:
            if isinstance(child, str):
                kept.children.append(child)
            elif child.tag not in SILENT and not _is_hidden(child):
                is_most = 2 * self.measures[id(child)].seen > self.whole
                if is_most or not self._is_aside(child, in_main=in_main):
                    kept.children.append(self.pruned(child, in_main=in_main))
        return kept

    def _is_aside(self, element: Element, *, in_main: bool) -> bool:
        given = element.attributes
        if element.tag in _ASIDE or given.get("role", "").lower() in _ROLES:
            return True
        named = f"{given.get('id', '')} {given.get('class', '')}"
        if _NAMED_ASIDE.search(named) and element.tag not in ("body", "main", "article"):
            return True
        if element.tag == "header" and not in_main:
            return not any(element.first(head) for head in _HEADS)
        is_block = element.tag in ("ul", "ol", "div", "section", "table")
        return is_block and self.measures[id(element)].leads_away


def _is_hidden(element: Element) -> bool:
    given = element.attributes
    return (
        "hidden" in given
        or given.get("aria-hidden") == "true"
        or bool(_INVISIBLE.search(given.get("style", "")))
    )


def _is_main(element: Element) -> bool:
    return element.tag in ("main", "article") or element.attributes.get("role") == "main"


def _main(body: Element) -> Element | None:
    """Return what the page itself names its main part, if it holds half of what is left."""
    measures: dict[int, _Measure] = {}
    whole = _measure(body, measures).seen
    found = [one for one in body.elements() if _is_main(one) and 2 * measures[id(one)].seen > whole]
    return found[-1] if found else None


def _title(page: Element) -> str:
    title = page.first("title")
    return " ".join(title.words().split()) if title else ""


def _headline(body: Element, main: Element, title: str) -> Element | None:
    """Return a headline that stands outside the main part: one that the page's title has too."""
    if main.first("h1"):
        return None
    for one in body.elements():
        words = " ".join(one.words().split()) if one.tag in _HEADS else ""
        if words and words in title:
            return None if any(one is other for other in main.elements()) else one
    return None
