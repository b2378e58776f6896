"""Cards as the lists and the portraits show them: each with its lines drawn, ready to be set.

An entry is a dozen finished strings, which are set into the template of its class (`stencils`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self

from django.utils.safestring import SafeString
from django.utils.text import Truncator

from statements.catalogue.vocabulary import Key
from statements.templatetags import dates, drawing
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.views import names
from statements.views.names import Names
from statements.views.text_entries import RecommendationEntry, StatementEntry

# Of the aim of a campaign so many words are shown.
AIM = 40


class Entry(Protocol):
    """One line of a list: `template` draws it, `keys` are the names one needs."""

    template: ClassVar[str]

    @property
    def card(self) -> Any: ...

    @staticmethod
    def keys(card: Any) -> Iterator[Key]: ...

    @classmethod
    def of(cls, card: Any, names: Names) -> Self: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry(Drawn):
    template: ClassVar[str] = "includes/event_entry.html"
    card: Any
    title: SafeString
    path: SafeString
    when: SafeString
    byline: SafeString
    place: SafeString
    tally: SafeString = NOTHING

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        if card.host:
            yield "actor", card.host
        yield from names.of_terms("country", [card.country] if card.country else [])

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader = names.reader
        host, country = names.actor(card.host), names.country(card.country)
        when = dates.when(reader, card.date, card.ends_on)
        return cls(
            card=card,
            title=drawing.edited(reader, card.title),
            path=drawing.path(reader, "event", card.slug),
            when=when,
            byline=drawing.dotted(
                when,
                drawing.word(reader, card.kind, "EventKind"),
                f"<strong>{drawing.link(reader, host)}</strong>" if host else "",
            ),
            place=drawing.joined(
                drawing.pause(reader),
                drawing.edited(reader, card.place),
                drawing.link(reader, country) if country else "",
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry(Drawn):
    template: ClassVar[str] = "includes/actor_entry.html"
    card: Any
    title: SafeString
    path: SafeString
    kind: SafeString
    short_name: SafeString
    tally: SafeString = NOTHING

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield "actor", card.ref

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader, page = names.reader, names.actor(card.ref)
        return cls(
            card=card,
            title=drawing.title(reader, page) if page else drawing.edited(reader, card.name),
            path=drawing.path(reader, page.kind, page.slug) if page else NOTHING,
            kind=drawing.word(reader, card.kind, "ActorKind"),
            short_name=drawing.edited(reader, card.short_name),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentEntry(Drawn):
    template: ClassVar[str] = "includes/instrument_entry.html"
    card: Any
    title: SafeString
    path: SafeString
    facts: SafeString
    tally: SafeString = NOTHING

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield "instrument", card.ref

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader, label = names.reader, names.one("instrument", card.ref)
        return cls(
            card=card,
            title=drawing.title(reader, label) if label else drawing.edited(reader, card.name),
            path=drawing.path(reader, "instrument", card.slug),
            facts=drawing.dotted(
                drawing.word(reader, card.kind, "InstrumentKind"),
                f"<bdi>{escaped(card.symbol)}</bdi>" if card.symbol else "",
                dates.when(reader, card.adopted) if card.adopted else "",
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignEntry(Drawn):
    template: ClassVar[str] = "includes/campaign_entry.html"
    card: Any
    title: SafeString
    path: SafeString
    aim: SafeString
    tally: SafeString = NOTHING

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from ()

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader = names.reader
        return cls(
            card=card,
            title=drawing.edited(reader, card.title),
            path=drawing.path(reader, "campaign", card.slug),
            aim=drawing.edited(reader, Truncator(card.aim).words(AIM)),
        )


KINDS: dict[str, type[Entry]] = {
    "statement": StatementEntry,
    "recommendation": RecommendationEntry,
    "event": EventEntry,
    "actor": ActorEntry,
    "instrument": InstrumentEntry,
    "campaign": CampaignEntry,
}


def keys(kind: str, cards: Iterable[Any]) -> Iterator[Key]:
    """Yield the keys of all names that the cards of a kind mention."""
    for card in cards:
        yield from KINDS[kind].keys(card)


def entries(kind: str, cards: Iterable[Any], names: Names) -> tuple[Entry, ...]:
    """Return the cards of a kind with their names."""
    return tuple([KINDS[kind].of(card, names) for card in cards])
