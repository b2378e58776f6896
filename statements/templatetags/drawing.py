"""Names, dates and counts as HTML, drawn once for each language of a reader.

The same countries, dates and numbers come again on every page, and asking Django for an address,
a translation or the language itself takes longer than all else a card needs. So these functions
are pure, `reader` is the active language, and what they drew is kept: a name that changes is
another argument.
"""

import datetime as dt
import html
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.template import loader
from django.urls import reverse
from django.utils import formats
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop, ngettext, pgettext
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue.records import Date
from statements.catalogue.vocabulary import Label

# The kinds of labels that have a page; regions and withheld names have none.
PAGES = frozenset(
    {
        *("statement", "recommendation", "event", "country", "theme"),
        *("actor", "instrument", "campaign", "tag"),
    }
)
# Terms without a page of their own lead to the list that their parameter narrows.
LISTED = frozenset({"group", "form"})
# The kinds of labels whose words are the source's own, not the record's.
OF_THE_SOURCE = frozenset({"statement", "words"})
AND = gettext_noop("{others} and {last}")
MORE = gettext_noop("%(n)s more")
# So many names stand in a card; of the others, their number.
FEW = 3
# Of each function so many results are kept. Slugs of statements and titles are not among them.
KEPT = 10_000


NOTHING = SafeString("")


class Choice(NamedTuple):
    """A box to tick: the value of the parameter, its name, how many it would give.

    A named tuple, not a dataclass: a page has hundreds of them.
    """

    value: str
    label: str
    n: int
    is_chosen: bool
    depth: int = 1


class Drawn:
    """What a template shows part by part.

    A template asks an object for a part by key before it asks by attribute; an object that answers
    the first question is drawn in half the time.
    """

    __slots__ = ()
    __getitem__ = object.__getattribute__


def escaped(words: str) -> SafeString:
    """Return words as HTML; quicker than `escape`, which also takes what is no text yet."""
    return SafeString(html.escape(words))


@lru_cache(maxsize=KEPT)
def phrase(reader: str, message: str) -> str:
    """Return a translated message, for those said once a card; mark them with `gettext_noop`."""
    return gettext(message)


def said(reader: str, message: str, **drawn: str) -> SafeString:
    """Return a phrase around what is drawn."""
    return SafeString(phrase(reader, message) % drawn)


def joined(between: str, *drawn: str) -> SafeString:
    """Return what is drawn in a row, without what there is none of."""
    return SafeString(between.join([one for one in drawn if one]))


def dotted(*drawn: str) -> SafeString:
    return joined(" · ", *drawn)


def with_soft(words: str, soft: str) -> SafeString:
    """Return words, and behind them softer ones if there are any."""
    return SafeString(f'{words} <span class="soft">{soft}</span>' if soft else words)


@lru_cache(maxsize=KEPT)
def included(reader: str, template: str, section: str) -> SafeString:
    """Return a template that says the same on every page of a section."""
    return SafeString(loader.render_to_string(template, {"section": section}))


def path(reader: str, kind: str, slug: str) -> SafeString:
    """Return the path of the page of a record, or "" for a kind that has none.

    Of a term that only narrows lists it is that of the statements it finds.
    """
    if kind in LISTED:
        return escaped(f"{_statements(reader)}?{kind}={slug}")
    return escaped(f"{_folder(reader, kind)}{slug}/" if kind in PAGES else "")


@lru_cache(maxsize=KEPT)
def _statements(reader: str) -> str:
    return reverse("statement-list")


@lru_cache(maxsize=KEPT)
def _folder(reader: str, kind: str) -> str:
    return reverse(f"{kind}-detail", args=["-"]).removesuffix("-/")


@lru_cache(maxsize=KEPT)
def link(reader: str, label: Label, language: str = "") -> SafeString:
    """Return the name of something, as a link where it has a page.

    `language` is that of the source, for the names that are its own words.
    """
    if language and label.kind in OF_THE_SOURCE:
        title = source(reader, label.title, language)
    else:
        title = format_html("<bdi>{}</bdi>" if _runs_left(label.title) else "{}", label.title)
    address = path(reader, label.kind, label.slug)
    return format_html('<a href="{}">{}</a>', address, title) if address else title


def _runs_left(words: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in words)


def row(reader: str, labels: Sequence[Label], language: str = "") -> SafeString:
    """Return names in a row, the last two joined by "and", as `link` gives each."""
    if not labels:
        return NOTHING
    *others, last = [link(reader, label, language) for label in labels]
    if not others:
        return last
    return SafeString(phrase(reader, AND).format(others=", ".join(others), last=last))


def items(reader: str, labels: Sequence[Label]) -> SafeString:
    """Return names as the items of a list."""
    return SafeString("".join([f"<li>{link(reader, label)}</li>" for label in labels]))


