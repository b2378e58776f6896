"""What pages tell machines, read by libraries that are not ours: lxml and pyld."""

import json
from dataclasses import replace
from typing import Any

import lxml.html
import pytest
from pyld import jsonld

from statements.catalogue import store
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")

SPEECH, ASK = "/statements/slug-speech/", "/recommendations/speech-ask/"
# What the context at schema.org says, as far as these pages need it; nothing is fetched.
CONTEXT = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}}
PAGES = {
    "/": "WebSite",
    "/statements/": "CollectionPage",
    "/recommendations/": "CollectionPage",
    "/events/": "CollectionPage",
    "/actors/": "CollectionPage",
    "/themes/": "WebPage",
    SPEECH: "CreativeWork",
    "/statements/slug-release/": "Article",
    ASK: "Quotation",
    "/events/slug-meeting/": "Event",
    "/actors/slug-unodc/": "Organization",
    "/countries/pk/": "Country",
    "/themes/shelter/": "DefinedTerm",
    "/campaigns/slug-shelter-for-all/": "CollectionPage",
    "/tags/beds/": "CollectionPage",
    "/about/": "WebPage",
    "/compare/?country=pk&country=iq": "WebPage",
    "/accessibility/": "WebPage",
}


def head(client, address: str) -> Any:
    response = client.get(address)

    assert response.status_code == 200
    return lxml.html.document_fromstring(response.content.decode())


def loader(url: str, _options: Any) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def nodes(client, address: str) -> list[dict[str, Any]]:
    """Return the nodes of a page's JSON-LD, as a processor of it expands and compacts them."""
    (script,) = head(client, address).xpath("//script[@type='application/ld+json']/text()")
    options = {"documentLoader": loader}
    expanded = jsonld.expand(json.loads(script), options)
    compact = jsonld.compact(expanded, CONTEXT, options)
    graph: list[dict[str, Any]] = compact.get("@graph", [compact])
    return graph


def meta(client, address: str) -> list[tuple[str, str]]:
    found = head(client, address).xpath("//meta[@name or @property]")
    return [(one.get("name") or one.get("property"), one.get("content")) for one in found]


class JsonLdTests:
    @pytest.mark.parametrize(("address", "kind"), PAGES.items())
    def test_tells_what_the_page_shows(self, client, address, kind):
        assert nodes(client, address)[0]["@type"] == kind

    def test_tells_nothing_of_what_words_found(self, client):
        # Search engines are asked to leave it out.
        assert nodes(client, "/statements/?q=shelter")[0]["@type"] == "WebPage"

    def test_tells_of_a_statement_who_where_when(self, client, settings):
        told = nodes(client, SPEECH)[0]

        assert told["name"] == "Speech speech"
        assert told["datePublished"] == "2017-09-27"
        assert told["inLanguage"] == "en"
        assert told["author"] == {
            "@type": "Country",
            "name": "Pakistan",
            "url": f"{settings.SITE_URL}/countries/pk/",
        }
        assert told["contributor"] == {"@type": "Person", "name": "Ms. Aa", "jobTitle": "Minister"}
        assert told["recordedAt"]["location"] == {"@type": "Place", "name": "New York"}

    def test_quotes_what_a_statement_asks(self, client, settings):
        ask, promise = nodes(client, SPEECH)[0]["hasPart"]

        assert (ask["@type"], ask["text"]) == ("Quotation", corpus.CALL)
        assert ask["url"] == f"{settings.SITE_URL}{ASK}"
        assert promise["text"] == corpus.PROMISE

    def test_tells_of_words_whose_they_are_and_in_what(self, client, settings):
        told = nodes(client, ASK)[0]

        assert told["text"] == corpus.CALL
        assert told["creator"]["name"] == "Pakistan"
        assert told["isPartOf"]["url"] == f"{settings.SITE_URL}{SPEECH}"

    def test_tells_of_an_event_its_days_and_place(self, client):
        told = nodes(client, "/events/slug-meeting/")[0]

        assert (told["startDate"], told["endDate"]) == ("2017-09-27", "2017-09-28")
        assert told["location"]["name"] == "New York"
        assert told["location"]["address"]["addressCountry"] == "IQ"
        assert told["organizer"]["name"] == "UNODC"

    def test_tells_the_way_to_a_page(self, client, settings):
        way = nodes(client, SPEECH)[1]

        assert way["@type"] == "BreadcrumbList"
        steps = [(one["position"], one["name"]) for one in way["itemListElement"]]
        assert steps == [(1, "Statements"), (2, "Speech speech")]

    def test_tells_how_the_site_is_searched(self, client, settings):
        action = nodes(client, "/")[0]["potentialAction"]

        wanted = f"{settings.SITE_URL}/search/?q={{search_term_string}}"
        assert action["target"]["urlTemplate"] == wanted

    def test_tells_what_stands_on_a_list(self, client):
        items = nodes(client, "/statements/")[0]["mainEntity"]["itemListElement"]

        assert [one["name"] for one in items] == ["Release release", "Speech speech"]

    @pytest.mark.parametrize("words", ["</script><b>x", "<!--<script>", "a\u2028b\u2029c", '"\\'])
    def test_holds_any_words_and_no_end_of_a_script(self, client, words):
        store.put(build.statement("nasty", title=words))
        page = client.get("/statements/slug-nasty/").content.decode()

        script = page.split('<script type="application/ld+json">')[1].split("</script>")[0]

        assert nodes(client, "/statements/slug-nasty/")[0]["name"] == words
        assert not set("<>&\u2028\u2029") & set(script)

    def test_names_nobody_whose_name_is_withheld(self, client):
        voice = build.voice(None, name="", role="A survivor")
        store.put(replace(corpus.release(), voices=(voice,)))

        assert "author" not in nodes(client, "/statements/slug-release/")[0]


