"""The text of a statement with its marked passages, and the notes beside its paragraphs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from statements import choices
from statements.catalogue import records
from statements.catalogue.records import Live, Recommendation, Statement
from statements.templatetags import drawing, stencils
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.text import marking, withholding
from statements.views.names import Names
from statements.views.text_entries import short_form

# A note may reach down beside so many paragraphs that have none of their own.
LONGEST_REACH = 6

# What the number behind the words and the note beside them are called: the kind and the number,
# and what there is to say of them.
NAMED = gettext_noop("%(kind)s %(n)s")
NAMED_AND = gettext_noop("%(named)s: %(told)s")
TO_THE_WORDS = gettext_noop("To the words of note %(n)s")
CAMPAIGN = gettext_noop("Campaign: %(campaigns)s")
# What a note says of who is asked, before its short form and where it has none.
PROMISED_BY_FOR = gettext_noop("Promised by %(who)s:")
PROMISED_BY = gettext_noop("Promised by %(who)s")
ASKED_OF_FOR = gettext_noop("Asked of %(whom)s:")
ASKED_OF = gettext_noop("Asked of %(whom)s")
ASKED_FOR = gettext_noop("Asked:")
ASKED_OF_WHOM = gettext_noop("asked of %(whom)s")
PROMISED_BY_WHOM = gettext_noop("promised by %(who)s")
ASKED_OF_NOBODY = gettext_noop("Asked of nobody by name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Drawn):
    """What stands in the margin about a recommendation, drawn line by line."""

    template: ClassVar[str] = "includes/note.html"
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
    def of(cls, one: Recommendation, live: Live, named: str, names: Names) -> "Note":
        """Draw the note on a recommendation that is `named` so in plain words."""
        reader, number = names.reader, SafeString(one.number)
        kind = drawing.word(reader, one.kind, "RecommendationKind")
        campaigns = names.campaigns(live)
        return cls(
            ref=escaped(one.ref),
            number=number,
            css=escaped(f"{one.pillar} {one.kind}".strip()),
            name=escaped(named),
            to_the_words=drawing.said(reader, TO_THE_WORDS, n=number),
            pillar=drawing.pillar(reader, one.pillar),
            promise=kind if _is_promise(one) else NOTHING,
            asked=_asked(one, names),
            short_form=short_form(reader, one),
            path=drawing.path(reader, "recommendation", one.ref),
            kind=kind,
            campaigns=drawing.said(reader, CAMPAIGN, campaigns=drawing.row(reader, campaigns))
            if campaigns
            else NOTHING,
        )


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a bullet: its number in the text, its words, the notes it is the place of."""

    number: SafeString
    words: SafeString
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, or the bullets of a list; its notes may reach down beside so many rows."""

    paragraph: Block | None
    bullets: tuple[Block, ...] = ()
    reach: int = 1

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.bullets or ((self.paragraph,) if self.paragraph else ())


@dataclass(frozen=True, slots=True)
class Paragraph(Drawn):
    """A paragraph with its notes beside it, drawn."""

    template: ClassVar[str] = "includes/paragraph.html"
    number: SafeString
    script: SafeString
    words: SafeString
    notes: SafeString
    reach: SafeString


@dataclass(frozen=True, slots=True)
class Bullet(Drawn):
    """An item of a list with its notes beside it, drawn."""

    template: ClassVar[str] = "includes/bullet.html"
    number: SafeString
    script: SafeString
    words: SafeString
    notes: SafeString


@dataclass(frozen=True, slots=True)
class Bullets(Drawn):
    """A list of the text, drawn."""

    template: ClassVar[str] = "includes/bullets.html"
    items: SafeString


def entries(drawn: Iterable[Row], language: str, reader: str) -> Iterator[Paragraph | Bullets]:
    """Yield rows of a text in a language as the page shows them."""
    script = drawing.script(language)
    for row in drawn:
        if one := row.paragraph:
            notes, reach = stencils.drawn(reader, one.notes), SafeString(row.reach)
            yield Paragraph(one.number, script, one.words, notes, reach)
        else:
            bullets = [
                Bullet(one.number, script, one.words, stencils.drawn(reader, one.notes))
                for one in row.bullets
            ]
            yield Bullets(stencils.drawn(reader, bullets))


def rows(statement: Statement, live: Live, names: Names) -> list[Row]:
    """Return the text as paragraphs and lists, each with the notes on the passages it ends."""
    nothing = records.Live()
    named = {one.ref: name_of(one, names) for one in statement.recommendations}
    notes = {
        one.ref: Note.of(one, live.recommendations.get(one.ref, nothing), named[one.ref], names)
        for one in statement.recommendations
    }
    marks = [
        marking.Mark(
            start=one.passage.start,
            end=one.passage.end,
            ref=one.ref,
            number=one.number,
            css=notes[one.ref].css,
            name=named[one.ref],
        )
        for one in statement.recommendations
    ]
    sic = [one.end for one in statement.sic]
    gaps, links = _gaps(statement, names.reader), list(_links(statement, names))
    marked = marking.mark(statement.text, marks, gaps, sic, links)
    return list(_reaching(_rows(marked, notes)))


def _links(statement: Statement, names: Names) -> Iterator[marking.Link]:
    """Yield where the words lead that cite an instrument."""
    for one in statement.citations:
        if label := names.one("instrument", one.instrument):
            address = str(drawing.path(names.reader, label.kind, label.slug))
            yield marking.Link(one.passage.start, one.passage.end, address)


def _gaps(statement: Statement, reader: str) -> list[marking.Gap]:
    """Say in the reader's language where words are withheld."""
    said = withholding.token(reader.partition("-")[0])
    return [marking.Gap(one.start, one.end, said, reader) for one in statement.withheld]


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


def name_of(one: Recommendation, names: Names) -> str:
    """Return what it is called where its number alone says too little, as plain words."""
    reader = names.reader
    kind = drawing.plain_word(reader, one.kind, "RecommendationKind")
    named = drawing.phrase(reader, NAMED) % {"kind": kind, "n": one.number}
    told = [drawing.plain_word(reader, one.pillar, "Pillar"), _in_words(one, names)]
    shown = drawing.comma(reader).join([part for part in told if part])
    return drawing.phrase(reader, NAMED_AND) % {"named": named, "told": shown} if shown else named


def _in_words(one: Recommendation, names: Names) -> str:
    """Return in plain words who is asked, or who promises."""
    if _is_promise(one):
        who = drawing.plain(names.reader, names.voices(one.askers))
        return drawing.phrase(names.reader, PROMISED_BY_WHOM) % {"who": who} if who else ""
    whom = drawing.plain(names.reader, names.asked(one.addressees, one.addressed_as))
    return drawing.phrase(names.reader, ASKED_OF_WHOM) % {"whom": whom} if whom else ""


def _is_promise(one: Recommendation) -> bool:
    return one.kind == choices.RecommendationKind.COMMITMENT
