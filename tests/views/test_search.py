"""The search page: all kinds together, what is made of what was typed, and the way to the words."""

import re

import pytest

from statements.catalogue import store
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")

ARABIC = "السيد الرئيس،\n\nيجب توفير الملاجئ لجميع ضحايا الاتجار بالأشخاص."


def read(client, address: str, status: int = 200) -> str:
    response = client.get(address)

    assert response.status_code == status
    return re.sub(r"\s+", " ", response.content.decode())


def headings(page: str) -> list[str]:
    found = re.findall(r'<h2 id="found-\w+">(.*?)</h2>', page)
    return [re.sub(r"<[^>]*>", "", one) for one in found]


class WithoutWordsTests:
    def test_teaches_how_to_search(self, client):
        page = read(client, "/search/")

        assert "How to search" in page
        assert "S/2017/198" in page
        assert "Statements</h2>" not in page

    def test_is_not_for_search_engines(self, client):
        assert '<meta name="robots" content="noindex">' in read(client, "/search/")
        assert '<meta name="robots" content="noindex">' in read(client, "/statements/?q=shelter")
        assert "noindex" not in read(client, "/statements/")


class ResultsTests:
    def test_are_of_all_kinds_each_with_its_number(self, client):
        assert headings(read(client, "/search/?q=shelter")) == [
            "Statements 1",
            "Recommendations 1",
            "Campaigns 1",
            "Countries, themes and tags 1",
        ]

    def test_have_the_words_marked_with_a_link_to_where_they_stand(self, client):
        page = read(client, "/search/?q=sheltering")

        link = r'<a href="/statements/slug-speech/#rspeech-ask">Every State should give <mark'
        assert re.search(link, page)
        assert '<mark class="found">shelter</mark> to each victim' in page

    @pytest.mark.parametrize(
        ("address", "name"),
        [
            ("/events/?q=meetings", 'The <mark class="found">meeting</mark>'),
            ("/actors/?q=unodc", '<mark class="found">UNODC</mark>'),
            ("/campaigns/?q=shelters", '<mark class="found">'),
            ("/search/?q=unodc", '<mark class="found">UNODC</mark>'),
        ],
    )
    def test_have_the_words_marked_in_names(self, client, address, name):
        assert name in read(client, address)

    @pytest.mark.parametrize(
        ("query", "marked"),
        [
            ("beds", 'Give every victim a <mark class="found">bed</mark>'),
            ("call", '<span class="lead-in">We <mark class="found">call</mark> on all:</span>'),
            ("call shelter", '<span class="lead-in">We <mark class="found">call</mark> on all:'),
        ],
    )
    def test_have_what_stands_around_a_recommendation_marked(self, client, query, marked):
        assert marked in read(client, f"/recommendations/?q={query}")

    def test_have_a_title_marked_that_alone_has_the_words(self, client):
        assert '<mark class="found">Speech</mark>' in read(client, "/statements/?q=speech")

    def test_show_other_words_than_the_quotation_where_these_were_found(self, client):
        page = read(client, "/statements/?q=thank")

        link = '<a href="/statements/slug-speech/#p5:~:text=I-,thank">I <mark class="found">'
        assert link in page
        assert corpus.CALL not in page

    def test_lead_to_the_very_passage_that_has_the_words(self, client):
        page = read(client, "/statements/?q=houses")

        assert '<a href="/statements/slug-speech/#rspeech-promise:~:text=' in page

    def test_keep_the_quotation_where_the_words_are_in_the_title_alone(self, client):
        assert corpus.CALL in read(client, "/statements/?q=speech")

    def test_name_an_actor_in_the_language_of_the_reader(self, client):
        names = {"en": "Shelter Fund", "ar": "صندوق المأوى"}
        store.put(build.actor("fund", name="Shelter Fund", names=names))

        page = read(client, "/ar/search/?q=صندوق المأوى")

        assert '<a href="/ar/actors/slug-fund/">صندوق المأوى</a> <span class="soft">— جهة' in page
        assert "Shelter Fund" not in page

    def test_link_to_the_list_of_all_of_a_kind(self, client):
        for number in range(4):
            corpus.publish(corpus.speech(f"more-{number}"))

        page = read(client, "/search/?q=shelter&country=iq")

        address = "/recommendations/?q=shelter&amp;country=iq"
        assert f'<a href="{address}">All 5 recommendations</a>' in page

    def test_are_of_the_kinds_alone_that_take_the_filters(self, client):
        page = read(client, "/search/?q=shelter&country=iq")

        assert headings(page) == ["Statements 1", "Recommendations 1"]
        assert 'aria-hidden="true">×</span>' in page

    def test_count_the_choices_that_would_narrow_them(self, client):
        store.put(corpus.release(text="A shelter was opened."))

        page = read(client, "/search/?q=shelter")

        assert re.search(r'name="year" value="2018".*?<span class="n">1</span>', page)
        assert 'name="pillar"' not in page

    def test_name_first_what_has_the_very_name(self, client):
        page = read(client, "/search/?q=iraq")

        assert re.search(
            r'<a href="/countries/iq/">Iraq</a> <span[^>]*>— country: 1 statement', page
        )
        assert "Fiji" not in page

    def test_read_from_the_right_where_the_words_do(self, client):
        store.put(build.statement("arabic", language="ar", title="بيان", text=ARABIC))

        page = read(client, "/search/?q=ملاجئ")

        assert '<blockquote class="quotation " lang="ar" dir="rtl">' in page
        assert '<mark class="found">الملاجئ</mark>' in page
        assert "/statements/slug-arabic/#p2:~:text=" in page

    def test_escape_what_was_typed(self, client):
        page = read(client, "/search/?q=%3Cscript%3Ealert(1)%3C/script%3E")

        assert "<script>alert" not in page


