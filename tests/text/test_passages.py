"""Passages are found however they are typed, and stored as they stand."""

import pytest
from hypothesis import assume, given

from statements.text.blocks import blocks
from statements.text.folding import fold
from statements.text.passages import Passage, anchor, context, find
from tests.text.sources import (
    ANY_TEXT,
    STEMS,
    document,
    expected_words,
    naughty_strings,
    needs_shared,
    seed_words,
)

SPEECH = "We must act. The Council must act now. We thank you, and the victims thank you."


def only(text: str, words: str) -> str:
    (passage,) = find(text, words)
    assert text[passage.start : passage.end] == passage.exact
    return passage.exact


class TestFind:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("serious abuse\nof human", "serious abuse of human"),
            ("in\u00a0protecting  those\u202fvictims", "in protecting those victims"),
            ("the “Palermo” Protocol’s aims", 'the "Palermo" Protocol\'s aims'),
            ('said "we act"', "said «we act»"),
            ("the years 2016–2020", "the years 2016-2020"),
            ("the years 2016-2020", "the years 2016\u20112020"),
            ("traf\u00adficking in\u200b persons", "trafficking in persons"),
            ("trafficking in persons", "\ufefftraf\u00adficking in persons"),
            ("ensure:\n- Access to shelter", "ensure:\nAccess to shelter"),
            ("ensure:\n- Access to shelter", "ensure: Access to shelter"),
            ("ensure:\n\n  • Access to shelter", "ensure:\n\n\nAccess to shelter"),
            ("ensure:\n•Access to shelter", "ensure: • Access to shelter"),
            ("人口\n贩运", "人口贩运"),
            ("law-\nenforcement", "law-enforcement"),
            ("law-\nenforcement", "law- enforcement"),
            ("law-enforcement", "law-\nenforcement"),
            ("pre-\nand post-war", "pre- and post-war"),
            ("من الاتجار\nبالأشخاص", "من الاتجار بالأشخاص"),
            ("\U00010348 😀 is here", "😀 is"),
        ],
    )
    def test_gives_the_characters_of_the_text(self, text, words):
        exact = only(text, words)

        assert fold(exact).words == fold(words).words
        assert exact in text

    @pytest.mark.parametrize(
        ("text", "words", "exact"),
        [
            ("a\u00a0\n b and c", " a b ", "a\u00a0\n b"),
            ("ensure:\n  • Access.\n", "• Access.", "Access."),
        ],
    )
    def test_leaves_out_what_stands_around(self, text, words, exact):
        assert only(text, words) == exact

    @pytest.mark.parametrize("words", ["", " \n\u00a0", "\u200b", "•", " - "])
    def test_finds_nothing_for_nothing(self, words):
        assert find("A • and - then \n\u200b", words) == ()

    @pytest.mark.parametrize("words", ["must Act", "musts", "mustact", "thank\u0301"])
    def test_keeps_letters_apart(self, words):
        assert find(SPEECH, words) == ()

    def test_cuts_no_word_at_the_hyphen_of_its_line(self):
        assert find("law-\nenforcement", "-enforcement") == ()
        assert only("law-\nenforcement", "law-") == "law-"

    def test_gives_every_place_in_order(self):
        places = find(SPEECH, "must act")

        assert [place.start for place in places] == [3, 25]

    def test_gives_places_that_do_not_overlap(self):
        places = find("now and now and now", "now and now")

        assert [place.start for place in places] == [0]

    @pytest.mark.parametrize("stem", STEMS)
    def test_anchors_the_words_of_the_seeds(self, stem):
        text = document(stem)

        assert [words for words in seed_words(stem) if len(find(text, words)) != 1] == []

    @needs_shared
    @pytest.mark.parametrize("stem", STEMS)
    def test_anchors_every_expected_recommendation(self, stem):
        text = document(stem)

        assert [words for words in expected_words(stem) if len(find(text, words)) != 1] == []

    @pytest.mark.parametrize("stem", STEMS)
    def test_anchors_what_is_copied_from_the_page(self, stem):
        text = document(stem)
        drawn = [block.words(text) for block in blocks(text)]

        for separator in ("\n", "\n\n", " "):
            (everything,) = find(text, separator.join(drawn))
            assert everything.exact == text.strip()

    @given(ANY_TEXT, ANY_TEXT)
    def test_gives_only_what_folds_to_the_words(self, text, words):
        for passage in find(text, words):
            assert passage == anchor(text, passage.start, passage.end)
            assert fold(passage.exact).words == fold(words).words.strip()

    @given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
    def test_finds_words_in_any_text_around(self, before, words, after):
        sought = fold(words).words.strip()
        assume(sought)

        found = find(f"{before}\n{words} {after}", words)

        assert {fold(passage.exact).words for passage in found} == {sought}

    @needs_shared
    def test_finds_naughty_strings_among_others(self):
        for words in naughty_strings():
            if fold(words).words.strip():
                assert find(f"Before.\n\n{words}\n\nAfter.", words)


class TestAnchor:
    def test_holds_32_characters_on_either_side(self):
        text = "x" * 40 + "exact" + "y" * 40

        passage = anchor(text, 40, 45)

        assert passage == Passage("exact", "x" * 32, "y" * 32, 40, 45)

    def test_counts_code_points(self):
        assert anchor("😀a\u0301b", 1, 3) == Passage("a\u0301", "😀", "b", 1, 3)

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 4), (4, 5)])
    def test_refuses_positions_outside(self, start, end):
        with pytest.raises(ValueError):
            anchor("abc", start, end)


class TestContext:
    def test_is_one_line_cut_between_words(self):
        text = "One two three\nfour five six. We\nmust act. Seven eight nine ten eleven."
        (passage,) = find(text, "We must act.")

        assert (
            str(context(text, passage, width=15)) == "… four five six. We must act. Seven eight …"
        )

    def test_has_no_ellipsis_where_nothing_is_left_out(self):
        (passage,) = find(SPEECH, "The Council")

        shown = context(SPEECH, passage)

        assert str(shown) == SPEECH
        assert shown.words == "The Council"

    def test_shortens_long_words_in_their_middle(self):
        text = "Begin " + "and on " * 40 + "end."

        assert str(context(text, anchor(text, 0, len(text)), width=10)) == "Begin and … on end."
