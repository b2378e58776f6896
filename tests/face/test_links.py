"""Every link leads somewhere: pages, places on them, files."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from statements.urls import pages
from tests.face import crawling, kinds

pytestmark = pytest.mark.django_db

CODES = [code for code, _ in settings.LANGUAGES]
# What each language has; no link leads to the suggestions and to what only developers read.
KINDS = {str(page.name) for page in pages} - {"search-suggestions", "style"}
# So many pages of a kind are looked at: in English, which has the files too, and in each other.
MOST, MOST_ELSEWHERE = 40, 6


@dataclass
class Way:
    """Which links are followed: those of one language, so many of each kind of page.

    A list that is narrowed is a kind of its own, and no further way is taken from it.
    """

    language: str
    most: int
    taken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def goes(self, page: str, link: str) -> bool:
        (path, query) = (urlsplit(link).path, urlsplit(link).query)
        language = get_language_from_path(path) or settings.LANGUAGE_CODE
        if link.startswith(("/admin/", settings.STATIC_URL)) or language != self.language:
            return False
        if query and "?" in page:
            return False
        try:
            with override(language):
                kind = f"{resolve(path).url_name}{'?' if query else ''}"
        except Resolver404:
            # It leads nowhere, as the crawl shall find out.
            return True
        address = urldefrag(link).url
        if address not in self.taken[kind] and len(self.taken[kind]) == self.most:
            return False
        self.taken[kind].add(address)
        return True


def files(site: crawling.Site) -> set[str]:
    """Return the static files that the pages of a site name."""
    found = set()
    for page in site.pages.values():
        seen = crawling.Seen()
        seen.feed(page)
        found |= {link for link in seen.links if link.startswith(settings.STATIC_URL)}
    return found


class LinkTests:
    @pytest.mark.parametrize("language", CODES)
    def test_all_lead_to_a_page_and_to_a_place_on_it(self, seeded, language):
        english = language == settings.LANGUAGE_CODE
        way = Way(language, MOST if english else MOST_ELSEWHERE)

        site = crawling.crawl(Client(), kinds.address("/", language), way.goes)

        assert {kind for kind in KINDS if kind not in way.taken} == set()
        assert site.dead() == []
        named = files(site)
        assert named
        assert [
            name for name in named if not finders.find(name.removeprefix(settings.STATIC_URL))
        ] == []


class DeadTests:
    """The crawl sees what it is to see."""

    def test_are_told_with_the_page_they_stand_on(self):
        site = crawling.Site(
            statuses={"/": 200, "/a/": 200, "/gone/": 404},
            anchors={"/a/": {"here"}},
            links={"/a/#here": "/", "/a/#there": "/", "/a/#:~:text=x": "/", "/gone/": "/a/"},
        )

        assert site.dead() == [("/a/#there", "/"), ("/gone/", "/a/")]
