"""Statements: the list, and the text with its marked passages and their notes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue import filters, records, store
from statements.catalogue.records import Live, Recommendation, Statement, Voice
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Key, Label
from statements.text import marking
from statements.views import names
from statements.views.lists import RecordList
from statements.views.names import Names
from statements.views.pages import Page

# A note may reach down beside so many paragraphs that have none of their own.
LONGEST_REACH = 6
# A statement is found by these because of its recommendations.
OF_RECOMMENDATIONS = frozenset({"theme", "pillar", "to", "tag", "campaign"})


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
        statement = entry.record
        names = Names(keys(statement, entry.live))
        return super().get_context_data(
            statement=statement,
            speakers=[Speaker.of(voice, names) for voice in _speaking(statement)],
            others=_others(statement, names),
            event=names.one("event", statement.event),
            countries=names.in_order("country", statement.countries),
            themes=names.terms("theme", _themes(statement)),
            tags=names.terms("tag", entry.live.tags),
            campaigns=_campaigns(entry.live, names),
            rows=rows(statement, entry.live, names),
            **kwargs,
        )


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice and the actor it speaks for; `is_person` where the source gives a role."""

    voice: Voice
    actor: Label

    @classmethod
    def of(cls, voice: Voice, names: Names) -> "Speaker":
        return cls(voice, names.voice(voice))

    @property
    def is_person(self) -> bool:
        return bool(self.voice.name and self.voice.role)


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin about a recommendation."""

    recommendation: Recommendation
    askers: tuple[Label, ...]
    asked: tuple[Label, ...]
    campaigns: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, or the bullets of a list, with its number in the text and the notes beside."""

    kind: str
    blocks: tuple[tuple[int, SafeString, tuple[Note, ...]], ...]
    reach: int = 1


def keys(statement: Statement, live: Live) -> Iterator[Key]:
    """Yield the keys of all names on a statement's page."""
    yield from names.of_actors(statement.voices)
    for one in statement.recommendations:
        yield from names.of_actors((*one.askers, *one.addressees))
    yield from names.of_terms("country", statement.countries)
    yield from names.of_terms("theme", _themes(statement))
    yield from names.of_terms("tag", live.tags)
    yield from (("campaign", ref) for ref in live.campaigns)
    if statement.event:
        yield "event", statement.event


def rows(statement: Statement, live: Live, names: Names) -> list[Row]:
    """Return the text as paragraphs and lists, each with the notes on the passages it ends."""
    marks = [
        marking.Mark(
            start=one.passage.start,
            end=one.passage.end,
            ref=one.ref,
            number=one.number,
            css=f"{one.pillar} {one.kind}".strip(),
            name=_("Note %(n)s") % {"n": one.number},
        )
        for one in statement.recommendations
    ]
    notes = {one.ref: _note(one, live, names) for one in statement.recommendations}
    marked = marking.mark(statement.text, marks)
    return list(_reaching(_rows(marked, notes)))


def _rows(marked: Iterable[marking.MarkedBlock], notes: Mapping[str, Note]) -> Iterator[Row]:
    numbered = enumerate(marked, start=1)
    for kind, group in groupby(numbered, key=lambda block: block[1].kind):
        blocks = tuple(
            (number, block.html, tuple(notes[ref] for ref in block.starts))
            for number, block in group
        )
        if kind == "bullet":
            yield Row(kind, blocks)
        else:
            yield from (Row(kind, (block,)) for block in blocks)


def _reaching(drawn: Iterable[Row]) -> Iterator[Row]:
    """Let the notes of a paragraph reach down to the next paragraph with notes."""
    following = 0
    reversed_rows = []
    for row in reversed(list(drawn)):
        has_notes = any(notes for *_, notes in row.blocks)
        reversed_rows.append(Row(row.kind, row.blocks, min(following + 1, LONGEST_REACH)))
        following = 0 if has_notes or row.kind == "bullet" else following + 1
    yield from reversed(reversed_rows)


def _note(one: Recommendation, live: Live, names: Names) -> Note:
    own = live.recommendations.get(one.ref, records.Live())
    return Note(
        recommendation=one,
        askers=names.voices(one.askers),
        asked=names.asked(one.addressees, one.addressed_as),
        campaigns=_campaigns(own, names),
    )


def _campaigns(live: Live, names: Names) -> tuple[Label, ...]:
    found = (names.one("campaign", ref) for ref in live.campaigns)
    return tuple(label for label in found if label)


def _speaking(statement: Statement) -> list[Voice]:
    return [voice for voice in statement.voices if voice.capacity in choices.SPEAKING]


def _others(statement: Statement, names: Names) -> list[tuple[str, list[Speaker]]]:
    """Return the voices that are only heard in it, by how they are heard."""
    heard = [
        (capacity.label, [voice for voice in statement.voices if voice.capacity == capacity])
        for capacity in choices.Capacity
        if capacity not in choices.SPEAKING
    ]
    return [
        (str(label), [Speaker.of(voice, names) for voice in voices])
        for label, voices in heard
        if voices
    ]


def _themes(statement: Statement) -> tuple[str, ...]:
    """Return the statement's own themes, then those of its recommendations."""
    of_recommendations = (theme for one in statement.recommendations for theme in one.themes)
    return tuple(dict.fromkeys((*statement.themes, *of_recommendations)))
