"""How a page is cited, in each style; in English, whatever the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString

from statements.catalogue.records import Event, Recommendation, Statement, Voice
from statements.citing import works
from statements.citing.styles import STYLES
from statements.citing.styles.style import Style
from statements.citing.works import Work
from statements.templatetags.drawing import Drawn, escaped
from statements.text import numbering
from statements.text.characters import on_one_line
from statements.views import names as naming
from statements.views.names import Names

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Cited(Drawn):
    """A citation in one style."""

    template: ClassVar[str] = "includes/citation.html"
    name: SafeString
    words: SafeString

    @classmethod
    def of(cls, work: Work, style: Style) -> "Cited":
        cited = style.cite(work)
        # A script puts the day there, since the page is kept for longer than one.
        access = (
            f'<span data-accessed="{escape(cited.accessed)}" data-locale="{cited.locale}">'
            f"{escape(cited.plain)}</span>"
        )
        return cls(
            escaped(str(style.name)),
            SafeString(f"{cited.start}{access}{cited.end}"),
        )


def cited(work: Work) -> list[Cited]:
    """Return the citations of a work, one a style."""
    return [Cited.of(work, style) for style in STYLES]


def of_statement(statement: Statement, event: Event | None, names: Names) -> Work:
    """Return what is cited of a statement; `event` is where it was made."""
    return works.work(
        statement,
        actors=_english(statement.voices, names),
        event=event,
        address=address(statement),
        site=settings.SITE_NAME,
    )


def of_recommendation(
    one: Recommendation,
    statement: Statement,
    event: Event | None,
    names: Names,
) -> Work:
    """Return what is cited of a recommendation: words of a statement, and where they stand."""
    words = one.passage
    return works.work(
        statement,
        actors=_english(statement.voices, names),
        event=event,
        address=f"{address(statement)}#r{one.ref}",
        site=settings.SITE_NAME,
        ref=one.ref,
        quotation=on_one_line(words.exact),
        paragraphs=numbering.numbers(statement.text, words.start, words.end),
    )


def address(statement: Any) -> str:
    """Return the permanent link of a statement, the same in every language."""
    with translation.override(ENGLISH):
        return f"{settings.SITE_URL}{reverse('statement-detail', args=[statement.slug])}"


def _english(voices: Iterable[Voice], names: Names) -> dict[str, str]:
    """Return the English names of the actors that speak, by reference."""
    keys = list(naming.of_actors(voices))
    if names.reader.partition("-")[0] != ENGLISH:
        with translation.override(ENGLISH):
            names = Names(keys)
    return {ref: label.title for _kind, ref in keys if (label := names.actor(ref))}
