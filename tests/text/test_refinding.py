"""After an edit a passage is where it was, moved beyond doubt, or an orphan."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statements.text.passages import Moved, Orphan, Unchanged, anchor, refind
from tests.text.sources import ANY_TEXT, edits

SPEECH = "We must act. The Council must act now. We thank you, and the victims thank you."


def occurrences(text: str, words: str) -> int:
    return sum(text.startswith(words, position) for position in range(len(text)))


class TestRefind:
    def test_leaves_a_passage_unchanged_where_it_stood(self):
        passage = anchor(SPEECH, 13, 38)

        assert refind(SPEECH, passage) == Unchanged(passage)

    def test_anchors_anew_where_the_words_around_changed(self):
        passage = anchor(SPEECH, 13, 38)
        edited = SPEECH.replace("We thank", "I thank")

        assert refind(edited, passage) == Unchanged(anchor(edited, 13, 38))

    def test_leaves_a_passage_unchanged_among_its_like(self):
        text = "We must act. " * 12
        passage = anchor(text, 65, 77)

        assert refind(text, passage) == Unchanged(passage)

    def test_keeps_repeated_words_at_the_head_of_the_text(self):
        edited = "Act soon. Act later."

        assert refind(edited, anchor("Act now.", 0, 3)) == Unchanged(anchor(edited, 0, 3))

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

    def test_gives_up_words_that_stand_elsewhere_as_before_more_than_once(self):
        passage = anchor("I must go", 2, 6)

        assert refind("I must act, I must go, I must go", passage) == Orphan(passage)

    def test_gives_up_words_at_the_end_that_stand_there_no_longer(self):
        passage = anchor("I act", 2, 5)

        assert refind("U act or act not", passage) == Orphan(passage)

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
