"""Everything public that has a name, by all its names: what typed fields and suggestions look up.

It is kept in the process, and made anew where a name was changed since.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import msgspec
from django.db import connection

from statements.catalogue import revision
from statements.catalogue.models import Record
from statements.text.analysis import stems

# What terms are of; regions are on no list.
SCHEMES: Final = frozenset({"country", "theme", "group", "form", "tag"})
NAMED: Final = ("actor", "campaign", "event", "instrument", "term")

_GAP = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:the|les?|la|l|los|las|el) (?=.)")
# Letters that people write for one another, and a stretch that is none.
_ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ـ": None, "ı": "i", "ø": "o"})


@dataclass(frozen=True, slots=True)
class Name:
    """A term, actor, instrument, event or campaign; `given` is its code or slug in addresses."""

    kind: str
    given: str
    labels: Mapping[str, str] = field(hash=False)
    also: tuple[str, ...] = ()
    state: str = ""

    def label(self, language: str) -> str:
        return self.labels.get(language) or self.labels.get("en") or self.given


@dataclass(frozen=True, slots=True)
class Directory:
    """All names; `by_words` leads from a kind and folded words to those who bear them.

    `by_given` leads to them from a kind and the code or slug, `stems` from stems to the words
    of themes, countries and actors that have them.
    """

    names: tuple[Name, ...] = ()
    by_words: Mapping[tuple[str, str], tuple[Name, ...]] = field(default_factory=dict)
    by_given: Mapping[tuple[str, str], Name] = field(default_factory=dict)
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, kind: str, words: str, *, loosely: bool = False) -> Name | None:
        """Return the one of a kind that is called so; loosely, the one whose label has the words.

        Nothing where several are: which one is meant is not ours to guess.
        """
        folded = fold(words)
        found = self.by_words.get((kind, folded), ())
        if not found and loosely and len(folded) > 2:
            found = tuple(self._holding(kind, folded.split()))
        return found[0] if len(found) == 1 else None

    def _holding(self, kind: str, words: Iterable[str]) -> Iterator[Name]:
        wanted = set(words)
        for name in self.names:
            if name.kind == kind and any(
                wanted <= {*fold(label).split()} for label in name.labels.values()
            ):
                yield name


@lru_cache(maxsize=10_000)
def fold(words: str) -> str:
    """Return words as they are compared: no capitals, accents, punctuation or leading article."""
    if words.isascii():
        return _ARTICLE.sub("", _GAP.sub(" ", words.lower()).strip())
    parts = unicodedata.normalize("NFKD", words.translate(_ALIKE)).casefold()
    letters = "".join(one for one in parts if unicodedata.category(one) != "Mn")
    return _ARTICLE.sub("", _GAP.sub(" ", letters.translate(_ALIKE)).strip())


_kept: tuple[object, Directory] = (None, Directory())


def current() -> Directory:
    """Return the directory of the present revision: one query where a name has changed.

    A worker keeps one directory for all its threads; none ever changes. What a transaction sees
    may be rolled back, so inside one it is read anew.
    """
    global _kept
    if connection.in_atomic_block:
        return _load()
    held = revision.reading().seen
    moment = held.names if held else 0
    if _kept[0] != moment:
        _kept = (moment, _load())
    return _kept[1]


class _Body(msgspec.Struct):
    """The part of a record that names it."""

    scheme: str = ""
    code: str = ""
    slug: str = ""
    kind: str = ""
    title: str = ""
    name: str = ""
    short_name: str = ""
    country: str | None = None
    names: dict[str, str] = {}
    labels: dict[str, str] = {}
    also: tuple[str, ...] = ()


def _load() -> Directory:
    decoder = msgspec.json.Decoder(_Body)
    rows = Record.objects.live().filter(kind__in=NAMED).order_by("kind", "rank", "ref")
    bodies = rows.values_list("kind", "body").iterator(chunk_size=2000)
    found = (_name(kind, decoder.decode(body)) for kind, body in bodies)
    names = tuple(name for name in found if name)
    by_words: dict[tuple[str, str], dict[str, Name]] = {}
    for name in names:
        for words in (name.given, *name.labels.values(), *name.also):
            if folded := fold(words):
                by_words.setdefault((name.kind, folded), {})[name.given] = name
    borne = {key: tuple(held.values()) for key, held in by_words.items()}
    by_given = {(name.kind, name.given): name for name in names}
    return Directory(names, borne, by_given, _stems(names))


def _stems(names: Iterable[Name]) -> Mapping[str, tuple[str, ...]]:
    of_words = {
        word
        for name in names
        if name.kind in {"country", "theme", "group", "form", "actor"}
        for words in (*name.labels.values(), *name.also)
        for word in fold(words).split()
        if len(word) > 2
    }
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(of_words, key=lambda word: (len(word), word)):
        stem = stems.stem(word, "en")
        found[stem] = (*found.get(stem, ()), word)
    return found


def _name(kind: str, body: _Body) -> Name | None:
    if kind == "term":
        is_listed = body.scheme in SCHEMES
        return Name(body.scheme, body.code, body.labels, body.also) if is_listed else None
    labels = body.names or {"en": body.title or body.name}
    also = tuple(other for other in (body.short_name, *body.also) if other)
    is_state = kind == "actor" and body.kind == "state"
    return Name(kind, body.slug, labels, also, (body.country or "") if is_state else "")
