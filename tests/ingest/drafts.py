"""A text and what would be read from it, without any rule that reads."""

import datetime as dt

from statements.choices import Capacity, EventKind, Pillar, Precision, StatementKind, Strength
from statements.ingest.drafting.draft import (
    Ask,
    Citation,
    Country,
    Draft,
    Gathering,
    Proposal,
    Voice,
    When,
    Why,
)

HEADING = "Statement by Ms. Amal Haddad of Iraq\n21 November 2017\n\n"
SPOKEN = (
    "Mr. President,\n\nWe call on the Council to collect better data. Every State must open "
    "shelters.\n\nWe recall the Palermo Protocol. I thank you."
)
DOCUMENT = HEADING + SPOKEN
BECAUSE = Why("tried", "it says so")


def at(words: str) -> tuple[int, int]:
    start = DOCUMENT.index(words)
    return start, start + len(words)


def ask(words: str, **fields: object) -> Ask:
    start, end = at(words)
    told = {"strength": Strength.URGES, "verb": "call on", "themes": ("shelter",)} | fields
    return Ask(start=start, end=end, exact=words, why=BECAUSE, **told)  # type: ignore[arg-type]


def drafted() -> Draft:
    """What a careful reader would propose for the document."""
    day = When(dt.date(2017, 11, 21), Precision.DAY)
    return Draft(
        text=DOCUMENT,
        language=Proposal("en", BECAUSE),
        kind=Proposal(StatementKind.SPEECH, BECAUSE),
        title=Proposal(
            "Statement by Ms. Amal Haddad of Iraq",
            BECAUSE,
            *at("Statement by Ms. Amal Haddad of Iraq"),
        ),
        date_delivered=Proposal(day, BECAUSE, *at("21 November 2017")),
        voices=(
            Proposal(
                Voice(Capacity.DELIVERS, "Amal Haddad", "", "Iraq", "state-iq"),
                BECAUSE,
                *at("Ms. Amal Haddad of Iraq"),
            ),
            Proposal(Voice(Capacity.ON_BEHALF_OF, actor="the Mesopotamian Group"), BECAUSE),
        ),
        event=Gathering(
            name=Proposal("8111th meeting", BECAUSE),
            kind=Proposal(EventKind.OPEN_DEBATE, BECAUSE),
            starts=Proposal(day, BECAUSE),
        ),
        countries=(Country("iq", BECAUSE, (at("Iraq"),)),),
        instruments=(
            Proposal(Citation("the Palermo Protocol"), BECAUSE, *at("the Palermo Protocol")),
        ),
        recommendations=(
            ask(
                "We call on the Council to collect better data.",
                addressee="the Security Council",
                pillar=Pillar.PARTNERSHIP,
            ),
            ask("Every State must open shelters."),
        ),
    )
