"""The home page."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from statements.catalogue import revision, store
from tests.catalogue import build
from tests.views import corpus


def read(client, address: str = "/") -> str:
    response = client.get(address)

    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.usefixtures("on_record")
class HomeTests:
    def test_quotes_a_recommendation_with_its_source(self, client):
        page = read(client)

        assert f'<a href="/statements/slug-speech/#rspeech-ask">“{corpus.CALL}”</a>' in page
        assert 'asked of <a href="/countries/iq/">Iraq</a>' in page

    def test_has_a_door_for_each_pillar_with_its_count_and_themes(self, client):
        page = read(client)

        doors = re.findall(r'href="/recommendations/\?pillar=(\w+)">.*?class="big">(\d+)', page)
        assert doors == [
            ("prevention", "0"),
            ("protection", "1"),
            ("prosecution", "0"),
            ("partnership", "0"),
        ]
        assert '<p class="soft"><a href="/themes/shelter/">Shelter</a></p>' in page

    def test_shows_the_newest_first(self, client):
        page = read(client)

        assert page.index("Release release") < page.index("Speech speech")

    def test_counts_what_campaigns_gather(self, client):
        assert "2 recommendations, 1 statement" in read(client)

    def test_shows_coming_events_from_today_on(self, client):
        today = timezone.now().date()
        for title, day in (("Past", -1), ("Today", 0), ("Later", 30)):
            on = (today + dt.timedelta(days=day)).isoformat()
            store.put(build.event(title, title=title, date=build.date(on)))

        coming = read(client).split("Coming events")[1]

        assert "Past" not in coming.replace("Past events", "")
        assert coming.index("Today") < coming.index("Later")

    def test_tells_of_a_coming_event_what_was_asked_the_last_time(self, client):
        store.put(build.series("days", title="World days"))
        later = (timezone.now().date() + dt.timedelta(days=30)).isoformat()
        day = build.date("2017-07-30")
        store.put(build.event("meeting", version=2, title="Before", date=day, series="days"))
        store.put(build.event("later", title="Later", date=build.date(later), series="days"))

        coming = read(client).split("Coming events")[1]

        assert re.search(
            r'Later</a>.*?Last time: <a href="/events/slug-meeting/"><time[^>]*>30 July 2017</time>'
            r"</a> · .*?Pakistan</a>: 1 recommendation, 1 commitment",
            coming,
        )

    def test_tells_of_the_one_before_alone_as_the_page_of_the_event_does(self, client):
        store.put(build.series("days", title="World days"))
        day = build.date("2017-07-30")
        store.put(build.event("meeting", version=2, title="Before", date=day, series="days"))
        for days in (30, 60):
            on = (timezone.now().date() + dt.timedelta(days=days)).isoformat()
            store.put(build.event(f"in-{days}", date=build.date(on), series="days"))

        assert read(client).count("Last time:") == 1
        assert "What the one before asked" in read(client, "/events/slug-in-30/")
        assert "What the one before asked" not in read(client, "/events/slug-in-60/")

    def test_quotes_another_statement_each_day(self, client, monkeypatch):
        corpus.publish(corpus.speech("other", title="Another speech"))
        quoted = set()
        for day in (1, 2):
            monkeypatch.setattr(revision, "today", lambda day=day: dt.date(2026, 1, day))
            quoted |= set(
                re.findall(r'<blockquote[^>]*><a href="(/statements/[^"#]+)', read(client))
            )

        assert quoted == {"/statements/slug-speech/", "/statements/slug-other/"}


@pytest.mark.django_db
class EmptyHomeTests:
    def test_says_that_nothing_is_there_yet(self, client):
        page = read(client)

        assert "Nothing is on record yet." in page
        assert "There is no campaign yet." in page
        assert "No date is known yet." in page

    @pytest.mark.parametrize("address", ["/statements/", "/events/", "/campaigns/", "/themes/"])
    def test_so_do_the_lists(self, client, address):
        response = client.get(address)

        assert response.status_code == 200
        assert re.search(
            "Nothing is on record here yet|There is no theme yet", response.content.decode()
        )
