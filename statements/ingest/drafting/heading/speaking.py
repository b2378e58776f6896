"""A text with what is known of it when it is asked for whom it speaks."""

from dataclasses import dataclass

from statements.choices import StatementKind
from statements.ingest.drafting.cited import countries
from statements.ingest.drafting.draft import Why
from statements.ingest.drafting.heading.head import Head
from statements.ingest.drafting.heading.people import Person
from statements.ingest.drafting.vocabulary import Vocabulary

Found = tuple[str, Why, int, int]
"""Whom it speaks for, in its words; why; where in the page's words, 0 and 0 for nowhere."""


@dataclass(frozen=True)
class Speaking:
    """A text with what is known of it when it is asked for whom it speaks."""

    head: Head
    kind: StatementKind
    title: str
    speaker: Person | None
    language: str
    vocabulary: Vocabulary


def named(words: str, speaking: Speaking) -> list[tuple[str, int, int]]:
    return list(countries.named(words, speaking.language, speaking.vocabulary))
