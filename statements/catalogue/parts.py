"""What public records are made of: an allowlist like `records`, which names them all."""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


def month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def public(meaning: str, *, card: bool = False, **options: Any) -> Any:
    """Declare a public field; `card` fields are those that lists show."""
    return field(metadata={"help": meaning, "card": card}, **options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    on: dt.date = public("First day the date may mean.")
    precision: str = public("day, month or year.")
    source: str = public("Where editors know the date from, if the text does not give it.")

    def until(self) -> dt.date:
        """Return the last day the date may mean."""
        if self.precision == "year":
            return dt.date(self.on.year, 12, 31)
        return month_end(self.on) if self.precision == "month" else self.on


def who(actor: str | None, state: str | None = None) -> str:
    """Return what somebody who asks or is asked is found by, "" where no actor is named.

    A State by the code of its country, any other actor by its reference: "actor/…".
    """
    return state or (f"actor/{actor}" if actor else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    ref: str = public("Permanent reference of the voice.")
    capacity: str = public("How it speaks: delivers, on_behalf_of, quoted …")
    name: str = public("Name as in the source; empty where it is withheld or not given.")
    role: str = public("Role as in the source.")
    actor: str | None = public("Reference of the actor.")
    state: str | None = public("ISO code of the country, where the actor is a State.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    actor: str = public("Reference of the actor.")
    state: str | None = public("ISO code of the country, where the actor is a State.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """W3C TextQuoteSelector and TextPositionSelector; positions are code points of the text."""

    exact: str = public("The exact words.")
    prefix: str = public("Up to 32 characters before them.")
    suffix: str = public("Up to 32 characters after them.")
    start: int = public("Position of their first character in the text.")
    end: int = public("Position after their last character.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """From where to where in a text, in code points."""

    start: int = public("Position of its first character in the text.")
    end: int = public("Position after its last character.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Words that were put right from the source; a line's end, a space may stand by itself."""

    kind: str = public("lines, hyphen, symbol, words, spaces or signs.")
    start: int = public("Position of their first character in the text.")
    end: int = public("Position after their last character.")
    before: str = public("What the source has there.")
    after: str = public("What the text has there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A later publication of what was public before, and what it changed."""

    on: dt.date = public("Day of the publication.")
    note: str = public("What changed, in the editors' words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The one recommendation that stands for its statement in a list."""

    ref: str = public("Permanent reference of the recommendation.")
    exact: str = public("Its exact words.")
    lead_in: str = public("Words of the same text to be read before it, or empty.")
    pillar: str = public("Its pillar, or empty.")
    addressees: tuple[Addressee, ...] = public("The actors that are asked.")
    addressed_as: str = public("The addressees in the words of the source.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Webcast:
    """A recording; a source may give its address, or only how far into it something begins."""

    url: str = public("Address of the recording, or empty.")
    offset: int | None = public("Seconds from its start at which the words begin.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words of a statement that cite an instrument."""

    instrument: str = public("Reference of the instrument.")
    passage: Passage = public("The words, and their place in the text.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """All that stays of a withdrawn record."""

    ref: str = public("Permanent reference.")
    on: dt.date = public("Day of the withdrawal.")
    reason: str = public("Public reason.")
    successor: str = public("Address path of what replaces it, or empty.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """The part that changes at once, without a new publication: by tagging, by translations."""

    tags: tuple[str, ...] = public("Slugs of the public tags.", default=())
    campaigns: tuple[str, ...] = public("References of the published campaigns.", default=())
    translations: tuple[str, ...] = public(
        "References of the published translations of a statement.", default=()
    )
    recommendations: Mapping[str, "Live"] = public(
        "The same for each recommendation of a statement, by its reference.", default_factory=dict
    )
