"""What holds for every public page."""

import re

import pytest
from django.test import Client

from statements.catalogue import records, store
from tests.catalogue import build
from tests.views import corpus

PAGES = (
    "/",
    "/statements/",
    "/statements/slug-speech/",
    "/recommendations/",
    "/recommendations/speech-ask/",
    "/events/",
    "/events/slug-meeting/",
    "/countries/",
    "/countries/pk/",
    "/themes/",
    "/themes/shelter/",
    "/actors/",
    "/actors/slug-unodc/",
    "/campaigns/",
    "/campaigns/slug-shelter-for-all/",
    "/tags/beds/",
    "/about/",
    "/accessibility/",
    "/reference/style/",
)
LISTS = ("/statements/", "/recommendations/", "/events/", "/actors/", "/campaigns/")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.usefixtures("on_record")
class EveryPageTests:
    def test_has_one_heading_a_title_and_a_description(self, client, address):
        page = client.get(address).content.decode()

        assert len(re.findall(r"<h1[ >]", page)) == 1
        assert re.search(r"<title>\s*\S[^<]* · On Record</title>", page)
        assert re.search(r'<meta name="description" content="\s*\S', page)

    def test_names_its_own_address(self, client, settings, address):
        settings.SITE_URL = "https://on-record.example"

        page = client.get(address).content.decode()

        assert f'<link rel="canonical" href="https://on-record.example{address}">' in page

    def test_holds_no_style_and_no_script(self, client, address):
        page = client.get(address).content.decode()

        # Data about the page is no script: nothing in it is run.
        page = page.replace('<script type="application/ld+json"', "")
        assert re.findall(r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=", page) == []

    def test_is_the_same_for_whoever_is_signed_in(self, client, publisher, address):
        page = client.get(address).content
        client.force_login(publisher)

        assert client.get(address).content == page

    def test_gives_no_cookie(self, client, address):
        response = client.get(address)

        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")

    def test_refuses_a_parameter_it_does_not_know(self, client, address):
        response = client.get(address, {"thme": "x"})

        assert response.status_code == 400
        assert "<strong>thme</strong>" in response.content.decode()

    def test_drops_what_a_shared_link_brings(self, client, address):
        response = client.get(address, {"utm_source": "x"})

        assert (response.status_code, response["Location"]) == (301, address)

    def test_answers_head_and_refuses_to_be_written_to(self, client, address):
        assert client.head(address).status_code == 200
        assert client.post(address).status_code == 405
        assert client.options(address).status_code == 405

    def test_leads_to_pages_that_exist(self, client, address):
        page = client.get(address).content.decode()
        leads = set(re.findall(r'<a [^>]*href="(/[^"#]*)', page.replace("&amp;", "&")))

        broken = {lead for lead in leads if client.get(lead).status_code != 200}

        # A State's page is its country's, so that no label leads to a redirect.
        assert broken == set()


@pytest.mark.usefixtures("on_record")
class MovedTests:
    def test_a_former_slug_leads_to_the_present_one(self, client):
        store.put(corpus.speech(slug="renamed"))

        response = client.get("/statements/slug-speech/")

        assert (response.status_code, response["Location"]) == (301, "/statements/renamed/")

    def test_a_state_is_found_at_its_country(self, client):
        response = client.get("/actors/slug-pakistan/")

        assert (response.status_code, response["Location"]) == (301, "/countries/pk/")


@pytest.mark.usefixtures("on_record")
class GoneTests:
    def test_says_when_and_why_and_no_word_more(self, client):
        stone = records.Tombstone(
            ref="speech",
            on=build.date("2026-03-04").on,
            reason="The source took it back.",
            successor="/statements/slug-release/",
        )
        store.withdraw("statement", stone)

        response = client.get("/statements/slug-speech/")
        page = response.content.decode()

        assert response.status_code == 410
        assert "Withdrawn on 4 March 2026." in page
        assert "The source took it back." in page
        assert 'href="/statements/slug-release/"' in page
        assert "Speech" not in page
        assert corpus.CALL not in page


@pytest.mark.usefixtures("on_record")
class ErrorTests:
    @pytest.mark.parametrize(
        "address",
        ["/statements/none/", "/countries/zz/", "/themes/none/", "/tags/none/", "/none/"],
    )
    def test_what_is_not_there_says_where_to_go(self, client, address):
        response = client.get(address)

        assert response.status_code == 404
        assert 'href="/statements/"' in response.content.decode()

    def test_offers_what_may_have_been_meant(self, client):
        page = client.get("/countries/pakistan/").content.decode()

        assert '<a href="/countries/pk/">Pakistan</a>' in page

    def test_offers_texts_by_the_words_of_an_address(self, client):
        page = client.get("/statements/about-sheltering-people/").content.decode()

        assert '<a href="/statements/slug-speech/">Speech speech</a>' in page

    def test_offers_nothing_where_a_file_is_asked_for(self, client):
        page = client.get("/countries/pakistan.php").content.decode()

        assert "/countries/pk/" not in page

    @pytest.mark.parametrize("address", LISTS)
    def test_a_page_beyond_the_last_leads_to_the_last(self, client, address):
        response = client.get(address, {"page": "7"})

        assert response.status_code == 404
        assert f'href="{address}"' in response.content.decode()
        assert "The last page is 1" in response.content.decode()

    def test_a_page_beyond_the_last_keeps_the_filters(self, client):
        response = client.get("/statements/", {"by": "pk", "page": "7"})

        assert 'href="/statements/?by=pk"' in response.content.decode()

    def test_a_forged_or_stale_form_is_refused_in_words(self):
        visitor = Client(enforce_csrf_checks=True)

        public = visitor.post("/statements/", {"title": "x"})
        desk = visitor.post("/admin/login/", {"username": "x", "password": "y"})

        assert public.status_code == 405
        assert desk.status_code == 403
        assert "This form was open too long" in desk.content.decode()

    def test_our_own_fault_needs_no_database(self, monkeypatch):
        monkeypatch.setattr(store, "get", lambda *given: 1 / 0)
        visitor = Client(raise_request_exception=False)

        response = visitor.get("/statements/slug-speech/")

        assert response.status_code == 500
        assert "It is our fault, not yours." in response.content.decode()

    def test_our_own_fault_is_told_even_without_its_page(self, monkeypatch, settings):
        monkeypatch.setattr(store, "get", lambda *given: 1 / 0)
        settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": []}]
        visitor = Client(raise_request_exception=False)

        response = visitor.get("/statements/slug-speech/")

        assert response.status_code == 500
        assert "It is our fault, not yours." in response.content.decode()


@pytest.mark.usefixtures("on_record")
class StylePageTests:
    def test_is_in_english_alone_and_says_so(self, client):
        page = client.get("/reference/style/").content.decode()

        assert '<html lang="en" dir="ltr">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert 'rel="alternate"' not in page

    def test_leads_from_other_languages_to_it_and_from_it_to_their_home(self, client):
        response = client.get("/ar/reference/style/")
        page = client.get("/reference/style/").content.decode()

        assert (response.status_code, response["Location"]) == (301, "/reference/style/")
        assert '<a href="/ar/" lang="ar" hreflang="ar">' in page
