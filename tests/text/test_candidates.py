"""What may have become of words that changed."""

import pytest

from statements.text.candidates import nearest, standing
from statements.text.passages import Passage, anchor

SHELTER = "Every State should give shelter to each victim of trafficking without conditions."
TEXT = (
    f"Mr. President,\n\nTrafficking is a crime. {SHELTER} We thank you.\n\n"
    "We call on the Council to collect better data. I thank you."
)
ARABIC = "السيد الرئيس،\n\nندعو جميع الدول إلى حماية ضحايا الاتجار دون شروط.\n\nشكرا لكم جميعا."


def passage(text, words):
    start = text.index(words)
    return anchor(text, start, start + len(words))


def standing_words(text, old):
    found = standing(text, old)
    assert isinstance(found, Passage)
    return found.exact


def words_of(found):
    return [one.exact for one in found]


class TestStanding:
    def test_is_what_stands_between_the_old_surroundings(self):
        edited = TEXT.replace(SHELTER, "Shelter is owed to all.")

        assert standing_words(edited, passage(TEXT, SHELTER)) == "Shelter is owed to all."

    def test_is_nothing_where_the_words_were_cut_out(self):
        edited = TEXT.replace(f"{SHELTER} ", "")

        assert standing(edited, passage(TEXT, SHELTER)) == ""

    def test_is_unknown_where_the_surroundings_are_gone(self):
        assert standing("Quite another text.", passage(TEXT, SHELTER)) is None

    def test_knows_the_head_and_the_end_of_a_text(self):
        head = passage(TEXT, "Mr. President,")
        end = passage(TEXT, "I thank you.")

        assert standing_words(TEXT.replace("Mr. President", "Madam"), head) == "Madam,"
        assert standing_words(f"{TEXT} So be it.", end) == "I thank you. So be it."


class TestNearest:
    @pytest.mark.parametrize(
        "reworded",
        [
            SHELTER.replace("without conditions", "at once"),
            SHELTER.replace("without conditions", "whatever she says to the police, at once"),
            SHELTER.replace("Every State should", "All States, large or small, ought to"),
            SHELTER.replace("shelter", "refuge and shelter"),
        ],
    )
    def test_is_the_whole_of_a_sentence_that_was_reworded(self, reworded):
        edited = f"A new beginning.\n\n{TEXT.replace(SHELTER, reworded)}"

        assert words_of(nearest(edited, passage(TEXT, SHELTER)))[0] == reworded

    def test_is_found_where_the_surroundings_changed_too(self):
        edited = f"It is so. {SHELTER.replace('each victim', 'victims')} And more.\n\nQuite so."

        assert words_of(nearest(edited, passage(TEXT, SHELTER))) == [
            SHELTER.replace("each victim", "victims")
        ]

    def test_is_a_part_of_a_sentence_where_the_words_were_one(self):
        part = "shelter to each victim of trafficking"
        edited = TEXT.replace("each victim", "every victim").replace("crime. ", "crime; and so ")

        found = nearest(edited, passage(TEXT, part))

        assert words_of(found)[0] == "shelter to every victim of trafficking"

    def test_is_not_what_is_taken(self):
        edited = TEXT.replace(SHELTER, f"{SHELTER} {SHELTER.replace('each', 'every')}")
        start = edited.index(SHELTER)

        found = nearest(edited, passage(TEXT, SHELTER), {(start, start + len(SHELTER))})

        assert SHELTER not in words_of(found)

    def test_are_the_twins_of_words_that_were_doubled(self):
        edited = f"Once: {SHELTER}\n\nTwice: {SHELTER}\n\nThe end of it all."

        found = nearest(edited, passage(TEXT, SHELTER))

        assert words_of(found) == [SHELTER, SHELTER]
        assert found[0].start < found[1].start

    def test_are_none_where_nothing_is_alike(self):
        assert nearest("Quite another text, of other things.", passage(TEXT, SHELTER)) == ()
        assert nearest("", passage(TEXT, SHELTER)) == ()

    def test_knows_arabic(self):
        old = passage(ARABIC, "ندعو جميع الدول إلى حماية ضحايا الاتجار دون شروط.")
        edited = ARABIC.replace("دون شروط", "على الفور")

        assert words_of(nearest(edited, old)) == [
            "ندعو جميع الدول إلى حماية ضحايا الاتجار على الفور."
        ]

    def test_looks_through_a_long_text(self):
        text = "".join(f"Sentence {n} says nothing of it at all. " for n in range(1500)) + TEXT
        edited = text.replace("without conditions", "at once")

        assert words_of(nearest(edited, passage(text, SHELTER)))[0] == SHELTER.replace(
            "without conditions", "at once"
        )
