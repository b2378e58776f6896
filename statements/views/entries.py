"""Cards as the lists and the portraits show them: each with its lines drawn, ready to be set.

A template asks an entry for a dozen finished strings. Names, dates and phrases are drawn before,
where the same ones are drawn only once.
"""

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from statements import choices
from statements.catalogue.vocabulary import Key, Label
from statements.templatetags import drawing
from statements.text.characters import on_one_line
from statements.views import names
from statements.views.names import Names

ASKED_OF = gettext_noop("asked of %(whom)s")
ASKED_OF_BY = gettext_noop("asked of %(whom)s by %(who)s")
ASKED_BY = gettext_noop("asked by %(who)s")
PROMISED_BY_TO = gettext_noop("promised by %(who)s to %(whom)s")
PROMISED_BY = gettext_noop("promised by %(who)s")


class Entry(Protocol):
    """One line of a list: `template` draws a list of them, `keys` are the names one needs."""

    template: ClassVar[str]

    @property
    def card(self) -> Any: ...

    @staticmethod
    def keys(card: Any) -> Iterator[Key]: ...

    @classmethod
    def of(cls, card: Any, names: Names) -> Self: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    template: ClassVar[str] = "includes/statement_entries.html"
    card: Any
    path: str
    script: SafeString
    speakers: SafeString
    when: SafeString
    byline: SafeString
    lead_in: SafeString
    words: str
    asked_of: SafeString
    asked: SafeString
    tally: str
    labels: SafeString

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from names.of_actors(_speaking(card))
        yield from names.of_actors(card.quote.addressees if card.quote else ())
        yield from names.of_terms("country", _places(card))
        yield from names.of_terms("theme", card.themes)

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader, quote = names.reader, card.quote
        speakers = drawing.row(reader, names.voices(_speaking(card)), card.language)
        asked_of = pillar = SafeString("")
        if quote:
            pillar = drawing.pillar(reader, quote.pillar)
            if whom := names.asked(quote.addressees, quote.addressed_as):
                row = drawing.row(reader, whom, card.language)
                asked_of = drawing.said(reader, ASKED_OF, whom=row)
        when = drawing.when(reader, card.delivered or card.published)
        tally = drawing.tally(reader, card.asks, card.commitments, 0, 0)
        return cls(
            card=card,
            path=drawing.path(reader, "statement", card.slug),
            script=drawing.script(card.language),
            speakers=speakers,
            when=when,
            byline=drawing.dotted(
                when,
                drawing.word(reader, card.kind, "StatementKind"),
                f"<strong>{speakers}</strong>" if speakers else "",
            ),
            lead_in=_lead_in(quote.lead_in if quote else ""),
            words=on_one_line(quote.exact) if quote else "",
            asked_of=asked_of,
            asked=drawing.dotted(drawing.joined(" ", pillar, asked_of), tally),
            tally=tally,
            labels=drawing.joined(
                "",
                drawing.few(reader, names.terms("country", _places(card))),
                drawing.few(reader, names.terms("theme", card.themes)),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationEntry:
    template: ClassVar[str] = "includes/recommendation_entries.html"
    card: Any
    path: str
    script: SafeString
    lead_in: SafeString
    words: str
    asked: SafeString
    byline: SafeString
    labels: SafeString

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from names.of_actors((*card.askers, *card.addressees))
        yield "statement", card.statement
        yield from names.of_terms("theme", card.themes)

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader = names.reader
        statement = names.one("statement", card.statement)
        return cls(
            card=card,
            path=drawing.path(reader, "recommendation", card.ref),
            script=drawing.script(card.language),
            lead_in=_lead_in(card.lead_in.exact if card.lead_in else ""),
            words=on_one_line(card.passage.exact),
            asked=drawing.joined(" ", drawing.pillar(reader, card.pillar), _asked(card, names)),
            byline=drawing.dotted(
                drawing.when(reader, card.date),
                _in_its_place(reader, statement, card) if statement else "",
            ),
            labels=drawing.few(reader, names.terms("theme", card.themes)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    template: ClassVar[str] = "includes/event_entries.html"
    card: Any
    path: str
    when: SafeString
    byline: SafeString
    place: SafeString
    tally: str = ""

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        if card.host:
            yield "actor", card.host
        yield from names.of_terms("country", [card.country] if card.country else [])

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader = names.reader
        host, country = names.actor(card.host), names.country(card.country)
        when = drawing.when(reader, card.date, card.ends_on)
        return cls(
            card=card,
            path=drawing.path(reader, "event", card.slug),
            when=when,
            byline=drawing.dotted(
                when,
                drawing.word(reader, card.kind, "EventKind"),
                f"<strong>{drawing.link(reader, host)}</strong>" if host else "",
            ),
            place=drawing.joined(
                ", ", html.escape(card.place), drawing.link(reader, country) if country else ""
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    template: ClassVar[str] = "includes/actor_entries.html"
    card: Any
    path: str
    kind: str
    tally: str = ""

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield "actor", card.ref

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader, page = names.reader, names.actor(card.ref)
        return cls(
            card=card,
            path=drawing.path(reader, page.kind, page.slug) if page else "",
            kind=drawing.word(reader, card.kind, "ActorKind"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignEntry:
    template: ClassVar[str] = "includes/campaign_entries.html"
    card: Any
    path: str
    tally: str = ""

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from ()

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        return cls(card=card, path=drawing.path(names.reader, "campaign", card.slug))


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
    return tuple([KINDS[kind].of(card, names) for card in cards])


def _speaking(card: Any) -> list[Any]:
    return [voice for voice in card.voices if voice.capacity in choices.SPEAKING]


def _places(card: Any) -> Sequence[str]:
    """Return the countries of a statement: those that speak, are asked or are named."""
    speaking = (voice.state for voice in _speaking(card))
    asked = (one.state for one in card.quote.addressees) if card.quote else ()
    return [code for code in dict.fromkeys((*speaking, *asked, *card.countries)) if code]


def _asked(card: Any, names: Names) -> SafeString:
    """Return in words who asks or promises, and whom."""
    who = drawing.row(names.reader, names.voices(card.askers), card.language)
    asked = names.asked(card.addressees, card.addressed_as)
    whom = drawing.row(names.reader, asked, card.language)
    if card.kind == choices.RecommendationKind.COMMITMENT:
        message = PROMISED_BY_TO if whom else PROMISED_BY
    else:
        message = ASKED_OF_BY if whom else ASKED_BY
    return drawing.said(names.reader, message, who=who, whom=whom)


def _in_its_place(reader: str, statement: Label, card: Any) -> str:
    """Return a link that opens the statement at the words."""
    address = drawing.path(reader, statement.kind, statement.slug)
    title = drawing.source(reader, statement.title, card.language)
    return f'<a href="{html.escape(address)}#r{html.escape(card.ref)}">{title}</a>'


def _lead_in(words: str) -> SafeString:
    shown = html.escape(on_one_line(words))
    return SafeString(f'<span class="lead-in">{shown}</span>' if words else "")
