"""Labels of what records name by code or ref, in the reader's language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.db import connection
from django.db.models import Q
from django.utils.translation import get_language

from statements.catalogue import records, revision, sql
from statements.catalogue.models import Record
from statements.choices import HOUSE_LANGUAGE

Key = tuple[str, str]

# Statements are too many and come too often to be kept from page to page; these come again.
KEPT_KINDS = frozenset({"term", "actor", "instrument", "event", "series", "campaign"})
# Schemes of few hundred terms that stand on every page: read whole, and found by code alone.
WHOLE = ("theme", "group", "form", "country", "region")
# Those whose terms stand under one another, and that records are found by.
NESTED = ("theme", "group", "form")
# The number of labels a language may keep is between this and twice this.
MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Label:
    """Something that has a name and a page: `kind` and `slug` make its address.

    `language` is that of the title, where it is not known in the reader's.
    """

    kind: str
    ref: str
    slug: str
    title: str
    language: str = ""

    @property
    def code(self) -> str:
        return self.slug


@dataclass(slots=True)
class Vocabulary:
    """What bears a name, in one language, while no name changes.

    What was looked up once is kept in two generations: when the younger is full it becomes the
    elder, and what nobody asks for until the next such change is forgotten. Threads may share it.
    """

    language: str
    names: int = 0
    _younger: dict[Key, Label] = field(default_factory=dict)
    _elder: dict[Key, Label] = field(default_factory=dict)
    _terms: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    _named: dict[str, Mapping[str, Label]] = field(default_factory=dict)
    # What others draw from these names, to be kept as long as they are.
    drawn: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def labels(self, keys: Iterable[Key]) -> Mapping[Key, Label]:
        """Return the labels of live records by (kind, ref); what is not live is left out.

        The key of a term is ("term", "scheme/code"). A State's label is its country's.
        One query at most: for statements, and for what is not known here yet.
        """
        found: dict[Key, Label] = {}
        unknown = []
        younger = self._younger
        for key in {*keys}:
            if key in younger:
                found[key] = younger[key]
            else:
                unknown.append(key)
        if unknown:
            found |= self._remembered(unknown)
        return found

    def terms(self, scheme: str) -> tuple[Any, ...]:
        """Return the cards of the terms of a scheme, in their order."""
        if scheme not in self._terms:
            self._terms |= _terms(WHOLE if scheme in WHOLE else (scheme,))
        return self._terms[scheme]

    def named(self, scheme: str) -> Mapping[str, Label]:
        """Return the labels of the terms of a scheme by their codes, for the schemes in WHOLE."""
        if scheme not in self._named:
            self._named[scheme] = {term.code: label_of(term) for term in self.terms(scheme)}
        return self._named[scheme]

    def of_codes(self, scheme: str, codes: Iterable[str]) -> Mapping[str, Label]:
        """Return the labels of those codes of a scheme that are known."""
        if scheme in WHOLE:
            named = self.named(scheme)
            return {code: named[code] for code in codes if code in named}
        found = self.labels(("term", f"{scheme}/{code}") for code in codes)
        return {label.code: label for label in found.values()}

    def who(self, filed: Iterable[str]) -> Mapping[str, Label]:
        """Return the labels of States and other actors by what they are found by: `parts.who`."""
        named, found = self.named("country"), {}
        others = {}
        for value in filed:
            if value in named:
                found[value] = named[value]
            elif key := key_of_who(value):
                others[value] = key
        labels = self.labels(others.values()) if others else {}
        return found | {value: labels[key] for value, key in others.items() if key in labels}

    def _remembered(self, keys: Iterable[Key]) -> dict[Key, Label]:
        """Return labels from the elder generation or the catalogue, and keep them."""
        elder = self._elder
        known = {key: elder[key] for key in keys if key in elder}
        if unknown := [key for key in keys if key not in known]:
            known.update(_read(unknown))
        self._keep({key: label for key, label in known.items() if key[0] in KEPT_KINDS})
        return known

    def _keep(self, labels: Mapping[Key, Label]) -> None:
        if len(self._younger) + len(labels) > MOST_KEPT:
            self._elder, self._younger = self._younger, {}
        self._younger.update(labels)


_kept: dict[str, Vocabulary] = {}


def current() -> Vocabulary:
    """Return the vocabulary of the public revision in the reader's language.

    A process keeps it until a name changes. What a transaction sees may be rolled back, so inside
    one it is read anew.
    """
    language = _language()
    if connection.in_atomic_block:
        return Vocabulary(language)
    seen = revision.reading().seen
    assert seen is not None
    kept = _kept.get(language)
    if kept is None or kept.names != seen.names:
        kept = _kept[language] = Vocabulary(language, seen.names)
    return kept


def key_of_who(filed: str) -> Key | None:
    """Return the key of an actor that is no State by what it is found by, None of a State."""
    kind, _slash, ref = filed.partition("/")
    return (kind, ref) if ref else None


def forget() -> None:
    """Forget all that this process has kept: for tests, which start the revisions over."""
    _kept.clear()


def labels(keys: Iterable[Key]) -> Mapping[Key, Label]:
    """Return the labels of the current vocabulary; see `Vocabulary.labels`."""
    return current().labels(keys)


def terms(scheme: str) -> tuple[Any, ...]:
    """Return the cards of the terms of a scheme in the current vocabulary, in their order."""
    return current().terms(scheme)


def broader() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the ancestors of each nested term, as `facets` wants them, in one query."""
    trees = _terms(NESTED)
    return {(scheme, card.code): card.broader for scheme, cards in trees.items() for card in cards}


