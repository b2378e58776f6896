"""What a text proposes for each field of a statement, and why."""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.functional import Promise

from statements.choices import (
    Capacity,
    EventKind,
    InstrumentKind,
    Pillar,
    Precision,
    RecommendationKind,
    StatementKind,
    Strength,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is proposed: the rule's own name, and plain words for a person."""

    rule: str
    words: str | Promise


@dataclass(frozen=True, slots=True)
class Proposal(Generic[T]):
    """A value for a field, why, and where the text says so, in code points.

    `start` and `end` are None where the value stands at no one place.
    """

    value: T
    why: Why
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A day, as exactly as the text gives it, or the days from `on` to `until`."""

    on: dt.date
    precision: Precision = Precision.DAY
    until: dt.date | None = None

    @property
    def written(self) -> str:
        """Return the first day as ISO 8601 writes it, no finer than it is known."""
        length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(self.precision, 10)
        return self.on.isoformat()[:length]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a text: as it names them, and as the vocabularies know them.

    `name` is a person's, without "Mr." or "H.E."; `actor` is the State, group or organization in
    the text's words, `known_as` its slug among the actors (`state-iq` for a State), or nothing.
    """

    capacity: Capacity
    name: str = ""
    role: str = ""
    actor: str = ""
    known_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """The event at which a text was spoken; `country` is that of the place, iso2 in lower case."""

    name: Proposal[str] | None = None
    body: Proposal[str] | None = None
    kind: Proposal[EventKind] | None = None
    starts: Proposal[When] | None = None
    ends: Proposal[When] | None = None
    place: Proposal[str] | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """A country that a text names: iso2 in lower case, and every place (start, end)."""

    iso2: str
    why: Why
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """An instrument in the text's words; `known_as` is its slug, or nothing."""

    words: str
    kind: InstrumentKind | None = None
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address with its label, or a place in a webcast, in seconds; or both."""

    url: str = ""
    label: str = ""
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A passage that asks for something, or promises it, as `text[start:end]`.

    `lead_in` is the span of the words that carry the call where the passage itself does not, such
    as the stem before a list. `themes` and `groups` are codes; `verb` is the verb of the call as it
    stands; `short_form` is what it asks in one line, or nothing. `asker` is where the text names
    whoever it quotes, None where it speaks itself or names nobody. `sure` is False where a person
    should look twice.
    """

    start: int
    end: int
    exact: str
    why: Why
    lead_in: tuple[int, int] | None = None
    kind: RecommendationKind = RecommendationKind.ASK
    addressee: str = ""
    pillar: Pillar | None = None
    strength: Strength = Strength.RECOMMENDS
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    verb: str = ""
    short_form: str = ""
    is_quoted: bool = False
    asker: tuple[int, int] | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that is proposed for one text.

    `voices` begins with whoever delivers. What calls on others is in `recommendations`; the
    speaker's own promises are in `commitments`. `record` is the symbol of the meeting's record
    that the text is a part of.
    """

    text: str
    language: Proposal[str]
    kind: Proposal[StatementKind]
    title: Proposal[str] | None = None
    date_delivered: Proposal[When] | None = None
    date_published: Proposal[When] | None = None
    voices: tuple[Proposal[Voice], ...] = ()
    event: Gathering = Gathering()
    countries: tuple[Country, ...] = ()
    groups: tuple[Proposal[str], ...] = ()
    forms: tuple[Proposal[str], ...] = ()
    instruments: tuple[Proposal[Citation], ...] = ()
    symbols: tuple[Proposal[str], ...] = ()
    links: tuple[Proposal[Link], ...] = ()
    recommendations: tuple[Ask, ...] = ()
    commitments: tuple[Ask, ...] = ()
    record: str = ""