class TypedTests:
    def test_a_typed_field_becomes_a_parameter(self, client):
        response = client.get("/search/", {"q": "by:pakistan shelter"})

        assert response.status_code == 302
        assert response.headers["Location"] == "/search/?q=shelter&by=pk"

    def test_a_list_does_the_same(self, client):
        response = client.get("/statements/", {"q": "country:iraq"})

        assert response.headers["Location"] == "/statements/?country=iq"

    def test_a_kind_is_one_of_statements(self, client):
        response = client.get("/search/", {"q": "shelter kind:speech"})

        assert response.headers["Location"] == "/statements/?q=shelter&kind=speech"

    @pytest.mark.parametrize("name", ["kind", "sort", "page", "nonsense"])
    def test_refuses_other_parameters(self, client, name):
        assert name in read(client, f"/search/?q=shelter&{name}=1", 400)

    @pytest.mark.parametrize("address", ["/search/", "/statements/"])
    def test_says_it_too_where_the_rest_became_a_parameter(self, client, address):
        page = read(client, f"{address}?q=shelter+colour:red+country:iraq")

        assert "“colour:” is no field here" in page
        assert f'<link rel="canonical" href="http://localhost:8000{address}?q=' in page
        assert "country=iq" in page

    def test_says_what_was_not_understood(self, client):
        assert "contry" in read(client, "/search/?q=contry:iraq")

    @pytest.mark.parametrize(
        "typed", ['"', "((((", "-", "*", "OR", "\x00", "a" * 5000, "NOT NOT", "~~~"]
    )
    def test_is_never_an_error(self, client, typed):
        assert client.get("/search/", {"q": typed}).status_code == 200
        assert client.get("/statements/", {"q": typed}).status_code == 200


class NothingTests:
    def test_says_what_can_be_done(self, client):
        page = read(client, "/search/?q=zebra")

        assert "Nothing on record has <bdi>“zebra”</bdi>. You can:" in page
        assert headings(page) == []

    def test_offers_to_take_a_filter_away(self, client):
        page = read(client, "/search/?q=shelter&country=fj")

        assert "within these filters" in page
        assert 'href="/search/?q=shelter"' in page

    def test_counts_what_another_choice_would_give(self, client):
        page = read(client, "/search/?q=shelter&country=fj")

        assert re.search(r'value="fj" checked>.*?<span class="n">0</span>', page)
        assert re.search(r'value="iq">.*?<span class="n">1</span>', page)

    def test_is_said_as_a_status(self, client):
        page = read(client, "/search/?q=zebra")

        assert '<p class="count" role="status">0 results</p>' in page


class OrderTests:
    def test_is_by_relevance_unless_asked(self, client):
        corpus.publish(corpus.speech("more"))

        page = read(client, "/statements/?q=shelter")

        assert "2 of 3 statements, most relevant first." in page
        assert '<a href="/statements/?q=shelter&amp;sort=newest">Newest first</a>' in page
        assert '<a href="/statements/?q=shelter&amp;sort=oldest">Oldest first</a>' in page

    def test_can_be_by_date(self, client):
        corpus.publish(corpus.speech("more"))

        page = read(client, "/statements/?q=shelter&sort=oldest")

        assert "statements, oldest first." in page
        assert '<a href="/statements/?q=shelter">Most relevant first</a>' in page


class SuggestionTests:
    def test_are_names_that_go_on_as_typed(self, client):
        response = client.get("/search/suggest.json", {"q": "pak"})

        (one, *_) = response.json()["suggestions"]
        assert one == {"words": "Pakistan", "kind": "country", "address": "/countries/pk/"}

    def test_are_none_for_one_letter_and_nothing(self, client):
        for typed in ("", "p", " "):
            assert client.get("/search/suggest.json", {"q": typed}).json() == {"suggestions": []}

    def test_refuse_other_parameters(self, client):
        response = client.get("/search/suggest.json", {"term": "pak"})

        assert response.status_code == 400
        assert response.json()["error"]["field"] == "term"


class BoxTests:
    @pytest.mark.parametrize(
        "address", ["/", "/search/", "/statements/", "/statements/slug-speech/"]
    )
    def test_stands_once_on_every_page(self, client, address):
        assert read(client, address).count('id="find"') == 1


class LikenessTests:
    def test_names_what_other_statements_ask_in_like_words(self, client):
        corpus.publish(corpus.speech("other"))

        page = read(client, "/recommendations/speech-ask/")

        alike = page.partition("Similar recommendations</h2>")[2]
        assert '<a href="/recommendations/other-ask/">' in alike
        assert "/recommendations/speech-promise/" not in alike

    def test_names_nothing_where_nothing_is_like_it(self, client):
        assert "Similar recommendations" not in read(client, "/recommendations/speech-ask/")
