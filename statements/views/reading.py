"""The text of a statement with its marked passages, and the notes beside its paragraphs."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from statements import choices
from statements.catalogue import records
from statements.catalogue.records import Live, Recommendation, Statement
from statements.templatetags import drawing
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.text import marking, withholding
from statements.text.blocks import blocks
from statements.views.names import Names

# A note may reach down beside so many paragraphs that have none of their own.
LONGEST_REACH = 6

NOTE = gettext_noop("Note %(n)s")
TO_THE_WORDS = gettext_noop("To the words of note %(n)s")
CAMPAIGN = gettext_noop("Campaign: %(campaigns)s")
# What a note says of who is asked, before its short form and where it has none.
PROMISED_BY_FOR = gettext_noop("Promised by %(who)s:")
PROMISED_BY = gettext_noop("Promised by %(who)s")
ASKED_OF_FOR = gettext_noop("Asked of %(whom)s:")
ASKED_OF = gettext_noop("Asked of %(whom)s")
ASKED_FOR = gettext_noop("Asked:")
ASKED_OF_NOBODY = gettext_noop("Asked of nobody by name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Drawn):
    """What stands in the margin about a recommendation, drawn line by line."""

    ref: SafeString
    number: SafeString
    css: SafeString
    name: SafeString
    to_the_words: SafeString
    pillar: SafeString
    promise: SafeString
    asked: SafeString
    short_form: SafeString
    path: SafeString
    kind: SafeString
    campaigns: SafeString

    @classmethod
    def of(cls, one: Recommendation, live: Live, names: Names) -> "Note":
        reader, number = names.reader, SafeString(one.number)
        kind = drawing.word(reader, one.kind, "RecommendationKind")
        campaigns = names.campaigns(live)
        return cls(
            ref=escaped(one.ref),
            number=number,
            css=escaped(f"{one.pillar} {one.kind}".strip()),
            name=drawing.said(reader, NOTE, n=number),
            to_the_words=drawing.said(reader, TO_THE_WORDS, n=number),
            pillar=drawing.pillar(reader, one.pillar),
            promise=kind if _is_promise(one) else NOTHING,
            asked=_asked(one, names),
            short_form=escaped(one.short_form),
            path=drawing.path(reader, "recommendation", one.ref),
            kind=kind,
            campaigns=drawing.said(reader, CAMPAIGN, campaigns=drawing.row(reader, campaigns))
            if campaigns
            else NOTHING,
        )


@dataclass(frozen=True, slots=True)
class Block(Drawn):
    """A paragraph or a bullet: its number in the text, its words, the notes it is the place of."""

    number: SafeString
    words: SafeString
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Row(Drawn):
    """A paragraph, or the bullets of a list; its notes may reach down beside so many rows."""

    paragraph: Block | None
    bullets: tuple[Block, ...] = ()
    reach: int = 1

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.bullets or ((self.paragraph,) if self.paragraph else ())


def rows(statement: Statement, live: Live, names: Names) -> list[Row]:
    """Return the text as paragraphs and lists, each with the notes on the passages it ends."""
    nothing = records.Live()
    notes = {
        one.ref: Note.of(one, live.recommendations.get(one.ref, nothing), names)
        for one in statement.recommendations
    }
    marks = [
        marking.Mark(
            start=one.passage.start,
            end=one.passage.end,
            ref=one.ref,
            number=one.number,
            css=notes[one.ref].css,
            name=notes[one.ref].name,
        )
        for one in statement.recommendations
    ]
    marked = marking.mark(statement.text, marks, _gaps(statement, names.reader))
    return list(_reaching(_rows(marked, notes)))


def _gaps(statement: Statement, reader: str) -> list[marking.Gap]:
    """Say in the reader's language where words are withheld."""
    said = withholding.token(reader.partition("-")[0])
    return [marking.Gap(one.start, one.end, said, reader) for one in statement.withheld]


@dataclass(frozen=True, slots=True)
class Cited(Drawn):
    """An instrument that a text cites, and the paragraphs in which it does."""

    instrument: SafeString
    paragraphs: tuple[int, ...]


def citations(statement: Statement, names: Names) -> list[Cited]:
    """Return the instruments that a statement cites, in the order in which it cites them first."""
    found: dict[str, list[int]] = {}
    ends = [block.spans[-1][1] for block in blocks(statement.text)]
    for one in statement.citations:
        paragraph = bisect_right(ends, one.passage.start) + 1
        held = found.setdefault(one.instrument, [])
        held += [paragraph] if paragraph not in held else []
    named = ((names.one("instrument", ref), numbers) for ref, numbers in found.items())
    return [
        Cited(drawing.link(names.reader, label), tuple(numbers))
        for label, numbers in named
        if label
    ]


def _rows(marked: Iterable[marking.MarkedBlock], notes: Mapping[str, Note]) -> Iterator[Row]:
    numbered = enumerate(marked, start=1)
    for kind, group in groupby(numbered, key=lambda block: block[1].kind):
        blocks = [
            Block(SafeString(number), block.html, tuple([notes[ref] for ref in block.starts]))
            for number, block in group
        ]
        if kind == "bullet":
            yield Row(None, tuple(blocks))
        else:
            yield from [Row(block) for block in blocks]


def _reaching(drawn: Iterable[Row]) -> Iterator[Row]:
    """Let the notes of a paragraph reach down to the next paragraph with notes."""
    following = 0
    reversed_rows = []
    for row in reversed(list(drawn)):
        has_notes = any(block.notes for block in row.blocks)
        reach = min(following + 1, LONGEST_REACH)
        reversed_rows.append(Row(row.paragraph, row.bullets, reach))
        following = 0 if has_notes or row.bullets else following + 1
    yield from reversed(reversed_rows)


def _asked(one: Recommendation, names: Names) -> SafeString:
    """Return in words who is asked, or who promises."""
    reader = names.reader
    if _is_promise(one):
        who = drawing.row(reader, names.voices(one.askers), one.language)
        return drawing.said(reader, PROMISED_BY_FOR if one.short_form else PROMISED_BY, who=who)
    if whom := drawing.row(reader, names.asked(one.addressees, one.addressed_as), one.language):
        return drawing.said(reader, ASKED_OF_FOR if one.short_form else ASKED_OF, whom=whom)
    return drawing.said(reader, ASKED_FOR if one.short_form else ASKED_OF_NOBODY)


def _is_promise(one: Recommendation) -> bool:
    return one.kind == choices.RecommendationKind.COMMITMENT
