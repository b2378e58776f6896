"""What was changed between two texts, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.text.differences import Piece, difference, excerpt

TEXTS = st.text(alphabet="ab \n.م家", max_size=40)


def spelled(before: str, after: str) -> str:
    marks = {"same": "{}", "removed": "[-{}]", "added": "[+{}]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in difference(before, after))


class DifferenceTests:
    @pytest.mark.parametrize(
        ("before", "after", "seen"),
        [
            ("", "", ""),
            ("One two.", "One two.", "One two."),
            ("One two three.", "One 2 three.", "One[- two][+ 2] three."),
            ("One.\n\nTwo.\n", "One.\n\nNew.\n\nTwo.\n", "One.\n\n[+New.\n\n]Two.\n"),
            ("نطالب الدول الآن", "نطالب كل الدول الآن", "نطالب[+ كل] الدول الآن"),
            ("家人被害", "家里人被害", "家[+里]人被害"),
            ("Gone.", "", "[-Gone.]"),
        ],
    )
    def test_marks_the_words_that_changed(self, before, after, seen):
        assert spelled(before, after) == seen

    @given(TEXTS, TEXTS)
    def test_loses_no_character_of_either(self, before, after):
        pieces = difference(before, after)

        assert "".join(piece.text for piece in pieces if piece.kind != "added") == before
        assert "".join(piece.text for piece in pieces if piece.kind != "removed") == after

    def test_takes_a_long_text_of_one_line(self):
        words = [f"word{number % 700}" for number in range(12_000)]
        changed = [*words]
        changed[6_000] = "changed"

        pieces = difference(" ".join(words), " ".join(changed))

        assert [piece.kind for piece in pieces] == ["same", "removed", "added", "same"]


class ExcerptTests:
    def test_keeps_what_stands_near_a_change(self):
        pieces = (Piece("same", "a" * 999), Piece("added", "new"), Piece("same", "b" * 999))

        shown = excerpt(pieces, around=3)

        assert [piece.text for piece in shown] == [" … aaa", "new", "bbb … "]
