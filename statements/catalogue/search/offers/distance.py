"""How far one word is from another: letters left out, put in, taken for others or swapped.

The distance is the optimal string alignment distance (Damerau 1964, restricted).
"""

from collections.abc import Iterator
from typing import Final

_ALPHABETS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
)
# What people write for one another who spell by ear or by another alphabet.
_BY_EAR: Final = (
    ("ph", "f"), ("ck", "k"), ("c", "k"), ("c", "s"), ("q", "k"), ("kh", "h"), ("dh", "d"),
    ("gh", "g"), ("y", "i"), ("z", "s"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "ks"),
    ("v", "w"), ("j", "y"), ("ei", "ie"), ("qu", "k"), ("th", "t"), ("ll", "l"), ("ss", "s"),
)  # fmt: skip


def one_away(word: str) -> set[str]:
    """Return all that one slip makes of a word, in the letters of its script."""
    alphabet = next((each for each in _ALPHABETS if word[:1] in each), "")
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    shorter = {before + behind[1:] for before, behind in cuts if behind}
    swapped = {
        before + behind[1] + behind[0] + behind[2:] for before, behind in cuts if len(behind) > 1
    }
    changed = {
        before + letter + behind[1:] for before, behind in cuts if behind for letter in alphabet
    }
    longer = {before + letter + behind for before, behind in cuts for letter in alphabet}
    return (shorter | swapped | changed | longer) - {word}


def by_ear(word: str) -> Iterator[str]:
    """Yield how a word may be spelt that was written by ear."""
    for one, other in _BY_EAR:
        for before, behind in ((one, other), (other, one)):
            if before in word:
                yield word.replace(before, behind)
                yield word.replace(before, behind, 1)


def between(one: str, other: str, most: int) -> int:
    """Return the distance of two words, or `most` + 1 where it is greater."""
    # Each slip adds a letter at most, and takes one away.
    if abs(len(one) - len(other)) > most or len({*one} ^ {*other}) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, last, row = row, before, [at]
        for to, against in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != against))
            if last and to > 1 and letter == other[to - 2] and one[at - 2] == against:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
