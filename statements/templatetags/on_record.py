"""What the templates say about records: addresses, names, dates, direction of writing."""

import datetime as dt
import unicodedata
from collections.abc import Sequence

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue.records import Date
from statements.catalogue.vocabulary import Label
from statements.text.characters import on_one_line

register = template.Library()

# The kinds of labels that have a page; regions and withheld names have none.
PAGES = frozenset(
    {
        "statement",
        "recommendation",
        "event",
        "country",
        "theme",
        "actor",
        "campaign",
        "tag",
    }
)

# The kinds of labels whose words are the source's own, not the record's.
OF_THE_SOURCE = frozenset({"statement", "words"})


@register.simple_tag
def site_name() -> str:
    return settings.SITE_NAME


@register.filter
def address(label: Label) -> str:
    """Return the path of the page of what `label` names, or "" where it has none."""
    return reverse(f"{label.kind}-detail", args=[label.slug]) if label.kind in PAGES else ""


@register.filter
def source(words: str, language: str) -> SafeString:
    """Return words of a source in `language` for a sentence in the reader's language.

    Where the two differ they are set apart, so that each keeps its own direction and voice.
    """
    if not words or language == (get_language() or "").split("-")[0]:
        return format_html("{}", words)
    apart = '<bdi lang="{}" dir="{}">{}</bdi>'
    return format_html(apart, language, direction(language), words)


@register.filter
def name(label: Label, language: str = "") -> SafeString:
    """Return the name of something, as a link where it has a page.

    `language` is that of the source, for the names that are its own words.
    """
    if language and label.kind in OF_THE_SOURCE:
        title = source(label.title, language)
    else:
        title = format_html("<bdi>{}</bdi>" if _runs_left(label.title) else "{}", label.title)
    path = address(label)
    return format_html('<a href="{}">{}</a>', path, title) if path else title


def _runs_left(words: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in words)


@register.filter
def names(labels: Sequence[Label], language: str = "") -> SafeString:
    """Return names in a row, the last two joined by "and", as `name` gives each."""
    if not labels:
        return SafeString("")
    *others, last = (name(label, language) for label in labels)
    if not others:
        return last
    row = format_html_join(", ", "{}", ((other,) for other in others))
    return format_html(_("{others} and {last}"), others=row, last=last)


@register.filter
def titles(labels: Sequence[Label]) -> str:
    """Return names in a row as plain words."""
    return get_text_list([label.title for label in labels], _("and"))


@register.simple_tag
def tally(
    *, recommendations: int = 0, commitments: int = 0, statements: int = 0, events: int = 0
) -> str:
    """Return in words how many there are of each, leaving out what there is none of."""
    found = [
        ngettext("%(n)s recommendation", "%(n)s recommendations", recommendations),
        ngettext("%(n)s commitment", "%(n)s commitments", commitments),
        ngettext("%(n)s statement", "%(n)s statements", statements),
        ngettext("%(n)s event", "%(n)s events", events),
    ]
    numbers = (recommendations, commitments, statements, events)
    counted = [words % {"n": n} for words, n in zip(found, numbers, strict=True) if n]
    return ", ".join(counted) or _("nothing yet")


@register.filter
def direction(language: str) -> str:
    """Return the value of `dir` for words in `language`."""
    return "rtl" if language in choices.RIGHT_TO_LEFT else "ltr"


@register.filter
def drawn(words: str) -> str:
    """Return words of a source on one line, no word parted at the hyphen it was broken at."""
    return on_one_line(words)


@register.filter
def among(code: object, name_of_choices: str) -> str:
    """Return the word for `code` among the choices of that name, or "" for none of them."""
    found = dict(getattr(choices, name_of_choices).choices)
    return str(found.get(code, ""))


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in the reader's words, or its code."""
    return _(choices.LANGUAGES.get(code, code))


@register.filter
def written(date: Date) -> str:
    """Return a date as exactly as it is known, in brackets where the text does not give it."""
    words = formats.date_format(date.on, _pattern(date.precision))
    return f"[{words}]" if date.source else words


@register.simple_tag
def when(date: Date | None, ends_on: dt.date | None = None) -> SafeString:
    """Return a date, or the days from it to `ends_on`, as `<time>`."""
    if date is None:
        return format_html('<span class="undated">{}</span>', _("undated"))
    note = _("Not in the source. Known from: %(source)s") % {"source": date.source}
    return format_html(
        '<time datetime="{}"{}>{}</time>',
        _machine(date),
        format_html(' title="{}"', note) if date.source else "",
        _span(date, ends_on) if ends_on and date.precision == "day" else written(date),
    )


def _span(date: Date, ends_on: dt.date) -> str:
    first, end = date.on, formats.date_format(ends_on, _pattern("day"))
    if (first.year, first.month) == (ends_on.year, ends_on.month):
        return f"{first.day}–{end}"
    same_year = first.year == ends_on.year
    pattern = pgettext("date, day and month", "j F") if same_year else _pattern("day")
    return f"{formats.date_format(first, pattern)} – {end}"


def _pattern(precision: str) -> str:
    """Return Django's format of a date; a translation may order it in its own way."""
    return {
        "year": pgettext("date, year", "Y"),
        "month": pgettext("date, month and year", "F Y"),
    }.get(precision, pgettext("date, day, month and year", "j F Y"))


def _machine(date: Date) -> str:
    length = {"year": 4, "month": 7}.get(date.precision, 10)
    return date.on.isoformat()[:length]
