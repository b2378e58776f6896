"""The pages that show no one record: home, lists, words about the site."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from statements.catalogue import vocabulary
from statements.templatetags import drawing
from statements.views.metadata.metadata import Metadata, Node, site, url

SECTIONS = {
    "statements": gettext_noop("Statements"),
    "recommendations": gettext_noop("Recommendations"),
    "events": gettext_noop("Events"),
    "actors": gettext_noop("Actors"),
    "countries": gettext_noop("Countries"),
    "themes": gettext_noop("Themes"),
    "instruments": gettext_noop("Instruments"),
    "campaigns": gettext_noop("Campaigns"),
    "search": gettext_noop("Search"),
    "about": gettext_noop("About"),
    "accessibility": gettext_noop("Accessibility"),
}


def named(section: str) -> str:
    """Return what a section is called, else the site's name."""
    return _(SECTIONS[section]) if section in SECTIONS else settings.SITE_NAME


def home(path: str) -> Metadata:
    """Return the metadata of the home page: the site itself, and how it is searched."""
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{url(reverse('search'))}?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    about = site() | {"url": url(path), "potentialAction": search}
    return Metadata(title=settings.SITE_NAME, about=about)


def collection(kind: str, cards: Sequence[Any], reader: str, title: str, address: str) -> Metadata:
    """Return the metadata of a page of a list: what stands on it, in its order."""
    items = [
        {
            "@type": "ListItem",
            "position": place,
            "name": _name(card),
            "url": url(str(drawing.path(reader, kind, getattr(card, "slug", "") or card.ref))),
        }
        for place, card in enumerate(cards, start=1)
    ]
    about: Node = {
        "@type": "CollectionPage",
        "name": title,
        "url": address,
        "isPartOf": site(),
        "mainEntity": {"@type": "ItemList", "itemListElement": items} if items else {},
    }
    return Metadata(title=title, about=about)


def page(title: str, path: str) -> Metadata:
    """Return the metadata of any other page."""
    about = {"@type": "WebPage", "name": title, "url": url(path), "isPartOf": site()}
    return Metadata(title=title, about=about)


def _name(card: Any) -> str:
    """Return what a card is called, in the reader's language where it is known in it."""
    if title := getattr(card, "title", ""):
        return str(title)
    if name := getattr(card, "name", ""):
        return vocabulary.named(card.names, name)[0]
    return vocabulary.short_form(card)[0] or str(card.passage.exact)
