"""The panels of the lists."""

import pytest

from statements.catalogue import filters, select, store
from statements.views import panels
from statements.views.names import Names
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")


def drawn(**given: str) -> dict[str, panels.Panel]:
    """Draw the panels of the list of statements, narrowed by what is given."""
    results = select.select(filters.read("statement", {name: [one] for name, one in given.items()}))
    offered = panels.offered(results)
    found = panels.panels(results, offered, Names(panels.keys(offered)))
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


class LongPanelTests:
    @pytest.fixture(autouse=True)
    def _many_countries(self, on_record):
        codes = tuple(f"c{number:03}" for number in range(panels.MOST + 5))
        for code in codes:
            store.put(build.term("country", code))
        corpus.publish(corpus.release("one", countries=codes))
        corpus.publish(corpus.release("two", countries=codes[-1:]))

    def test_show_the_most_frequent_and_fold_the_rest(self):
        countries = drawn()["country"]

        assert len(countries.shown) == panels.IN_SIGHT
        assert len(lines(countries)) == panels.MOST
        assert countries.shown[0].value == f"c{panels.MOST + 4:03}"

    def test_keep_the_chosen_in_sight(self):
        rare = f"c{panels.MOST + 3:03}"

        countries = drawn(country=rare)["country"]

        assert chosen(countries) == [rare]


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
