"""What the templates say about records: addresses, names, dates, direction of writing."""

import datetime as dt
from collections.abc import Sequence

from django import template
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue.records import Date
from statements.catalogue.vocabulary import Label
from statements.templatetags import drawing
from statements.text.characters import on_one_line

register = template.Library()

register.filter("boxes", drawing.boxes)
register.filter("direction", drawing.direction)
register.filter("script", drawing.script)


def _reader() -> str:
    return get_language() or settings.LANGUAGE_CODE


@register.simple_tag
def site_name() -> str:
    return settings.SITE_NAME


@register.simple_tag
def unchanging(template_name: str, section: str = "") -> SafeString:
    """Include a template that says the same on every page of a section; it is drawn only once."""
    if settings.DEBUG:
        return drawing.included.__wrapped__(_reader(), template_name, section)
    return drawing.included(_reader(), template_name, section)


@register.filter
def address(label: Label) -> str:
    """Return the path of the page of what `label` names, or "" where it has none."""
    return drawing.path(_reader(), label.kind, label.slug)


@register.filter
def source(words: str, language: str) -> SafeString:
    """Return words of a source for a sentence in the reader's language."""
    return drawing.source(_reader(), words, language)


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
    return get_text_list([label.title for label in labels], _("and"))


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
    return _(choices.LANGUAGES.get(code, code))


@register.filter
def written(date: Date) -> str:
    """Return a date as exactly as it is known, in brackets where the text does not give it."""
    return drawing.written(_reader(), date)


@register.simple_tag
def when(date: Date | None, ends_on: dt.date | None = None) -> SafeString:
    """Return a date, or the days from it to `ends_on`, as `<time>`."""
    return drawing.when(_reader(), date, ends_on)
