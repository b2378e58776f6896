"""Events of a series: each names the others in order of time, and the list is narrowed."""

import re

import pytest

from statements.catalogue import store
from tests.catalogue import build

pytestmark = pytest.mark.usefixtures("on_record")


@pytest.fixture
def debates(on_record) -> None:
    """Three debates, a year apart."""
    store.put(build.series("debates", title="Open debates"))
    for year in ("2016", "2015", "2017"):
        day = build.date(f"{year}-12-20")
        store.put(build.event(f"d{year}", title=f"Debate {year}", date=day, series="debates"))


def read(client, address: str) -> str:
    response = client.get(address)

    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.usefixtures("debates")
class EventTests:
    def test_says_what_it_is_part_of(self, client):
        page = read(client, "/events/slug-d2016/")

        link = '<a href="/events/?series=slug-debates">Open debates</a>'
        assert f"<dt>Part of</dt> <dd>{link}</dd>" in page

    def test_names_what_came_before_and_after_in_order(self, client):
        page = read(client, "/events/slug-d2016/").split("Before and after: Open debates")[1]

        assert page.index("The one before") < page.index("Debate 2015") < page.index("The next one")
        assert page.index("The next one") < page.index("Debate 2017")
        assert "Debate 2016" not in page.split("</section>")[0]

    def test_shows_of_a_long_series_what_stands_around(self, client):
        for year in range(1970, 2015):
            day = build.date(f"{year}-12-20")
            store.put(build.event(f"d{year}", title=f"Debate {year}", date=day, series="debates"))

        page = read(client, "/events/slug-d2000/").split("Before and after: Open debates")[1]

        assert page.index("The one before") < page.index("Debate 1999") < page.index("The next one")
        assert page.index("The next one") < page.index("Debate 2001")
        assert "Debate 1970" not in page
        assert "All events of this series" in page

    @pytest.mark.parametrize(("ref", "before"), [("d2016", "2015"), ("d2016b", "2016")])
    def test_names_one_of_the_same_day_as_lists_order_it(self, client, ref, before):
        second = {"title": "Debate 2016, second", "series": "debates"}
        store.put(build.event("d2016b", date=build.date("2016-12-20"), **second))

        page = read(client, f"/events/slug-{ref}/").split("Before and after: Open debates")[1]

        [title, *_later] = re.findall(r">(Debate [^<]+)</a>", page.split("The one before")[1])
        assert title == f"Debate {before}"

    def test_says_nothing_of_a_series_without_others(self, client):
        store.put(build.series("alone", title="All alone"))
        store.put(build.event("one", series="alone"))

        page = read(client, "/events/slug-one/")

        assert "All alone" in page
        assert "Before and after" not in page

    def test_has_no_series_in_most_cases(self, client):
        page = read(client, "/events/slug-meeting/")

        assert "Part of" not in page
        assert "Before and after" not in page


@pytest.mark.usefixtures("debates")
class ListTests:
    def test_is_narrowed_by_a_series(self, client):
        page = read(client, "/events/?series=slug-debates")

        assert "3 of 4 events" in page
        assert "The meeting" not in page

    def test_offers_it(self, client):
        panels = {one.name: one for one in client.get("/events/").context["panels"]}

        [choice] = panels["series"].shown
        assert (choice.value, choice.label, choice.n) == ("slug-debates", "Open debates", 3)

    def test_refuses_one_that_is_not_known(self, client):
        assert client.get("/events/", {"series": "nonsense"}).status_code == 400
