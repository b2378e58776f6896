"""A corpus that somebody else made: a folder of JSON lines, read where they are asked for.

Files: countries, themes, organisations, speakers, statements and recommendations `.jsonl`.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

from bench.corpus import sheets
from bench.corpus.sheets import Ask, Given, Register, Sheet, Sheets

KINDS = {"speech": "speech", "press-release": "press_release", "statement": "statement"}


def corpus(seed: int, folder: Path | None) -> Sheets:
    """Return the corpus of a folder, or the one that is made from a seed."""
    return Loaded(seed, folder) if folder else Sheets(seed)


class Loaded(Sheets):
    """The statements of a folder; no words are planted in them."""

    def __init__(self, seed: int, folder: Path) -> None:
        super().__init__(seed)
        names = {one["iso"].lower(): one["name"] for one in _lines(folder / "countries.jsonl")}
        themes = {one["slug"]: one["name"] for one in _lines(folder / "themes.jsonl")}
        self.register = Register(names, dict.fromkeys(themes, ()), themes)
        self.themes = sheets.Drawn(tuple(themes), 0.8)
        self.speaking = _places(folder / "speakers.jsonl")
        self.organised = _places(folder / "organisations.jsonl")
        self.statements = _Lines(folder / "statements.jsonl")
        self.recommendations = _Lines(folder / "recommendations.jsonl", "statement_id")

    def sheet(self, n: int) -> Sheet:
        """Return statement `n` of the folder; past its end they begin again."""
        line = self.statements.at(self._within(n))[0]
        organisation = self.organised[line["organisation"]] % sheets.ORGANISATIONS
        drawing = sheets.chance_of(self.seed, f"event:{n}")
        return Sheet(
            n=n,
            kind=KINDS.get(line["kind"], "other"),
            day=dt.date.fromisoformat(line["date"]),
            precision="day",
            speaker=self.speaking[line["speaker"]],
            state=None,
            organisation=organisation,
            event=int(drawing.random() * sheets.events_of(n)) if line["event"] else None,
            themes=tuple(line["themes"]),
            countries=tuple(code.lower() for code in line["countries"]),
            words=(),
            asks=tuple(self._asked(one) for one in self.recommendations.at(self._within(n))),
        )

    def single(self, n: int) -> Sheet:
        sheet = self.sheet(n)
        return replace(sheet, asks=tuple(replace(ask, tags=()) for ask in sheet.asks))

    def given_text(self, n: int) -> Given:
        body = self.statements.at(self._within(n))[0]["body"].split("\n\n")
        # A recommendation is one paragraph here, whatever it was there.
        asked = [one["text"] for one in self.recommendations.at(self._within(n))]
        return Given(tuple(body), tuple(" ".join(text.split()) for text in asked))

    def _within(self, n: int) -> int:
        return (n - 1) % len(self.statements) + 1

    def _asked(self, line: Mapping[str, Any]) -> Ask:
        countries = [code.lower() for code in line["countries"]]
        return Ask(
            kind="ask",
            pillar="",
            strength=3,
            themes=tuple(line["themes"]),
            to=countries[0],
            organisation=None,
            named=countries[0],
            tags=tuple({crc32(tag.encode()) % sheets.TAGS: 0 for tag in line["tags"]}),
        )


class _Lines:
    """A file of JSON lines by number: `key` names the field that says which it is of."""

    def __init__(self, path: Path, key: str = "id") -> None:
        self.path = path
        self.offsets: dict[int, list[int]] = {}
        with path.open("rb") as file:
            at = 0
            for line in file:
                self.offsets.setdefault(json.loads(line)[key], []).append(at)
                at += len(line)

    def __len__(self) -> int:
        return len(self.offsets)

    def at(self, n: int) -> list[dict[str, Any]]:
        found = []
        with self.path.open("rb") as file:
            for offset in self.offsets.get(n, ()):
                file.seek(offset)
                found.append(json.loads(file.readline()))
        return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _places(path: Path) -> dict[str, int]:
    return {one["slug"]: place for place, one in enumerate(_lines(path))}
