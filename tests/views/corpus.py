"""A small public record, put straight into the catalogue: no desk is needed to read it."""

import datetime as dt
from typing import Any

from statements.catalogue import records, store
from statements.catalogue.records import Live
from tests.catalogue import build

CALL = "Every State should give shelter to each victim."
PROMISE = "We will open two houses."
LEAD_IN = "We call on all:"
TEXT = f"Mr. President,\n\n{LEAD_IN}\n\n{CALL}\n\n{PROMISE}\n\nI thank you."
LIVE = Live(tags=("beds",), campaigns=("shelter-for-all",))


def passage(words: str, text: str = TEXT) -> records.Passage:
    start = text.index(words)
    end = start + len(words)
    return records.Passage(exact=words, prefix="", suffix="", start=start, end=end)


def vocabularies() -> None:
    """Put the terms, actors, event and campaign that the statements refer to, as one change."""
    store.put_all(
        [
            build.term("region", "142", label="Asia"),
            build.term("country", "pk", "142", label="Pakistan"),
            build.term("country", "iq", "142", label="Iraq"),
            build.term("country", "fj", label="Fiji"),
            build.term("theme", "protection", label="Protection"),
            build.term("theme", "shelter", "protection", label="Shelter"),
            build.term("theme", "remedies", "protection", label="Remedies"),
            build.term("tag", "beds", label="beds"),
            build.actor("pakistan", kind="state", name="Pakistan", country="pk"),
            build.actor("iraq", kind="state", name="Iraq", country="iq"),
            build.actor("unodc", kind="un_entity", name="UNODC"),
            build.campaign("shelter-for-all", "beds"),
            build.event(
                "meeting",
                title="The meeting",
                date=build.date("2017-09-27"),
                ends_on=dt.date(2017, 9, 28),
                place="New York",
                country="iq",
                host="unodc",
                participants=(build.addressee("pakistan", "pk"),),
                themes=("shelter",),
            ),
        ]
    )


def speech(ref: str = "speech", **fields: Any) -> records.Statement:
    """Return a statement of Pakistan that asks Iraq for something and promises something."""
    pakistan = build.voice("pakistan", "pk", name="Ms. Aa", role="Minister")
    day = fields.get("delivered", build.date("2017-09-27"))
    of_both: dict[str, Any] = {
        "statement": ref,
        "askers": (pakistan,),
        "date": day,
        "event": "meeting",
        "themes": ("shelter",),
    }
    ask = build.recommendation(
        f"{ref}-ask",
        passage=passage(CALL),
        lead_in=passage(LEAD_IN),
        short_form="Give every victim a bed",
        pillar="protection",
        addressees=(build.addressee("iraq", "iq"),),
        verb="should",
        **of_both,
    )
    promise = build.recommendation(
        f"{ref}-promise",
        kind="commitment",
        number=2,
        passage=passage(PROMISE),
        short_form="Two houses will open",
        **of_both,
    )
    quote = records.Quote(
        ref=ask.ref,
        lead_in="",
        exact=CALL,
        pillar="protection",
        addressees=ask.addressees,
        addressed_as="",
    )
    given: dict[str, Any] = {
        "title": f"Speech {ref}",
        "delivered": day,
        "event": "meeting",
        "voices": (pakistan,),
        "countries": ("iq",),
        "themes": ("shelter",),
        "text": TEXT,
        "recommendations": (ask, promise),
        "asks": 1,
        "commitments": 1,
        "quote": quote,
    }
    return build.statement(ref, **(given | fields))


def publish(statement: records.Statement, live: Live = LIVE) -> None:
    """Put a statement and its recommendations, all with the same tags, as one change."""
    parts = {one.ref: live for one in statement.recommendations}
    whole = Live(tags=live.tags, campaigns=live.campaigns, recommendations=parts)
    lives = {("recommendation", ref): of_it for ref, of_it in parts.items()}
    lives["statement", statement.ref] = whole
    store.put_all([statement, *statement.recommendations], lives)


def release(ref: str = "release", **fields: Any) -> records.Statement:
    """Return a press release of UNODC that asks nothing and names nobody."""
    day = build.date("2018-02-01", "month")
    given = {"kind": "press_release", "title": f"Release {ref}", "delivered": day}
    return build.statement(ref, **(given | {"voices": (build.voice("unodc"),)} | fields))


def many_countries(n: int) -> None:
    """Put so many countries, c000 and on, that a press release names; the last another one too."""
    codes = tuple(f"c{number:03}" for number in range(n))
    for code in codes:
        store.put(build.term("country", code))
    publish(release("one", countries=codes))
    publish(release("two", countries=codes[-1:]))
