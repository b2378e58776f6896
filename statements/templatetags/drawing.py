"""Names and counts as HTML, drawn once for each language of a reader.

The same countries and numbers come again on every page, and asking Django for an address,
a translation or the language itself takes longer than all else a card needs. So these functions
are pure, `reader` is the active language, and what they drew is kept: a name that changes is
another argument.
"""

import html
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.template import loader
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop, ngettext
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue.vocabulary import Label
from statements.templatetags.numbers import Number as Number
from statements.templatetags.numbers import colon as colon
from statements.templatetags.numbers import comma as comma
from statements.templatetags.numbers import number as number
from statements.templatetags.numbers import pause as pause

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
AND_MORE = gettext_noop("%(names)s and %(n)s more")
# So many names stand in a card; of the others, their number.
FEW = 3
# A sentence leaves out so many, or none.
MANY = 3
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
    # Of the label, where it is not the reader's.
    language: str = ""


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
        shown = source(reader, label.title, language)
    else:
        shown = title(reader, label)
    address = path(reader, label.kind, label.slug)
    return format_html('<a href="{}">{}</a>', address, shown) if address else shown


def title(reader: str, label: Label) -> SafeString:
    """Return the name of something, set apart where it is not in the reader's language."""
    if label.language:
        return source(reader, label.title, label.language)
    shown = escaped(label.title)
    runs_against = direction(reader) == "ltr" and _runs_left(label.title)
    return SafeString(f"<bdi>{shown}</bdi>") if runs_against else shown


def _runs_left(words: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in words)


def row(reader: str, labels: Sequence[Label], language: str = "") -> SafeString:
    """Return names in a row, the last two joined by "and", as `link` gives each."""
    if not labels:
        return NOTHING
    *others, last = [link(reader, label, language) for label in labels]
    if not others:
        return last
    return SafeString(phrase(reader, AND).format(others=comma(reader).join(others), last=last))


def short_row(reader: str, labels: Sequence[Label], language: str = "") -> SafeString:
    """Return names as `row` does, but of many only the first few and how many more there are."""
    if (more := len(labels) - FEW) < MANY:
        return row(reader, labels, language)
    shown = comma(reader).join([link(reader, label, language) for label in labels[:FEW]])
    return said(reader, AND_MORE, names=shown, n=number(reader, more))


def plain(reader: str, labels: Sequence[Label]) -> str:
    """Return names in a row as plain words, the last two joined by "and"."""
    if len(labels) < 2:
        return "".join([label.title for label in labels])
    *others, last = [label.title for label in labels]
    return phrase(reader, AND).format(others=comma(reader).join(others), last=last)


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
    return SafeString(f'{shown}<li class="more">{said(reader, MORE, n=number(reader, more))}</li>')


def boxes(reader: str, choices: Iterable[Choice], name: str) -> SafeString:
    """Return the choices of the panel `name` as boxes to tick.

    Three hundred of them stand on a page: in a template they cost more than all the rest.
    """
    drawn = []
    for one in choices:
        before, after = _box(reader, name, one.value, one.label, one.depth, one.language)
        checked = " checked" if one.is_chosen else ""
        drawn.append(f"{before}{checked}{after}{number(reader, one.n)}</span></label></li>\n")
    return SafeString("".join(drawn))


@lru_cache(maxsize=KEPT)
def _box(
    reader: str, name: str, value: str, label: str, depth: int, language: str
) -> tuple[str, str]:
    """Return what stands before and after the mark of a box that is ticked, up to its number."""
    item = "<li>" if depth else '<li class="widest">'
    return (
        f'{item}<label><input type="checkbox" name="{name}" value="{html.escape(value)}"',
        f'> <span class="choice">{apart(reader, escaped(label), language)}</span> <span class="n">',
    )


def source(reader: str, words: str, language: str) -> SafeString:
    """Return words of a source in `language` for a sentence in the reader's language.

    Where the two differ they are set apart, so that each keeps its own direction and voice.
    """
    return apart(reader, escaped(words), language)


def edited(reader: str, words: str) -> SafeString:
    """Return words of the editors, who write in the language of the house, as `source` does."""
    return apart(reader, escaped(words), choices.HOUSE_LANGUAGE)


def apart(reader: str, drawn: SafeString, language: str) -> SafeString:
    """Return words in `language` that are drawn already, set apart where it is not the reader's."""
    if not drawn or not language or language == reader.split("-")[0]:
        return drawn
    return SafeString(f"<bdi {script(language)}>{drawn}</bdi>")


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
    return escape(plain_word(reader, code, name_of_choices))


@lru_cache(maxsize=KEPT)
def plain_word(reader: str, code: str, name_of_choices: str) -> str:
    """Return as plain words what `word` draws."""
    return str(dict(getattr(choices, name_of_choices).choices).get(code, ""))


def language_name(reader: str, code: str) -> str:
    """Return the name of a language in the reader's words, or its code."""
    return phrase(reader, choices.LANGUAGES.get(code, code))


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
    counted = [
        words % {"n": number(reader, n)} for words, n in zip(found, numbers, strict=True) if n
    ]
    return escape(comma(reader).join(counted) or _("nothing yet"))
