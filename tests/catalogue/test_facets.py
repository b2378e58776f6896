"""What each kind of record is found by: the table of the design, cell by cell."""

import datetime as dt

import pytest

from statements.catalogue.facets import facets
from statements.catalogue.records import Live
from tests.catalogue import build

BROADER = {
    ("theme", "shelter"): ("protection",),
    ("theme", "demand"): ("prevention",),
    ("group", "girls"): ("children",),
    ("form", "domestic-servitude"): ("servitude",),
}


def values(record, live=None):
    found: dict[str, set[str]] = {}
    for name, value in facets(record, live or Live(), BROADER):
        found.setdefault(name, set()).add(value)
    return found


@pytest.fixture
def ask():
    return build.recommendation(
        askers=(build.voice("iraq", "iq"),),
        addressees=(build.addressee("libya", "ly"), build.addressee("council")),
        pillar="protection",
        themes=("shelter",),
        groups=("girls",),
        forms=("domestic-servitude",),
        countries=("tr",),
        event="eve",
        date=build.date("2017-11-21"),
    )


class RecommendationTests:
    def test_is_found_by_its_own(self, ask):
        live = Live(tags=("help",), campaigns=("cam",))

        assert values(ask, live) == {
            "kind": {"ask"},
            "theme": {"shelter", "protection"},
            "group": {"girls", "children"},
            "form": {"domestic-servitude", "servitude"},
            "by": {"iq"},
            "to": {"ly", "actor/council"},
            "country": {"iq", "ly", "tr"},
            "actor": {"iraq", "libya", "council"},
            "pillar": {"protection"},
            "event": {"eve"},
            "language": {"en"},
            "year": {"2017"},
            "tag": {"help"},
            "campaign": {"cam"},
        }


class StatementTests:
    def test_is_found_by_its_own_and_its_recommendations(self, ask):
        record = build.statement(
            recommendations=(ask,),
            voices=(
                build.voice("iraq", "iq"),
                build.voice("eu", capacity="quoted"),
                build.voice("spain", "es", capacity="quoted"),
            ),
            countries=("fr",),
            themes=("demand",),
            groups=("migrants",),
            forms=("forced-labour",),
            event="eve",
            delivered=build.date("2017-11-21"),
        )
        live = Live(tags=("help",), campaigns=("cam",))

        assert values(record, live) == {
            "kind": {"speech"},
            "theme": {"shelter", "protection", "demand", "prevention"},
            "group": {"girls", "children", "migrants"},
            "form": {"domestic-servitude", "servitude", "forced-labour"},
            "by": {"iq"},
            "to": {"ly", "actor/council"},
            "country": {"iq", "ly", "fr"},
            "actor": {"iraq", "eu", "spain", "libya", "council"},
            "pillar": {"protection"},
            "event": {"eve"},
            "language": {"en"},
            "year": {"2017"},
            "tag": {"help"},
            "campaign": {"cam"},
        }

    @pytest.mark.parametrize(
        ("capacity", "speaks"),
        [
            ("delivers", True),
            ("on_behalf_of", True),
            ("co_signs", True),
            ("quoted", False),
            ("read_out_by", False),
            ("hosts", False),
        ],
    )
    def test_is_by_those_that_speak_in_it(self, capacity, speaks):
        iraq = build.voice("iraq", "iq", capacity=capacity)
        record = build.statement(voices=(iraq, build.voice("eu", capacity=capacity)))

        assert values(record).get("by") == ({"iq", "actor/eu"} if speaks else None)

    def test_is_by_nobody_where_no_actor_is_named(self):
        record = build.statement(voices=(build.voice(name="A person"),))

        assert "by" not in values(record)

    def test_is_of_the_day_it_was_delivered_before_that_of_its_publication(self):
        delivered, published = build.date("2017-12-31"), build.date("2018-01-02")

        assert values(build.statement(delivered=delivered, published=published))["year"] == {"2017"}
        assert values(build.statement(published=published))["year"] == {"2018"}


class EventTests:
    def test_is_found_by_its_place_and_who_took_part(self):
        record = build.event(
            country="pk",
            host="unodc",
            participants=(build.addressee("iraq", "iq"), build.addressee("frontex")),
            themes=("shelter",),
            date=build.date("2017-10-01", "month"),
        )

        assert values(record) == {
            "kind": {"world_day"},
            "theme": {"shelter", "protection"},
            "country": {"pk", "iq"},
            "actor": {"unodc", "iraq", "frontex"},
            "year": {"2017"},
        }

    def test_is_of_every_year_it_lasts(self):
        record = build.event(date=build.date("2017-12-30"), ends_on=dt.date(2018, 1, 2))

        assert values(record)["year"] == {"2017", "2018"}


class OtherTests:
    def test_the_rest_is_found_by_what_tells_its_kind(self):
        assert values(build.actor("x", country="iq")) == {"kind": {"un_organ"}, "country": {"iq"}}
        assert values(build.campaign("x", "help")) == {"tag": {"help"}}
        assert values(build.term("tag", "help")) == {"scheme": {"tag"}}
