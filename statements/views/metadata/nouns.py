"""The records that others refer to: events, actors, countries, themes, instruments, campaigns."""

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from statements.catalogue import records, vocabulary
from statements.citing.works import Day
from statements.views.metadata.metadata import Crumb, Metadata, Node, site, url
from statements.views.names import Names

# The list above a page, by the kind of its record or the scheme of its term.
ABOVE = {
    "event": (gettext_noop("Events"), "event-list"),
    "actor": (gettext_noop("Actors"), "actor-list"),
    "instrument": (gettext_noop("Instruments"), "instrument-list"),
    "campaign": (gettext_noop("Campaigns"), "campaign-list"),
    "country": (gettext_noop("Countries"), "country-list"),
    "theme": (gettext_noop("Themes"), "theme-list"),
}


def of(record: records.AnyRecord, names: Names, path: str) -> Metadata:
    """Return the metadata of the page of a record."""
    kind = record.scheme if isinstance(record, records.Term) else record.KIND
    title = vocabulary.label_of_record(record).title
    about = {"name": title, "url": url(path), **ABOUT.get(kind, _collection)(record, names)}
    crumbs = [Crumb(title, path)]
    if kind in ABOVE:
        above, address = ABOVE[kind]
        crumbs.insert(0, Crumb(_(above), reverse(address)))
    return Metadata(title=title, about=about, crumbs=tuple(crumbs))


def _event(one: records.Event, names: Names) -> Node:
    day, host = Day.of(one.date), names.actor(one.host)
    country, series = names.country(one.country), names.one("series", one.series)
    address = {"@type": "PostalAddress", "addressCountry": (one.country or "").upper()}
    place = one.place or (country.title if country else "")
    return {
        "@type": "Event",
        "description": one.summary,
        "startDate": day.machine() if day else "",
        "endDate": one.ends_on.isoformat() if one.ends_on else "",
        "location": {"@type": "Place", "name": place, "address": address if country else {}}
        if place
        else {},
        "organizer": {"@type": "Organization", "name": host.title} if host else {},
        "superEvent": {"@type": "EventSeries", "name": series.title} if series else {},
        "identifier": one.symbol,
        "sameAs": one.source_url,
    }


def _actor(one: records.Actor, names: Names) -> Node:
    return {"@type": "Organization", "alternateName": [one.short_name, *one.also]}


def _instrument(one: records.Instrument, names: Names) -> Node:
    day = Day.of(one.adopted)
    return {
        "@type": "CreativeWork",
        "identifier": one.symbol,
        "alternateName": list(one.also),
        "dateCreated": day.machine() if day else "",
        "sameAs": one.source_url,
    }


def _campaign(one: records.Campaign, names: Names) -> Node:
    return {"@type": "CollectionPage", "description": one.aim, "isPartOf": site()}


def _country(one: records.Term, names: Names) -> Node:
    return {"@type": "Country", "identifier": one.code.upper()}


def _theme(one: records.Term, names: Names) -> Node:
    vocabulary_of = {
        "@type": "DefinedTermSet",
        "name": _("Themes"),
        "url": url(reverse("theme-list")),
    }
    return {
        "@type": "DefinedTerm",
        "termCode": one.code,
        "description": one.note,
        "inDefinedTermSet": vocabulary_of,
    }


def _collection(_one: Any, names: Names) -> Node:
    return {"@type": "CollectionPage", "isPartOf": site()}


ABOUT: Mapping[str, Callable[[Any, Names], Node]] = {
    "event": _event,
    "actor": _actor,
    "instrument": _instrument,
    "campaign": _campaign,
    "country": _country,
    "theme": _theme,
}
