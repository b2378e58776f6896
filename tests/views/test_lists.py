"""The lists: what they show, what they refuse, how they are narrowed."""

import re
from dataclasses import replace

import pytest

from statements.catalogue import store
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")


def titles(page: str) -> list[str]:
    found = re.findall(r'class="(?:entry|quoted)-title"[^>]*><a[^>]*>([^<]+)</a>', page)
    return [title.strip() for title in found]


def read(client, address: str, **parameters: str) -> str:
    response = client.get(address, parameters)

    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


class StatementListTests:
    def test_shows_all_newest_first(self, client):
        page = read(client, "/statements/")

        assert titles(page) == ["Release release", "Speech speech"]
        assert "2 statements, newest first." in page

    def test_can_be_turned_round(self, client):
        page = read(client, "/statements/", sort="oldest")

        assert titles(page) == ["Speech speech", "Release release"]
        assert "oldest first." in page
        assert '<a href="/statements/">Newest first</a>' in page

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("by", "pk"),
            ("to", "iq"),
            ("country", "iq"),
            ("theme", "protection"),
            ("pillar", "protection"),
            ("kind", "speech"),
            ("event", "slug-meeting"),
            ("campaign", "slug-shelter-for-all"),
            ("tag", "beds"),
            ("year", "2017"),
            ("until", "2017"),
        ],
    )
    def test_is_narrowed_by_each_parameter(self, client, name, value):
        page = read(client, "/statements/", **{name: value})

        assert titles(page) == ["Speech speech"]
        assert "1 of 2 statements, newest first." in page

    def test_quotes_with_the_pillar_and_who_is_asked(self, client):
        page = read(client, "/statements/", by="pk")

        assert (
            f'<blockquote class="quotation protection" lang="en" dir="ltr"> {corpus.CALL}' in page
        )
        assert '<span class="pillar protection">Protection</span>' in page
        assert 'asked of <a href="/countries/iq/">Iraq</a> · 1 recommendation, 1 commitment' in page

    @pytest.mark.parametrize(
        ("pillar", "named", "line"),
        [
            ("", "", "1 recommendation, 1 commitment"),
            ("", "all", "asked of all · 1 recommendation, 1 commitment"),
            ("protection", "", "Protection · 1 recommendation, 1 commitment"),
        ],
    )
    def test_has_a_dot_only_between_two_things(self, client, pillar, named, line):
        statement = corpus.speech()
        assert statement.quote
        quote = replace(statement.quote, pillar=pillar, addressees=(), addressed_as=named)
        corpus.publish(replace(statement, quote=quote))

        page = read(client, "/statements/", by="pk")

        (asked,) = re.findall(r'<p class="asked">(.*?)</p>', page)
        assert " ".join(re.sub(r"<[^>]+>", " ", asked).split()) == line

    def test_shows_a_month_as_a_month(self, client):
        page = read(client, "/statements/", kind="press_release")

        assert '<time datetime="2018-02">February 2018</time>' in page

    def test_says_nothing_of_what_is_not_asked(self, client):
        page = client.get("/statements/?kind=press_release").text

        assert "Release release" in page
        assert "nothing yet" not in page
        assert not re.search(r'<p class="asked">\s*</p>', page)

    def test_says_in_words_that_nothing_matches(self, client):
        page = read(client, "/statements/", by="pk", kind="press_release")

        assert titles(page) == []
        assert "0 of 2 statements" in page
        assert "Nothing matches these 2 filters. Remove one:" in page
        assert re.search(
            r'href="/statements/\?by=pk">.*?</a> <span class="n">1 result</span>', page
        )

    def test_says_in_words_that_one_filter_matches_nothing(self, client):
        page = read(client, "/statements/", theme="remedies")

        assert "Nothing matches this filter. Remove it:" in page

    @pytest.mark.parametrize(
        ("name", "value", "reason"),
        [
            ("thme", "x", "There is no parameter “thme” here."),
            ("country", "zz", "“zz” is not known here as a value of “country”."),
            ("page", "99999999999999999999", "“page” must be a number of one to six digits."),
            ("since", "soon", "“since” must be a date"),
            ("sort", "best", "“sort” must be one of"),
        ],
    )
    def test_refuses_with_the_field_and_the_reason(self, client, name, value, reason):
        response = client.get("/statements/", {name: value})

        assert response.status_code == 400
        assert f"<strong>{name}</strong>: {reason}" in response.content.decode()

    def test_escapes_what_it_refuses(self, client):
        response = client.get("/statements/", {"<b>x": "1"})

        assert "<b>x" not in response.content.decode()

    def test_keeps_in_the_form_what_stands_in_no_panel(self, client):
        page = read(client, "/statements/", event="slug-meeting", sort="oldest")

        assert '<input type="hidden" name="event" value="slug-meeting">' in page
        assert '<input type="hidden" name="sort" value="oldest">' in page

    def test_names_its_address_in_one_spelling(self, client):
        page = read(client, "/statements/", since="", by="pk")

        assert re.search(r'rel="canonical" href="[^"]*/statements/\?by=pk"', page)

    def test_turns_pages(self, client):
        for number in range(25):
            corpus.publish(corpus.release(f"more-{number:02}"))

        first, second = read(client, "/statements/"), read(client, "/statements/", page="2")

        assert len(titles(first)) == 20
        assert len(titles(second)) == 7
        assert "Page 1 of 2" in first
        assert '<link rel="next" href="/statements/?page=2">' in first
        assert 'rel="prev"' not in first
        assert '<a rel="prev" href="/statements/">' in second
        assert 'rel="next"' not in second
        assert not set(titles(first)) & set(titles(second))

    def test_writes_arabic_from_the_right(self, client):
        corpus.publish(corpus.release("arabic", language="ar", title="بيان"))

        page = read(client, "/statements/", language="ar")

        assert re.search(r'<h2 [^>]*lang="ar" dir="rtl"><a [^>]*>بيان</a>', page)


