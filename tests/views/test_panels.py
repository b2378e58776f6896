"""The panels of the lists."""

import html
import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.catalogue import filters, select
from statements.views import panels
from statements.views.names import Names
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")


def drawn(whole: str = "", **given: str) -> dict[str, panels.Panel]:
    """Draw the panels of the list of statements, narrowed by what is given."""
    results = select.select(filters.read("statement", {name: [one] for name, one in given.items()}))
    offered = panels.offered(results, whole)
    found = panels.panels(results, offered, Names(panels.keys(offered)), whole)
    return {panel.name: panel for panel in found}


def lines(panel: panels.Panel) -> list[tuple[str, str, int]]:
    return [(choice.value, choice.label, choice.n) for choice in (*panel.shown, *panel.rest)]


def chosen(panel: panels.Panel) -> list[str]:
    return [choice.value for choice in panel.shown if choice.is_chosen]


class PanelTests:
    def test_count_what_each_choice_would_give(self):
        kinds = drawn()["kind"]

        assert lines(kinds) == [("press_release", "Press release", 1), ("speech", "Speech", 1)]

    def test_count_with_their_own_choice_lifted(self):
        kinds = drawn(kind="speech")["kind"]

        assert lines(kinds) == [("press_release", "Press release", 1), ("speech", "Speech", 1)]
        assert chosen(kinds) == ["speech"]

    def test_are_left_out_where_they_would_narrow_nothing(self):
        assert "language" not in drawn()

    def test_stay_in_sight_where_something_is_chosen(self):
        assert chosen(drawn(language="en")["language"]) == ["en"]

    def test_keep_a_choice_that_gives_nothing(self):
        countries = drawn(country="fj")["country"]

        assert ("fj", "Fiji", 0) in lines(countries)
        assert chosen(countries) == ["fj"]

    def test_leave_out_what_has_too_many_choices_to_be_of_use(self):
        assert not {"actor", "event", "tag"} & drawn(actor="slug-unodc", tag="beds").keys()

    def test_stand_in_one_order(self):
        order = "theme country by to pillar group form kind year language instrument campaign"

        assert filters.panels("statement") == tuple(order.split())

    def test_name_years_newest_first(self):
        assert [value for value, _, _ in lines(drawn()["year"])] == ["2018", "2017"]

    def test_name_only_themes_that_occur(self):
        values = [value for value, _, _ in lines(drawn()["theme"])]

        assert sorted(values) == ["protection", "shelter"]


@pytest.mark.parametrize("n", [3, panels.MOST + 5])
@pytest.mark.parametrize("whole", ["", "by"])
def test_values_are_offered_in_one_order_whatever_the_counts_come_in(n, whole):
    """Else two actors of one name would change places from process to process."""
    results = select.select(filters.read("statement", {}))
    counts = {f"actor-{number:03}": 1 for number in range(n)}
    orders = (counts, dict(reversed(counts.items())))

    found = [
        panels.offered(replace(results, counts={"by": order}), whole)["by"] for order in orders
    ]

    assert found[0] == found[1] == sorted(found[0])
    assert len(found[0]) == (n if whole else min(n, panels.MOST))


class LongPanelTests:
    @pytest.fixture(autouse=True)
    def _many_countries(self, on_record):
        corpus.many_countries(panels.MOST + 5)

    def test_show_the_most_frequent_and_fold_the_rest(self):
        countries = drawn()["country"]

        assert len(countries.shown) == panels.IN_SIGHT
        assert len(lines(countries)) == panels.MOST
        assert countries.shown[0].value == f"c{panels.MOST + 4:03}"

    def test_keep_the_chosen_in_sight(self):
        rare = f"c{panels.MOST + 3:03}"

        countries = drawn(country=rare)["country"]

        assert chosen(countries) == [rare]

    def test_say_how_many_they_leave_out(self):
        countries = drawn()["country"]

        # Those of the other statements are two more.
        assert countries.of == panels.MOST + 7
        assert countries.more == f"{panels.MOST + 7 - panels.IN_SIGHT} more"
        assert not countries.is_whole

    def test_offer_each_choice_once_with_its_count_when_they_are_whole(self):
        countries = drawn(whole="country")["country"]

        assert countries.is_whole
        assert len(lines(countries)) == len({value for value, _, _ in lines(countries)}) == 47
        assert {n for value, _, n in lines(countries) if value != "c044"} == {1}

    def test_are_whole_only_where_that_was_asked(self, client):
        corpus.many_countries(panels.MOST - 1)

        # The one that the most frequent leave out is chosen.
        countries = drawn(country="pk")["country"]
        page = client.get("/statements/?country=pk").content.decode()

        assert len(lines(countries)) == panels.MOST + 1
        assert (countries.of, countries.is_whole) == (0, False)
        assert "Show fewer" not in page
        assert '<details class="filters">' in page

    def test_are_whole_one_at_a_time(self):
        assert len(lines(drawn(whole="by")["country"])) == panels.MOST

    def test_of_few_choices_are_the_same_whole(self):
        assert drawn(whole="kind")["kind"] == drawn()["kind"]


