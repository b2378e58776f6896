"""The words of a list: as a parameter, as fields that are typed, in its address."""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from django.http import QueryDict

from statements.catalogue import filters, records, select, store
from statements.catalogue.search.offers import related, spelling
from statements.catalogue.search.query import Phrase, Query, Term
from statements.catalogue.selection import Refused, Selection
from tests.catalogue import build

pytestmark = pytest.mark.django_db

LIST = json.loads((Path(__file__).parents[1] / "naughty.json").read_text("utf-8"))
NAUGHTY = [text for family in LIST.values() for text in family]


@pytest.fixture(autouse=True)
def _names(db):
    names = {"en": "Iraq", "ar": "العراق", "fr": "Irak"}
    store.put(records.Term(scheme="country", code="iq", labels=names, broader=(), order=0))
    store.put(
        records.Term(
            scheme="country",
            code="ae",
            labels={"en": "United Arab Emirates"},
            broader=(),
            order=1,
            also=("UAE", "Emirati"),
        )
    )
    store.put(build.term("theme", "safe-shelter", label="Shelter and accommodation"))
    store.put(build.term("theme", "forced-labour", label="Forced labour"))
    store.put(build.term("theme", "child-labour", label="Child labour"))
    store.put(build.term("tag", "beds", label="Beds for all"))
    store.put(build.actor("unodc", name="UN Office on Drugs and Crime", short_name="UNODC"))
    store.put(build.actor("iraq", kind="state", name="Iraq", names=names, country="iq"))
    store.put(build.event("meeting", title="The 7898th meeting"))


def selection(query: str, kind: str = "statement") -> Selection:
    return filters.read(kind, dict(QueryDict(query).lists()))


