"""Look for what became of a passage whose words changed: for a person to choose, never to move it.

Two things speak for a place: the old surroundings, if both of them still stand there in order, and
words in common. A candidate begins and ends as the old words did: at a sentence's bounds, if they
stood between those.
"""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from statements.text.characters import CLOSING, SENTENCE_ENDS, UNSPACED
from statements.text.passages import NEAR, Passage, anchor

# Below this share of words in common it is another sentence.
ALIKE = 0.5
# How many characters are looked through for a sentence's bound.
REACH = 400

_WORD = re.compile(rf"(?:{UNSPACED.pattern})|(?:(?!{UNSPACED.pattern})\w)+")
_BOUND = re.compile(rf"(?:[{re.escape(SENTENCE_ENDS)}][{re.escape(CLOSING)}]*(?=\s|$)|\n)\s*")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text in small letters, and where each begins and ends."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


def standing(text: str, passage: Passage) -> Passage | str | None:
    """Return what stands in `text` between the old surroundings of `passage`.

    "" where nothing does, and None where the surroundings are gone or stand too far apart.
    """
    place = _between(text, passage)
    if place is None:
        return None
    start, end = place
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return anchor(text, start, end) if start < end else ""


def nearest(
    text: str, passage: Passage, taken: Collection[Span] = (), limit: int = 3
) -> tuple[Passage, ...]:
    """Return the places of `text` that are most like `passage`, the likeliest first.

    None is one of `taken`, and no two overlap.
    """
    found = standing(text, passage)
    between = [found] if isinstance(found, Passage) else []
    places = sorted(
        (_fitted(text, passage, start, end) for start, end in _windows(text, passage, 4 * limit)),
        key=lambda place: (-_likeness(passage, place), abs(place.start - passage.start)),
    )
    kept: list[Passage] = []
    for place in [*between, *places]:
        # What stands between the old surroundings is shown however little it is alike.
        if place not in between and _likeness(passage, place) < ALIKE:
            continue
        free = all(place.end <= one.start or one.end <= place.start for one in kept)
        if free and (place.start, place.end) not in taken:
            kept.append(place)
    return tuple(kept[:limit])


def _between(text: str, passage: Passage) -> Span | None:
    """Return what is between prefix and suffix, where they stand nearest to where they stood."""
    before, after = passage.prefix.rstrip(), passage.suffix.lstrip()
    if len(before) < NEAR and len(after) < NEAR:
        return None
    reach = 2 * len(passage.exact) + REACH
    starts = _ends(text, before) if before else [0]
    found = []
    for start in starts:
        end = text.find(after, start, start + reach) if after else len(text)
        if 0 <= end - start <= reach:
            found.append((start, end))
    return min(found, key=lambda span: abs(span[0] - passage.start), default=None)


def _ends(text: str, words: str) -> list[int]:
    return [found.end() for found in re.finditer(re.escape(words), text)]


def _windows(text: str, passage: Passage, limit: int) -> list[Span]:
    """Return the stretches of as many words as `passage` has that share most words with it."""
    sought, held = Counter(_words(passage.exact).words), _words(text)
    size = max(1, sought.total())
    inside: Counter[str] = Counter()
    common, scored = 0, []
    for at, word in enumerate(held.words):
        if word in sought:
            inside[word] += 1
            common += inside[word] <= sought[word]
        if at >= size and (left := held.words[at - size]) in sought:
            common -= inside[left] <= sought[left]
            inside[left] -= 1
        if common >= ALIKE * size:
            scored.append((-common, at))
    best: list[int] = []
    for _common, at in sorted(scored):
        if len(best) == limit:
            break
        if all(abs(at - other) >= size for other in best):
            best.append(at)
    return [(held.spans[max(0, at - size + 1)][0], held.spans[at][1]) for at in best]


def _fitted(text: str, passage: Passage, start: int, end: int) -> Passage:
    """Return the place in a stretch of `text` that begins and ends as `passage` did."""
    sought, here = _words(passage.exact), _words(text[start:end])
    runs = SequenceMatcher(None, sought.words, here.words, autojunk=False).get_matching_blocks()
    first, last = runs[0], runs[-2]
    begin = max(0, first.b - first.a)
    until = min(len(here.spans), last.b + len(sought.words) - last.a) - 1
    left = start + here.spans[begin][0]
    right = start + here.spans[until][1]
    if not passage.prefix.strip() or _BOUND.search(passage.prefix + " ", len(passage.prefix) - 2):
        left = _sentence_start(text, start + here.spans[first.b][0], left)
    matched = start + here.spans[last.b + last.size - 1][1]
    if passage.exact.rstrip(CLOSING).endswith(tuple(SENTENCE_ENDS)):
        right = _sentence_end(text, matched, right)
    return anchor(text, left, max(right, left + 1))


def _sentence_start(text: str, before: int, otherwise: int) -> int:
    reach = max(0, before - REACH)
    bounds = [found.end() for found in _BOUND.finditer(text, reach, before)]
    if bounds:
        return bounds[-1]
    return 0 if reach == 0 and not text[:before].isspace() else otherwise


def _sentence_end(text: str, after: int, otherwise: int) -> int:
    found = _BOUND.search(text, after, after + REACH)
    if found is None:
        return len(text.rstrip()) if len(text) - after <= REACH else otherwise
    return found.start() + len(found.group().rstrip())


def _likeness(passage: Passage, place: Passage) -> float:
    sought, here = _words(passage.exact).words, _words(place.exact).words
    return SequenceMatcher(None, sought, here, autojunk=False).ratio()


# A text is looked through for many passages in turn.
@lru_cache(maxsize=64)
def _words(text: str) -> _Words:
    found = [(one.group().casefold(), one.span()) for one in _WORD.finditer(text)]
    return _Words(tuple(word for word, _ in found), tuple(span for _, span in found))
