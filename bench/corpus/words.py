"""Words whose frequencies are those of a language: a head of English, a long tail of inventions.

Invented words end in a, o or u, which no English stemmer touches: two of them never share a stem,
so that the number of texts with a word is known exactly.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

KINDS_OF_WORDS = 60_000
ENGLISH = (
    "the of and to in for that on with we is as are by this be from our it has have all their "
    "will at or an not also can these which must more been such other between within through who "
    "those its new between both many under where while States United Nations trafficking persons "
    "victims human rights international protection support national should women children "
    "security measures including action cooperation protocol convention council crime organised "
    "forced labour exploitation report regional global development access services law justice "
    "vulnerable migrants refugees conflict violence sexual work efforts address ensure strengthen"
).split()
STARTS = "b d f g h j k l m n p r s t v z br dr gr kl pr st tr".split()
VOWELS = "a e i o u".split()
LASTS = "a o u".split()
# No word of the tail begins so; those that are counted do.
MARK = "qu"


def zipf(n: int, exponent: float, shift: float = 2.7) -> list[float]:
    """Return the cumulated weights of `n` ranks under the law of Zipf and Mandelbrot."""
    return list(accumulate(1 / (rank + shift) ** exponent for rank in range(1, n + 1)))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words from the commonest to the rarest, with their cumulated weights."""

    words: Sequence[str]
    weights: Sequence[float]

    def draw(self, chance: random.Random, n: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.weights, k=n)


@cache
def vocabulary(seed: int) -> Vocabulary:
    chance = random.Random(f"{seed}:vocabulary")
    head = list(dict.fromkeys(ENGLISH))
    words = head + invented(chance, KINDS_OF_WORDS - len(head))
    return Vocabulary(words, zipf(len(words), 1.03))


def invented(chance: random.Random, n: int, mark: str = "") -> list[str]:
    """Return `n` different invented words, each beginning with `mark`."""
    found: dict[str, None] = {}
    while len(found) < n:
        syllables = (chance.choice(STARTS) + chance.choice(VOWELS) for _ in range(2))
        ending = chance.choice(STARTS) + chance.choice(LASTS)
        found[f"{mark}{''.join(syllables)}{ending}"] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class Counted:
    """A word that a search may ask for: `share` of the texts have it."""

    word: str
    share: float


@dataclass(frozen=True, slots=True)
class CountedWords:
    """Words planted in a known share of the texts."""

    rare: tuple[Counted, ...]
    few: tuple[Counted, ...]
    middling: tuple[Counted, ...]
    common: tuple[Counted, ...]

    def __iter__(self) -> Iterator[Counted]:
        yield from (*self.rare, *self.few, *self.middling, *self.common)


@cache
def counted(seed: int) -> CountedWords:
    chance = random.Random(f"{seed}:counted")
    made = iter(invented(chance, 84, MARK))

    def some(n: int, least: float, most: float) -> tuple[Counted, ...]:
        return tuple(Counted(next(made), chance.uniform(least, most)) for _ in range(n))

    return CountedWords(
        rare=some(36, 0.0006, 0.001),
        few=some(12, 0.03, 0.035),
        middling=some(24, 0.06, 0.12),
        common=some(12, 0.25, 0.45),
    )
