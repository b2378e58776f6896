"""Cards of statements and of recommendations, each line of them drawn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from statements import choices
from statements.catalogue import vocabulary
from statements.catalogue.vocabulary import Key, Label
from statements.templatetags import dates, drawing
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.text.characters import on_one_line
from statements.views import names
from statements.views.names import Names

ASKED_OF = gettext_noop("asked of %(whom)s")
ASKED_OF_BY = gettext_noop("asked of %(whom)s by %(who)s")
ASKED_BY = gettext_noop("asked by %(who)s")
PROMISED_BY_TO = gettext_noop("promised by %(who)s to %(whom)s")
PROMISED_BY = gettext_noop("promised by %(who)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry(Drawn):
    template: ClassVar[str] = "includes/statement_entry.html"
    card: Any
    title: SafeString
    path: SafeString
    script: SafeString
    pillar: SafeString
    speakers: SafeString
    when: SafeString
    byline: SafeString
    lead_in: SafeString
    words: SafeString
    asked_of: SafeString
    asked: SafeString
    tally: SafeString
    labels: SafeString

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from names.of_actors(_speaking(card))
        yield from names.of_actors(card.quote.addressees if card.quote else ())

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader, quote, speaking = names.reader, card.quote, _speaking(card)
        speakers = drawing.short_row(reader, names.voices(speaking), card.language)
        pillar = drawing.pillar(reader, quote.pillar if quote else "")
        asked_of = _asked_of(card, names)
        when = dates.when(reader, card.delivered or card.published)
        tally = _tally(reader, card)
        return cls(
            card=card,
            title=escaped(card.title),
            path=drawing.path(reader, "statement", card.slug),
            script=drawing.script(card.language),
            pillar=escaped(quote.pillar if quote else ""),
            speakers=speakers,
            when=when,
            byline=_byline(card, when, speakers, reader),
            lead_in=_lead_in(quote.lead_in if quote else ""),
            words=escaped(on_one_line(quote.exact) if quote else ""),
            asked_of=asked_of,
            asked=drawing.dotted(drawing.joined(" ", pillar, asked_of), tally),
            tally=tally,
            labels=drawing.joined(
                "",
                drawing.few(reader, names.items("country", _places(card, speaking))),
                drawing.few(reader, names.items("theme", card.themes)),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefStatementEntry(Drawn):
    """A statement that is named at the foot of another: who, what, when and how much it asks."""

    template: ClassVar[str] = "includes/brief_statement_entry.html"
    title: SafeString
    path: SafeString
    script: SafeString
    byline: SafeString
    tally: SafeString

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from names.of_actors(_speaking(card))

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader = names.reader
        speakers = drawing.short_row(reader, names.voices(_speaking(card)), card.language)
        when = dates.when(reader, card.delivered or card.published)
        return cls(
            title=escaped(card.title),
            path=drawing.path(reader, "statement", card.slug),
            script=drawing.script(card.language),
            byline=_byline(card, when, speakers, reader),
            tally=_tally(reader, card),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationEntry(Drawn):
    template: ClassVar[str] = "includes/recommendation_entry.html"
    card: Any
    title: SafeString
    path: SafeString
    script: SafeString
    css: SafeString
    pillar: SafeString
    lead_in: SafeString
    words: SafeString
    asked: SafeString
    byline: SafeString
    labels: SafeString

    @staticmethod
    def keys(card: Any) -> Iterator[Key]:
        yield from names.of_actors((*card.askers, *card.addressees))
        yield "statement", card.statement

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader = names.reader
        statement = names.one("statement", card.statement)
        return cls(
            card=card,
            title=short_form(reader, card),
            path=drawing.path(reader, "recommendation", card.ref),
            script=drawing.script(card.language),
            css=escaped(card.kind),
            pillar=escaped(card.pillar),
            lead_in=_lead_in(card.lead_in.exact if card.lead_in else ""),
            words=escaped(on_one_line(card.passage.exact)),
            asked=drawing.joined(" ", drawing.pillar(reader, card.pillar), _asked(card, names)),
            byline=drawing.dotted(
                dates.when(reader, card.date),
                _in_its_place(reader, statement, card) if statement else "",
            ),
            labels=drawing.few(reader, names.items("theme", card.themes)),
        )


def short_form(reader: str, card: Any) -> SafeString:
    """Return the short form of a recommendation in the reader's language if it has one."""
    words, language = vocabulary.short_form(card)
    return drawing.apart(reader, escaped(words), language)


def _speaking(card: Any) -> list[Any]:
    return [voice for voice in card.voices if voice.capacity in choices.SPEAKING]


def _tally(reader: str, card: Any) -> SafeString:
    """Return in words what a statement asks and promises; a welcome may do neither."""
    if not (card.asks or card.commitments):
        return NOTHING
    return drawing.tally(reader, card.asks, card.commitments, 0, 0)


def _byline(card: Any, when: SafeString, speakers: SafeString, reader: str) -> SafeString:
    return drawing.dotted(
        when,
        drawing.word(reader, card.kind, "StatementKind"),
        f"<strong>{speakers}</strong>" if speakers else "",
    )


def _places(card: Any, speaking: Iterable[Any]) -> Sequence[str]:
    """Return the countries of a statement: those that speak, are asked or are named."""
    asked = card.quote.addressees if card.quote else ()
    states = [one.state for one in (*speaking, *asked)]
    return [code for code in dict.fromkeys((*states, *card.countries)) if code]


def _asked_of(card: Any, names: Names) -> SafeString:
    """Return in words who is asked by what is quoted of a statement."""
    quote = card.quote
    asked = names.asked(quote.addressees, quote.addressed_as) if quote else ()
    whom = drawing.short_row(names.reader, asked, card.language)
    return drawing.said(names.reader, ASKED_OF, whom=whom) if whom else whom


def _asked(card: Any, names: Names) -> SafeString:
    """Return in words who asks or promises, and whom."""
    who = drawing.short_row(names.reader, names.voices(card.askers), card.language)
    asked = names.asked(card.addressees, card.addressed_as)
    whom = drawing.short_row(names.reader, asked, card.language)
    if card.kind == choices.RecommendationKind.COMMITMENT:
        message = PROMISED_BY_TO if whom else PROMISED_BY
    else:
        message = ASKED_OF_BY if whom else ASKED_BY
    return drawing.said(names.reader, message, who=who, whom=whom)


def _in_its_place(reader: str, statement: Label, card: Any) -> str:
    """Return a link that opens the statement at the words."""
    address = drawing.path(reader, statement.kind, statement.slug)
    title = drawing.source(reader, statement.title, card.language)
    return f'<a href="{address}#r{escaped(card.ref)}">{title}</a>'


def _lead_in(words: str) -> SafeString:
    shown = escaped(on_one_line(words))
    return SafeString(f'<span class="lead-in">{shown}</span>') if words else shown
