"""What the templates say about records: addresses, names, dates, direction of writing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from statements.catalogue import vocabulary
from statements.catalogue.records import AnyRecord, Date
from statements.catalogue.vocabulary import Label
from statements.templatetags import dates, drawing, languages, stencils, tools
from statements.text.characters import on_one_line

register = template.Library()

register.filter("direction", drawing.direction)
register.filter("script", drawing.script)
register.simple_tag(tools.error_report)


def _reader() -> str:
    return get_language() or settings.LANGUAGE_CODE


@register.simple_tag
def site_name() -> str:
    return settings.SITE_NAME


@register.simple_tag(name="tools")
def row_of_tools(
    title: str, address: str, files: Iterable[tuple[str, str]] = (), *, is_repaired: bool = False
) -> SafeString:
    """Return what a reader can do with the page at a permanent address."""
    return tools.tools(_reader(), title, address, files, is_repaired=is_repaired)


@register.simple_tag
def unchanging(template_name: str, section: str = "") -> SafeString:
    """Include a template that says the same on every page of a section; it is drawn only once."""
    if settings.DEBUG:
        return drawing.included.__wrapped__(_reader(), template_name, section)
    return drawing.included(_reader(), template_name, section)


@register.simple_tag
def language_switch(path: str, query: str = "") -> SafeString:
    """Return the links by which a reader of the page goes on in another language."""
    return languages.switch(_reader(), path, query)


@register.simple_tag
def alternates(path: str, query: str = "") -> SafeString:
    """Return what tells search engines where the page stands in each language."""
    return languages.alternates(_reader(), path, query)


@register.simple_tag
def comma() -> str:
    """Return what stands between the names of a row."""
    return drawing.comma(_reader())


@register.simple_tag
def pause() -> str:
    """Return what stands between the parts of what is said of one thing."""
    return drawing.pause(_reader())


@register.simple_tag
def colon() -> str:
    """Return what stands between a name and what is said of it."""
    return drawing.colon(_reader())


@register.simple_tag
def own_names() -> list[tuple[str, str]]:
    """Return the languages of the site by their codes, each by its own name."""
    return settings.LANGUAGES


@register.filter
def in_reader_language(path: str) -> str:
    """Return a public path as it is in the language of the reader."""
    return languages.within(_reader(), path)


@register.simple_tag
def listed(entries: Iterable[Any], **context: str | bool) -> SafeString:
    """Return entries one behind another; `context` is what their templates are told besides."""
    return stencils.drawn(_reader(), entries, **context)


@register.filter
def absolute(path: str) -> str:
    """Return the whole address of a page, for paper."""
    return f"{settings.SITE_URL}{path}"


@register.filter
def address(label: Label) -> str:
    """Return the path of the page of what `label` names, or "" where it has none."""
    return drawing.path(_reader(), label.kind, label.slug)


@register.filter
def source(words: str, language: str) -> SafeString:
    """Return words of a source for a sentence in the reader's language."""
    return drawing.source(_reader(), words, language)


@register.filter
def edited(words: str) -> SafeString:
    """Return words of the editors for a sentence in the reader's language."""
    return drawing.edited(_reader(), words)


@register.filter
def titled(label: Label) -> SafeString:
    """Return the name of something, set apart where it is not in the reader's language."""
    return drawing.title(_reader(), label)


@register.filter
def called(record: AnyRecord) -> SafeString:
    """Return the name of a record, set apart where it is not in the reader's language."""
    return drawing.title(_reader(), vocabulary.label_of_record(record))


@register.filter
def name(label: Label, language: str = "") -> SafeString:
    """Return the name of something, as a link where it has a page."""
    return drawing.link(_reader(), label, language)


@register.filter
def names(labels: Sequence[Label], language: str = "") -> SafeString:
    """Return names in a row, as `name` gives each."""
    return drawing.row(_reader(), labels, language)


@register.filter
def items(labels: Sequence[Label]) -> SafeString:
    """Return names as the items of a list."""
    return drawing.items(_reader(), labels)


@register.filter
def titles(labels: Sequence[Label]) -> str:
    """Return names in a row as plain words."""
    return drawing.plain(_reader(), labels)


@register.simple_tag
def tally(
    *, recommendations: int = 0, commitments: int = 0, statements: int = 0, events: int = 0
) -> str:
    """Return in words how many there are of each, leaving out what there is none of."""
    return drawing.tally(_reader(), recommendations, commitments, statements, events)


@register.filter
def drawn(words: str) -> str:
    """Return words of a source on one line, no word parted at the hyphen it was broken at."""
    return on_one_line(words)


@register.filter
def among(code: str, name_of_choices: str) -> SafeString:
    """Return the word for `code` among the choices of that name, or "" for none of them."""
    return drawing.word(_reader(), code, name_of_choices)


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in the reader's words, or its code."""
    return drawing.language_name(_reader(), code)


@register.filter
def day(on: dt.date) -> str:
    """Return a day in words, for the middle of a sentence."""
    return dates.day(_reader(), on)


@register.filter
def number(n: int) -> drawing.Number:
    """Return a number, to be counted with, as the reader's language writes it."""
    return drawing.Number.of(_reader(), n)


@register.simple_tag
def when(date: Date | None, ends_on: dt.date | None = None) -> SafeString:
    """Return a date, or the days from it to `ends_on`, as `<time>`."""
    return dates.when(_reader(), date, ends_on)
