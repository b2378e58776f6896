"""Metadata as it stands in the head of a page: JSON-LD, `citation_*`, Open Graph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.conf import settings
from django.utils.safestring import SafeString

from statements.templatetags.drawing import escaped

Node = dict[str, Any]
# What could end the script, begin a comment in it, or end a line of old JavaScript.
ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way to a page: its name and its path."""

    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page tells of itself.

    `about` is the thing of schema.org that it shows, `tags` are names and contents of `<meta>`,
    `crumbs` the way to the page, itself last.
    """

    title: str
    about: Node
    crumbs: tuple[Crumb, ...] = ()
    og_type: str = "website"
    tags: tuple[tuple[str, str], ...] = field(default=())

    def data(self) -> SafeString:
        """Return JSON-LD for a `<script>`; a page may hold any words, but no end of a script."""
        graph = [without_nothing(self.about)]
        if len(self.crumbs) > 1:
            graph.append(_breadcrumbs(self.crumbs))
        told = msgspec.json.encode({"@context": "https://schema.org", "@graph": graph}).decode()
        return SafeString(told.translate(ESCAPES))

    def metas(self) -> SafeString:
        """Return the tags of `<meta>`, those with no content left out."""
        shown = [
            f'<meta name="{escaped(name)}" content="{escaped(held)}">'
            for name, held in self.tags
            if held
        ]
        return SafeString("\n".join(shown))


def url(path: str) -> str:
    """Return the whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}" if path else ""


def site() -> Node:
    return {"@type": "WebSite", "name": settings.SITE_NAME, "url": url("/")}


def without_nothing(node: Mapping[str, Any]) -> Node:
    """Return a node without what it says nothing of, within it neither."""
    return {name: held for name, value in node.items() if (held := _held(value))}


def _held(value: Any) -> Any:
    if isinstance(value, dict):
        return without_nothing(value)
    if isinstance(value, list | tuple):
        return [held for one in value if (held := _held(one))]
    return value


def _breadcrumbs(crumbs: Iterable[Crumb]) -> Node:
    steps = [
        {"@type": "ListItem", "position": place, "name": one.name, "item": url(one.path)}
        for place, one in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
