"""The public pages in six languages: by their addresses alone, and each as if it were the only."""

import datetime as dt
import re
from collections.abc import Callable
from html import unescape

import pytest
from django.conf import settings
from django.test import Client

from statements.catalogue import store, vocabulary
from statements.catalogue.records import Tombstone
from statements.templatetags import dates, drawing, languages, stencils
from statements.views import about, panels

LANGUAGES = [code for code, _ in settings.LANGUAGES]
PAGES = (
    *("/", "/statements/", "/statements/?theme=shelter", "/statements/slug-speech/"),
    *("/recommendations/", "/recommendations/?by=pk&pillar=protection"),
    *("/recommendations/speech-ask/", "/events/", "/events/slug-meeting/"),
    *("/countries/", "/countries/pk/", "/themes/", "/themes/shelter/"),
    *("/actors/", "/actors/slug-unodc/", "/instruments/", "/campaigns/"),
    *("/campaigns/slug-shelter-for-all/", "/tags/beds/", "/about/"),
    *("/compare/", "/compare/?country=iq&country=pk"),
    *("/search/", "/search/?q=shelter", "/search/suggest.json?q=pak"),
)
WRONG = {
    "/nothing/": 404,
    "/statements/nothing/": 404,
    "/statements/?page=99": 404,
    "/statements/?nonsense=1": 400,
    "/statements/slug-release/": 410,
}
SWITCH = re.compile(r'<nav class="languages".*?</nav>', re.DOTALL)
LINK = re.compile(r'<a href="([^"]+)" lang="([^"]+)" hreflang="\2"')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
# What has an ending is read by machines, in no language.
FILE = re.compile(r"\.[a-z0-9]+(?:\?|$)")
HTML = re.compile(r'<html lang="([^"]+)" dir="([^"]+)"')


def in_language(code: str, address: str) -> str:
    return address if code == "en" else f"/{code}{address}"


def forget() -> None:
    """Make this process as good as new."""
    vocabulary.forget()
    kept: list[Callable[..., object]] = [
        *(drawing.phrase, drawing.included, drawing._statements, drawing._folder, drawing.link),
        *(drawing._box, drawing.word, drawing.pillar, drawing.tally),
        *(dates.when, dates._open, stencils._stencil, panels._label, panels._words),
    ]
    for one in kept:
        one.cache_clear()  # type: ignore[attr-defined]


@pytest.fixture
def gone(on_record: None) -> None:
    stone = Tombstone(
        ref="release",
        on=dt.date(2026, 1, 2),
        reason="It harms.",
        successor="/statements/slug-speech/",
    )
    store.withdraw("statement", stone)


@pytest.mark.usefixtures("on_record")
class EachLanguageTests:
    @pytest.mark.parametrize("code", LANGUAGES)
    def test_says_its_language_and_direction(self, client, code):
        for address in PAGES[:-1]:
            response = client.get(in_language(code, address))

            assert response.status_code == 200, address
            direction = "rtl" if code == "ar" else "ltr"
            assert HTML.findall(response.text) == [(code, direction)], address
            assert response["Content-Language"] == code

    @pytest.mark.parametrize("address", PAGES)
    def test_is_as_if_no_other_was_ever_asked_for(self, client, address):
        fresh = {}
        for code in LANGUAGES:
            forget()
            fresh[code] = client.get(in_language(code, address)).text

        forget()
        mixed = [(code, client.get(in_language(code, address)).text) for code in LANGUAGES * 2]

        for code, page in mixed:
            assert page == fresh[code], f"{code} {address}"

    @pytest.mark.parametrize("address", PAGES[:-1])
    def test_leads_to_pages_of_the_same_language(self, client, address):
        page = SWITCH.sub("", client.get(in_language("fr", address)).text)

        paths = re.findall(r'(?:href|action|data-suggest)="(/[^"]*)"', page)
        assert [
            path for path in paths if not path.startswith("/fr/") and not FILE.search(path)
        ] == []

    def test_is_not_chosen_by_header_or_cookie(self, client):
        client.cookies["django_language"] = "fr"

        response = client.get("/", headers={"accept-language": "ar"})

        assert response["Content-Language"] == "en"
        assert "Accept-Language" not in response.get("Vary", "")

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("/en/statements/", "/statements/"),
            ("/en/", "/"),
            ("/en", "/"),
            ("/en-gb/statements/?page=2", "/statements/?page=2"),
            ("/zh/statements/?q=%E4%BF%9D%E6%8A%A4", "/zh-hans/statements/?q=%E4%BF%9D%E6%8A%A4"),
            ("/zh", "/zh-hans/"),
            ("/zh-CN/", "/zh-hans/"),
            ("/zh-Hans/statements/", "/zh-hans/statements/"),
            ("/ZH/", "/zh-hans/"),
            ("/FR/countries/", "/fr/countries/"),
            ("/EN/", "/"),
            ("/fr-ca/countries/", "/fr/countries/"),
            ("/zh//evil.example/", "/zh-hans/evil.example/"),
            ("/en//evil.example/", "/evil.example/"),
            ("/zh/what%3Fnot/", "/zh-hans/what%3Fnot/"),
        ],
    )
    def test_is_led_to_by_its_other_codes(self, client, typed, meant):
        response = client.get(typed)

        assert (response.status_code, response["Location"]) == (301, meant)
        assert client.head(typed).status_code == 301
        assert client.post(typed).status_code == 404

    @pytest.mark.parametrize("typed", ["/de/", "/zh-hans/nothing/", "/english/", "/french-words/"])
    def test_is_not_read_into_other_addresses(self, client, typed):
        assert client.get(typed).status_code == 404

    @pytest.mark.parametrize("address", ["/healthz", "/sitemap.xml", "/robots.txt"])
    def test_what_machines_ask_for_has_none(self, client, address):
        assert client.get(f"/fr{address}").status_code == 404

    def test_the_desk_has_none(self, client):
        assert client.get("/fr/admin/login/").status_code == 404


