"""A paragraph is cut into whole sentences."""

from itertools import pairwise

import pytest
from hypothesis import given

from statements.ingest.drafting.asks.sentences import sentences
from tests.text.sources import ANY_TEXT


def cut(words: str) -> list[str]:
    return [words[start:end] for start, end in sentences(words)]


class SentencesTests:
    @pytest.mark.parametrize(
        "expected",
        [
            ["Mr. Okello met H.E. Ms. J. R. Diaz.", "They spoke."],
            ["The U.S. and the U.K. agreed.", "It was late."],
            ["It was agreed with the U.S.", "We hope for more."],
            ["See art. 3, No. 28 and para. 4 of it.", "Then act!", "Now?", "Yes."],
            ["Shelters cost 3.5 million, i.e. little.", "1,200 people came."],
            ["¿Quién actúa?", "¡Actuemos!", "El Sr. Ruiz habló."],
            ["M. Diallo a parlé.", "« Agissons. »", "Il est tard."],
            ["各国必须合作。", "我们呼吁各方行动。"],
            ["هل نعمل؟", "يجب أن نعمل."],
            ['She said: "We act."', '"You wait."'],
        ],
    )
    def test_end_at_their_points(self, expected):
        words = " ".join(expected).replace("« ", '" ').replace(" »", ' "')

        found = cut(words)

        assert found == [part.strip("«» \"'") for part in expected]

    def test_are_parted_where_the_space_was_lost(self):
        assert cut("They left their homes.The Council waited.") == [
            "They left their homes.",
            "The Council waited.",
        ]

    @pytest.mark.parametrize("marker", ["1. ", "2) ", "(a) ", "iv. ", "3/ "])
    def test_begin_behind_their_number(self, marker):
        assert cut(f"{marker}States must act. Now.") == ["States must act.", "Now."]

    @given(ANY_TEXT)
    def test_never_overlap(self, text):
        spans = sentences(text)

        assert spans == sorted(spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
