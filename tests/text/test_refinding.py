"""After an edit a passage is where it was, moved beyond doubt, or an orphan."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statements.text.passages import Moved, Orphan, Unchanged, anchor, find, refind
from tests.text.sources import ANY_TEXT, cuts, edits, repeated

SPEECH = "We must act. The Council must act now. We thank you, and the victims thank you."


# The same words three times, each between words of its own.
TWINS = (
    "In the first place, we urge action now. Many victims wait for their day in court. "
    "In the second place, we urge action now. Few of those who traffic are ever tried. "
    "In the third place, we urge action now. All the money goes where nobody looks."
)
URGE = "we urge action now"


def places(text: str, words: str) -> list[int]:
    return [position for position in range(len(text)) if text.startswith(words, position)]


def occurrences(text: str, words: str) -> int:
    return len(places(text, words))


def sentences(text: str) -> list[str]:
    return [f"{sentence}." for sentence in text.rstrip(".").split(". ")]


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

    @pytest.mark.parametrize(("lost", "left"), [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)])
    def test_gives_up_a_passage_of_which_a_twin_is_left(self, lost, left):
        start = places(TWINS, URGE)[lost]
        edited = " ".join(sentences(TWINS)[2 * left : 2 * left + 2])

        passage = anchor(TWINS, start, start + len(URGE))

        assert occurrences(edited, URGE) == 1
        assert refind(edited, passage) == Orphan(passage)

    def test_gives_up_a_passage_that_ended_the_text_as_a_twin_does_now(self):
        text = "We urge action now. Middle words here. We urge action now."
        passage = anchor(text, 39, 58)

        assert refind("We urge action now.", passage) == Orphan(passage)

    def test_gives_up_a_passage_whose_twin_slid_to_its_position(self):
        text = "One: act now, please. Two: act now, again."
        passage = anchor(text, 5, 12)

        assert refind("Ten: act now, again.", passage) == Orphan(passage)

    def test_gives_up_words_that_were_moved_out_of_their_surroundings(self):
        passage = anchor(TWINS, TWINS.index("Few of"), TWINS.index("In the third"))
        edited = f"{passage.exact}\n\n{TWINS.replace(passage.exact, '')}"

        assert refind(edited, passage) == Orphan(passage)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("The Council", "It is true that the Council"),
            ("We must act. The", "We must all act. That"),
            ("We must act. ", ""),
        ],
    )
    def test_moves_though_the_words_right_before_it_changed(self, old, new):
        passage = anchor(SPEECH, SPEECH.index("must act now"), SPEECH.index(". We thank"))
        edited = SPEECH.replace(old, new)

        assert refind(edited, passage) == Moved(find(edited, "must act now")[0])

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (" We thank", " Thank"),
            (". We thank", ", please. We thank"),
            (". We thank", "! We thank"),
        ],
    )
    def test_stays_though_the_words_right_after_it_changed(self, old, new):
        passage = anchor(SPEECH, SPEECH.index("must act now"), SPEECH.index(". We thank"))
        edited = SPEECH.replace(old, new)

        assert refind(edited, passage) == Unchanged(find(edited, "must act now")[0])

    def test_moves_with_what_is_nearest_on_both_sides(self):
        start = TWINS.index("Few of")
        passage = anchor(TWINS, start, start + 30)
        edited = "Sir, " + TWINS.replace("In the second place, we", "Then we")
        edited = edited.replace("ever tried. In", "ever tried. Still, in")

        assert refind(edited, passage) == Moved(find(edited, passage.exact)[0])

    def test_moves_a_sentence_that_was_moved_with_its_neighbours(self):
        first, second, *rest = sentences(TWINS)
        passage = anchor(TWINS, TWINS.index("Few of"), TWINS.index(" In the third"))
        edited = " ".join([*rest, first, second])

        assert refind(edited, passage) == Moved(find(edited, passage.exact)[0])

    def test_moves_a_passage_at_the_end_of_a_text_that_grew_before_it(self):
        edited = f"Mr. President, {TWINS}"
        passage = anchor(TWINS, TWINS.index("All the money"), len(TWINS))

        assert refind(edited, passage) == Moved(find(edited, passage.exact)[0])

    @given(st.data())
    def test_never_gives_a_place_that_was_anothers(self, data):
        text, words = data.draw(repeated())
        start = data.draw(st.sampled_from(places(text, words)))
        passage = anchor(text, start, start + len(words))
        cut, resume, inserted = data.draw(cuts(text))
        edited = text[:cut] + inserted + text[resume:]
        grown = len(inserted) - (resume - cut)
        others = [place for place in places(text, words) if place != start]
        before = {place for place in others if place + len(words) <= cut}
        after = {place + grown for place in others if place >= resume}

        found = refind(edited, passage)

        # Where all before the place, or all after it, is as it was around the passage, the very
        # same text comes of an edit that left the passage alone: "a X b X c" without "X b ".
        again = found.passage
        left_alone = (
            edited[: again.start] == text[:start] or edited[again.end :] == text[passage.end :]
        )
        if not isinstance(found, Orphan) and not left_alone:
            assert again.start not in before | after

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
        as_before = edited[: again.start].endswith(passage.prefix)
        as_after = edited[again.end :].startswith(passage.suffix)
        if isinstance(found, Moved) and occurrences(edited, passage.exact) > 1:
            assert as_before
            assert as_after
        elif isinstance(found, Moved) and not (as_before or as_after):
            assert again.prefix[-8:] == passage.prefix[-8:]
            assert again.suffix[:8] == passage.suffix[:8]

    @given(st.data())
    def test_never_loses_the_one_place_of_the_words(self, data):
        text = data.draw(ANY_TEXT.filter(bool))
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, min(len(text), start + 30)))
        inserted = data.draw(ANY_TEXT)
        edited = inserted + text
        assume(occurrences(edited, text[start:end]) == 1)
        # Fewer characters after the passage say nothing by themselves.
        assume(not inserted or len(text) - end >= 8)

        found = refind(edited, anchor(text, start, end))

        assert found.passage.start == len(inserted) + start
