"""Tell which of many names, of countries or actors, stand in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from statements.text.characters import UNSPACED
from statements.text.folding import fold

_LETTER = re.compile(r"\w")
# Arabic writes "and", "so", "in" and "for" as one word with the name that follows.
_ARABIC = re.compile("[\u0600-\u06ff]")
_JOINED_BEFORE = re.compile(r"(?<!\w)[وف]?[بل]?\Z")


class Names:
    """Names to look for in several texts; each key has as many as it has."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._keys_of: dict[str, set[str]] = defaultdict(set)
        for key, forms in names.items():
            for form in forms:
                self._keys_of[fold(form).words.strip()].add(key)
        self._keys_of.pop("", None)

    def within(self, text: str) -> frozenset[str]:
        """Return the keys of which a name stands in `text` as whole words.

        Capitals count; white space, quotation marks and dashes do not (see `fold`). Where one
        name is part of another only the longest counts: no Guinea in Equatorial Guinea. Chinese
        and Japanese names have no words around them to be whole in; Arabic ones may have a
        particle joined on.
        """
        found: set[str] = set()
        for keys, _start, _end in self.places(fold(text).words):
            found |= keys
        return frozenset(found)

    def places(self, words: str) -> Iterator[tuple[set[str], int, int]]:
        """Yield each name within folded `words`: the keys that have it, its start and its end."""
        pairs = set(map("".join, pairwise(words)))
        # Pairs of letters first: they settle most names, and cost a long text little.
        named = [
            name for name in self._keys_of if (len(name) < 2 or name[:2] in pairs) and name in words
        ]
        if not named:
            return
        by_beginning = _by_beginning(named)
        begins = re.compile("|".join(map(re.escape, by_beginning)))
        position = 0
        while beginning := begins.search(words, position):
            start = beginning.start()
            name = _longest_at(words, start, by_beginning)
            position = start + (len(name) or 1)
            if name:
                yield self._keys_of[name], start, position


def _by_beginning(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the names by their first two characters, longest first."""
    by_beginning: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        by_beginning[name[:2]].append(name)
    return by_beginning


def _longest_at(words: str, position: int, by_beginning: Mapping[str, list[str]]) -> str:
    """Return the longest name that stands at `position` as whole words, or nothing."""
    for beginning in (words[position : position + 2], words[position]):
        for name in by_beginning.get(beginning, ()):
            if words.startswith(name, position) and _is_whole(words, position, name):
                return name
    return ""


def _is_whole(words: str, start: int, name: str) -> bool:
    end = start + len(name)
    return _begins_word(words, start) and not (
        _joins(name[-1]) and end < len(words) and _joins(words[end])
    )


def _begins_word(words: str, start: int) -> bool:
    if start == 0 or not (_joins(words[start]) and _joins(words[start - 1])):
        return True
    before = words[max(0, start - 3) : start]
    return bool(_ARABIC.match(words[start]) and _JOINED_BEFORE.search(before))


def _joins(letter: str) -> bool:
    """Say whether `letter` makes one word with a letter beside it."""
    return bool(_LETTER.match(letter)) and not UNSPACED.match(letter)
