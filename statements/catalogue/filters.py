"""The parameters of the lists: one line each, for pages and whatever else lists records."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import choices
from statements.catalogue import given as given_values
from statements.catalogue.given import Filter
from statements.catalogue.search import reading
from statements.catalogue.search.reading import Reading
from statements.catalogue.search.typed.values import Values
from statements.catalogue.selection import Refused, Selection, Value, first_day, last_day

MOST_VALUES = 40
PAGE = re.compile(r"[1-9][0-9]{0,5}")
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
SORTS = ("newest", "oldest", "relevant")

TEXTS = ("statement", "recommendation")
DATED = (*TEXTS, "event")
KINDED = (*DATED, "actor", "instrument")


def _pillars(_kind: str) -> Mapping[str, str | Promise]:
    return dict(choices.Pillar.choices)


def _kinds(kind: str) -> Mapping[str, str | Promise]:
    lists: Mapping[str, type[TextChoices]] = {
        "statement": choices.StatementKind,
        "recommendation": choices.RecommendationKind,
        "event": choices.EventKind,
        "actor": choices.ActorKind,
        "instrument": choices.InstrumentKind,
    }
    return dict(lists[kind].choices)


def _languages(_kind: str) -> Mapping[str, str | Promise]:
    return dict(choices.LANGUAGES)


t = gettext_lazy
FILTERS: tuple[Filter, ...] = (
    Filter("theme", t("Theme"), t("A theme, or any theme under it."), DATED, scheme="theme"),
    Filter(
        "country",
        t("Country"),
        t("Speaks, is asked, or is named; of an event, took part or is its place."),
        (*DATED, "actor"),
        scheme="country",
    ),
    Filter(
        "by",
        t("Said by"),
        t("The State or other actor that speaks or asks."),
        TEXTS,
        scheme="country",
        record="actor",
    ),
    Filter(
        "to",
        t("Asked of"),
        t("The State or other actor that is asked."),
        TEXTS,
        scheme="country",
        record="actor",
    ),
    Filter("pillar", t("Pillar"), t("One of the four Ps."), TEXTS, among=_pillars),
    Filter(
        "group",
        t("Affected group"),
        t("People it is about, or any group among them."),
        TEXTS,
        scheme="group",
    ),
    Filter(
        "form",
        t("Form of exploitation"),
        t("What people are exploited by, or any form of it."),
        TEXTS,
        scheme="form",
    ),
    Filter(
        "kind",
        t("Kind"),
        t("The kind of text or event."),
        KINDED,
        among=_kinds,
    ),
    Filter("series", t("Series"), t("What the event is part of."), ("event",), record="series"),
    Filter("year", t("Year"), t("The year it was said."), DATED),
    Filter("language", t("Language"), t("The language of the text."), TEXTS, among=_languages),
    Filter(
        "instrument",
        t("Instrument"),
        t("Cites a treaty, a resolution or a law."),
        TEXTS,
        record="instrument",
    ),
    Filter("campaign", t("Campaign"), t("Gathered by a campaign."), TEXTS, record="campaign"),
    # So many values that a panel of some of them helps nobody.
    Filter(
        "actor",
        t("Actor"),
        t("Speaks, is asked, hosts or takes part."),
        DATED,
        record="actor",
        panel=False,
    ),
    Filter("event", t("Event"), t("Where it was said."), TEXTS, record="event", panel=False),
    Filter("tag", t("Tag"), t("Tagged by the team."), TEXTS, scheme="tag", panel=False),
)
BY_NAME: Mapping[str, Filter] = {one.name: one for one in FILTERS}
del t


@cache
def of(kind: str) -> tuple[Filter, ...]:
    return tuple(one for one in FILTERS if kind in one.kinds)


@cache
def panels(kind: str) -> tuple[str, ...]:
    """Return the names of the filters whose choices a list of `kind` shows with counts."""
    return tuple(one.name for one in of(kind) if one.panel)


@cache
def known(kind: str) -> tuple[str, ...]:
    """Return the names of all parameters a list of `kind` takes."""
    dates = ("since", "until") if kind in DATED else ()
    return ("q", *(one.name for one in of(kind)), *dates, "sort", "page")


def read(kind: str, given: Mapping[str, Sequence[str]]) -> Selection:
    """Return the selection that the parameters ask for; one query where any names a code.

    `given` holds the values of each parameter. Raises Refused for a parameter the list
    does not take and for a value that is malformed or that the catalogue does not know.
    """
    for name in given:
        if name not in known(kind):
            raise Refused(name, _("There is no parameter “%(name)s” here.") % {"name": name[:60]})
    asked = {name: [one for one in ones if one] for name, ones in given.items()}
    words = _words(kind, _only("q", asked))
    asked = _joined(asked, words)
    chosen = [(one, asked[one.name]) for one in of(kind) if asked.get(one.name)]
    for one, ones in chosen:
        if len(ones) > MOST_VALUES:
            raise Refused(one.name, _("No more than %(n)s values at once.") % {"n": MOST_VALUES})
    values = given_values.values(kind, chosen)
    return Selection(
        kind=kind,
        q=words.text,
        sought=words.query,
        notes=words.notes,
        is_moved=bool(words.found)
        or any(_is_moved(ones, values[one.name]) for one, ones in chosen),
        values=values,
        since=_date("since", _only("since", asked), first_day),
        until=_date("until", _only("until", asked), last_day),
        sort=_sort(_only("sort", asked), words, _only("q", asked)),
        page=_page(_only("page", asked)),
    )


def values(kind: str) -> Values:
    """Return what the fields that can be typed may hold in a list of `kind`."""
    choices = {one.name: one.among(kind) for one in of(kind) if one.among}
    return Values(frozenset(known(kind)), choices)


def _words(kind: str, typed: str) -> Reading:
    return reading.read(typed, values(kind)) if typed else reading.NO_WORDS


def _joined(asked: Mapping[str, list[str]], words: Reading) -> dict[str, list[str]]:
    """Return the parameters with those that were typed: further values, but the one date."""
    joined = dict(asked)
    for name, value in words.found:
        if name in {"since", "until"}:
            joined[name] = [value]
        elif len(held := joined.get(name, [])) < MOST_VALUES:
            joined[name] = [*held, value]
    return joined


def _is_moved(given: Sequence[str], values: Sequence[Value]) -> bool:
    """Tell whether the values of a parameter stand in addresses otherwise than they were given."""
    return {*given} != {value.given for value in values}


def _only(name: str, asked: Mapping[str, Sequence[str]]) -> str:
    ones = asked.get(name) or ("",)
    if len(ones) > 1:
        raise Refused(name, _("“%(name)s” can be given once only.") % {"name": name})
    return ones[0]


def _date(name: str, given: str, read_day: Callable[[str], dt.date]) -> str:
    try:
        if given and not DATE.fullmatch(given):
            raise ValueError
        if given:
            read_day(given)
    except ValueError:
        message = _("“%(name)s” must be a date such as 2017, 2017-09 or 2017-09-27.")
        raise Refused(name, message % {"name": name}) from None
    return given


def _sort(given: str, words: Reading, typed: str) -> str:
    """Return the order, "" for the usual one: newest first, or most relevant where words are."""
    if given and given not in SORTS:
        message = _("“sort” must be one of: %(sorts)s.")
        raise Refused("sort", message % {"sorts": ", ".join(SORTS)})
    if given == "relevant" and not typed:
        raise Refused("sort", _("“relevant” needs words to look for."))
    usual = "relevant" if words.text else "newest"
    return "" if given in {usual, "relevant"} else given


def _page(given: str) -> int:
    if given and not PAGE.fullmatch(given):
        raise Refused("page", _("“page” must be a number of one to six digits."))
    return int(given or 1)
