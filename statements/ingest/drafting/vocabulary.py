"""The names that rules look for: of countries, actors and instruments."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from statements.choices import ActorKind, InstrumentKind

SHIPPED = Path(__file__).parents[3] / "seeds" / "vocabularies"
EVERY, NO_COUNTRY = "", ""
_LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh")


@dataclass(frozen=True, slots=True)
class KnownActor:
    kind: ActorKind
    name: str
    names: tuple[str, ...]
    country: str = ""


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    kind: InstrumentKind
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Names by what they name, with every spelling; two are the same only if one object.

    `countries` by iso2 in lower case, then by language; `EVERY` language has what people added, and
    under `NO_COUNTRY` stand names that hold a country's and mean none ("New Mexico"). `actors` and
    `instruments` by slug, `cities` by country. Rules keep what they made of a vocabulary, so extend
    one once and hand on the result.
    """

    countries: Mapping[str, Mapping[str, tuple[str, ...]]] = field(repr=False)
    actors: Mapping[str, KnownActor] = field(repr=False)
    instruments: Mapping[str, KnownInstrument] = field(repr=False)
    cities: Mapping[str, tuple[str, ...]] = field(repr=False)

    def country_names(self) -> list[tuple[str, ...]]:
        """Return the names of each country, of all languages together."""
        return [
            tuple(name for of_language in names.values() for name in of_language)
            for iso2, names in self.countries.items()
            if iso2 != NO_COUNTRY
        ]

    def extended(
        self,
        *,
        countries: Mapping[str, Iterable[str]] | None = None,
        actors: Mapping[str, Iterable[str]] | None = None,
        instruments: Mapping[str, Iterable[str]] | None = None,
    ) -> "Vocabulary":
        """Return a vocabulary with further names of what is known; unknown keys are left out."""
        return Vocabulary(
            {
                iso2: {**names, EVERY: (*names.get(EVERY, ()), *(countries or {}).get(iso2, ()))}
                for iso2, names in self.countries.items()
            },
            {
                slug: replace(known, names=(*known.names, *(actors or {}).get(slug, ())))
                for slug, known in self.actors.items()
            },
            {
                slug: replace(known, names=(*known.names, *(instruments or {}).get(slug, ())))
                for slug, known in self.instruments.items()
            },
            self.cities,
        )


@cache
def shipped(folder: Path = SHIPPED) -> Vocabulary:
    """Return the vocabulary of the seeds, read once."""
    return Vocabulary(
        _countries(folder),
        {row["slug"]: _actor(row) for row in _rows(folder / "actors.csv")},
        {row["slug"]: _instrument(row) for row in _rows(folder / "instruments.csv")},
        {row["iso2"]: _unique(_split(row["names"])) for row in _rows(folder / "cities.csv")},
    )


def _countries(folder: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    countries: dict[str, dict[str, tuple[str, ...]]] = {NO_COUNTRY: {}}
    for row in _rows(folder / "countries.csv"):
        names = {language: _unique([row[f"name_{language}"]]) for language in _LANGUAGES}
        names["en"] = _unique([*names["en"], *_split(row["aliases"])])
        countries[row["iso2"]] = names
    for row in _rows(folder / "mentions.csv"):
        names = countries[row["iso2"]]
        language = row["language"]
        names[language] = _unique([*names.get(language, ()), *_split(row["words"])])
    return countries


def _actor(row: Mapping[str, str]) -> KnownActor:
    names = _unique([row["name"], row["short_name"], *_split(row["synonyms"])])
    return KnownActor(ActorKind(row["kind"]), row["name"], names, row["country"])


def _instrument(row: Mapping[str, str]) -> KnownInstrument:
    names = _unique([row["name"], *_split(row["synonyms"])])
    return KnownInstrument(InstrumentKind(row["kind"]), names)


def _split(names: str) -> list[str]:
    return names.split("|")


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
