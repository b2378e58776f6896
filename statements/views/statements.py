"""Statements: the list, and the page of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from statements import choices
from statements.catalogue import filters, store
from statements.catalogue.records import AnyRecord, Live, Statement, Voice, Webcast
from statements.catalogue.selection import Selection
from statements.catalogue.store import Entry
from statements.catalogue.vocabulary import Key
from statements.templatetags import drawing
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.text import durations
from statements.views import citations, colophon, exports, likeness, names, neighbours, reading
from statements.views.colophon import Colophon
from statements.views.lists import RecordList
from statements.views.metadata import texts
from statements.views.metadata.metadata import Metadata
from statements.views.names import Names
from statements.views.pages import Page
from statements.views.text_entries import BriefStatementEntry

SPOKEN = frozenset({choices.StatementKind.SPEECH, choices.StatementKind.TRANSCRIPT})
ISSUED_BY = gettext_noop("Issued by")
# A statement is found by these because of its recommendations.
OF_RECOMMENDATIONS = frozenset(
    {"theme", "group", "form", "instrument", "pillar", "to", "tag", "campaign"}
)


# The fields that hold terms of a statement and of what it recommends: each is called as its scheme.
TERMS = ("themes", "groups", "forms")


class StatementList(RecordList):
    kind = "statement"
    section = "statements"
    template_name = "statements/statement_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(asked_there=_asked_there(self.selection), **kwargs)


def _asked_there(selection: Selection) -> str | None:
    """Return the query of the recommendations for which the statements were found.

    None where nothing is chosen that recommendations are found by themselves. A kind of text is
    no kind of recommendation, so it is left out.
    """
    if not OF_RECOMMENDATIONS & selection.values.keys():
        return None
    taken = {one.name for one in filters.of("recommendation")} - {"kind"}
    values = {name: held for name, held in selection.values.items() if name in taken}
    return replace(selection, kind="recommendation", values=values, page=1).query()


class StatementDetail(Page):
    section = "statements"
    template_name = "statements/statement_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry = store.get("statement", self.kwargs["slug"])
        event = store.one("event", entry.record.event)
        context = shown(entry, likeness.statements(entry), neighbours.of(entry, event))
        work = citations.of_statement(entry.record, event, context["names"])
        return super().get_context_data(
            cited=citations.cited(work),
            work=work,
            files=exports.files(entry.record.slug),
            **context,
            **kwargs,
        )

    def metadata(self, context: dict[str, Any]) -> Metadata:
        held = (context[name] for name in ("statement", "work", "names", "path"))
        return texts.statement(*held)


def shown(
    entry: Entry[Statement],
    alike: Sequence[Any] = (),
    around: Sequence[neighbours.Found] = (),
    beside: Iterable[AnyRecord] = (),
) -> dict[str, Any]:
    """Return what the page of a statement shows; `beside` are what it names, not public yet."""
    statement = entry.record
    of_alike = (key for card in alike for key in BriefStatementEntry.keys(card))
    of_around = neighbours.keys(around)
    names = Names([*keys(statement, entry.live), *of_alike, *of_around], beside)
    countries = names.in_order("country", statement.countries)
    before = colophon.received(statement)
    terms = {name: names.terms(name.rstrip("s"), _all(statement, name)) for name in TERMS}
    about = {"countries": countries, **terms}
    return {
        "statement": statement,
        "names": names,
        "speakers": list(_speakers(statement, names)),
        "updated": statement.changes[-1].on if statement.changes else None,
        "is_spoken": statement.kind in SPOKEN,
        "others": _others(statement, names),
        "event": names.one("event", statement.event),
        **_translated(entry),
        "webcast": Watched.of(statement.webcast) if statement.webcast else None,
        "countries": countries,
        "is_repaired": bool(before),
        "colophon": [Colophon.of(statement, entry.live, about, before, names)],
        "campaigns": names.campaigns(entry.live),
        "rows": reading.entries(
            reading.rows(statement, entry.live, names), statement.language, names.reader
        ),
        "alike": [BriefStatementEntry.of(card, names) for card in alike],
        "around": neighbours.entries(around, names),
    }


@dataclass(frozen=True, slots=True)
class Speaker(Drawn):
    """How a voice speaks, who it is, and for whom, where the source names a person."""

    how: SafeString
    who: SafeString
    speaks_for: SafeString
    are_many: bool = False

    @classmethod
    def of(cls, voice: Voice, statement: Statement, names: Names) -> "Speaker":
        reader, actor = names.reader, names.voice(voice)
        name = drawing.source(reader, voice.name, statement.language)
        if voice.name and voice.role:
            role = drawing.source(reader, voice.role, statement.language)
            who, speaks_for = (name, role), drawing.link(reader, actor) if voice.actor else NOTHING
        else:
            linked = drawing.link(reader, actor, statement.language)
            who, speaks_for = (linked, name if voice.name != actor.title else NOTHING), NOTHING
        return cls(_how(voice, statement, reader), drawing.with_soft(*who), speaks_for)

    @classmethod
    def together(cls, voices: Sequence[Voice], statement: Statement, names: Names) -> "Speaker":
        """Return those who speak in one way as one: a text may have a hundred that sign it."""
        reader = names.reader
        who = drawing.row(reader, names.voices(voices), statement.language)
        return cls(_how(voices[0], statement, reader), who, NOTHING, are_many=True)


@dataclass(frozen=True, slots=True)
class Watched(Drawn):
    """Where to watch a statement: an address that opens at its words, and where these begin."""

    address: SafeString
    begins: SafeString

    @classmethod
    def of(cls, webcast: Webcast) -> "Watched":
        offset, address = webcast.offset, webcast.url
        # W3C Media Fragments URI 1.0, 4.2.1: seconds from the beginning.
        if address and offset and "#" not in address:
            address = f"{address}#t={offset}"
        begins = "" if offset is None else durations.written(offset)
        return cls(escaped(address), escaped(begins))


def _how(voice: Voice, statement: Statement, reader: str) -> SafeString:
    if voice.capacity == choices.Capacity.DELIVERS and statement.kind not in SPOKEN:
        return escaped(drawing.phrase(reader, ISSUED_BY))
    return drawing.word(reader, voice.capacity, "Capacity")


def _translated(entry: Entry[Statement]) -> dict[str, Any]:
    """Return the cards of the original and of the translations, of those that are public now."""
    original, translations = entry.record.translation_of, entry.live.translations
    cards = store.cards("statement", [*([original] if original else []), *translations])
    found = [cards[ref] for ref in translations if ref in cards]
    return {
        "original": cards.get(original or ""),
        "translations": sorted(found, key=lambda card: (card.language, card.title)),
    }


def keys(statement: Statement, live: Live) -> Iterator[Key]:
    """Yield the keys of all names on a statement's page."""
    yield from names.of_actors(statement.voices)
    for one in statement.recommendations:
        yield from names.of_actors((*one.askers, *one.addressees))
    yield from names.of_terms("tag", live.tags)
    yield from (("campaign", ref) for ref in live.campaigns)
    yield from (("instrument", ref) for ref in statement.instruments)
    if statement.event:
        yield "event", statement.event


