"""A recommendation is found by its short form in every language that editors wrote one in."""

import pytest

from statements.catalogue import search
from statements.catalogue.search.query import Clause, Field, Not, Phrase, Query, Term
from statements.catalogue.search.words import counts
from statements.catalogue.search.words.fields import fields
from statements.catalogue.search.words.layout import lay_out
from tests.catalogue import build

pytestmark = pytest.mark.django_db

SHORT_FORMS = {
    "ar": "توفير المأوى لكل ضحية",
    "es": "Den una cama a cada víctima",
    "fr": "Un lit pour chaque victime",
    "ru": "Кров каждой жертве",
    "zh": "为每名受害者提供住所",
}
ARABIC = build.recommendation("arabic", language="ar", short_form="Beds for victims")


@pytest.fixture(params=["as published", "digested"])
def corpus(request) -> None:
    """An English recommendation with short forms in all languages, one in Arabic, one without."""
    ours = build.recommendation("ours", short_form="Shelter victims", short_forms=SHORT_FORMS)
    plain = build.recommendation("plain", short_form="Train the police")
    search.write(
        [
            ("recommendation", number, one)
            for number, one in enumerate((ours, ARABIC, plain), start=1)
        ]
    )
    if request.param == "digested":
        search.digest()


def found(clause: Clause) -> list[int]:
    return list(search.Finder("recommendation").hits(Query((clause,))))


@pytest.mark.usefixtures("corpus")
class ShortFormTests:
    @pytest.mark.parametrize(
        "typed", ["المأوى", "للضحية", "ضحايا", "camas", "lits", "жертвы", "住所"]
    )
    def test_are_found_in_every_form_of_their_words(self, typed):
        assert found(Term(typed)) == [1]

    @pytest.mark.parametrize("words", [("توفير", "المأوى"), ("cada", "víctimas"), ("un", "lit")])
    def test_are_found_as_phrases_and_in_titles(self, words):
        assert found(Phrase(words)) == [1]
        assert found(Field("title", Phrase(words))) == [1]

    def test_are_analysed_in_their_own_language(self):
        assert found(Term("bed")) == [2]
        assert found(Term("victim")) == [1, 2]

    @pytest.mark.parametrize("unwanted", ["victims", "lits", "camas", "жертва"])
    def test_are_left_out_by_a_word_in_any_of_their_languages(self, unwanted):
        without = Query((Term("shelter"), Not(Term(unwanted))))

        assert list(search.Finder("recommendation").hits(Query((Term("shelter"),)))) == [1]
        assert list(search.Finder("recommendation").hits(without)) == []
        assert 1 not in search.Finder("recommendation").hits(Query((Not(Term(unwanted)),)))
        assert 3 in search.Finder("recommendation").hits(Query((Not(Term(unwanted)),)))

    def test_are_not_found_in_a_row_across_languages(self):
        assert found(Phrase(("victims", "توفير"))) == []


class LengthTests:
    def test_is_that_of_the_longest_language(self):
        one = build.recommendation(short_form="One two three", short_forms={"fr": "un deux"})

        assert counts.length(counts.dump(lay_out(fields(one))).split("\n")[0]) == 3

    def test_is_that_of_all_words_in_one_language(self):
        event = build.event(title="One two", summary="Three four", place="Five")

        # What stands between two pieces counts as a word.
        assert counts.length(counts.dump(lay_out(fields(event))).split("\n")[2]) == 4
