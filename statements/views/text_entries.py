"""Cards of statements and of recommendations, each line of them drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from statements import choices
from statements.catalogue.vocabulary import Key, Label
from statements.templatetags import drawing
from statements.templatetags.drawing import Drawn, escaped
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
    template: ClassVar[str] = "includes/statement_entries.html"
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
        yield from names.of_terms("country", _places(card))
        yield from names.of_terms("theme", card.themes)

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader, quote = names.reader, card.quote
        speakers = drawing.row(reader, names.voices(_speaking(card)), card.language)
        pillar = drawing.pillar(reader, quote.pillar if quote else "")
        asked_of = _asked_of(card, names)
        when = drawing.when(reader, card.delivered or card.published)
        tally = drawing.tally(reader, card.asks, card.commitments, 0, 0)
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
                drawing.few(reader, names.items("country", _places(card))),
                drawing.few(reader, names.items("theme", card.themes)),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefStatementEntry(Drawn):
    """A statement that is named at the foot of another: who, what, when and how much it asks."""

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
        speakers = drawing.row(reader, names.voices(_speaking(card)), card.language)
        when = drawing.when(reader, card.delivered or card.published)
        return cls(
            title=escaped(card.title),
            path=drawing.path(reader, "statement", card.slug),
            script=drawing.script(card.language),
            byline=_byline(card, when, speakers, reader),
            tally=drawing.tally(reader, card.asks, card.commitments, 0, 0),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationEntry(Drawn):
    template: ClassVar[str] = "includes/recommendation_entries.html"
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
        yield from names.of_terms("theme", card.themes)

    @classmethod
    def of(cls, card: Any, names: Names) -> Self:
        reader = names.reader
        statement = names.one("statement", card.statement)
        return cls(
            card=card,
            title=escaped(card.short_form),
            path=drawing.path(reader, "recommendation", card.ref),
            script=drawing.script(card.language),
            css=escaped(card.kind),
            pillar=escaped(card.pillar),
            lead_in=_lead_in(card.lead_in.exact if card.lead_in else ""),
            words=escaped(on_one_line(card.passage.exact)),
            asked=drawing.joined(" ", drawing.pillar(reader, card.pillar), _asked(card, names)),
            byline=drawing.dotted(
                drawing.when(reader, card.date),
                _in_its_place(reader, statement, card) if statement else "",
            ),
            labels=drawing.few(reader, names.items("theme", card.themes)),
        )


def _speaking(card: Any) -> list[Any]:
    return [voice for voice in card.voices if voice.capacity in choices.SPEAKING]


def _byline(card: Any, when: SafeString, speakers: SafeString, reader: str) -> SafeString:
    return drawing.dotted(
        when,
        drawing.word(reader, card.kind, "StatementKind"),
        f"<strong>{speakers}</strong>" if speakers else "",
    )


def _places(card: Any) -> Sequence[str]:
    """Return the countries of a statement: those that speak, are asked or are named."""
    speaking = (voice.state for voice in _speaking(card))
    asked = (one.state for one in card.quote.addressees) if card.quote else ()
    return [code for code in dict.fromkeys((*speaking, *asked, *card.countries)) if code]


def _asked_of(card: Any, names: Names) -> SafeString:
    """Return in words who is asked by what is quoted of a statement."""
    quote = card.quote
    asked = names.asked(quote.addressees, quote.addressed_as) if quote else ()
    whom = drawing.row(names.reader, asked, card.language)
    return drawing.said(names.reader, ASKED_OF, whom=whom) if whom else whom


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
    return f'<a href="{address}#r{escaped(card.ref)}">{title}</a>'


def _lead_in(words: str) -> SafeString:
    shown = escaped(on_one_line(words))
    return SafeString(f'<span class="lead-in">{shown}</span>') if words else shown
