"""What was asked, in short: the words, whom they address, and one heading for what stands together.

In a portrait the same statement, asker or addressee would stand under each recommendation.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue.vocabulary import Key
from statements.templatetags import dates, drawing
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.text.characters import on_one_line
from statements.views import names as named
from statements.views import text_entries
from statements.views.names import Names

# What an entry tells besides its words: what its page says already is left out.
Telling = Literal["both", "who", "whom"]
Heading = Literal["statement", "addressee"]
# More of a recommendation is read on its own page.
LONGEST = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedEntry(Drawn):
    """One recommendation or promise."""

    template: ClassVar[str] = "includes/asked_entry.html"
    title: SafeString
    path: SafeString
    script: SafeString
    css: SafeString
    words: SafeString
    told: SafeString

    @classmethod
    def of(cls, card: Any, names: Names, *, telling: Telling, when: bool) -> Self:
        reader = names.reader
        return cls(
            title=text_entries.short_form(reader, card),
            path=drawing.path(reader, "recommendation", card.ref),
            script=drawing.script(card.language),
            css=escaped(f"{card.kind} {card.pillar}".strip()),
            words=escaped(shortened(on_one_line(card.passage.exact))),
            told=drawing.dotted(
                drawing.pillar(reader, card.pillar),
                _told(card, names, telling),
                dates.when(reader, card.date) if when else "",
            ),
        )


@dataclass(frozen=True, slots=True)
class Group(Drawn):
    """What stands under one heading: a statement, or who is asked."""

    title: SafeString
    byline: SafeString
    entries: Sequence[AskedEntry]


def keys(cards: Iterable[Any]) -> Iterator[Key]:
    """Yield the keys of the names that the entries and their headings need."""
    for card in cards:
        yield "statement", card.statement
        yield from named.of_actors((*card.askers, *card.addressees))


def groups(
    cards: Iterable[Any], names: Names, *, telling: Telling = "both", by: Heading = "statement"
) -> list[Group]:
    """Return the cards under their headings, in the order in which each comes first."""
    if by == "addressee":
        return _by_addressee(cards, names)
    of: dict[str, list[Any]] = defaultdict(list)
    for card in cards:
        of[card.statement].append(card)
    return [_of_statement(ref, held, names, telling) for ref, held in of.items()]


def shortened(words: str, most: int = LONGEST) -> str:
    """Return words, cut between two of them and marked so where there are too many."""
    if len(words) <= most:
        return words
    kept, space, _cut = words[:most].rpartition(" ")
    return f"{kept if space else words[:most]} […]"


def _of_statement(ref: str, cards: Sequence[Any], names: Names, telling: Telling) -> Group:
    reader, first = names.reader, cards[0]
    statement = names.one("statement", ref)
    title = drawing.link(reader, statement, first.language) if statement else NOTHING
    entries = [AskedEntry.of(card, names, telling=telling, when=False) for card in cards]
    return Group(title, dates.when(reader, first.date), entries)


def _by_addressee(cards: Iterable[Any], names: Names) -> list[Group]:
    """Return who is asked with what each is asked, and at the end what addresses nobody."""
    of: dict[SafeString, list[AskedEntry]] = defaultdict(list)
    for card in cards:
        asked = names.asked(card.addressees, card.addressed_as)
        whom = drawing.row(names.reader, asked, card.language)
        of[whom].append(AskedEntry.of(card, names, telling="who", when=True))
    nobody = of.pop(NOTHING, [])
    groups = [Group(whom, NOTHING, entries) for whom, entries in of.items()]
    return [*groups, Group(escaped(_("Nobody by name")), NOTHING, nobody)] if nobody else groups


def _told(card: Any, names: Names, telling: Telling) -> SafeString:
    """Return in words who asks or promises, and whom, but for what the page says already."""
    reader = names.reader
    who = drawing.row(reader, names.voices(card.askers), card.language)
    asked = names.asked(card.addressees, card.addressed_as)
    whom = drawing.row(reader, asked, card.language)
    shows_who, shows_whom = bool(who) and telling != "whom", bool(whom) and telling != "who"
    if card.kind == choices.RecommendationKind.COMMITMENT:
        if not shows_who:
            return NOTHING
        message = text_entries.PROMISED_BY_TO if shows_whom else text_entries.PROMISED_BY
    elif shows_whom:
        message = text_entries.ASKED_OF_BY if shows_who else text_entries.ASKED_OF
    elif shows_who:
        message = text_entries.ASKED_BY
    else:
        return NOTHING
    return drawing.said(reader, message, who=who, whom=whom)
