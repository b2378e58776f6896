"""What the portraits say, against what the records hold when each is looked at."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from statements.catalogue import records, store
from statements.catalogue.records import Recommendation
from statements.catalogue.selection import Value
from statements.views import portraits, themes
from statements.views.portraits import POOL
from statements.views.portraits.asked import LONGEST, shortened
from tests.catalogue import build
from tests.views import corpus, exchange


@pytest.fixture
def made(on_record: None) -> list[Recommendation]:
    return exchange.publish()


def read(client: Client, address: str) -> str:
    response = client.get(address)

    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def section(page: str, title: str) -> str:
    return page.split(f"<h2>{title}</h2>")[1].split("</section>")[0]


def asked_by(held: Sequence[Recommendation], state: str, kind: str = "ask") -> list[Any]:
    return [one for one in held if one.kind == kind and one.askers[0].state == state]


def asked_of(held: Sequence[Recommendation], state: str) -> list[Recommendation]:
    return [
        one for one in held if one.kind == "ask" and state in {to.state for to in one.addressees}
    ]


def shown(part: str) -> list[str]:
    """Return the references of the recommendations that stand in a section."""
    return re.findall(r'class="ask-title"><a href="/recommendations/([\w-]+)/"', part)


def listing(page: str, title: str) -> dict[str, int]:
    """Return the names and numbers of what stands beside under a title."""
    part = section(page, title)
    found = re.findall(r"<li><a [^>]*>(.*?)</a> <span class=\"n\">([0-9]+)</span>", part)
    return {re.sub("<[^>]+>", "", name): int(n) for name, n in found}


class CountryTests:
    @pytest.mark.parametrize("state", ["pk", "iq", "fj"])
    def test_counts_what_it_asked_promised_and_was_asked(self, client, made, state):
        page = read(client, f"/countries/{state}/")

        asked, was_asked = len(asked_by(made, state)), len(asked_of(made, state))
        promised = len(asked_by(made, state, "commitment"))
        said = page.split('<p class="standfirst">')[1].split("</p>")[0]
        numbers = [int(n) for n in re.findall(r"(?<![0-9–(])([0-9]{1,2}) ", said)]
        assert numbers[1:] == [n for n in (asked, promised, was_asked) if n]

    def test_says_when_it_spoke(self, client, made):
        page = read(client, "/countries/pk/")

        assert "Pakistan spoke in 5 statements (2014–2017)." in page

    def test_shows_what_it_asked_under_one_heading_a_statement(self, client, made):
        part = section(read(client, "/countries/fj/"), "What Fiji asked")

        refs = shown(part)
        assert {*refs} <= {one.ref for one in asked_by(made, "fj")}
        assert part.count("group-title") == len({ref.rpartition("-")[0] for ref in refs})
        assert "by <a" not in part

    def test_names_the_themes_of_what_it_asked(self, client, made):
        page = read(client, "/countries/iq/")

        themes = Counter(code.title() for one in asked_by(made, "iq") for code in one.themes)
        assert listing(page, "Themes of what was asked") == themes

    def test_tells_apart_what_was_asked_of_all_states_by_others(self, client, made):
        pakistan = (build.voice("pakistan", "pk"),)
        of_all = {"addressees": (build.addressee("all"),), "event": "meeting"}
        day = build.date("2020-01-01")
        store.put(build.recommendation("own", askers=pakistan, date=day, **of_all))

        page = read(client, "/countries/pk/")

        everybody = [
            one.ref
            for one in made
            if one.kind == "ask"
            and one.addressees
            and one.addressees[0].actor == "all"
            and one.askers[0].state != "pk"
        ]
        part = section(page, "What was asked of all States where Pakistan took part")
        assert everybody
        assert {*shown(part)} <= {*everybody}
        assert len(shown(part)) == min(3, len(everybody))
        assert not {*shown(section(page, "What was asked of Pakistan"))} & {*everybody}

    def test_says_nothing_of_all_states_where_it_did_not_take_part(self, client, made):
        assert "of all States" not in read(client, "/countries/fj/")

    def test_leads_to_those_that_ask_about_the_same(self, client, made):
        store.put(build.recommendation("r", askers=(build.voice("unodc"),), themes=("shelter",)))

        page = read(client, "/countries/pk/")

        part = section(page, "Who asks about the same")
        assert 'href="/compare/?country=pk&amp;country=iq"' in part
        assert 'href="/compare/?country=pk&amp;actor=slug-unodc"' in part
        assert "Pakistan" not in part

    def test_keeps_nothing_of_what_is_withdrawn(self, client, made):
        for one in made:
            if one.statement == "made-00":
                store.withdraw("recommendation", _tombstone(one.ref))
        store.withdraw("statement", _tombstone("made-00"))

        assert "made-00" not in read(client, "/countries/pk/")

    def test_reads_in_arabic(self, client, made):
        store.put(replace(build.term("country", "pk"), labels={"en": "Pakistan", "ar": "باكستان"}))

        page = read(client, "/ar/countries/pk/")

        assert "<h1>باكستان</h1>" in page
        assert 'lang="en" dir="ltr"' in page


def _tombstone(ref: str) -> records.Tombstone:
    day = build.date("2026-01-01").on
    return records.Tombstone(ref=ref, on=day, reason="It was wrong.", successor="")


class ThemeTests:
    def test_shows_the_strongest_words_first(self, client, made):
        page = read(client, "/themes/visas/")

        part = section(page, "What was asked, strongest words first")
        strength = {one.ref: one.strength or 0 for one in made}
        about = [one for one in made if one.kind == "ask" and "visas" in one.themes]
        found = {strength[ref] for ref in shown(part)}
        assert len(about) <= POOL
        assert max(found) == max(strength[one.ref] for one in about)
        left = sorted([strength[one.ref] for one in about], reverse=True)
        assert sorted([strength[ref] for ref in shown(part)], reverse=True) == left[:5]

    def test_counts_pillars_and_who_asks_whom(self, client, made):
        page = read(client, "/themes/visas/")

        about = [one for one in made if one.kind == "ask" and "visas" in one.themes]
        assert listing(page, "By pillar") == Counter(one.pillar.title() for one in about)
        named = {"pakistan": "Pakistan", "iraq": "Iraq", "fiji": "Fiji", "all": "All States"}
        asking = Counter(named[str(one.askers[0].actor)] for one in about)
        assert listing(page, "Who asks") == asking
        asked = Counter(named[to.actor] for one in about for to in one.addressees)
        assert "All States" in asked
        assert listing(page, "Who is asked") == asked


class InstrumentTests:
    def test_quotes_the_words_that_cite_it(self, client, made):
        citation = records.Citation(instrument="protocol", passage=corpus.passage(corpus.PROMISE))
        store.put(corpus.speech("citing", instruments=("protocol",), citations=(citation,)))

        page = read(client, "/instruments/slug-protocol/")

        assert f"<b>{corpus.PROMISE}</b>" in section(page, "Who cites it, and in which words")
        assert "I thank you" not in page

    def test_quotes_no_more_than_their_paragraph(self, client, made):
        text = "Mr. President,\nWe recall the Protocol, and its aims.\n• We will ratify it."
        passage = corpus.passage("the Protocol", text)
        citation = records.Citation(instrument="protocol", passage=passage)
        cited = {"instruments": ("protocol",), "citations": (citation,)}
        lines = build.statement("lines", text=text, **cited)
        store.put(replace(lines, delivered=build.date("2026-01-01")))

        page = read(client, "/instruments/slug-protocol/")

        assert ">We recall <b>the Protocol</b>, and its aims.</blockquote>" in page

    def test_quotes_what_stands_around_words_of_a_language_without_spaces(self, client, made):
        words = "《巴勒莫议定书》"
        text = f"{'贩运人口' * 40}{words}{'保护受害者' * 40}"
        citation = records.Citation(instrument="protocol", passage=corpus.passage(words, text))
        cited = {"instruments": ("protocol",), "citations": (citation,)}
        chinese = build.statement("chinese", title="发言", language="zh", text=text, **cited)
        store.put(replace(chinese, delivered=build.date("2026-01-01")))

        page = read(client, "/instruments/slug-protocol/")

        assert re.search(rf"\[…\] [贩运人口]{{110}}<b>{words}</b>[保护受害者]{{110}} \[…\]<", page)

    def test_counts_its_years(self, client, made):
        page = read(client, "/instruments/slug-protocol/")

        years = Counter(str(one.delivered.on.year) for one in exchange.several() if one.instruments)  # type: ignore[union-attr]
        assert listing(page, "By year") == years


class EventTests:
    def test_shows_what_the_one_before_asked(self, client, made):
        page = read(client, "/events/slug-meeting/")

        before = {one.ref for one in made if one.kind == "ask" and one.event == "earlier"}
        part = section(page, "What the one before asked")
        assert "The earlier" in part
        assert {*shown(part)} <= before
        assert shown(part)

    def test_the_first_of_a_series_has_none_before(self, client, made):
        assert "What the one before asked" not in read(client, "/events/slug-earlier/")

    def test_a_series_heads_the_list_of_its_events(self, client, made):
        page = read(client, "/events/?series=slug-meetings")

        asked = len([one for one in made if one.kind == "ask"])
        promised = len([one for one in made if one.kind == "commitment"])
        assert "The meetings</h1>" in page
        assert (
            f"2 events (2016–2017). {asked} things were asked. {promised} promises were made."
            in page
        )

    def test_a_list_narrowed_further_is_of_no_series(self, client, made):
        page = read(client, "/events/?series=slug-meetings&year=2016")

        assert "The meetings</h1>" not in page


class CampaignTests:
    def test_gathers_by_who_is_asked(self, client, made):
        page = read(client, "/campaigns/slug-shelter-for-all/")

        part = section(page, "Who is asked, and for what")
        titles = re.findall(r'class="group-title">(.*?)</h3>', part)
        assert titles[-1] == "Nobody by name"
        assert '<a href="/actors/all-states/">All States</a>' in titles


class QuestionTests:
    def asked(self, pool: int) -> portraits.Section:
        theme = Value("visas", "visas", "Visas")
        question = portraits.Question(
            title="",
            selection=portraits.asks(theme=theme),
            nothing="",
            size=1,
            pool=pool,
            pick=themes.strongest,
        )
        return portraits.answer([question]).sections[0]

    def test_says_that_it_picked_from_the_newest(self, made):
        assert self.asked(2).note == "Picked from the newest 2."

    def test_says_nothing_where_it_looked_at_all(self, made):
        assert self.asked(POOL).note == ""


class ShortenedTests:
    def test_keeps_what_is_short(self):
        assert shortened("Give every victim a bed.") == "Give every victim a bed."

    def test_cuts_between_two_words_and_says_so(self):
        words = "shelter " * 100

        cut = shortened(words)

        assert cut.endswith("shelter […]")
        assert len(cut) <= LONGEST + 4

    def test_cuts_where_there_is_no_space(self):
        assert shortened("一" * 400) == "一" * LONGEST + " […]"
