"""What is public: an allowlist, one line a field with its type and its help.

Pages, exports and the reference page follow from these classes. What no line here
names never leaves the desk. Codes and refs are kept, labels are looked up when shown.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, make_dataclass
from operator import attrgetter
from typing import Any, ClassVar, get_type_hints

import msgspec

from statements.catalogue.parts import (
    Addressee,
    Change,
    Citation,
    Date,
    Live,
    Passage,
    Place,
    Quote,
    Repair,
    Tombstone,
    Voice,
    Webcast,
    month_end,
    public,
)

__all__ = [
    "Addressee",
    "Change",
    "Citation",
    "Date",
    "Live",
    "Passage",
    "Place",
    "Quote",
    "Repair",
    "Tombstone",
    "Voice",
    "Webcast",
    "month_end",
]

SCHEMA = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    KIND: ClassVar = "recommendation"

    ref: str = public("Permanent reference.", card=True)
    version: int = public("Version of the statement it was published with.")
    statement: str = public("Reference of the statement it stands in.", card=True)
    number: int = public("Its place among the statement's recommendations, from 1.", card=True)
    kind: str = public("ask or commitment.", card=True)
    passage: Passage = public("The words that make it, and their place in the text.", card=True)
    lead_in: Passage | None = public("Words of the same text to be read before it.", card=True)
    short_form: str = public("One line in the editors' words, in English.", card=True)
    short_forms: Mapping[str, str] = public(
        "The same by other languages, where editors wrote it.", card=True, default_factory=dict
    )
    askers: tuple[Voice, ...] = public("The voices that ask or promise.", card=True)
    addressees: tuple[Addressee, ...] = public("The actors that are asked.", card=True)
    addressed_as: str = public("The addressees in the words of the source.", card=True)
    verb: str = public("The calling words.", card=True)
    strength: int | None = public("Strength of the call from 1 to 5.", card=True)
    pillar: str = public("prevention, protection, prosecution, partnership, or empty.", card=True)
    themes: tuple[str, ...] = public("Codes of its themes.", card=True)
    groups: tuple[str, ...] = public(
        "Codes of the groups it affects: its own, else its statement's.", default=()
    )
    forms: tuple[str, ...] = public(
        "Codes of the forms of exploitation: its own, else its statement's.", default=()
    )
    instruments: tuple[str, ...] = public(
        "References of the instruments its words cite, else of those its statement cites.",
        default=(),
    )
    countries: tuple[str, ...] = public("Confirmed countries named inside the passage.", card=True)
    date: Date | None = public("The statement's date.", card=True)
    event: str | None = public("Reference of the event.", card=True)
    language: str = public("Language of the words.", card=True)

    @property
    def slug(self) -> str:
        return self.ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    KIND: ClassVar = "statement"

    ref: str = public("Permanent reference.", card=True)
    slug: str = public("Last part of the address.", card=True)
    version: int = public("Version of the statement at the desk.")
    kind: str = public("speech, statement, joint_statement, press_release …", card=True)
    title: str = public("Title.", card=True)
    title_is_ours: bool = public(
        "Whether editors gave the title, the source having none.", card=True
    )
    language: str = public("Language of the text.", card=True)
    delivered: Date | None = public("When it was spoken or issued.", card=True)
    published: Date | None = public("When its source was published.", card=True)
    event: str | None = public("Reference of the event.", card=True)
    voices: tuple[Voice, ...] = public("Who speaks in it, and how.", card=True)
    countries: tuple[str, ...] = public("Countries named in the text, confirmed.", card=True)
    themes: tuple[str, ...] = public("Codes of the statement's own themes.", card=True)
    groups: tuple[str, ...] = public("Codes of the groups it is about as a whole.", default=())
    forms: tuple[str, ...] = public(
        "Codes of the forms of exploitation it is about as a whole.", default=()
    )
    instruments: tuple[str, ...] = public("References of the instruments it cites.", default=())
    citations: tuple[Citation, ...] = public("The words that cite each of them.", default=())
    text: str = public("The text as delivered, plain.")
    text_version: str = public("as_delivered, check_against_delivery, written …")
    withheld: tuple[Place, ...] = public(
        "Where the text says that words are withheld to protect a person.", default=()
    )
    repairs: tuple[Repair, ...] = public("What was put right from the source.", default=())
    sic: tuple[Place, ...] = public("Words that are wrong in the source itself.", default=())
    source_url: str = public("Address of the source.")
    source_note: str = public("What the source is.")
    translation_of: str | None = public(
        "Reference of the statement that it is a translation of.", default=None
    )
    webcast: Webcast | None = public("Its recording.", default=None)
    first_published_on: dt.date = public("Day it first stood on this site.")
    changes: tuple[Change, ...] = public("When it was changed since, and how.", default=())
    recommendations: tuple[Recommendation, ...] = public("Its recommendations and commitments.")
    asks: int = public("How many recommendations it makes.", card=True)
    commitments: int = public("How many commitments it makes.", card=True)
    quote: Quote | None = public("Its strongest recommendation, quoted in lists.", card=True)

    @property
    def date(self) -> Date | None:
        return self.delivered or self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    KIND: ClassVar = "event"

    ref: str = public("Permanent reference.", card=True)
    slug: str = public("Last part of the address.", card=True)
    version: int = public("Version of the event at the desk.")
    kind: str = public("Kind of event.", card=True)
    title: str = public("Title.", card=True)
    date: Date | None = public("First day.", card=True)
    ends_on: dt.date | None = public("Last day, of events of several days.", card=True)
    place: str = public("Place, as a town or building.", card=True)
    country: str | None = public("ISO code of the country of the place.", card=True)
    host: str | None = public("Reference of the host or body.", card=True)
    host_state: str | None = public("ISO code of the host's country, where the host is a State.")
    participants: tuple[Addressee, ...] = public("Actors that took part.")
    themes: tuple[str, ...] = public("Codes of its themes.", card=True)
    summary: str = public("What it was, in the editors' words.")
    symbol: str = public("UN symbol of its record.")
    source_url: str = public("Address of the source.")
    series: str | None = public("Reference of the series it belongs to.", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Events that belong together; it has no page of its own."""

    KIND: ClassVar = "series"

    ref: str = public("Permanent reference.", card=True)
    slug: str = public("What addresses call it.", card=True)
    version: int = public("Version of the series at the desk.")
    title: str = public("Title.", card=True)
    summary: str = public("What it is, in the editors' words.", card=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    KIND: ClassVar = "actor"

    ref: str = public("Permanent reference.", card=True)
    slug: str = public("Last part of the address.", card=True)
    version: int = public("Version of the actor at the desk.")
    kind: str = public("State, UN organ, UN entity …", card=True)
    name: str = public("Name.", card=True)
    names: Mapping[str, str] = public("Name by language.", card=True)
    short_name: str = public("Short name.", card=True)
    country: str | None = public("ISO code of the country it is or belongs to.", card=True)
    parent: str | None = public("Reference of the actor it is part of.")
    also: tuple[str, ...] = public("Other names it is found by.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    KIND: ClassVar = "instrument"

    ref: str = public("Permanent reference.", card=True)
    slug: str = public("Last part of the address.", card=True)
    version: int = public("Version of the instrument at the desk.")
    kind: str = public("treaty, resolution, declaration, national_law …", card=True)
    name: str = public("Name.", card=True)
    names: Mapping[str, str] = public("Name by language.", card=True)
    symbol: str = public("Symbol.", card=True)
    adopted: Date | None = public("When it was adopted or issued.", card=True)
    source_url: str = public("Address of its text.")
    also: tuple[str, ...] = public("Other names it is found by.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    KIND: ClassVar = "campaign"

    ref: str = public("Permanent reference.", card=True)
    slug: str = public("Last part of the address.", card=True)
    version: int = public("Version of the campaign at the desk.")
    title: str = public("Title.", card=True)
    aim: str = public("What it wants.", card=True)
    how_to_help: str = public("How a reader can help.")
    tag: str = public("Slug of the tag whose recommendations it gathers.", card=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A theme, group, form of exploitation, country, region or public tag.

    Its ref is "scheme/code".
    """

    KIND: ClassVar = "term"

    scheme: str = public("theme, group, form, country, region or tag.", card=True)
    code: str = public("Code, never changed.", card=True)
    version: int = public("Always 1: terms change at once.", default=1)
    labels: Mapping[str, str] = public("Name by language.", card=True)
    broader: tuple[str, ...] = public("Codes of the broader terms, nearest first.", card=True)
    order: int = public("Place among its like.", card=True)
    note: str = public("What it covers.", default="")
    retired: bool = public("Whether it is no longer given to new things.", default=False)
    also: tuple[str, ...] = public("Other names it is found by.", default=())

    @property
    def ref(self) -> str:
        return f"{self.scheme}/{self.code}"

    @property
    def slug(self) -> str:
        return self.ref


AnyRecord = Statement | Recommendation | Event | Series | Actor | Instrument | Campaign | Term
KINDS: Mapping[str, type[AnyRecord]] = {
    kind.KIND: kind
    for kind in (Statement, Recommendation, Event, Series, Actor, Instrument, Campaign, Term)
}


def _card_type(kind: type[AnyRecord]) -> type[Any]:
    hints = get_type_hints(kind)
    lines = [(line.name, hints[line.name]) for line in fields(kind) if line.metadata["card"]]
    return make_dataclass(f"{kind.__name__}Card", lines, frozen=True, slots=True, kw_only=True)


# What lists show: the `card` fields of each kind, as a class of their own.
CARDS: Mapping[str, type[Any]] = {name: _card_type(kind) for name, kind in KINDS.items()}
CARD_NAMES = {name: [line.name for line in fields(card)] for name, card in CARDS.items()}
_OF_CARD = {name: attrgetter(*names) for name, names in CARD_NAMES.items()}


def dump(part: AnyRecord | Tombstone | Live) -> str:
    """Return `part` as JSON with its keys in the order of the fields."""
    return msgspec.json.encode(part).decode()


def dump_card(record: AnyRecord) -> str:
    """Return the fields of `record` that lists show, as JSON."""
    values = _OF_CARD[record.KIND](record)
    card = dict(zip(CARD_NAMES[record.KIND], values, strict=True))
    return msgspec.json.encode(card).decode()


def load(kind: str, text: str) -> AnyRecord:
    """Return the record that `text` holds.

    Raises msgspec.ValidationError where it is not of the record's form.
    """
    return msgspec.json.decode(text, type=KINDS[kind])


def load_card(kind: str, text: str) -> Any:
    return msgspec.json.decode(text, type=CARDS[kind])


def load_tombstone(text: str) -> Tombstone:
    return msgspec.json.decode(text, type=Tombstone)


def load_live(text: str) -> Live:
    return msgspec.json.decode(text, type=Live)