def few(reader: str, drawn: Sequence[str]) -> SafeString:
    """Return the first few of some items of a list, and how many are left."""
    # Not "1 more": the last one takes no more room than the words that leave it out.
    fit = FEW + 1 if len(drawn) == FEW + 1 else FEW
    shown = "".join(drawn[:fit])
    if (more := len(drawn) - fit) <= 0:
        return SafeString(shown)
    return SafeString(f'{shown}<li class="more">{said(reader, MORE, n=str(more))}</li>')


def boxes(choices: Iterable[Choice], name: str) -> SafeString:
    """Return the choices of the panel `name` as boxes to tick.

    Three hundred of them stand on a page: in a template they cost more than all the rest.
    """
    drawn = []
    for one in choices:
        before, after = _box(name, one.value, one.label, one.depth)
        checked = " checked" if one.is_chosen else ""
        drawn.append(f"{before}{checked}{after}{one.n}</span></label></li>\n")
    return SafeString("".join(drawn))


@lru_cache(maxsize=KEPT)
def _box(name: str, value: str, label: str, depth: int) -> tuple[str, str]:
    """Return what stands before and after the mark of a box that is ticked, up to its number."""
    item = "<li>" if depth else '<li class="widest">'
    return (
        f'{item}<label><input type="checkbox" name="{name}" value="{html.escape(value)}"',
        f'> <span class="choice">{html.escape(label)}</span> <span class="n">',
    )


def source(reader: str, words: str, language: str) -> SafeString:
    """Return words of a source in `language` for a sentence in the reader's language.

    Where the two differ they are set apart, so that each keeps its own direction and voice.
    """
    if not words or language == reader.split("-")[0]:
        return escaped(words)
    return SafeString(f"<bdi {script(language)}>{html.escape(words)}</bdi>")


@lru_cache(maxsize=KEPT)
def script(language: str) -> SafeString:
    """Return the attributes of an element that holds words in `language`."""
    return format_html('lang="{}" dir="{}"', language, direction(language))


def direction(language: str) -> str:
    """Return the value of `dir` for words in `language`."""
    return "rtl" if language in choices.RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=KEPT)
def word(reader: str, code: str, name_of_choices: str) -> SafeString:
    """Return the word for `code` among the choices of that name, or "" for none of them."""
    return escape(str(dict(getattr(choices, name_of_choices).choices).get(code, "")))


@lru_cache(maxsize=KEPT)
def pillar(reader: str, code: str) -> SafeString:
    """Return the word for a pillar with its colour and shape, or "" for none."""
    named = word(reader, code, "Pillar")
    return format_html('<span class="pillar {}">{}</span>', code, named) if code else NOTHING


@lru_cache(maxsize=KEPT)
def tally(
    reader: str, recommendations: int, commitments: int, statements: int, events: int
) -> SafeString:
    """Return in words how many there are of each, leaving out what there is none of."""
    found = [
        ngettext("%(n)s recommendation", "%(n)s recommendations", recommendations),
        ngettext("%(n)s commitment", "%(n)s commitments", commitments),
        ngettext("%(n)s statement", "%(n)s statements", statements),
        ngettext("%(n)s event", "%(n)s events", events),
    ]
    numbers = (recommendations, commitments, statements, events)
    counted = [words % {"n": n} for words, n in zip(found, numbers, strict=True) if n]
    return escape(", ".join(counted) or _("nothing yet"))


@lru_cache(maxsize=KEPT)
def written(reader: str, date: Date) -> str:
    """Return a date as exactly as it is known, in brackets where the text does not give it."""
    words = formats.date_format(date.on, _format(date.precision))
    return f"[{words}]" if date.source else words


@lru_cache(maxsize=KEPT)
def when(reader: str, date: Date | None, ends_on: dt.date | None = None) -> SafeString:
    """Return a date, or the days from it to `ends_on`, as `<time>`."""
    if date is None:
        return format_html('<span class="undated">{}</span>', _("undated"))
    note = _("Not in the source. Known from: %(source)s") if date.source else ""
    return format_html(
        '<time datetime="{}"{}>{}</time>',
        _machine(date),
        format_html(' title="{}"', note % {"source": date.source}) if note else "",
        _span(date, ends_on) if ends_on and date.precision == "day" else written(reader, date),
    )


def _span(date: Date, ends_on: dt.date) -> str:
    first, end = date.on, formats.date_format(ends_on, _format("day"))
    if (first.year, first.month) == (ends_on.year, ends_on.month):
        return f"{first.day}–{end}"
    same_year = first.year == ends_on.year
    pattern = pgettext("date, day and month", "j F") if same_year else _format("day")
    return f"{formats.date_format(first, pattern)} – {end}"


def _format(precision: str) -> str:
    """Return Django's format of a date; a translation may order it in its own way."""
    if precision == "year":
        return pgettext("date, year", "Y")
    if precision == "month":
        return pgettext("date, month and year", "F Y")
    return pgettext("date, day, month and year", "j F Y")


def _machine(date: Date) -> str:
    length = {"year": 4, "month": 7}.get(date.precision, 10)
    return date.on.isoformat()[:length]
