"""What a citation tells of a statement, or of a recommendation in it; in English, as styles are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from statements import choices
from statements.catalogue.records import Date

# Who answers for the words; who only signs or hosts is told on the page.
AUTHORS = choices.SPEAKING


@dataclass(frozen=True, slots=True)
class Day:
    """A date as exactly as it is known; `is_ours` where the source does not give it."""

    year: int
    month: int | None = None
    day: int | None = None
    is_ours: bool = False

    @classmethod
    def of(cls, date: Date | None) -> "Day | None":
        if date is None:
            return None
        on, is_day = date.on, date.precision not in ("month", "year")
        return cls(
            on.year,
            on.month if date.precision != "year" else None,
            on.day if is_day else None,
            is_ours=bool(date.source),
        )

    def machine(self) -> str:
        """Return the date in ISO 8601, as much of it as is known: 2017-11."""
        parts = [f"{self.year:04}", *(f"{one:02}" for one in (self.month, self.day) if one)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person with a role, as the source writes them, and the body that speaks by them.

    Any of them may be empty. Names are of all cultures, so none is ever turned around.
    """

    name: str = ""
    role: str = ""
    body: str = ""

    @property
    def author(self) -> str:
        """Return who answers for the words: the body, else the person."""
        return self.body or self.name

    @property
    def person(self) -> str:
        """Return name and role of who speaks for a body, or ""."""
        if not self.body or self.name in ("", self.body):
            return ""
        return f"{self.name}, {self.role}" if self.role else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A statement; or words of it, where it has a `quotation`.

    `paragraphs` are the numbers that it gives to the first and the last one they stand in.
    """

    ref: str
    kind: str
    title: str
    title_is_ours: bool
    language: str
    speakers: tuple[Speaker, ...]
    day: Day | None
    event: str
    place: str
    symbol: str
    address: str
    site: str
    quotation: str = ""
    paragraphs: tuple[int, int] | None = None

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([one.author for one in self.speakers if one.author]))

    @property
    def persons(self) -> tuple[str, ...]:
        """Return those who speak for a body, with their roles."""
        return tuple(dict.fromkeys([one.person for one in self.speakers if one.person]))

    @property
    def is_spoken(self) -> bool:
        return self.kind in SPOKEN

    @property
    def word(self) -> str:
        """Return what it is, in English: Speech."""
        return WORDS[self.kind]


SPOKEN = frozenset({choices.StatementKind.SPEECH, choices.StatementKind.TRANSCRIPT})
# Not the reader's words but those of the styles.
WORDS: Mapping[str, str] = {
    choices.StatementKind.SPEECH: "Speech",
    choices.StatementKind.STATEMENT: "Statement",
    choices.StatementKind.JOINT_STATEMENT: "Joint statement",
    choices.StatementKind.PRESS_RELEASE: "Press release",
    choices.StatementKind.PROCLAMATION: "Proclamation",
    choices.StatementKind.TRANSCRIPT: "Transcript",
    choices.StatementKind.OTHER: "Document",
}


def work(
    statement: Any,
    *,
    actors: Mapping[Any, str],
    event: Any,
    address: str,
    site: str,
    ref: str = "",
    quotation: str = "",
    paragraphs: tuple[int, int] | None = None,
) -> Work:
    """Return what citations tell of a statement, given as a record or a card.

    `actors` are English names by reference, `event` is its record, or None; `ref`, `quotation`
    and `paragraphs` are those of words of it.
    """
    return Work(
        ref=ref or statement.ref,
        kind=statement.kind,
        title=statement.title,
        title_is_ours=statement.title_is_ours,
        language=statement.language,
        speakers=tuple(_speakers(statement.voices, actors)),
        day=Day.of(statement.delivered or statement.published),
        event=event.title if event else "",
        place=event.place if event else "",
        symbol=event.symbol if event else "",
        address=address,
        site=site,
        quotation=quotation,
        paragraphs=paragraphs,
    )


def _speakers(voices: Iterable[Any], actors: Mapping[Any, str]) -> Iterable[Speaker]:
    for one in voices:
        if one.capacity in AUTHORS:
            yield Speaker(one.name, one.role, actors.get(one.actor, "") if one.actor else "")