class TypedFieldTests:
    @pytest.mark.parametrize(
        ("typed", "address"),
        [
            ("country:iraq", "?country=iq"),
            ("country:IQ", "?country=iq"),
            ("country:العراق", "?country=iq"),
            ("pays:irak", "?country=iq"),
            ("country:uae", "?country=ae"),
            ("country:emirati", "?country=ae"),
            ("country:united arab emirates", "?country=ae"),
            ("theme:shelter", "?theme=safe-shelter"),
            ('theme:"forced labour"', "?theme=forced-labour"),
            ("tag:beds", "?tag=beds"),
            ("body:unodc", "?actor=slug-unodc"),
            ("by:unodc to:unodc", "?by=slug-unodc&to=slug-unodc"),
            ("body:iraq", "?country=iq"),
            ("by:iraq to:iraq", "?by=iq&to=iq"),
            ("event:7898th", "?event=slug-meeting"),
            ("kind:speech", "?kind=speech"),
            ('kind:"press release"', "?kind=press_release"),
            ("pillar:protection", "?pillar=protection"),
            ("language:arabic", "?language=ar"),
            ("language:français", "?language=fr"),
            ("date:2017-01..2017-03", "?since=2017-01&until=2017-03"),
            ("year:2017", "?year=2017"),
        ],
    )
    def test_become_parameters(self, typed, address):
        chosen = filters.read("statement", {"q": [typed]})

        assert chosen.query() == address
        assert (chosen.q, chosen.is_moved) == ("", True)
        assert not selection(address.removeprefix("?")).is_moved

    def test_join_the_parameters_that_are_there(self):
        chosen = selection("q=beds country:iraq date:2017&country=ae&since=2015&sort=oldest")

        assert chosen.query() == ("?q=beds&country=ae&country=iq&since=2017&until=2017&sort=oldest")

    @pytest.mark.parametrize("typed", ["theme:labour", "country:atlantis", "tag:secret"])
    def test_are_words_where_it_is_not_known_which_is_meant(self, typed):
        chosen = selection(f"q={typed}")

        assert [code for code, _words in chosen.notes] == ["value"]
        assert chosen.sought == Query((Term(typed.split(":")[1]),))
        assert not chosen.values

    def test_are_words_where_a_list_is_not_narrowed_so(self):
        chosen = selection("q=by:iraq", "event")

        assert [code for code, _words in chosen.notes] == ["elsewhere"]
        assert chosen.query() == "?q=by%3A%22iraq%22"

    def test_are_looked_up_only_where_some_are_typed(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            selection("q=shelter victims -child speaker:smith")


class WordsTests:
    @pytest.mark.parametrize("kind", ["statement", "recommendation", "event", "actor", "campaign"])
    def test_are_taken_by_every_list(self, kind):
        chosen = selection("q=“shelter  victims” beds", kind)

        assert chosen.q == '"shelter victims" beds'
        assert chosen.sought == Query((Phrase(("shelter", "victims")), Term("beds")))
        assert chosen.is_narrowed

    def test_stand_first_in_the_address(self):
        assert selection("country=iq&q=beds&page=2").query(page=2) == "?q=beds&country=iq&page=2"

    def test_tell_selections_apart_by_their_normal_form_alone(self):
        assert selection("q=beds") == selection("q=  beds ")
        assert selection("q=beds") != selection("q=shelter")

    def test_that_are_none_ask_for_nothing(self):
        for typed in ("", "  ", "-", "“”", "\x00"):
            assert not filters.read("statement", {"q": [typed]}).is_narrowed

    def test_given_twice_are_refused(self):
        with pytest.raises(Refused) as refused:
            selection("q=beds&q=shelter")

        assert refused.value.field == "q"

    @pytest.mark.parametrize("kind", ["statement", "event", "actor", "campaign"])
    def test_are_never_refused_whatever_they_are(self, kind):
        for typed in (*NAUGHTY, "country:iraq " * 30, "date:0000..9999", "year:2017 " * 30):
            chosen = filters.read(kind, {"q": [typed]})

            assert filters.read(kind, parse_qs(chosen.query()[1:])) == chosen

    def test_join_no_more_values_than_an_address_may_have(self):
        for number in range(filters.MOST_VALUES):
            store.put(build.term("country", f"c{number}"))
        given = [f"c{number}" for number in range(filters.MOST_VALUES)]

        chosen = filters.read("statement", {"country": given, "q": ["country:iraq"]})

        assert len(chosen.values["country"]) == filters.MOST_VALUES

    def test_have_a_chip_that_takes_them_away(self):
        chips = list(selection("q=shelter victims&country=iq&sort=newest").chips())

        assert chips == [
            ("q", "“shelter victims”", "?country=iq"),
            ("country", "Iraq", "?q=shelter+victims&sort=newest"),
        ]

    def test_leave_a_valid_selection_whichever_chip_is_taken_away(self):
        chosen = selection("q=beds -x&theme=safe-shelter&country=iq&since=2016&until=2017")

        for _name, _label, query in chosen.chips():
            left = selection(query.removeprefix("?"))
            assert left.query() == query
            assert not left.is_moved


class OrderTests:
    @pytest.mark.parametrize(
        ("query", "order", "address"),
        [
            ("", "newest", ""),
            ("sort=newest", "newest", ""),
            ("sort=oldest", "oldest", "?sort=oldest"),
            ("q=beds", "relevant", "?q=beds"),
            ("q=beds&sort=relevant", "relevant", "?q=beds"),
            ("q=beds&sort=newest", "newest", "?q=beds&sort=newest"),
            ("q=beds&sort=oldest", "oldest", "?q=beds&sort=oldest"),
            ("q=country:iraq&sort=relevant", "newest", "?country=iq"),
            ("q=country:iraq&sort=newest", "newest", "?country=iq"),
        ],
    )
    def test_is_relevance_where_words_are_looked_for(self, query, order, address):
        chosen = selection(query)

        assert (chosen.order, chosen.query()) == (order, address)


class CodeTests:
    @pytest.mark.parametrize("name", ["country", "by", "to"])
    def test_of_a_country_may_stand_in_capitals(self, name):
        chosen = selection(f"{name}=IQ")

        assert chosen.query() == f"?{name}=iq"
        assert chosen.is_moved


class FoundTests:
    @pytest.fixture(autouse=True)
    def _texts(self, _names):
        for number in range(6):
            store.put(
                build.statement(
                    f"s{number}",
                    text="Shelter for victims." if number < 3 else "Courts and police.",
                    themes=("safe-shelter",) if number < 2 else (),
                    countries=("iq",) if number == 0 else (),
                )
            )

    def test_hold_together_with_the_parameters(self):
        found = select.select(selection("q=shelter victims country:iraq"))

        assert [card.ref for card in found.cards] == ["s0"]

    def test_find_names_by_other_names(self):
        store.put(build.actor("council", name="Security Council", also=("UNSC",)))

        found = select.select(selection("q=unsc", "actor"))
        terms = select.select(replace(selection("q=emirati"), kind="term"))

        assert [card.ref for card in found.cards] == ["council"]
        assert [card.code for card in terms.cards] == ["ae"]

    def test_are_mended_where_they_find_more(self):
        chosen = selection("q=sheltr -police")

        mended = spelling.better(chosen, select.total(chosen))

        assert mended == spelling.Better("shelter -police", "?q=shelter+-police", 3)

    def test_have_related_terms(self):
        found = related.related(select.select(selection("q=victims")))

        assert [(one.label, one.query) for one in found] == [
            ("Shelter and accommodation", "?q=victims&theme=safe-shelter")
        ]