def _speakers(statement: Statement, names: Names) -> Iterator[Speaker]:
    """Yield who speaks; actors that follow each other without a person share one entry.

    Nobody shares it who is not named at all: of two such voices it would make one.
    """
    speaking = (voice for voice in statement.voices if voice.capacity in choices.SPEAKING)
    for (_capacity, are_actors), run in groupby(
        speaking, lambda one: (one.capacity, bool(one.actor and not one.name))
    ):
        voices = tuple(run)
        if not are_actors or len(voices) == 1:
            yield from (Speaker.of(voice, statement, names) for voice in voices)
        else:
            yield Speaker.together(voices, statement, names)


def _others(statement: Statement, names: Names) -> list[tuple[str, list[Speaker]]]:
    """Return the voices that are only heard in it, by how they are heard."""
    heard = [
        (capacity.label, [voice for voice in statement.voices if voice.capacity == capacity])
        for capacity in choices.Capacity
        if capacity not in choices.SPEAKING
    ]
    return [
        (str(label), [Speaker.of(voice, statement, names) for voice in voices])
        for label, voices in heard
        if voices
    ]


def _all(statement: Statement, name: str) -> tuple[str, ...]:
    """Return the statement's own terms of a field, then those of its recommendations."""
    holders = (statement, *statement.recommendations)
    return tuple(dict.fromkeys(code for one in holders for code in getattr(one, name)))
