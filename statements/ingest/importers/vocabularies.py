"""Bring in regions, countries, themes and actors from CSV files, by their codes.

Only what no person has changed since is brought up to date.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import models, transaction

from statements.choices import UN_LANGUAGES, ActorKind
from statements.ingest.importers.report import Report
from statements.models import (
    Actor,
    ActorAlias,
    Country,
    CountryAlias,
    Region,
    Theme,
    ThemeSynonym,
    User,
)
from statements.workflow import log, references

Row = Mapping[str, str]


@transaction.atomic
def load(folder: Path, *, by: User, report: Report) -> None:
    """Load the four lists of `folder`, all or nothing."""
    regions = _Loader(Region, "code", by, report)
    for row in _rows(folder / "regions.csv"):
        regions.load(row["code"], _region(row, regions.held))
    countries = _Loader(Country, "iso2", by, report)
    for sort, row in enumerate(_rows(folder / "countries.csv"), start=1):
        country = countries.load(row["iso2"], _country(row, sort, regions.held))
        _name(CountryAlias, "country", country, row["aliases"])
    themes = _Loader(Theme, "code", by, report)
    for sort, row in enumerate(_rows(folder / "themes.csv"), start=1):
        theme = themes.load(row["code"], _theme(row, sort, themes.held))
        _name(ThemeSynonym, "theme", theme, row["synonyms"])
    actors = _Loader(Actor, "slug", by, report)
    for country in countries.held.values():
        actors.load(f"state-{country.iso2}", _state(country))
    for row in _rows(folder / "actors.csv"):
        actor = actors.load(row["slug"], _actor(row, actors.held, countries.held))
        _name(ActorAlias, "actor", actor, row["synonyms"])


class _Loader:
    """Make or bring up to date the rows of one model; `held` has them all by their code."""

    def __init__(self, model: type[models.Model], key: str, by: User, report: Report) -> None:
        self.model, self.key, self.by, self.report = model, key, by, report
        rows: Iterable[Any] = model._default_manager.all()
        self.held: dict[str, Any] = {getattr(row, key): row for row in rows}

    def load(self, code: str, values: Mapping[str, Any]) -> Any:
        noun = self.held.get(code)
        if noun is None:
            noun = self._make(code, values)
            self._save(noun)
            self.report.add(noun, "made")
        elif all(getattr(noun, name) == value for name, value in values.items()):
            self.report.add(noun, "same")
        elif log.was_touched_by_people(noun, besides=frozenset({self.by.pk})):
            self.report.add(noun, "left")
        else:
            for name, value in values.items():
                setattr(noun, name, value)
            self._save(noun)
            self.report.add(noun, "changed")
        self.held[code] = noun
        return noun

    def _make(self, code: str, values: Mapping[str, Any]) -> Any:
        return self.model(**{self.key: code}, **values)

    def _save(self, noun: Any) -> None:
        if isinstance(noun, Actor):
            references.save_actor(noun, by=self.by)
        else:
            references.save_term(noun, by=self.by)


def _region(row: Row, held: Mapping[str, Any]) -> dict[str, Any]:
    return {"label": row["label"], "parent": held.get(row["parent"])}


def _country(row: Row, sort: int, regions: Mapping[str, Any]) -> dict[str, Any]:
    names = {f"name_{language}": row[f"name_{language}"] for language in UN_LANGUAGES}
    codes = {"iso3": row["iso3"], "m49": row["m49"]}
    return {**codes, **names, "sort": sort, "region": regions.get(row["region"])}


def _theme(row: Row, sort: int, held: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "label": row["label"],
        "parent": held[row["parent"]] if row["parent"] else None,
        "source": row["source"],
        "note": row["notes"],
        "sort": sort,
    }


def _state(country: Country) -> dict[str, Any]:
    return {"kind": ActorKind.STATE, "name": country.name_en, "country": country}


def _actor(row: Row, held: Mapping[str, Any], countries: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "kind": ActorKind(row["kind"]),
        "name": row["name"],
        "short_name": row["short_name"],
        "country": countries[row["country"]] if row["country"] else None,
        "parent": held[row["parent"]] if row["parent"] else None,
        "note": row["notes"],
        "source": row["source"],
    }


def _name(alias: type[models.Model], noun: str, of: Any, names: str) -> None:
    """Give a noun its other names; those that people added stay."""
    held = set(alias._default_manager.filter(**{noun: of}).values_list("name", flat=True))
    wanted = [name.strip() for name in names.split("|")]
    alias._default_manager.bulk_create(
        alias(**{noun: of, "name": name})
        for name in dict.fromkeys(wanted)
        if name and name not in held
    )


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
