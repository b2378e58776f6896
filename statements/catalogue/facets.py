"""What a record is found by: one pure function, the table of ARCHITECTURE.md in code."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, repeat

from statements import choices
from statements.catalogue import parts, records
from statements.catalogue.postings import days
from statements.catalogue.records import Addressee, AnyRecord, Live, Voice

Facets = frozenset[tuple[str, str]]
# The codes of the broader terms of each, by its scheme and code.
Broader = Mapping[tuple[str, str], tuple[str, ...]]
# What every live record is filed under.
EVERY: Facets = frozenset({("", "")})
# The names of all pairs that records are filed under.
NAMES = (
    *("theme", "group", "form", "country", "by", "to", "pillar", "kind", "actor", "event"),
    *(
        "instrument",
        "campaign",
        "tag",
        "language",
        "year",
        "scheme",
        "translation_of",
        "is_translation",
        "series",
        "",
        days.ON,
        days.SPAN,
    ),
)


def facets(record: AnyRecord, live: Live, broader: Broader) -> Facets:
    """Return the pairs of name and value that `record` is found by.

    `broader` gives the ancestors of each term: a record is found by the ancestors of
    its themes, groups and forms as well.
    """
    match record:
        case records.Statement():
            return _of_statement(record, live, broader)
        case records.Recommendation():
            return _of_recommendation(record, live, broader)
        case records.Event():
            return _of_event(record, broader)
        case records.Actor():
            return _named("kind", [record.kind]) | _named("country", _given(record.country))
        case records.Instrument():
            return _named("kind", [record.kind])
        case records.Series():
            return frozenset()
        case records.Campaign():
            return _named("tag", [record.tag])
        case records.Term():
            return _named("scheme", [record.scheme])


def filed(record: AnyRecord, live: Live, broader: Broader) -> Facets:
    """Return all pairs that the number of `record` is filed under.

    These are its facets, its date where its kind is dated, and ("", ""), which every record has.
    """
    dated = days.filed(*span(record)) if hasattr(record, "date") else frozenset()
    return facets(record, live, broader) | dated | EVERY


def _of_statement(record: records.Statement, live: Live, broader: Broader) -> Facets:
    asked = record.recommendations
    speaking = [voice for voice in record.voices if voice.capacity in choices.SPEAKING]
    addressed = [to for each in asked for to in each.addressees]
    cited = {ref for each in asked for ref in each.instruments}.union(record.instruments)
    states = _states(speaking) | _states(addressed)
    return _classified([record, *asked], broader).union(
        _pairs("kind", [record.kind]),
        _pairs("to", _who(addressed)),
        _pairs("pillar", {each.pillar for each in asked if each.pillar}),
        _pairs("by", _who(speaking)),
        _pairs("country", states.union(record.countries)),
        _pairs("actor", _actors(record.voices) | _actors(addressed)),
        _pairs("event", _given(record.event)),
        _pairs("instrument", cited),
        _pairs("language", [record.language]),
        _pairs("year", _years(record)),
        _pairs("translation_of", _given(record.translation_of)),
        _pairs("is_translation", ["yes"] if record.translation_of else []),
        *_tagged(live),
    )


def _of_recommendation(record: records.Recommendation, live: Live, broader: Broader) -> Facets:
    states = _states(record.askers) | _states(record.addressees)
    return _classified([record], broader).union(
        _pairs("kind", [record.kind]),
        _pairs("by", _who(record.askers)),
        _pairs("to", _who(record.addressees)),
        _pairs("country", states.union(record.countries)),
        _pairs("actor", _actors(record.askers) | _actors(record.addressees)),
        _pairs("pillar", _given(record.pillar)),
        _pairs("event", _given(record.event)),
        _pairs("instrument", record.instruments),
        _pairs("language", [record.language]),
        _pairs("year", _years(record)),
        *_tagged(live),
    )


def _of_event(record: records.Event, broader: Broader) -> Facets:
    actors = _actors(record.participants) | set(_given(record.host))
    return _with_broader("theme", record.themes, broader).union(
        _pairs("kind", [record.kind]),
        _pairs("country", {*_given(record.country), *_states(record.participants)}),
        _pairs("actor", actors),
        _pairs("series", _given(record.series)),
        _pairs("year", _years(record)),
    )


def span(record: AnyRecord) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day that a record's date may mean."""
    date = getattr(record, "date", None)
    if date is None:
        return None, None
    ends_on = record.ends_on if isinstance(record, records.Event) else None
    return date.on, max(date.until(), ends_on or date.on)


def _named(name: str, values: Iterable[str]) -> Facets:
    return frozenset(_pairs(name, values))


def _pairs(name: str, values: Iterable[str]) -> Iterable[tuple[str, str]]:
    return zip(repeat(name), values)


def _given(value: str | None) -> list[str]:
    return [value] if value else []


def _states(of: Iterable[Voice | Addressee]) -> set[str]:
    return {each.state for each in of if each.state}


def _who(of: Iterable[Voice | Addressee]) -> set[str]:
    """Return what those who ask, or are asked, are found by: States and other actors."""
    return {found for each in of if (found := parts.who(each.actor, each.state))}


def _actors(of: Iterable[Voice | Addressee]) -> set[str]:
    return {each.actor for each in of if each.actor}


def _classified(
    several: Sequence[records.Statement | records.Recommendation], broader: Broader
) -> Facets:
    """Return the terms of some records, and those above them."""
    return frozenset().union(
        _with_broader("theme", {code for one in several for code in one.themes}, broader),
        _with_broader("group", {code for one in several for code in one.groups}, broader),
        _with_broader("form", {code for one in several for code in one.forms}, broader),
    )


def _with_broader(scheme: str, codes: Collection[str], broader: Broader) -> Facets:
    above = [broader.get((scheme, code), ()) for code in codes]
    return frozenset(_pairs(scheme, chain(codes, *above)))


def _years(record: AnyRecord) -> list[str]:
    first, last = span(record)
    return [str(year) for year in range(first.year, last.year + 1)] if first and last else []


def _tagged(live: Live) -> tuple[Iterable[tuple[str, str]], ...]:
    return _pairs("tag", live.tags), _pairs("campaign", live.campaigns)