class WholePanelTests:
    @pytest.fixture(autouse=True)
    def _many_countries(self, on_record):
        corpus.many_countries(panels.MOST + 5)

    @pytest.mark.parametrize("address", ["/statements/", "/search/?q=release"])
    def test_is_a_link_away_with_what_is_chosen(self, client, address):
        query = f"{address.partition('?')[2]}&all=country".removeprefix("&")

        page = client.get(address).content.decode()

        link = html.escape(f"{address.partition('?')[0]}?{query}#panel-country")
        assert f'href="{link}" rel="nofollow">Show all 4' in page
        assert page.count('name="country"') == panels.MOST
        assert '<details class="filters">' in page

    @pytest.mark.parametrize("address", ["/statements/?", "/search/?q=release&"])
    def test_answers_the_same_list(self, client, address):
        before, page = (
            client.get(f"{address}{more}").content.decode() for more in ("", "all=country")
        )

        assert page.count('name="country"') > panels.MOST
        assert page.partition('id="results"')[2] == before.partition('id="results"')[2]
        assert '<details class="filters" open>' in page
        assert page.count('<details class="rest" open>') == 1
        fewer = html.escape(address.rstrip("?&"))
        assert f'<a href="{fewer}#panel-country">Show fewer' in page

    def test_has_the_canonical_address_of_the_list_and_is_not_indexed(self, client):
        page = client.get("/statements/?all=country&kind=press_release").content.decode()

        assert re.search(r'rel="canonical" href="[^"]*/statements/\?kind=press_release"', page)
        assert '<meta name="robots" content="noindex">' in page
        assert "noindex" not in client.get("/statements/").content.decode()

    def test_asks_as_many_queries_as_the_list(self, client):
        counted = []
        for address in ("/statements/", "/statements/?all=country"):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counted.append(len(queries))

        assert counted[0] == counted[1]

    @pytest.mark.parametrize(
        "address",
        [
            "/statements/?all=countries",
            "/statements/?all=event",
            "/statements/?all=country&all=by",
            "/search/?q=release&all=kind",
            "/themes/?all=country",
        ],
    )
    def test_is_refused_where_there_is_no_such_panel(self, client, address):
        response = client.get(address)

        assert response.status_code == 400
        assert "<strong>all</strong>" in response.content.decode()


class SoughtTests:
    def test_are_theme_country_and_year(self):
        assert panels.sought(tuple(drawn().values())) == ["Theme", "Country", "Year"]

    def test_are_others_where_a_list_has_none_of_these(self):
        kept = [panel for name, panel in drawn().items() if name in {"year", "kind", "by"}]

        assert panels.sought(kept) == ["Year", "Said by", "Kind"]

    def test_stand_on_the_button_of_the_filters(self, client):
        page = client.get("/statements/").content.decode()

        assert "<summary>Filter: theme, country, year …</summary>" in page


class HiddenTests:
    def test_hold_what_no_panel_does(self):
        given = {"event": ["slug-meeting"], "by": ["pk"], "sort": ["oldest"]}
        selection = filters.read("statement", given)

        assert panels.hidden(selection) == [("event", "slug-meeting"), ("sort", "oldest")]
