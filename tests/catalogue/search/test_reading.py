"""What people type, and how it is understood: the examples, and anything else."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.catalogue.search import reading
from statements.catalogue.search.query import Query
from statements.catalogue.search.typed import tokens
from tests.catalogue.search.examples import FILTERS, NOTES, WORDS, Cast, t

NAUGHTY = json.loads((Path(__file__).parents[2] / "naughty.json").read_text("utf-8"))


def read(typed: str) -> reading.Reading:
    return reading.read(typed, Cast())


class ReadTests:
    @pytest.mark.parametrize(("typed", "clauses"), WORDS)
    def test_reads_words_and_operators(self, typed, clauses):
        assert read(typed) == reading.Reading(Query(clauses), read(typed).text)

    @pytest.mark.parametrize(("typed", "clauses", "found"), FILTERS)
    def test_makes_parameters_of_fields(self, typed, clauses, found):
        assert read(typed) == reading.Reading(Query(clauses), read(typed).text, found)

    @pytest.mark.parametrize(("typed", "clauses", "found", "notes"), NOTES)
    def test_searches_as_words_what_it_does_not_understand_and_says_so(
        self, typed, clauses, found, notes
    ):
        assert read(typed) == reading.Reading(Query(clauses), read(typed).text, found, notes)

    @pytest.mark.parametrize(
        ("typed", "normal"),
        [
            (" shelter|beds,«safe  houses»~3 ", 'shelter OR beds "safe houses"~3'),
            ("shelter country:iraq -orateur:Smith", "shelter -speaker:Smith"),
            ("NOT (a1 b1) OR c1", "-(a1 b1) OR c1"),
            ("pays:atlantis", 'country:"atlantis"'),
            ("أو", '"أو"'),
        ],
    )
    def test_writes_what_it_read_in_one_form(self, typed, normal):
        assert read(typed).text == normal

    def test_reads_no_more_than_it_should(self):
        words = " ".join(f"w{number}" for number in range(50))

        assert len(read(words).query.clauses) == tokens.MOST_WORDS
        assert [code for code, _words in read(words).notes] == ["cut"]
        assert len(read("x" * 5000).text) == tokens.MOST_CHARACTERS
        assert [code for code, _words in read("x" * 5000).notes] == ["cut"]

    def test_takes_all_as_words_where_nothing_is_narrowed(self):
        assert reading.read("country:iraq").query == Query(t("iraq"))


PIECES = [
    *"ab\"'«»「」()[]|-*~^:,…/. ", "OR", "AND", "NOT", "أو", "country:", "iraq", "sri", "lanka",
    "title:", "by:", "date:", "2017", "..", "foo:", "x*", "~5", "S/1(2)", "Ａ", "\u0301", "\u200f",
]  # fmt: skip
TYPED = st.one_of(
    st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
)


class AnythingTests:
    @settings(max_examples=400, deadline=None)
    @given(TYPED)
    def test_is_read_and_its_normal_form_reads_the_same(self, typed):
        once = read(typed)

        again = read(once.text)

        assert (again.query, again.text, again.found) == (once.query, once.text, ())
        assert len(once.text) <= tokens.MOST_CHARACTERS

    @pytest.mark.parametrize("family", NAUGHTY)
    def test_is_read_where_it_is_naughty(self, family):
        for typed in NAUGHTY[family]:
            once = read(typed)

            assert read(once.text).query == once.query

    @pytest.mark.parametrize("piece", PIECES)
    def test_takes_a_time_that_grows_with_its_length_alone(self, piece):
        scanned = tokens.Scanner(tokens.clean(piece * 10_000)[0])

        assert len([*scanned.tokens()]) <= tokens.MOST_CHARACTERS