class RecommendationListTests:
    def test_shows_the_words_with_what_leads_to_them(self, client):
        page = read(client, "/recommendations/", kind="ask")

        assert titles(page) == ["Give every victim a bed"]
        assert f'<span class="lead-in">{corpus.LEAD_IN}</span> {corpus.CALL}' in page

    def test_words_without_a_short_form_are_said_once_and_lead_to_their_page(self, client):
        statement = corpus.speech()
        bare = tuple(replace(one, short_form="") for one in statement.recommendations)
        corpus.publish(replace(statement, recommendations=bare))

        page = read(client, "/recommendations/", kind="ask")

        words = f'<h2 class="quoted-words"><a href="/recommendations/speech-ask/">{corpus.CALL}</a>'
        assert f'<span class="lead-in">{corpus.LEAD_IN}</span> {words}' in page
        assert page.split("<main")[1].count(corpus.CALL) == 1

    def test_says_who_asks_whom_and_where(self, client):
        page = read(client, "/recommendations/", kind="ask")

        assert (
            'of <a href="/countries/iq/">Iraq</a> by <a href="/countries/pk/">Pakistan</a>' in page
        )
        assert '<a href="/statements/slug-speech/#rspeech-ask">Speech speech</a>' in page

    def test_sets_a_title_in_another_language_apart(self, client):
        corpus.publish(corpus.speech("arabic", language="ar", title="بيان S/PV.1"))
        for one in corpus.speech("arabic").recommendations:
            store.put(replace(one, language="ar"))

        page = read(client, "/recommendations/", kind="ask", language="ar")

        assert '#rarabic-ask"><bdi lang="ar" dir="rtl">بيان S/PV.1</bdi></a>' in page

    def test_tells_promises_apart(self, client):
        page = read(client, "/recommendations/", kind="commitment")

        assert 'promised by <a href="/countries/pk/">Pakistan</a>' in page
        assert '<article class="entry commitment">' in page


class EventListTests:
    def test_shows_the_days_and_how_much_was_said(self, client):
        page = read(client, "/events/")

        assert titles(page) == ["The meeting"]
        assert "27–28 September 2017" in page
        assert "1 statement<" in page

    def test_is_narrowed_by_country(self, client):
        assert titles(read(client, "/events/", country="fj")) == []
        assert titles(read(client, "/events/", country="pk")) == ["The meeting"]


class ActorListTests:
    def test_shows_names_in_order_and_where_they_are_heard(self, client):
        page = read(client, "/actors/")

        assert titles(page) == ["Iraq", "Pakistan", "UNODC"]
        assert "3 actors, by name." in page
        assert "United Nations entity · heard or asked in 1 statement" in page


class CampaignListTests:
    def test_counts_what_each_has_gathered(self, client):
        corpus.publish(corpus.release("tagged"))

        page = read(client, "/campaigns/")

        assert titles(page) == ["shelter-for-all"]
        assert "2 recommendations, 2 statements" in page


class IndexTests:
    def test_countries_link_where_something_is_on_record(self, client):
        page = read(client, "/countries/")

        assert "2 countries on record." in page
        assert '<a href="/countries/pk/">Pakistan</a> <span class="n">1 statement, 1 event' in page
        assert 'href="/countries/fj/"' not in page
        assert "Fiji" in page

    def test_themes_are_a_tree_with_counts(self, client):
        page = read(client, "/themes/")

        assert page.index('href="/themes/protection/"') < page.index('href="/themes/shelter/"')
        assert "2 recommendations, 1 statement" in page
        assert re.search(r'<li class="unused"><a href="/themes/remedies/">Remedies</a>', page)


class OrderTests:
    def test_an_undated_text_stands_last(self, client):
        corpus.publish(corpus.release("undated", delivered=None, title="Undated"))

        page = read(client, "/statements/")

        assert titles(page)[-1] == "Undated"
        assert '<span class="undated">undated</span>' in page

    def test_a_date_known_from_elsewhere_stands_in_brackets(self, client):
        day = build.date("2019-03-15")
        known = type(day)(on=day.on, precision="day", source="S/PV.7898")
        corpus.publish(corpus.release("known", delivered=known))

        page = read(client, "/statements/", year="2019")

        note = "Not in the source. Known from: S/PV.7898"
        assert f'<time datetime="2019-03-15" title="{note}">[15 March 2019]</time>' in page
