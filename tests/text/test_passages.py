"""Passages are found however they are typed, stored as they stand, and never mistaken."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statements.text.blocks import blocks
from statements.text.folding import fold
from statements.text.passages import (
    Moved,
    Orphan,
    Passage,
    Unchanged,
    anchor,
    context,
    find,
    refind,
)
from tests.text.sources import (
    ANY_TEXT,
    STEMS,
    document,
    edits,
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


def occurrences(text: str, words: str) -> int:
    return sum(text.startswith(words, position) for position in range(len(text)))


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

    def test_gives_every_place_in_order(self):
        places = find(SPEECH, "must act")

        assert [place.start for place in places] == [3, 25]

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


class TestRefind:
    def test_leaves_a_passage_unchanged_where_it_stood(self):
        passage = anchor(SPEECH, 13, 38)

        assert refind(SPEECH, passage) == Unchanged(passage)

    def test_anchors_anew_where_the_words_around_changed(self):
        passage = anchor(SPEECH, 13, 38)
        edited = SPEECH.replace("We thank", "I thank")

        assert refind(edited, passage) == Unchanged(anchor(edited, 13, 38))

    def test_moves_to_the_one_place_of_the_words(self):
        edited = "Mr. President, " + SPEECH

        assert refind(edited, anchor(SPEECH, 13, 38)) == Moved(anchor(edited, 28, 53))

    def test_moves_by_what_stands_around_repeated_words(self):
        edited = "Mr. President, " + SPEECH

        assert refind(edited, anchor(SPEECH, 25, 33)) == Moved(anchor(edited, 40, 48))

    def test_keeps_repeated_words_where_one_side_is_as_it_was(self):
        edited = SPEECH.replace("We must act", "He must act")

        assert refind(edited, anchor(SPEECH, 3, 11)) == Unchanged(anchor(edited, 3, 11))

    @pytest.mark.parametrize(
        "edited",
        [
            SPEECH.replace("must act now", "should act now"),
            SPEECH.replace("The Council must act", "The Council  must act"),
            SPEECH.replace("must act now", "Must act now"),
            "",
        ],
    )
    def test_gives_up_words_that_are_gone(self, edited):
        passage = anchor(SPEECH, 13, 38)

        assert refind(edited, passage) == Orphan(passage)

    def test_gives_up_repeated_words_that_nothing_tells_apart(self):
        passage = anchor("thank you", 0, 9)

        assert refind("I thank you, we thank you", passage) == Orphan(passage)

    def test_gives_up_repeated_words_that_only_one_side_speaks_for(self):
        passage = anchor(SPEECH, 25, 33)
        edited = "Sir, " + SPEECH.replace("act now", "act soon")

        assert refind(edited, passage) == Orphan(passage)

    def test_follows_words_from_under_a_copy_that_took_their_place(self):
        text = "First, act now. Then rest."
        edited = "Also, act now. Then rest. First, act now. Then rest."

        found = refind(edited, anchor(text, 7, 15))

        assert found == Moved(anchor(edited, 33, 41))

    @given(st.data())
    def test_never_gives_a_wrong_passage(self, data):
        text = data.draw(ANY_TEXT.filter(bool))
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        passage = anchor(text, start, end)
        cut, resume, words = data.draw(edits(text))
        edited = text[:cut] + words + text[resume:]

        found = refind(edited, passage)

        if isinstance(found, Orphan):
            assert found.passage == passage
            return
        again = found.passage
        assert again == anchor(edited, again.start, again.end)
        assert again.exact == passage.exact
        assert isinstance(found, Unchanged) == (again.start == passage.start)
        if isinstance(found, Moved) and occurrences(edited, passage.exact) > 1:
            assert edited[: again.start].endswith(passage.prefix)
            assert edited[again.end :].startswith(passage.suffix)

    @given(st.data())
    def test_never_loses_the_one_place_of_the_words(self, data):
        text = data.draw(ANY_TEXT.filter(bool))
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, min(len(text), start + 30)))
        inserted = data.draw(ANY_TEXT)
        edited = inserted + text
        assume(occurrences(edited, text[start:end]) == 1)

        found = refind(edited, anchor(text, start, end))

        assert found.passage.start == len(inserted) + start


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
