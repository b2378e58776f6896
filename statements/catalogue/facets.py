"""What a record is found by: one pure function, the table of ARCHITECTURE.md in code."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import repeat

from statements import choices
from statements.catalogue import records
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
    by = _states(voice for voice in record.voices if voice.capacity in choices.SPEAKING)
    addressed = {to.state for each in asked for to in each.addressees if to.state}
    cited = {ref for each in asked for ref in each.instruments}.union(record.instruments)
    actors = _actors(record.voices) | {to.actor for each in asked for to in each.addressees}
    return (
        _named("kind", [record.kind])
        | _classified(record, broader).union(*(_classified(each, broader) for each in asked))
        | _named("to", addressed)
        | _named("pillar", {each.pillar for each in asked if each.pillar})
        | _named("by", by)
        | _named("country", by | addressed | set(record.countries))
        | _named("actor", actors)
        | _named("event", _given(record.event))
        | _named("instrument", cited)
        | _named("language", [record.language])
        | _named("year", _years(record))
        | _named("translation_of", _given(record.translation_of))
        | _tagged(live)
    )


def _of_recommendation(record: records.Recommendation, live: Live, broader: Broader) -> Facets:
    by, to = _states(record.askers), _states(record.addressees)
    return (
        _named("kind", [record.kind])
        | _classified(record, broader)
        | _named("by", by)
        | _named("to", to)
        | _named("country", by | to | set(record.countries))
        | _named("actor", _actors(record.askers) | _actors(record.addressees))
        | _named("pillar", _given(record.pillar))
        | _named("event", _given(record.event))
        | _named("instrument", record.instruments)
        | _named("language", [record.language])
        | _named("year", _years(record))
        | _tagged(live)
    )


def _of_event(record: records.Event, broader: Broader) -> Facets:
    actors = _actors(record.participants) | set(_given(record.host))
    return (
        _named("kind", [record.kind])
        | _with_broader("theme", record.themes, broader)
        | _named("country", {*_given(record.country), *_states(record.participants)})
        | _named("actor", actors)
        | _named("series", _given(record.series))
        | _named("year", _years(record))
    )


def span(record: AnyRecord) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day that a record's date may mean."""
    date = getattr(record, "date", None)
    if date is None:
        return None, None
    ends_on = record.ends_on if isinstance(record, records.Event) else None
    return date.on, max(date.until(), ends_on or date.on)


def _named(name: str, values: Iterable[str]) -> Facets:
    return frozenset(zip(repeat(name), values))


def _given(value: str | None) -> list[str]:
    return [value] if value else []


def _states(of: Iterable[Voice | Addressee]) -> set[str]:
    return {each.state for each in of if each.state}


def _actors(of: Iterable[Voice | Addressee]) -> set[str]:
    return {each.actor for each in of if each.actor}


def _classified(record: records.Statement | records.Recommendation, broader: Broader) -> Facets:
    return (
        _with_broader("theme", record.themes, broader)
        | _with_broader("group", record.groups, broader)
        | _with_broader("form", record.forms, broader)
    )


def _with_broader(scheme: str, codes: Iterable[str], broader: Broader) -> Facets:
    own = set(codes)
    return _named(scheme, own.union(*(broader.get((scheme, code), ()) for code in own)))


def _years(record: AnyRecord) -> list[str]:
    first, last = span(record)
    return [str(year) for year in range(first.year, last.year + 1)] if first and last else []


def _tagged(live: Live) -> Facets:
    return _named("tag", live.tags) | _named("campaign", live.campaigns)
