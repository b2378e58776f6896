"""Two or three side by side: every cell against the records, the form, what is refused."""

import re
from collections.abc import Sequence
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements.catalogue import store
from statements.catalogue.records import Recommendation
from tests.catalogue import build
from tests.views import exchange

BOTH = "/compare/?country=iq&country=pk"


@pytest.fixture
def made(on_record: None) -> list[Recommendation]:
    return exchange.publish()


def read(client: Client, address: str) -> str:
    response = client.get(address)

    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def cells(page: str, theme: str) -> list[str]:
    row = page.split(f">{theme}</a></h3>")[1].split("</section>")[0]
    return row.split('<div class="cell">')[1:]


def counted(cell: str) -> dict[str, int]:
    found = re.findall(r'">([A-Z][a-z ]+): ([0-9]+)<span', cell)
    return {words: int(n) for words, n in found}


def expected(held: Sequence[Recommendation], state: str, theme: str) -> dict[str, int]:
    about = [one for one in held if theme in one.themes]
    asks = [one for one in about if one.kind == "ask"]
    counts = {
        "Asked": len([one for one in asks if one.askers[0].state == state]),
        "Was asked": len([one for one in asks if state in {to.state for to in one.addressees}]),
        "Promised": len(
            [one for one in about if one.kind != "ask" and one.askers[0].state == state]
        ),
    }
    return {words: n for words, n in counts.items() if n}


class CompareTests:
    @pytest.mark.parametrize("theme", exchange.THEMES)
    def test_counts_in_each_cell_what_the_records_hold(self, client, made, theme):
        page = read(client, BOTH)

        found = [counted(cell) for cell in cells(page, theme.title())]
        assert found == [expected(made, "iq", theme), expected(made, "pk", theme)]

    def test_leads_from_each_count_to_its_list(self, client, made):
        page = read(client, BOTH)

        links = re.findall(r'href="(/recommendations/\?[^"]+theme=[^"]+)">[^<]*?([0-9]+)<', page)
        assert links
        for address, n in links:
            listed = client.get(address.replace("&amp;", "&"))
            assert listed.context["results"].total == int(n), address

    def test_quotes_two_of_each_at_most_that_belong_there(self, client, made):
        (cell, _other) = cells(read(client, BOTH), "Shelter")

        part = cell.split(">Asked: ")[1].split("</ul>")[0]
        refs = re.findall(r'href="/recommendations/([\w-]+)/"', part)
        asked = [
            one.ref
            for one in made
            if one.kind == "ask" and one.askers[0].state == "iq" and "shelter" in one.themes
        ]
        assert len(asked) > 2
        assert refs == [asked[-1], asked[-2]]

    def test_tells_themes_of_all_from_themes_of_some(self, client, made):
        store.put(build.term("theme", "wages", "protection", label="Wages"))
        pakistan = (build.voice("pakistan", "pk"),)
        store.put(build.recommendation("alone", askers=pakistan, themes=("wages",)))

        page = read(client, BOTH)

        some = page.split("Themes of some of them</h2>")[1]
        assert "Wages</a></h3>" in some
        assert "Shelter</a></h3>" not in some
        assert "Nothing on record." in cells(some, "Wages")[0]

    @pytest.mark.parametrize("theme", exchange.THEMES)
    def test_counts_of_an_actor_that_is_no_state_the_same(self, client, made, theme):
        page = read(client, "/compare/?country=pk&actor=all-states")

        about = [one for one in made if one.kind == "ask" and theme in one.themes]
        n = len([one for one in about if "all" in {to.actor for to in one.addressees}])
        assert n
        assert counted(cells(page, theme.title())[1]) == {"Was asked": n}
        assert f'href="/recommendations/?kind=ask&amp;to=all-states&amp;theme={theme}"' in page

    def test_takes_the_actor_of_a_state_for_its_country(self, client, made):
        page = read(client, "/compare/?country=iq&actor=slug-pakistan")

        assert "Iraq and Pakistan, side by side" in page
        assert "/recommendations/?kind=ask&amp;by=pk" in page

    def test_says_that_nothing_is_on_record(self, client, on_record):
        page = read(client, "/compare/?country=fj&country=pk")

        assert "Nothing asked or promised is on record yet." in page
        assert "There is no theme that all of them share." in page

    def test_asks_as_many_queries_for_many_themes(self, client, made):
        few = self._asked(client)
        voices = (build.voice("pakistan", "pk"),)
        for n in range(30):
            store.put(build.term("theme", f"theme-{n}", "protection"))
            store.put(build.recommendation(f"more-{n}", askers=voices, themes=(f"theme-{n}",)))

        assert self._asked(client) == few

    def _asked(self, client: Client) -> int:
        client.get(BOTH)
        with CaptureQueriesContext(connection) as queries:
            client.get(BOTH)
        return len(queries)


