"""The foot of a statement: what it is about, what was put right in it, whence it comes."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop, ngettext

from statements import choices
from statements.catalogue.records import Live, Statement
from statements.catalogue.vocabulary import Label
from statements.templatetags import dates, drawing
from statements.templatetags.drawing import NOTHING, Drawn, escaped
from statements.text.blocks import blocks
from statements.text.repairs import Replacement, legible
from statements.views.names import Names

PARAGRAPH = gettext_noop("paragraph %(n)s")
SINCE = gettext_noop("On record here since %(day)s.")
IN_THE_SOURCE, HERE = gettext_noop("In the source:"), gettext_noop("here:")
UPDATED = gettext_noop("Updated on %(day)s:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon(Drawn):
    """`sic` is there where words are marked so."""

    template: ClassVar[str] = "includes/colophon.html"
    themes: SafeString
    instruments: SafeString
    groups: SafeString
    forms: SafeString
    countries: SafeString
    tags: SafeString
    version: SafeString
    since: SafeString
    put_right: SafeString
    repairs: SafeString
    joined: SafeString
    script: SafeString
    received: SafeString
    sic: SafeString
    changes: SafeString
    source_note: SafeString
    source_url: SafeString

    @classmethod
    def of(
        cls,
        statement: Statement,
        live: Live,
        named: Mapping[str, Iterable[Label]],
        before: str,
        names: Names,
    ) -> Self:
        """Draw it; `named` are its terms by kind, `before` is its text before repairs."""
        reader = names.reader
        terms = {name: drawing.items(reader, [*labels]) for name, labels in named.items()}
        right, joined = repairs(statement)
        return cls(
            **terms,
            tags=drawing.items(reader, names.terms("tag", live.tags)),
            instruments=_instruments(statement, names),
            version=_version(statement, reader),
            since=drawing.said(reader, SINCE, day=dates.day(reader, statement.first_published_on)),
            put_right=_put_right(reader, len(right)) if right else NOTHING,
            repairs=SafeString("".join([_repaired(one, statement, reader) for one in right])),
            joined=_joined(reader, joined) if joined else NOTHING,
            script=drawing.script(statement.language),
            received=escaped(before),
            sic=SafeString("sic") if statement.sic else NOTHING,
            changes=_changes(statement, reader),
            source_note=drawing.edited(reader, statement.source_note),
            source_url=escaped(statement.source_url),
        )


def _instruments(statement: Statement, names: Names) -> SafeString:
    """Return the instruments that it cites, each with links to where it does."""
    reader, drawn = names.reader, []
    for ref, paragraphs in citations(statement).items():
        if label := names.one("instrument", ref):
            places = drawing.comma(reader).join([_paragraph(reader, n) for n in paragraphs])
            drawn.append(f"<li>{drawing.with_soft(drawing.link(reader, label), places)}</li>")
    return SafeString("".join(drawn))


def citations(statement: Statement) -> dict[str, list[int]]:
    """Return the instruments that it cites, in order, with the numbers of the paragraphs."""
    found: dict[str, list[int]] = {}
    ends = [block.spans[-1][1] for block in blocks(statement.text)] if statement.citations else []
    for one in statement.citations:
        paragraph = bisect_right(ends, one.passage.start) + 1
        held = found.setdefault(one.instrument, [])
        held += [paragraph] if paragraph not in held else []
    return found


def _paragraph(reader: str, n: int) -> str:
    return f'<a href="#p{n}">{drawing.said(reader, PARAGRAPH, n=drawing.number(reader, n))}</a>'


def _version(statement: Statement, reader: str) -> SafeString:
    version = drawing.word(reader, statement.text_version, "TextVersion")
    language = escaped(drawing.language_name(reader, statement.language))
    return SafeString(f"{version}{drawing.comma(reader)}{language}")


@dataclass(frozen=True, slots=True)
class Repaired(Drawn):
    """Words as the source has them, as they stand here, and in which paragraph.

    The letters that differ are marked, since a misread digit looks like a letter.
    """

    before: SafeString
    after: SafeString
    paragraph: int


def received(statement: Statement) -> str:
    """Return the text before what was put right in it, or "" where nothing was.

    Without what a record does not tell of: repairs beside withheld words stay made.
    """
    text = statement.text
    for one in sorted(statement.repairs, key=lambda one: one.start, reverse=True):
        if text[one.start : one.end] == one.after:
            text = f"{text[: one.start]}{one.before}{text[one.end :]}"
    return "" if text == statement.text else text


def repairs(statement: Statement) -> tuple[list[Repaired], int]:
    """Return the words that were put right; in how many places it was but a line's end, a space."""
    ends = [block.spans[-1][1] for block in blocks(statement.text)] if statement.repairs else []
    drawn = []
    for one in statement.repairs:
        before, after = legible(one.before), legible(one.after)
        if before != after:
            pieces = Replacement(0, before, after).narrowed()
            marked = (_marked(before, pieces, "del"), _marked(after, pieces, "ins"))
            drawn.append(Repaired(*marked, bisect_right(ends, one.start) + 1))
    return drawn, len(statement.repairs) - len(drawn)


def _marked(words: str, differing: Replacement, tag: str) -> SafeString:
    """Return words with those of their letters marked that differ; of nothing there is no mark."""
    start = differing.start
    end = start + len(differing.before if tag == "del" else differing.after)
    within = f"<{tag}>{escaped(words[start:end])}</{tag}>" if start < end else ""
    return SafeString(f"{escaped(words[:start])}{within}{escaped(words[end:])}")


def _repaired(one: Repaired, statement: Statement, reader: str) -> str:
    script = drawing.script(statement.language)
    before, after = (f"<bdi {script}>{words}</bdi>" for words in (one.before, one.after))
    said = [drawing.phrase(reader, message) for message in (IN_THE_SOURCE, HERE)]
    place = f'<span class="soft">{_paragraph(reader, one.paragraph)}</span>'
    return f"<li>{said[0]} {before} · {said[1]} {after} {place}</li>"


def _put_right(reader: str, n: int) -> SafeString:
    said = ngettext(
        "One word was put right from the source",
        "%(number)s words were put right from the source",
        n,
    )
    return SafeString(said % {"number": drawing.number(reader, n)})


def _joined(reader: str, n: int) -> SafeString:
    said = ngettext(
        "In one place a broken line or a doubled space of the source was joined.",
        "In %(number)s places broken lines or doubled spaces of the source were joined.",
        n,
    )
    return SafeString(said % {"number": drawing.number(reader, n)})


def _changes(statement: Statement, reader: str) -> SafeString:
    """Return when it was updated, and what the editors noted of it."""
    script, drawn = drawing.script(choices.HOUSE_LANGUAGE), []
    for change in statement.changes:
        said = drawing.said(reader, UPDATED, day=dates.day(reader, change.on))
        drawn.append(f"<li>{said} <bdi {script}>{escaped(change.note)}</bdi></li>")
    return SafeString("".join(drawn))