class MetaTests:
    def test_lets_a_reference_manager_import_a_statement(self, client, settings):
        told = [one for one in meta(client, SPEECH) if one[0].startswith("citation_")]

        assert told == [
            ("citation_title", "Speech speech"),
            ("citation_author", "Pakistan"),
            ("citation_publication_date", "2017/09/27"),
            ("citation_conference_title", "The meeting"),
            ("citation_language", "en"),
            ("citation_publisher", settings.SITE_NAME),
            ("citation_fulltext_html_url", f"{settings.SITE_URL}{SPEECH}"),
        ]

    def test_says_it_in_dublin_core_too(self, client):
        told = dict(meta(client, ASK))

        assert told["dcterms.title"] == "Speech speech"
        assert told["dcterms.issued"] == "2017-09-27"
        assert told["dcterms.abstract"] == corpus.CALL
        assert told["dcterms.identifier"].endswith(f"{SPEECH}#rspeech-ask")

    @pytest.mark.parametrize("address", PAGES)
    def test_names_the_page_to_those_who_share_it_without_a_picture(
        self, client, address, settings
    ):
        told = dict(meta(client, address))

        assert told["og:title"]
        assert told["og:url"] == f"{settings.SITE_URL}{address}"
        assert told["og:site_name"] == settings.SITE_NAME
        assert "og:image" not in told

    @pytest.mark.parametrize(
        "address", ["/about/", "/accessibility/", "/compare/", "/compare/?country=pk&country=iq"]
    )
    def test_names_a_page_of_words_as_its_heading_does(self, client, address):
        told = dict(meta(client, address))

        assert told["og:title"] == head(client, address).xpath("string(//h1)")

    def test_describes_each_page_in_its_own_words(self, client):
        store.put(replace(store.one("campaign", "shelter-for-all"), aim="A bed for each."))
        pages = [head(client, address) for address in PAGES]

        titles = [page.xpath("string(//title)") for page in pages]
        descriptions = [
            page.xpath("string(//meta[@name='description']/@content)") for page in pages
        ]
        assert len(set(titles)) == len(PAGES)
        assert "" not in {one.strip() for one in descriptions}
