"""Bring in regions, countries, themes, groups, forms of exploitation,
actors and instruments from CSV files.

Terms are known by their codes, States by their country, other actors by their refs. Only
what no person has changed since is brought up to date.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.db import models, transaction

from statements.catalogue import revision
from statements.catalogue.selection import first_day
from statements.choices import UN_LANGUAGES, ActorKind, InstrumentKind, Precision
from statements.ingest.importers import people
from statements.ingest.importers.known import Known, SeedError, reading
from statements.ingest.importers.report import Outcome, Report
from statements.models import (
    Actor,
    AffectedGroup,
    Country,
    ExploitationForm,
    Instrument,
    Region,
    Theme,
    User,
)
from statements.models.languages import OTHERS
from statements.models.vocabulary import NestedTerm
from statements.workflow import references

Nested = TypeVar("Nested", bound=NestedTerm)
Row = Mapping[str, str]
OTHER_NAMES: Mapping[type[models.Model], str] = {
    Country: "aliases",
    Theme: "synonyms",
    AffectedGroup: "synonyms",
    ExploitationForm: "synonyms",
    Instrument: "aliases",
    Actor: "aliases",
}


# By how much of a date is written: nothing, 2000, 2000-11, 2000-11-15.
PRECISIONS: Mapping[int, str] = {
    0: Precision.UNKNOWN,
    4: Precision.YEAR,
    7: Precision.MONTH,
    10: Precision.DAY,
}


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """What the files of the seeds may name."""

    countries: Known[Country]
    themes: Known[Theme]
    groups: Known[AffectedGroup]
    forms: Known[ExploitationForm]
    actors: Known[Actor]
    instruments: Known[Instrument]


@transaction.atomic
def load(folder: Path, *, by: User, machines: frozenset[int], report: Report) -> Vocabularies:
    """Load the lists of `folder`, all or nothing. Raises SeedError."""
    revision.hold()
    loader = _Loader(by, machines, report)
    with reading("regions.csv"):
        regions = _load_regions(folder / "regions.csv", loader)
    with reading("countries.csv"):
        countries = _load_countries(folder / "countries.csv", loader, regions)
    with reading("themes.csv"):
        themes = _load_nested(Theme, folder / "themes.csv", loader)
    with reading("groups.csv"):
        groups = _load_nested(AffectedGroup, folder / "groups.csv", loader)
    with reading("forms.csv"):
        forms = _load_nested(ExploitationForm, folder / "forms.csv", loader)
    actors = _load_states(loader, countries)
    with reading("actors.csv"):
        _load_actors(folder / "actors.csv", loader, actors, countries)
    with reading("instruments.csv"):
        instruments = _load_instruments(folder / "instruments.csv", loader)
    return Vocabularies(countries, themes, groups, forms, actors, instruments)


def _load_regions(path: Path, loader: "_Loader") -> Known[Region]:
    loaded = Known[Region]("region")
    held = {region.code: region for region in Region.objects.all()}
    for row in _rows(path):
        code = row["code"]
        values = {**_by_language(row, "label"), "parent": loaded.one(row["parent"])}
        loaded[code] = loader.load(held.get(code) or Region(code=code), values)
    return loaded


def _load_countries(path: Path, loader: "_Loader", regions: Known[Region]) -> Known[Country]:
    loaded = Known[Country]("country")
    held = {country.iso2: country for country in Country.objects.prefetch_related("aliases")}
    for sort, row in enumerate(_rows(path), start=1):
        code = row["iso2"]
        names = {f"name_{language}": row[f"name_{language}"] for language in UN_LANGUAGES}
        codes = {"iso3": row["iso3"], "m49": row["m49"]}
        values = {**codes, **names, "sort": sort, "region": regions.one(row["region"])}
        country = held.get(code) or Country(iso2=code)
        loaded[code] = loader.load(country, values, row["aliases"])
    return loaded


def _load_nested(kind: type[Nested], path: Path, loader: "_Loader") -> Known[Nested]:
    loaded = Known[Nested](kind.scheme)
    held = {term.code: term for term in kind._default_manager.prefetch_related("synonyms")}
    for sort, row in enumerate(_rows(path), start=1):
        code = row["code"]
        values = {
            **_by_language(row, "label"),
            "parent": loaded.one(row["parent"]),
            "source": row["source"],
            "note": row["notes"],
            "sort": sort,
        }
        loaded[code] = loader.load(held.get(code) or kind(code=code), values, row["synonyms"])
    return loaded


def _load_states(loader: "_Loader", countries: Known[Country]) -> Known[Actor]:
    loaded = Known[Actor]("actor")
    states = Actor.objects.filter(kind=ActorKind.STATE).prefetch_related("aliases")
    held = {state.country_id: state for state in states}
    for iso2, country in countries.items():
        slug = f"state-{iso2}"
        values = {
            "slug": slug,
            "kind": ActorKind.STATE,
            "name": country.name_en,
            "country": country,
        }
        loaded[slug] = loader.load(held.get(country.pk) or Actor(), values)
    return loaded


def _load_actors(
    path: Path, loader: "_Loader", actors: Known[Actor], countries: Known[Country]
) -> None:
    rows = list(_rows(path))
    held = {actor.ref: actor for actor in Actor.objects.prefetch_related("aliases")}
    # Somebody may have made an actor before the list had it: it is not made twice.
    others = {actor.slug: actor for actor in held.values()}
    for row in rows:
        if row["ref"] in held:
            others.pop(held[row["ref"]].slug, None)
    for row in rows:
        slug, ref = row["slug"], row["ref"]
        if row["kind"] not in ActorKind.values:
            raise SeedError(f"unknown kind of actor: {row['kind']}")
        actor = held.get(ref) or others.get(slug) or Actor(ref=ref)
        values = {
            "slug": slug,
            "kind": ActorKind(row["kind"]),
            **_by_language(row, "name"),
            "short_name": row["short_name"],
            "country": countries.one(row["country"]),
            "parent": actors.one(row["parent"]),
            "note": row["notes"],
            "source": row["source"],
        }
        actors[slug] = loader.load(actor, values, row["synonyms"])


def _load_instruments(path: Path, loader: "_Loader") -> Known[Instrument]:
    loaded = Known[Instrument]("instrument")
    held = {one.ref: one for one in Instrument.objects.prefetch_related("aliases")}
    for row in _rows(path):
        if row["kind"] not in InstrumentKind.values:
            raise SeedError(f"unknown kind of instrument: {row['kind']}")
        values = {
            "slug": row["slug"],
            "kind": InstrumentKind(row["kind"]),
            **_by_language(row, "name"),
            "symbol": row["symbol"],
            "adopted_on": first_day(row["adopted"]) if row["adopted"] else None,
            "adopted_precision": PRECISIONS[len(row["adopted"])],
            "source": row["source"],
        }
        one = held.get(row["ref"]) or Instrument(ref=row["ref"])
        loaded[row["slug"]] = loader.load(one, values, row["synonyms"])
    return loaded


class _Loader:
    """Make nouns, or bring them up to date."""

    def __init__(self, by: User, machines: frozenset[int], report: Report) -> None:
        self.by, self.machines, self.report = by, machines, report
        self.unnamed = references.unnamed()

    def load(self, noun: Any, values: Mapping[str, Any], names: str = "") -> Any:
        """Give a noun its values and its other names; those that it has besides stay."""
        missing = _missing(noun, names)
        outcome = self._outcome(noun, values, missing)
        if outcome in {"made", "changed"}:
            for name, value in values.items():
                setattr(noun, name, value)
            self._save(noun)
            if missing:
                _name(noun, missing)
                references.show_names(noun)
        elif self._is_unnamed(noun):
            # Published before a record had other names: it gets those that the noun has.
            references.show_names(noun)
        self.report.add(noun, outcome)
        return noun

    def _is_unnamed(self, noun: Any) -> bool:
        if type(noun) not in OTHER_NAMES or references.key(noun) not in self.unnamed:
            return False
        # A country is found by its code of three letters too.
        return type(noun) is Country or bool(getattr(noun, OTHER_NAMES[type(noun)]).all())

    def _outcome(self, noun: Any, values: Mapping[str, Any], missing: list[str]) -> Outcome:
        if noun.pk is None:
            return "made"
        if not missing and all(getattr(noun, name) == value for name, value in values.items()):
            return "same"
        return "left" if people.touched(noun, machines=self.machines) else "changed"

    def _save(self, noun: Any) -> None:
        if isinstance(noun, Actor):
            references.save_actor(noun, by=self.by)
        elif isinstance(noun, Instrument):
            references.save_instrument(noun, by=self.by)
        else:
            references.save_term(noun, by=self.by)


def _by_language(row: Row, field: str) -> dict[str, str]:
    """Return a name in English and in the other languages by the fields that hold it."""
    return {field: row[field]} | {f"{field}_{code}": row[f"{field}_{code}"] for code in OTHERS}


def _missing(noun: Any, names: str) -> list[str]:
    """Return the other names of a file that a noun has not."""
    wanted = dict.fromkeys(stripped for name in names.split("|") if (stripped := name.strip()))
    if noun.pk is None or not wanted:
        return list(wanted)
    held = {alias.name for alias in getattr(noun, OTHER_NAMES[type(noun)]).all()}
    return [name for name in wanted if name not in held]


def _name(noun: Any, names: list[str]) -> None:
    aliases = getattr(noun, OTHER_NAMES[type(noun)])
    of = aliases.field.name
    aliases.bulk_create(aliases.model(**{of: noun, "name": name}) for name in names)
    # What was prefetched is no longer all.
    noun._prefetched_objects_cache = {}


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
