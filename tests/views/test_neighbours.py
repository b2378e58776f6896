"""What the page of a statement names as said before and after it."""

import re

import pytest
from django.test import Client

from statements.catalogue import records, store
from statements.views import neighbours
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")

LINE = re.compile(r'<p class="asked">(\w+): <a href="/statements/slug-([\w-]+)/">')
HEADING = '<h2 id="around">'
BARE = {"event": None, "voices": (), "themes": (), "countries": (), "recommendations": ()}


def said(ref: str, day: str, **fields) -> None:
    """Put a statement that shares nothing but the fields given."""
    store.put(corpus.speech(ref, delivered=build.date(day), **(BARE | fields)))


def around(client: Client, ref: str, language: str = "") -> str:
    """Return what the page of a statement shows as earlier and later."""
    page = client.get(f"{language}/statements/slug-{ref}/").content.decode()
    return re.sub(r"\s+", " ", page.partition(HEADING)[2].partition("</nav>")[0])


def lines(shown: str) -> list[tuple[str, str]]:
    """Return the words and the slugs of the lines."""
    found: list[tuple[str, str]] = LINE.findall(shown)
    return found


class NeighboursTests:
    def test_are_the_nearest_on_the_theme(self, client):
        for year in (2011, 2012, 2013, 2014, 2015):
            said(f"y{year}", f"{year}-05-05", themes=("remedies",))
        said("other", "2012-12-12", themes=("protection",))

        shown = around(client, "y2013")

        assert lines(shown) == [("Earlier", "y2012"), ("Later", "y2014")]
        assert '<p class="byline">Theme</p>' in shown
        assert '<a href="/themes/remedies/">Remedies</a>' in shown
        assert '<time datetime="2012-05-05">5 May 2012</time>' in shown

    def test_are_of_who_is_spoken_for_before_who_delivers(self, client):
        both = (
            build.voice("pakistan", "pk"),
            build.voice("iraq", "iq", ref="w", capacity="on_behalf_of"),
        )
        said("both", "2012-05-05", voices=both)
        said("iraq", "2013-05-05", voices=(build.voice("iraq", "iq"),))
        said("pakistan", "2012-06-05", voices=(build.voice("pakistan", "pk"),))

        shown = around(client, "both")

        assert lines(shown) == [("Later", "iraq")]
        assert '<p class="byline">Said by</p>' in shown
        assert '<a href="/countries/iq/">Iraq</a>' in shown

    def test_are_of_the_first_voice_that_has_an_actor(self, client):
        person, unodc = build.voice(name="A person"), build.voice("unodc", ref="w")
        said("first", "2012-05-05", voices=(person, unodc))

        shown = around(client, "first")

        assert lines(shown) == [("Later", "release")]
        assert '<p class="byline">Said by</p>' in shown
        assert ">UNODC</a>" in shown

    def test_are_of_the_series_of_the_event(self, client):
        store.put(build.series("debates", title="Open debates"))
        for year in (2015, 2016, 2017):
            day = build.date(f"{year}-12-20")
            store.put(build.event(f"d{year}", date=day, series="debates"))
            said(f"y{year}", f"{year}-12-20", event=f"d{year}")

        shown = around(client, "y2016")

        assert lines(shown) == [("Earlier", "y2015"), ("Later", "y2017")]
        assert '<p class="byline">Series</p>' in shown
        assert "Open debates" in shown

    def test_of_a_long_series_are_the_nearest_as_well(self, client, monkeypatch):
        monkeypatch.setattr(neighbours, "EVENTS", 2)
        store.put(build.series("debates", title="Open debates"))
        for year in range(2001, 2012):
            day = build.date(f"{year}-12-20")
            store.put(build.event(f"d{year}", date=day, series="debates"))
            said(f"y{year}", f"{year}-12-20", event=f"d{year}")

        assert lines(around(client, "y2006")) == [("Earlier", "y2005"), ("Later", "y2007")]

    def test_of_one_day_stand_as_in_lists(self, client):
        for ref in ("b", "a", "d", "c"):
            said(ref, "2012-05-05", themes=("remedies",))

        assert lines(around(client, "a")) == [("Later", "b")]
        assert lines(around(client, "b")) == [("Earlier", "a"), ("Later", "c")]
        assert lines(around(client, "d")) == [("Earlier", "c")]

    def test_are_no_translations(self, client):
        for year in (2012, 2013, 2014):
            said(f"y{year}", f"{year}-05-05", themes=("remedies",))
            # In the order of a day the one before and the other after the original.
            for ref in (f"a{year}", f"z{year}"):
                of = f"y{year}"
                said(ref, f"{year}-05-05", themes=("remedies",), translation_of=of, language="ar")

        beside = [("Earlier", "y2012"), ("Later", "y2014")]
        assert lines(around(client, "y2013")) == beside
        assert lines(around(client, "a2013")) == beside
        assert lines(around(client, "z2013")) == beside

    def test_are_never_what_was_withdrawn(self, client):
        for year in (2012, 2013, 2014, 2015):
            said(f"y{year}", f"{year}-05-05", themes=("remedies",))
        day = build.date("2026-01-01").on
        for ref in ("y2014", "y2012"):
            stone = records.Tombstone(ref=ref, on=day, reason="Wrong.", successor="")
            store.withdraw("statement", stone)

        assert lines(around(client, "y2013")) == [("Later", "y2015")]

    def test_leave_no_empty_heading(self, client):
        said("alone", "2012-05-05", themes=("remedies",))
        said("undated", "2012-05-05", themes=("remedies",))
        undated = corpus.speech("undated", **BARE | {"themes": ("remedies",), "delivered": None})
        store.put(undated)

        for ref in ("alone", "undated"):
            page = client.get(f"/statements/slug-{ref}/").content.decode()
            assert HEADING not in page

    def test_are_named_in_arabic_and_each_in_its_own_language(self, client):
        said("first", "2012-05-05", themes=("remedies",))
        said("arabic", "2013-05-05", themes=("remedies",), title="بيان", language="ar")
        said("third", "2014-05-05", themes=("remedies",), title="Third <b>")

        shown = around(client, "arabic", "/ar")

        assert "سابق" in shown
        assert 'href="/ar/statements/slug-third/"' in shown
        assert '<bdi lang="en" dir="ltr">Third &lt;b&gt;</bdi></a>' in shown
        assert '<bdi lang="ar" dir="rtl">بيان</bdi></a>' in around(client, "first")