@pytest.mark.usefixtures("on_record")
class SwitchTests:
    def links(self, client: Client, address: str) -> dict[str, str]:
        found = SWITCH.search(client.get(address).text)
        return {code: unescape(path) for path, code in LINK.findall(found[0])} if found else {}

    @pytest.mark.parametrize("address", PAGES[:-1])
    def test_leads_to_the_same_page_and_state(self, client, address):
        asked = client.get(address)
        shown = asked["Location"] if asked.status_code == 302 else address

        for code in LANGUAGES:
            links = self.links(client, in_language(code, shown))

            assert links == {other: in_language(other, shown) for other in LANGUAGES}

    def test_keeps_the_page_and_the_words(self, client):
        links = self.links(client, "/ar/search/?q=%D9%85%D8%A3%D9%88%D9%89+S%2F2017%2F198")

        assert links["en"] == "/search/?q=%D9%85%D8%A3%D9%88%D9%89+S%2F2017%2F198"

    def test_is_not_on_the_desk(self, client):
        assert self.links(client, "/admin/nothing-at-all/") == {}


@pytest.mark.usefixtures("on_record")
class AlternatesTests:
    def test_name_the_page_in_each_language(self, client, settings):
        settings.SITE_URL = "https://on-record.example"

        page = client.get("/zh-hans/statements/?theme=shelter").text

        found = dict(ALTERNATE.findall(page))
        assert found.pop("x-default") == found["en"]
        assert found == {
            code: f"https://on-record.example{in_language(code, '/statements/?theme=shelter')}"
            for code in LANGUAGES
        }
        assert f'<link rel="canonical" href="{found["zh-hans"]}">' in page


@pytest.mark.usefixtures("gone")
class ErrorTests:
    @pytest.mark.parametrize(("address", "status"), WRONG.items())
    @pytest.mark.parametrize("code", LANGUAGES)
    def test_are_in_the_language_of_the_address(self, client, code, address, status):
        response = client.get(in_language(code, address))

        assert response.status_code == status
        assert HTML.findall(response.text)[0][0] == code
        assert not ALTERNATE.search(response.text)
        assert f'href="{in_language(code, "/countries/")}"' in response.text

    def test_lead_on_in_the_same_language(self, client):
        page = client.get("/es/statements/slug-release/").text

        assert 'href="/es/statements/slug-speech/"' in page

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_are_so_where_something_breaks(self, client, code, monkeypatch):
        def broken(self: object, **context: object) -> None:
            raise RuntimeError

        monkeypatch.setattr(about.About, "get_context_data", broken)
        client.raise_request_exception = False

        response = client.get(in_language(code, "/about/"))

        assert response.status_code == 500
        assert HTML.findall(response.text)[0][0] == code
        assert f'href="{in_language(code, "/")}"' in response.text


class WithinTests:
    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("/", "/ar/"),
            ("/statements/a/", "/ar/statements/a/"),
            ("/fr/statements/a/", "/ar/statements/a/"),
            ("/zh-hans/", "/ar/"),
            ("/free/", "/ar/free/"),
            # Two slashes would begin the name of a host.
            ("//evil.example/x", "/ar/evil.example/x"),
            ("/fr//evil.example/x", "/ar/evil.example/x"),
        ],
    )
    def test_puts_a_page_into_another_language(self, path, expected):
        assert languages.within("ar", path) == expected
        assert languages.within("en", path) == languages.bare(path) == expected.removeprefix("/ar")
