"""Tell what is alike: texts by their words, names by their letters, addresses by what they open.

A text is known by a few of the hashes of its runs of words, the smallest ones: two texts share of
these about as much as they share of their words (A. Broder, "On the resemblance and containment of
documents", 1997). So what is like a text is found by equal numbers, however many there are.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from hashlib import blake2b
from heapq import nsmallest
from urllib.parse import urlsplit

from statements.text.analysis import letters, symbols
from statements.text.characters import UNSPACED

# Words in a run, and how many runs of a text are kept.
RUN = 5
KEPT = 12
# Letters in a run of a name, and how many are kept.
LETTERS = 3
KEPT_OF_A_NAME = 8

_WORD = re.compile(rf"{UNSPACED.pattern}|[^\W_]+")
_SYMBOL = re.compile(r"[A-Za-z0-9]{1,6}(?:/[\w.\-]+)+")
_DOCUMENTS = re.compile(r"^(?:www\.)?(?:undocs\.org|docs\.un\.org)$")
_LANGUAGE = re.compile(r"^/(?:ar|en|es|fr|ru|zh)(?=/)")
# They stand in names of all kinds and tell nothing apart.
_SMALL = frozenset(
    {"the", "of", "and", "for", "on", "in", "to", "a", "de", "la", "le", "des", "du"}
)


def words(text: str) -> list[str]:
    """Return the words of a text as nobody tells them apart: no capitals, accents, signs."""
    return [letters.bare(letters.cased(word)) for word in _WORD.findall(text)]


def of_text(text: str) -> frozenset[int]:
    """Return the numbers a text is found by: one of the whole, some of its runs of words."""
    said = words(text)
    if not said:
        return frozenset()
    return frozenset([number("text", *said), *nsmallest(KEPT, runs(said))])


def runs(said: list[str]) -> set[int]:
    """Return a number for each run of words in a text."""
    return {number("run", *said[at : at + RUN]) for at in range(max(1, len(said) - RUN + 1))}


def shared(one: str, other: str) -> float:
    """Return how much of the shorter text stands in the other: 0 for nothing, 1 for all."""
    mine, theirs = runs(words(one)), runs(words(other))
    return len(mine & theirs) / (min(len(mine), len(theirs)) or 1)


def of_names(names: Iterable[str]) -> frozenset[int]:
    """Return the numbers by which something with these names is found."""
    found: set[int] = set()
    for name in names:
        key = name_key(name)
        if key:
            found |= {number("name", key), *nsmallest(KEPT_OF_A_NAME, _grams(key))}
    return frozenset(found)


def name_key(name: str) -> str:
    """Return a name as nobody tells it apart: folded, its words in order of the alphabet."""
    said = words(name)
    told = [word for word in said if word not in _SMALL] or said
    return " ".join(sorted(told))


def alike_names(one: str, other: str) -> float:
    """Return how alike two names are, 1 for the same; one letter of ten costs a tenth."""
    pairs = [(name_key(one), name_key(other)), ("".join(words(one)), "".join(words(other)))]
    return max(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in pairs)


def of_address(address: str) -> frozenset[int]:
    """Return the number of an address of the web: alike with or without www, https, a slash."""
    key = address_key(address)
    return frozenset([number("address", key)] if key else [])


def address_key(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    host = parts.netloc.casefold().removeprefix("www.")
    path = parts.path.rstrip("/")
    if _DOCUMENTS.match(host):
        return f"undocs.org{_LANGUAGE.sub('', path)}".casefold()
    return f"{host}{path}?{parts.query}".rstrip("?") if host else ""


def symbols_in(text: str) -> frozenset[str]:
    """Return the symbols of documents that a text names, put right: `s_pv_7898`."""
    found = (symbols.symbol(run.rstrip(".")) for run in _SYMBOL.findall(text))
    return frozenset(one.whole for one in found if one is not None)


def of_symbols(text: str) -> frozenset[int]:
    return frozenset(number("symbol", one) for one in symbols_in(text))


def number(*parts: str) -> int:
    """Return a number for some words, of 63 bits, the same everywhere and for ever."""
    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big") >> 1


def _grams(key: str) -> set[int]:
    padded = f" {key} "
    return {
        number("gram", padded[at : at + LETTERS]) for at in range(max(1, len(padded) - LETTERS + 1))
    }
