"""Cards with the names of what they mention: what the lists and the portraits show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self

from statements import choices
from statements.catalogue.records import Date
from statements.catalogue.vocabulary import Key, Label
from statements.views import names
from statements.views.names import Names

# So many places and themes are named in a list; of the others, their number.
SHOWN = 3


class Entry(Protocol):
    """One line of a list: `template` draws it, `keys` are the names it needs."""

    template: ClassVar[str]

    @property
    def card(self) -> Any: ...

    @staticmethod
    def keys(card: Any) -> Iterator[Key]: ...

    @classmethod
    def of(cls, card: Any, names: Names) -> Self: ...


@dataclass(frozen=True, slots=True)
class Few:
    """The first few of some names, and how many are left."""

    shown: tuple[Label, ...]
    more: int

    @classmethod
    def of(cls, labels: Iterable[Label]) -> Self:
        all_of_them = tuple(dict.fromkeys(labels))
        # Not "1 more": the last one takes no more room than the words that leave it out.
        fit = SHOWN + 1 if len(all_of_them) == SHOWN + 1 else SHOWN
        return cls(all_of_them[:fit], len(all_of_them[fit:]))


@dataclass(frozen=True, slots=True)
class StatementEntry:
    template: ClassVar[str] = "includes/statement_entry.html"
    card: Any
    date: Date | None
    speakers: tuple[Label, ...]
    asked: tuple[Label, ...]
    places: Few
    themes: Few

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from names.of_actors(_speaking(card))
        yield from names.of_actors(card.quote.addressees if card.quote else ())
        yield from names.of_terms("country", _places(card))
        yield from names.of_terms("theme", card.themes)

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        quote = card.quote
        return cls(
            card=card,
            date=card.delivered or card.published,
            speakers=names.voices(_speaking(card)),
            asked=names.asked(quote.addressees, quote.addressed_as) if quote else (),
            places=Few.of(names.terms("country", _places(card))),
            themes=Few.of(names.terms("theme", card.themes)),
        )


@dataclass(frozen=True, slots=True)
class RecommendationEntry:
    template: ClassVar[str] = "includes/recommendation_entry.html"
    card: Any
    askers: tuple[Label, ...]
    asked: tuple[Label, ...]
    statement: Label | None
    themes: Few

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from names.of_actors((*card.askers, *card.addressees))
        yield "statement", card.statement
        yield from names.of_terms("theme", card.themes)

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        return cls(
            card=card,
            askers=names.voices(card.askers),
            asked=names.asked(card.addressees, card.addressed_as),
            statement=names.one("statement", card.statement),
            themes=Few.of(names.terms("theme", card.themes)),
        )


@dataclass(frozen=True, slots=True)
class EventEntry:
    template: ClassVar[str] = "includes/event_entry.html"
    card: Any
    host: Label | None
    country: Label | None

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        if card.host:
            yield "actor", card.host
        yield from names.of_terms("country", [card.country] if card.country else [])

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        return cls(card, names.actor(card.host), names.country(card.country))


@dataclass(frozen=True, slots=True)
class ActorEntry:
    template: ClassVar[str] = "includes/actor_entry.html"
    card: Any
    page: Label | None

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield "actor", card.ref

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        return cls(card, names.actor(card.ref))


@dataclass(frozen=True, slots=True)
class CampaignEntry:
    template: ClassVar[str] = "includes/campaign_entry.html"
    card: Any

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from ()

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        return cls(card)


KINDS: dict[str, type[Entry]] = {
    "statement": StatementEntry,
    "recommendation": RecommendationEntry,
    "event": EventEntry,
    "actor": ActorEntry,
    "campaign": CampaignEntry,
}


def keys(kind: str, cards: Iterable[Any]) -> Iterator[Key]:
    """Yield the keys of all names that the cards of a kind mention."""
    for card in cards:
        yield from KINDS[kind].keys(card)


def entries(kind: str, cards: Iterable[Any], names: Names) -> tuple[Entry, ...]:
    """Return the cards of a kind with their names."""
    return tuple(KINDS[kind].of(card, names) for card in cards)


def _speaking(card: Any) -> list[Any]:
    return [voice for voice in card.voices if voice.capacity in choices.SPEAKING]


def _places(card: Any) -> Sequence[str]:
    """Return the countries of a statement: those that speak, are asked or are named."""
    speaking = (voice.state for voice in _speaking(card))
    asked = (one.state for one in card.quote.addressees) if card.quote else ()
    return [code for code in dict.fromkeys((*speaking, *asked, *card.countries)) if code]
