"""The pages of what others refer to: each question with its answer, or words for none."""

import re
from dataclasses import replace

import pytest

from statements.catalogue import store
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")


def read(client, address: str) -> str:
    response = client.get(address)

    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def section(page: str, title: str) -> str:
    return page.split(f"<h2>{title}</h2>")[1].split("</section>")[0]


class CountryTests:
    def test_shows_what_it_asked_and_promised(self, client):
        page = read(client, "/countries/pk/")

        assert "Give every victim a bed" in section(page, "What Pakistan asked")
        assert "Two houses will open" in section(page, "What Pakistan promised")
        assert "Nothing that was asked of Pakistan by name is on record yet." in page
        assert "What was asked of Pakistan</h2>" not in page

    def test_is_found_by_its_code_in_capitals(self, client):
        response = client.get("/countries/PK/")

        assert (response.status_code, response.url) == (301, "/countries/pk/")

    def test_shows_what_was_asked_of_it_and_where_it_is_named(self, client):
        page = read(client, "/countries/iq/")

        assert "Nothing that Iraq asked is on record yet." in page
        assert "Give every victim a bed" in section(page, "What was asked of Iraq")
        assert "Speech speech" in section(page, "Where Iraq spoke or was named")

    def test_names_its_region(self, client):
        assert "Region: Asia" in read(client, "/countries/pk/")

    def test_without_a_record_says_so_and_leads_on(self, client):
        page = read(client, "/countries/fj/")

        assert "Nothing about Fiji is on record yet." in page
        assert 'href="/countries/"' in page

    def test_shows_the_first_five_and_leads_to_all(self, client):
        for number in range(6):
            corpus.publish(corpus.speech(f"more-{number}"))

        page = read(client, "/countries/pk/")

        asked = section(page, "What Pakistan asked")
        assert asked.count('<li class="ask ') == 5
        assert 'href="/recommendations/?kind=ask&amp;by=pk">All 7 of them' in asked
        # On paper no link can be followed.
        whole = "http://localhost:8000/recommendations/?kind=ask&amp;by=pk"
        assert f'<span class="permanent">{whole}</span>' in asked


class ThemeTests:
    def test_shows_what_was_asked_promised_and_said(self, client):
        page = read(client, "/themes/shelter/")

        assert "Give every victim a bed" in section(page, "What was asked, strongest words first")
        assert "Two houses will open" in section(page, "What was promised")
        assert "Speech speech" in section(page, "Where it was spoken of")

    def test_stands_under_its_broader_theme(self, client):
        page = read(client, "/themes/shelter/")

        assert '<a href="/themes/protection/">Protection</a>' in page

    def test_gathers_what_is_under_it(self, client):
        page = read(client, "/themes/protection/")

        assert "Give every victim a bed" in section(page, "What was asked, strongest words first")
        assert '<a href="/themes/shelter/">Shelter</a> <span class="n">2</span>' in page


class ActorTests:
    def test_shows_where_it_was_heard_and_was_host(self, client):
        page = read(client, "/actors/slug-unodc/")

        assert "Release release" in section(page, "Heard or asked in")
        assert "The meeting" in section(page, "Host or participant of")


class EventTests:
    def test_shows_when_where_and_who(self, client):
        page = read(client, "/events/slug-meeting/")

        assert "27–28 September 2017" in page
        assert 'New York, <a href="/countries/iq/">Iraq</a>' in page
        assert '<dt>Held by</dt> <dd><a href="/actors/slug-unodc/">UNODC</a></dd>' in page
        assert '<a href="/countries/pk/">Pakistan</a>' in section(page, "Who took part")

    def test_shows_what_was_said_and_asked(self, client):
        page = read(client, "/events/slug-meeting/")

        assert "Speech speech" in section(page, "Who spoke")
        assert 'href="/statements/slug-speech/"' in section(page, "Who spoke")
        assert "Give every victim a bed" in section(page, "Who asked what of whom")


class CampaignTests:
    def test_shows_what_it_gathers_and_from_where(self, client):
        page = read(client, "/campaigns/slug-shelter-for-all/")

        assert "Give every victim a bed" in section(page, "Who is asked, and for what")
        assert "Speech speech" in section(page, "Where it was said")

    def test_without_anything_says_so(self, client):
        store.put(build.campaign("empty", "nothing"))

        assert "Nothing is on record here yet." in read(client, "/campaigns/slug-empty/")


class TagTests:
    def test_shows_what_carries_it(self, client):
        page = read(client, "/tags/beds/")

        assert "Give every victim a bed" in section(page, "Who is asked, and for what")
        assert "Two houses will open" in section(page, "What was promised")


class RecommendationTests:
    def test_shows_its_words_after_what_leads_to_them(self, client):
        page = read(client, "/recommendations/speech-ask/")

        assert f'<p class="lead-in">{corpus.LEAD_IN}</p>' in page
        assert f'<mark class="passage protection ask">{corpus.CALL}</mark>' in page
        assert "in the editors’ words" in page

    def test_leads_to_its_place_in_the_text(self, client):
        page = read(client, "/recommendations/speech-ask/")

        assert 'href="/statements/slug-speech/#rspeech-ask">Read it in its place' in page

    def test_says_who_asks_whom_how_and_where(self, client):
        page = read(client, "/recommendations/speech-ask/")

        assert 'Asked by</dt> <dd> <ul> <li><a href="/countries/pk/">Pakistan</a>' in page
        assert 'Asked of</dt> <dd> <a href="/countries/iq/">Iraq</a>' in page
        assert "<q>should</q> <span" in page
        assert "strength 3 of 5" in page
        assert '<a href="/events/slug-meeting/">The meeting</a>' in page
        assert '<a href="/campaigns/slug-shelter-for-all/">' in page
        assert '<a href="/tags/beds/">' in page

    def test_tells_a_promise_apart(self, client):
        page = read(client, "/recommendations/speech-promise/")

        assert "<dt>Promised by</dt>" in page
        assert "Asked of" not in page

    def test_says_words_without_a_short_form_once(self, client):
        (ask, _) = corpus.speech().recommendations
        store.put(replace(ask, short_form=""), corpus.LIVE)

        page = read(client, "/recommendations/speech-ask/")

        assert "<h1>Recommendation 1</h1>" in page
        assert page.count(f">{corpus.CALL}<") == 1
