"""Addresses in a text, with their labels, and places in a webcast."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from statements.ingest.drafting.draft import Link, Proposal, Why
from statements.ingest.drafting.page import Page
from statements.text import durations

_WRITTEN = Why("link-written", _("the text gives the address"))
_MARKED = Why("link-marked", _("the text links these words"))
_OFFSET = Why("webcast-offset", _("'webcast' or 'video' and how far into it"))

_URL = re.compile(r"(?:https?://|(?<![\w@./])www\.)[^\s<>\"'|\\^`{}\[\]]{3,2000}")
_MARKDOWN = re.compile(
    r"(?<!!)\[(?P<label>[^\[\]\n]{1,300})\]\((?P<url>https?://[^\s()<>]{1,2000})\)"
)
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,1000}?href=[\"'](?P<url>https?://[^\"'<>\s]{1,2000})[\"'][^<>]{0,1000}>"
    r"(?P<label>[^<>]{0,300})</a>",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]»”’"
_CAST = re.compile(r"\b(?:[Ww]ebcast|[Vv]ideo|[Rr]ecording|UN ?TV|UN Web TV|[Ll]ivestream)\b")
_HOURS = re.compile(
    r"\b(?:\d{1,2} ?h(?:(?:ou)?rs?)?(?:,? and|,)? ?\d{1,2}(?: ?m(?:in(?:ute)?s?)?)?"
    r"|\d{1,3} ?min(?:ute)?s?\b(?:(?:,? and|,)? ?\d{1,2} ?sec(?:ond)?s?)?|\d{1,2}:\d{2}:\d{2})"
)
_NEAR = 300
# The words for the recording are at most this many.
_LABEL = re.compile(r"(?:UN ?TV|UN Web TV)")


def find(page: Page) -> tuple[Proposal[Link], ...]:
    """Propose each address once, a marked one with its label, and each place in a webcast."""
    found: dict[str, Proposal[Link]] = {}
    for proposal in (*_marked(page.text), *_bare(page.text)):
        found.setdefault(proposal.value.url.rstrip("/"), proposal)
    return (*found.values(), *_offsets(page))


def _marked(text: str) -> Iterator[Proposal[Link]]:
    for pattern in (_MARKDOWN, _ANCHOR):
        for link in pattern.finditer(text):
            label = " ".join(link["label"].split())
            yield Proposal(Link(link["url"], label), _MARKED, *link.span("label"))


def _bare(text: str) -> Iterator[Proposal[Link]]:
    for address in _URL.finditer(text):
        url = address[0].rstrip(_TRAILING)
        if url.startswith("www."):
            url = f"https://{url}"
        yield Proposal(Link(url), _WRITTEN, address.start(), address.start() + len(address[0]))


def _offsets(page: Page) -> Iterator[Proposal[Link]]:
    seen = set()
    for cast in _CAST.finditer(page.words):
        near = page.words[cast.start() : cast.end() + _NEAR]
        for hours in _HOURS.finditer(near):
            seconds = _seconds(hours[0])
            if seconds is None or hours.start() + cast.start() in seen:
                continue
            seen.add(hours.start() + cast.start())
            start = cast.start() + hours.start()
            channel = _LABEL.search(near)
            label = f"{channel[0]} webcast" if channel else "Webcast"
            place = page.place(start, start + len(hours[0]))
            yield Proposal(Link(label=label, offset=seconds), _OFFSET, *place)


def _seconds(words: str) -> int | None:
    try:
        return durations.parse(words)
    except ValueError:
        return None
