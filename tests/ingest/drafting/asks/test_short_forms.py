"""What a call asks for in one line, where grammar tells it plainly."""

import pytest

from statements.ingest.drafting.asks.short_forms import LONGEST
from tests.ingest.drafting.asks.found import all_in


def short(text: str, language: str = "en") -> str:
    (ask,) = all_in(text, language)
    return ask.short_form


class ShortFormTests:
    @pytest.mark.parametrize(
        ("sentence", "expected"),
        [
            ("We call on all States to open shelters.", "Open shelters"),
            ("We call on the Council not to forget them all.", ""),
            ("Norway urges Member States not to detain children.", "Do not detain children"),
            ("We must train more judges.", "Train more judges"),
            ("The Security Council should visit the camps soon.", "Visit the camps soon"),
            ("Let us also fund legal aid.", "Fund legal aid"),
            ("It is essential to share data on routes.", "Share data on routes"),
            ("It is vital that Governments open the borders.", "Open the borders"),
            ("It is vital that we fund the shelters.", "Fund the shelters"),
            ("There is an urgent need to protect witnesses.", "Protect witnesses"),
            ("Efforts must be made to find missing children.", "Find missing children"),
            (
                "We must redouble our efforts to end debt bondage.",
                "Redouble efforts to end debt bondage",
            ),
            ("We urge States (all of them) to ratify the treaty.", "Ratify the treaty"),
        ],
    )
    def test_is_the_verb_and_its_object(self, sentence, expected):
        assert short(sentence) == expected

    @pytest.mark.parametrize(
        "sentence",
        [
            "When the courts fail, States must step in and act.",
            "Victims must be protected from reprisals.",
            "We must do this now.",
            "The new rules must help every worker.",
            "Norway calls for an inquiry into the abuses.",
            "We need to be brave and persistent.",
            "More money is needed for shelters.",
            "We must act.",
        ],
    )
    def test_is_nothing_where_it_would_be_a_guess(self, sentence):
        assert short(sentence) == ""

    def test_ends_before_what_is_said_besides(self):
        words = "share information on recruiters, routes and false papers with the police of others"
        sentence = f"We call on States to {words}, including on those who sell them."

        assert short(sentence) == f"{words[:1].upper()}{words[1:]}"

    def test_is_nothing_where_the_ask_itself_is_too_long(self):
        assert short(f"We call on States to help {'many ' * LONGEST}people.") == ""

    def test_of_a_list_is_the_item_below_a_stem_that_leaves_open_what_to_do(self):
        text = "We call on States to:\n\n- train their police;\n- open more shelters."

        assert [ask.short_form for ask in all_in(text)] == [
            "Train their police",
            "Open more shelters",
        ]

    def test_of_a_list_is_nothing_below_a_stem_that_wants_a_state_of_things(self):
        text = "States must ensure:\n\n- access to shelter for all;\n- fair wages for workers."

        assert {ask.short_form for ask in all_in(text)} == {""}

    def test_is_for_english_alone(self):
        assert short("Nous exhortons les États à ouvrir des refuges.", "fr") == ""
