"""The words in which statements cite an instrument."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from django.utils.html import format_html
from django.utils.safestring import SafeString

from statements.catalogue import store
from statements.catalogue.records import Passage, Statement
from statements.templatetags import drawing
from statements.templatetags.drawing import Drawn
from statements.text import blocks
from statements.text.characters import on_one_line
from statements.views.portraits import asked
from statements.views.portraits.questions import Section

# Of the places where one statement cites it so many are shown, with so much before and after.
PLACES, AROUND = 3, 110


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingEntry(Drawn):
    """A statement, and its words that cite an instrument with what stands around them."""

    template: ClassVar[str] = "includes/citing_entry.html"
    title: SafeString
    path: SafeString
    script: SafeString
    byline: SafeString
    quotations: SafeString


def quoted(section: Section, ref: str) -> Section:
    """Return a section of statements with the words in which each cites an instrument.

    One query, for the texts of the few that are shown.
    """
    shown = list(zip(section.cards, section.entries, strict=False))
    held = store.held("statement", [card.ref for card, _entry in shown])
    return replace(section, entries=[_entry(one, held.get(card.ref), ref) for card, one in shown])


def _entry(brief: Any, statement: Statement | None, ref: str) -> CitingEntry:
    places = (
        [one.passage for one in statement.citations if one.instrument == ref] if statement else []
    )
    return CitingEntry(
        title=brief.title,
        path=brief.path,
        script=brief.script,
        byline=brief.byline,
        quotations=drawing.joined("", *[_around(statement, one) for one in places[:PLACES]]),
    )


def _around(statement: Any, passage: Passage) -> str:
    """Return the words of a citation set off in those of their paragraph."""
    text, words = statement.text, on_one_line(passage.exact)
    begin, end = blocks.around(text, passage.start, passage.end)
    before = on_one_line(text[begin : passage.end]).removesuffix(words)
    after = on_one_line(text[passage.start : end]).removeprefix(words)
    return format_html(
        '<blockquote class="ask-words" {}>{}<b>{}</b>{}</blockquote>',
        drawing.script(statement.language),
        _end_of(before),
        words,
        asked.shortened(after, AROUND),
    )


def _end_of(words: str) -> str:
    """Return the last words, cut between two of them and marked so where there are too many."""
    if len(words) <= AROUND:
        return words
    _cut, space, kept = words[-AROUND:].partition(" ")
    return f"[…] {kept if space else words[-AROUND:]}"
