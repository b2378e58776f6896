"""What each statement of the corpus is to be: sheet n is the same whatever the corpus' size."""

import csv
import datetime as dt
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from bench.corpus import words

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "vocabularies"
ORGANISATIONS, SPEAKERS, TAGS = 200, 400, 200
STATES = 195
EVENTS_AT_LEAST, STATEMENTS_AN_EVENT = 20, 50
FIRST_DAY, LAST_DAY = dt.date(2005, 1, 1), dt.date(2025, 12, 31)
KINDS = {"speech": 0.5, "press_release": 0.3, "statement": 0.15, "joint_statement": 0.05}
PILLARS = ("protection", "prevention", "prosecution", "partnership")
# A statement that is published alone has so many.
SINGLE = 4
# How many recommendations statements have: 4.2 in the mean, eight in one of sixteen.
RECOMMENDATIONS = {1: 7, 2: 14, 3: 18, 4: 20, 5: 16, 6: 11, 7: 7, 8: 7}

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Ask:
    """A recommendation: `to` is the State it asks, `organisation` the number of one."""

    kind: str
    pillar: str
    strength: int
    themes: tuple[str, ...]
    to: str | None
    organisation: int | None
    named: str | None
    tags: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A statement; it is spoken by a State or, where `state` is None, by an organisation."""

    n: int
    kind: str
    day: dt.date
    precision: str
    speaker: int
    state: str | None
    organisation: int
    event: int | None
    themes: tuple[str, ...]
    countries: tuple[str, ...]
    words: tuple[str, ...]
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """What statements draw from; the order of each is that of its weights."""

    countries: Mapping[str, str]
    themes: Mapping[str, tuple[str, ...]]
    theme_names: Mapping[str, str]


@cache
def register(seed: int) -> Register:
    """Read the vocabularies of the seeds: `countries` by code, `themes` with those above each."""
    chance = random.Random(f"{seed}:register")
    names = {row["iso2"]: row["name_en"] for row in _rows("countries.csv")}
    # A name inside another's would be found in the other's passages too.
    clear = [code for code, name in names.items() if not _is_inside(name, names.values())]
    chosen = chance.sample(clear, STATES)
    above = {row["code"]: row["parent"] for row in _rows("themes.csv")}
    labels = {row["code"]: row["label"] for row in _rows("themes.csv")}
    themes = {code: _chain(code, above) for code in chance.sample(list(above), len(above))}
    return Register({code: names[code] for code in chosen}, themes, labels)


def _rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _is_inside(name: str, names: Iterable[str]) -> bool:
    return any(name != other and name in other for other in names)


def _chain(code: str, above: Mapping[str, str]) -> tuple[str, ...]:
    chain = []
    while code := above[code]:
        chain.append(code)
    return tuple(chain)


def chance_of(seed: int, subject: str) -> random.Random:
    """Return the chance of one subject, which nothing else uses up."""
    return random.Random(f"{seed}:{subject}")


@dataclass(frozen=True, slots=True)
class Given:
    """The paragraphs of a text, and of them those that recommend, which stand at its end."""

    body: tuple[str, ...]
    asked: tuple[str, ...]


class Sheets:
    """The sheets of one seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.register = register(seed)
        self.counted = words.counted(seed)
        self.countries = Drawn(tuple(self.register.countries), 0.95)
        self.themes = Drawn(tuple(self.register.themes), 0.8)
        self.organisations = Drawn(range(ORGANISATIONS), 0.9)
        self.speakers = Drawn(range(SPEAKERS), 0.7)
        self.tags = Drawn(range(TAGS), 0.9)

    def sheet(self, n: int) -> Sheet:
        """Return the sheet of statement `n`, from 1."""
        chance = chance_of(self.seed, f"sheet:{n}")
        themes = self.themes.some(chance, chance.randint(1, 5))
        countries = self.countries.some(chance, chance.randint(1, 5))
        on, precision = _date(chance)
        has_event = chance.random() < 0.85
        asks = chance.choices(list(RECOMMENDATIONS), weights=[*RECOMMENDATIONS.values()])[0]
        return Sheet(
            n=n,
            kind=chance.choices(list(KINDS), weights=[*KINDS.values()])[0],
            day=on,
            precision=precision,
            speaker=self.speakers.one(chance),
            state=countries[0] if chance.random() < 0.6 else None,
            organisation=self.organisations.one(chance),
            event=int(chance.random() * events_of(n)) if has_event else None,
            themes=themes,
            countries=countries,
            words=tuple(one.word for one in self.counted if chance.random() < one.share),
            asks=tuple(self._ask(chance, themes, countries) for _ in range(asks)),
        )

    def given_text(self, n: int) -> "Given | None":
        """Return the words of statement `n` where the corpus has them; else they are made."""
        return None

    def single(self, n: int) -> Sheet:
        """Return a sheet with four recommendations and no tags, for one who publishes it alone."""
        drawing = chance_of(self.seed, f"single:{n}")
        sheet = self.sheet(n)
        asks = [self._ask(drawing, sheet.themes, sheet.countries) for _ in range(SINGLE)]
        return replace(sheet, asks=tuple(replace(ask, tags=()) for ask in asks))

    def _ask(
        self, chance: random.Random, themes: tuple[str, ...], countries: tuple[str, ...]
    ) -> Ask:
        own = chance.random() < 0.67
        named = chance.choice(countries) if chance.random() < 0.7 else None
        return Ask(
            kind="ask" if chance.random() < 0.9 else "commitment",
            pillar=chance.choice(PILLARS) if chance.random() < 0.85 else "",
            strength=chance.randint(1, 5),
            themes=themes[: chance.randint(1, 2)] if own else self.themes.some(chance, 2),
            to=named if chance.random() < 0.6 else None,
            organisation=self.organisations.one(chance) if chance.random() < 0.2 else None,
            named=named,
            tags=self.tags.some(chance, chance.randint(1, 2)) if chance.random() < 0.1 else (),
        )


class Drawn(Generic[Thing]):
    """Things drawn by the law of Zipf, the first most often."""

    def __init__(self, things: Sequence[Thing], exponent: float) -> None:
        self.things, self.weights = things, words.zipf(len(things), exponent)

    def one(self, chance: random.Random) -> Thing:
        return chance.choices(self.things, cum_weights=self.weights)[0]

    def some(self, chance: random.Random, n: int) -> tuple[Thing, ...]:
        return tuple(dict.fromkeys(chance.choices(self.things, cum_weights=self.weights, k=n)))


def day(chance: random.Random) -> dt.date:
    """Return a day, later ones more often."""
    days = (LAST_DAY - FIRST_DAY).days
    return FIRST_DAY + dt.timedelta(days=int(days * chance.random() ** 0.6))


def _date(chance: random.Random) -> tuple[dt.date, str]:
    """Return a day and how exact it is."""
    on, exact = day(chance), chance.random()
    if exact < 0.02:
        return on.replace(month=1, day=1), "year"
    return (on.replace(day=1), "month") if exact < 0.06 else (on, "day")


def events_of(n: int) -> int:
    """Return how many events `n` statements have between them."""
    return EVENTS_AT_LEAST + n // STATEMENTS_AN_EVENT