def name_of(card: Any) -> str:
    """Return a term's name in the reader's language, else in English, else its code."""
    return _in_language(card.labels) or str(card.code)


def label_of(card: Any) -> Label:
    title, language = named(card.labels, str(card.code))
    if card.scheme == "tag" and not title.isascii():
        # A tag is a word of any language; it has no other than its own.
        language = ""
    return Label(card.scheme, f"{card.scheme}/{card.code}", card.code, title, language)


def label_of_record(record: records.AnyRecord) -> Label:
    """Return the label of a record that may not be public yet."""
    return label_of_card(record.KIND, record.ref, records.dump_card(record))


def label_of_actor(card: Any) -> Label:
    name = named(card.names, card.name)
    if card.kind == "state" and card.country:
        return Label("country", card.ref, card.country, *name)
    return Label("actor", card.ref, card.slug, *name)


def label_of_instrument(card: Any) -> Label:
    return Label("instrument", card.ref, card.slug, *named(card.names, card.name))


@dataclass(frozen=True, slots=True)
class _Titled:
    """The part of a card that names a statement, an event or a campaign."""

    slug: str
    title: str
    language: str = HOUSE_LANGUAGE


def _language() -> str:
    return (get_language() or HOUSE_LANGUAGE).split("-")[0]


def _in_language(names: Mapping[str, str]) -> str:
    return names.get(_language()) or names.get(HOUSE_LANGUAGE, "")


def named(names: Mapping[str, str], english: str) -> tuple[str, str]:
    """Return a name in the reader's language, or the English one and its language."""
    # Asked once: which language it is takes longer than all else here.
    language = _language()
    if own := names.get(language):
        return own, ""
    name = names.get(HOUSE_LANGUAGE) or english
    return name, "" if language == HOUSE_LANGUAGE else HOUSE_LANGUAGE


def _foreign(language: str) -> str:
    """Return a language that is not the reader's, "" for the one that is."""
    return "" if language == _language() else language


def short_form(card: Any) -> tuple[str, str]:
    """Return the short form of a recommendation, if it has any, and its language as a label does.

    In the reader's language where editors wrote one.
    """
    return named(card.short_forms, card.short_form) if card.short_form else ("", "")


def _terms(schemes: Iterable[str]) -> dict[str, tuple[Any, ...]]:
    """Return the cards of the terms of the schemes in one query, each in their order."""
    of_schemes = Q()
    for scheme in schemes:
        of_schemes |= Q(ref__startswith=f"{scheme}/")
    rows = Record.objects.live().filter(of_schemes, kind="term")
    found: dict[str, list[Any]] = {scheme: [] for scheme in schemes}
    for text in rows.values_list("card", flat=True):
        card = records.load_card("term", text)
        found[card.scheme].append(card)
    for cards in found.values():
        cards.sort(key=lambda card: (card.order, name_of(card), card.code))
    return {scheme: tuple(cards) for scheme, cards in found.items()}


def _read(keys: Iterable[Key]) -> Iterator[tuple[Key, Label]]:
    """Yield the labels of live records in one query.

    Not through the ORM: this is asked on every page, and building the query took longer than it.
    """
    refs: dict[str, list[str]] = {}
    for kind, ref in sorted(keys):
        refs.setdefault(kind, []).append(ref)
    any_of = " OR ".join(f"(kind = %s AND ref IN {sql.marks(ones)})" for ones in refs.values())
    query = "SELECT kind, ref, card FROM catalogue_record WHERE NOT withdrawn AND "
    given = [one for kind, ones in refs.items() for one in (kind, *ones)]
    for kind, ref, card in sql.rows(f"{query} ({any_of})", given):
        yield (kind, ref), label_of_card(kind, ref, card)


def label_of_card(kind: str, ref: str, text: str) -> Label:
    """Return the label of a record by its card, as JSON."""
    match kind:
        case "term":
            return label_of(records.load_card(kind, text))
        case "actor":
            return label_of_actor(records.load_card(kind, text))
        case "instrument":
            return label_of_instrument(records.load_card(kind, text))
        case "recommendation":
            card = records.load_card(kind, text)
            title, language = short_form(card)
            if not title:
                title, language = card.passage.exact, _foreign(card.language)
            return Label(kind, ref, ref, title, language)
    titled = msgspec.json.decode(text, type=_Titled)
    return Label(kind, ref, titled.slug, titled.title, _foreign(titled.language))
