"""What a portrait says at its top: plain sentences, written from counts."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from statements.catalogue import select
from statements.catalogue.selection import Selection
from statements.catalogue.vocabulary import Label
from statements.templatetags import drawing
from statements.views import names as named
from statements.views.names import Names
from statements.views.portraits.questions import Section

# So many names are said, and how many are left.
FEW = 6
# What is left of the years of what has none, in any language.
NO_YEARS = re.compile(" ?(\\(\\)|（）)")


def years(selection: Selection) -> str:
    """Return from when to when the records of a selection are: 2017, 2016–2024, or ""."""
    found = select.within(selection, ["year"]).get("year", {})
    first, last = min(found, default=""), max(found, default="")
    return first if first == last else f"{first}–{last}"


def written(n: int) -> str:
    """Return a number as the reader's language writes it."""
    return drawing.number(get_language() or "", n)


def joined(sentences: Iterable[str]) -> str:
    return " ".join(one for one in sentences if one)


def asked(n: int) -> str:
    return (
        ngettext("%(n)s thing was asked.", "%(n)s things were asked.", n) % {"n": written(n)}
        if n
        else ""
    )


def promised(n: int) -> str:
    words = ngettext("%(n)s promise was made.", "%(n)s promises were made.", n)
    return words % {"n": written(n)} if n else ""


def heard(selection: Selection) -> str:
    """Say in how many statements, and when."""
    n = select.total(selection)
    words = ngettext(
        "%(n)s statement speaks of it (%(years)s).", "%(n)s statements speak of it (%(years)s).", n
    )
    return _dated(words, n, years(selection))


def spoke(name: str, selection: Selection) -> str:
    n = select.total(selection)
    words = ngettext(
        "%(name)s spoke in %(n)s statement (%(years)s).",
        "%(name)s spoke in %(n)s statements (%(years)s).",
        n,
    )
    return _dated(words, n, years(selection), name=name)


def heard_or_asked(name: str, selection: Selection) -> str:
    n = select.total(selection)
    words = ngettext(
        "%(name)s was heard or asked in %(n)s statement (%(years)s).",
        "%(name)s was heard or asked in %(n)s statements (%(years)s).",
        n,
    )
    return _dated(words, n, years(selection), name=name)


def asked_of(name: str, n: int) -> str:
    words = ngettext(
        "%(n)s recommendation asks something of %(name)s.",
        "%(n)s recommendations ask something of %(name)s.",
        n,
    )
    return words % {"n": written(n), "name": name} if n else ""


def gathered(n: int, statements: Selection) -> str:
    words = ngettext(
        "Gathered: %(n)s recommendation (%(years)s).",
        "Gathered: %(n)s recommendations (%(years)s).",
        n,
    )
    return _dated(words, n, years(statements))


def cited(selection: Selection) -> str:
    n = select.total(selection)
    words = ngettext(
        "%(n)s statement cites it (%(years)s).", "%(n)s statements cite it (%(years)s).", n
    )
    return _dated(words, n, years(selection))


def said_here(n: int) -> str:
    words = ngettext("%(n)s statement was made here.", "%(n)s statements were made here.", n)
    return words % {"n": written(n)} if n else ""


def who(section: Section, names: Names) -> dict[str, Sequence[Label]]:
    """Return who asks and who is asked, for the strip of facts."""
    return {"asking": _asking(section, names), "asked": _asked(section, names)}


def _asking(section: Section, names: Names) -> tuple[Label, ...]:
    """Return who asks most often among what a section looked at."""
    asking = [label for card in section.cards for label in names.voices(card.askers)]
    return _few(asking, section)


def _asked(section: Section, names: Names) -> tuple[Label, ...]:
    """Return who is asked most often among what a section looked at."""
    asked = [
        label
        for card in section.cards
        for label in names.asked(card.addressees, card.addressed_as)
        if label.kind != "words"
    ]
    return _few(asked, section)


def _few(labels: Sequence[Label], section: Section) -> tuple[Label, ...]:
    often = [label for label, _n in Counter(labels).most_common()]
    more = len(often) - FEW
    if more <= 1:
        return tuple(often)
    is_whole = len(section.cards) >= section.total
    rest = _(drawing.MORE) % {"n": written(more)} if is_whole else _("others")
    return (*often[:FEW], named.unlinked(rest))


def _dated(words: str, n: int, when: str, **given: str) -> str:
    """Return a sentence with its years; of undated records without them."""
    if not n:
        return ""
    said = words % {"n": written(n), "years": when, **given}
    return said if when else NO_YEARS.sub("", said)