class FormTests:
    def test_takes_two_countries_at_once(self, client, made):
        page = read(client, "/compare/")

        assert page.count('<select name="country">') == 2

    def test_asks_for_another_where_one_is_chosen(self, client, made):
        page = read(client, "/compare/?country=iq")

        assert page.count('<select name="country">') == 1
        assert "For example:" not in page

    def test_offers_pairs_of_those_that_are_most_on_record(self, client, made):
        page = read(client, "/compare/")

        offered = page.split("For example:")[1].split("</p>")[0]
        links = re.findall(r'href="/compare/([^"]+)">([^<]+)</a>', offered)
        assert links
        for query, names in links:
            codes = re.findall(r"country=(\w\w)", query)
            assert len({*codes}) == 2
            compared = read(client, f"/compare/{query.replace('&amp;', '&')}")
            assert f"<h1>{names}, side by side</h1>" in compared

    def test_offers_what_is_on_record_once_in_each_field(self, client, made):
        page = read(client, "/compare/")

        assert page.count('<select name="actor">') == 1
        assert page.count('<option value="pk">Pakistan</option>') == 2
        assert page.count('<option value="slug-unodc">UNODC</option>') == 1
        assert '<option value="slug-pakistan">' not in page
        assert '<option value="fj">' in page

    def test_offers_every_actor_there_is_and_none_without_anything(self, client, made):
        many = [build.actor(f"body{n}", name=f"Body {n}") for n in range(400)]
        store.put_all([*many, build.actor("silent", name="Silent")])
        asked = tuple(build.addressee(one.ref) for one in many)
        askers = (build.voice("pakistan", "pk"),)
        store.put(build.recommendation("of-all", askers=askers, addressees=asked))

        page = read(client, "/compare/")

        assert page.count('<option value="slug-body') == 400
        assert "Silent" not in page

    def test_keeps_what_was_chosen_and_asks_for_another(self, client, made):
        page = read(client, "/compare/?country=pk&country=&actor=")

        assert '<input type="hidden" name="country" value="pk">' in page
        assert re.search(r'<a class="chip" href="/compare/"><span class="hidden">Remove', page)
        assert "Choose one or two more." in page

    def test_asks_for_no_more_than_can_be_compared(self, client, made):
        two = read(client, BOTH)
        three = read(client, f"{BOTH}&actor=slug-unodc")

        assert "<select" in two
        assert 'href="/compare/?country=pk"><span class="hidden">Remove' in two
        assert "<select" not in three
        assert 'href="/compare/?country=iq&amp;country=pk"><span class="hidden">Remove' in three

    @pytest.mark.parametrize(
        "query",
        [
            "",
            "?country=iq",
            "?actor=slug-unodc",
            "?country=iq&country=pk",
            "?country=iq&actor=slug-unodc",
            # One of them alone is compared: the actor is that of the State.
            "?country=pk&actor=slug-pakistan",
        ],
    )
    def test_leads_to_no_refusal_whatever_is_chosen_in_it(self, client, made, query):
        page = read(client, f"/compare/{query}")

        forms = re.findall(r'<form [^>]*action="/compare/">.*?</form>', page)
        assert forms
        for form in forms:
            sent = re.findall(r'type="hidden" name="(\w+)" value="([\w-]+)"', form)
            for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', form):
                values = re.findall(r'<option value="([\w-]+)"', options)
                sent.append((name, next(one for one in values if (name, one) not in sent)))
            assert client.get(f"/compare/?{urlencode(sent)}").status_code == 200, sent

    def test_takes_a_country_or_an_actor_as_the_third(self, client, made):
        page = read(client, BOTH)

        assert page.count('<select name="country">') == page.count('<select name="actor">') == 1

    def test_has_no_field_where_no_more_is_taken(self, client, made):
        assert "<select" not in read(client, f"{BOTH}&actor=slug-pakistan")

    def test_stands_in_the_lists_of_countries_and_actors(self, client, made):
        for address in ("/countries/", "/actors/", "/countries/pk/", "/actors/slug-unodc/"):
            assert 'href="/compare/' in read(client, address)


class RefusalTests:
    @pytest.mark.parametrize(
        "query",
        [
            "country=xx",
            "actor=nobody",
            "country=pk&theme=shelter",
            "country=pk&country=iq&country=fj&actor=slug-unodc",
            "nonsense=1",
            "country=../pk",
        ],
    )
    def test_refuses_what_it_does_not_know(self, client, made, query):
        assert client.get(f"/compare/?{query}").status_code == 400

    def test_writes_codes_in_small_letters(self, client, made):
        response = client.get("/compare/?country=PK&country=iq")

        assert response.status_code == 302
        assert response.url == "/compare/?country=pk&country=iq"
