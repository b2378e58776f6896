"""Walk a site as its links lead, and remember every page, its links and its anchors."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client

# Attributes that name an address.
LINKS = {"href", "src", "action", "data-suggest"}


@dataclass
class Seen(HTMLParser):
    """What a page leads to, and where links to it may point."""

    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            # What is canonical is the address of the page itself, on the host it is to have.
            if name in LINKS and value and ("rel", "canonical") not in attrs:
                self.links.append(value)


@dataclass
class Site:
    """Every page that was reached: its status, its words, its anchors; who links to it."""

    statuses: dict[str, int] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    # Of each address with its fragment, a page that links to it.
    links: dict[str, str] = field(default_factory=dict)

    def dead(self) -> list[tuple[str, str]]:
        """Return each link that leads to no page, or to no place on it, and where it stands."""
        return [(link, page) for link, page in self.links.items() if not self._resolves(link)]

    def _resolves(self, link: str) -> bool:
        address, fragment = urldefrag(link)
        found = self.statuses.get(address) == 200
        # Words to be marked (#:~:text=) are the browser's to find.
        anchor = fragment.split(":~:")[0]
        return found and (not anchor or anchor in self.anchors.get(address, ()))


def crawl(client: Client, start: str, goes: Callable[[str, str], bool]) -> Site:
    """Visit every address of this host that is reached from `start`.

    `goes(page, link)` tells whether a link on a page is followed.
    """
    site, waiting = Site(), deque([start])
    while waiting:
        address = waiting.popleft()
        if address in site.statuses:
            continue
        response = client.get(address, follow=True)
        site.statuses[address] = response.status_code
        if not response.headers["Content-Type"].startswith("text/html"):
            # A file is read to its end: only then it is known to be whole.
            response.getvalue()
            continue
        site.pages[address] = response.content.decode()
        seen = Seen()
        seen.feed(site.pages[address])
        site.anchors[address] = seen.anchors
        for given in seen.links:
            link = urljoin(address, given)
            (scheme, host, *_) = urlsplit(link)
            # Letters (mailto:) and other sites are not for us to look at.
            if not scheme and not host and goes(address, link):
                site.links.setdefault(link, address)
                waiting.append(urldefrag(link).url)
    return site
