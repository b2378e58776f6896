"""Lines from right to left come out as they are read, however a file holds them."""

import random

import pytest

from statements.ingest.layout import turned
from statements.ingest.layout.turned import Letter


def printed(shown: str, size: float = 10) -> list[Letter]:
    """Return the letters of a line as it looks from left to right, each six points wide."""
    return [
        Letter(one, 6 * place, 0, 6 * place + 5, size)
        for place, one in enumerate(shown)
        if one != "_"
    ]


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("ملاس", "سالم"),
        ("بجا هذ", "ذه اجب"),
        # A gap without a space parts words as well.
        ("بجا_هذ", "ذه اجب"),
        ("ةلود 193", "193 دولة"),
        ("S/RES/2388 رارق", "قرار S/RES/2388"),
        ("Security Council سلجم", "مجلس Security Council"),
        # Brackets are kept as they look, or as what they are.
        ("(ةلود)", "(دولة)"),
        (")ةلود(", "(دولة)"),
    ],
)
def test_line_is_read(shown, read):
    letters = printed(shown)
    random.Random(1).shuffle(letters)

    assert [piece.text for piece in turned.pieces(letters)] == [read]


def test_accents_follow_their_letter():
    letters = [
        Letter("ب", 10, 0, 20, 10),
        Letter("\u064e", 13, 8, 17, 12),
        Letter("ت", 0, 0, 9, 10),
    ]

    assert [piece.text for piece in turned.pieces(letters)] == ["ب\u064eت"]


def test_columns_are_pieces_of_their_own():
    left, right = (
        printed("بجا"),
        [one._replace(left=one.left + 90, right=one.right + 90) for one in printed("هذ")],
    )

    assert [piece.text for piece in turned.pieces(left + right)] == ["ذه", "اجب"]
