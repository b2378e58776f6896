"""A small corpus with something for every chart to show."""

import random

import pytest

from statements.catalogue import store
from tests.catalogue import build

STATES = {
    "az": "Azerbaijan",
    "iq": "Iraq",
    "pk": "Pakistan",
    "tv": "Tuvalu",
    "ir": "Iran (Islamic Republic of) & <its> neighbours",
}
PILLARS = ("prevention", "protection", "prosecution", "")
THEMES = {"shelter": "protection", "demand": "prevention", "courts": "prosecution"}


@pytest.fixture
def corpus(db):
    """Put thirty statements of three years, each with a recommendation, by chance but alike."""
    chance = random.Random(3)
    with store.change():
        for code, name in STATES.items():
            store.put(build.term("country", code, label=name))
        for pillar in filter(None, PILLARS):
            store.put(build.term("theme", pillar))
        for theme, pillar in THEMES.items():
            store.put(build.term("theme", theme, pillar, label=f"Theme of {theme}"))
    with store.change():
        for number in range(30):
            add(f"s{number:02}", chance, year=chance.choice([2015, 2016, 2019]))


def add(ref: str, chance: random.Random, *, year: int) -> None:
    """Put a statement and its recommendation."""
    voices = tuple(build.voice(state, state) for state in chance.sample([*STATES], 1))
    asked = chance.sample([*STATES], chance.randint(0, 2))
    date = build.date(f"{year}-{chance.randint(1, 12):02}-05")
    recommendation = build.recommendation(
        f"r{ref}",
        statement=ref,
        askers=voices,
        addressees=tuple(build.addressee(state, state) for state in asked),
        pillar=chance.choice(PILLARS),
        themes=(chance.choice([*THEMES]),),
        date=date,
    )
    store.put(recommendation)
    store.put(
        build.statement(ref, voices=voices, delivered=date, recommendations=(recommendation,))
    )
