"""Where a text was spoken: a city of its heading, or the place beside a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from statements.choices import StatementKind
from statements.ingest.drafting.draft import Proposal, Why
from statements.ingest.drafting.heading.head import HALL, Head
from statements.ingest.drafting.vocabulary import Vocabulary
from statements.text.naming import Names

_BESIDE_DATE = Why("place-date", _("it stands beside the date"))
_LINE = Why("place-line", _("a line of the heading names it"))
_DATELINE = Why("place-dateline", _("the text begins with it and a date"))
_MET = Why("place-met", _("“met in”, “received in”"))

_MEETING = re.compile(
    r"\b(?:met|meeting|received|gathered|convened|held|hosted|assembled)(?: (?:today|yesterday|here"
    r"|virtually|on [A-Z]\w+))? in \Z"
)
_DATELINES = re.compile(r",? (?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2})")
_OF_COUNTRY = re.compile(r",? [A-Z][a-z]+(?: [A-Z][a-z]+){0,3}\Z")
_EARLY = 900
_SPOKEN = (StatementKind.SPEECH, StatementKind.TRANSCRIPT)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text's words, and the country of its city, iso2 in lower case, or nothing."""

    name: Proposal[str]
    country: str


def find(head: Head, kind: StatementKind, vocabulary: Vocabulary) -> Place | None:
    if head.record:
        return None
    for country, start, end, why in _candidates(head, kind, vocabulary):
        written = head.page.written(start, end)
        name = written.title() if written.isupper() and len(written) > 3 else written
        return Place(Proposal(name, why, *head.page.place(start, end)), country)
    return None


Found = tuple[str, int, int, Why]


def _candidates(head: Head, kind: StatementKind, vocabulary: Vocabulary) -> Iterator[Found]:
    for dated in head.dates:
        for country, start, end in cities(dated.line.words, vocabulary):
            yield country, dated.line.start + start, dated.line.start + end, _BESIDE_DATE
    for line in head.telling:
        for country, start, end in cities(line.words, vocabulary)[:1]:
            rest = _OF_COUNTRY.sub("", line.words[end:])
            alone = start + len(rest) < len("The ")
            if alone or _DATELINES.match(line.words, end):
                yield country, line.start + start, line.start + end, _LINE
    if kind in _SPOKEN:
        yield from _of_speech(head, vocabulary)
    if kind in (StatementKind.JOINT_STATEMENT, StatementKind.PRESS_RELEASE):
        body = head.body[:_EARLY]
        for country, start, end in cities(body, vocabulary):
            if _MEETING.search(body[max(0, start - 60) : start]):
                yield country, head.begins + start, head.begins + end, _MET


def _of_speech(head: Head, vocabulary: Vocabulary) -> Iterator[Found]:
    for dated in head.dates:
        if dated.place:
            start = dated.line.start + dated.line.words.index(dated.place)
            yield "", start, start + len(dated.place), _BESIDE_DATE
    for country, start, end in cities(head.body[:60], vocabulary):
        if start == 0 and _DATELINES.match(head.body, end):
            yield country, head.begins, head.begins + end, _DATELINE
    for line in head.telling[1:]:
        if HALL.search(line.words) and line.words[0].isupper() and len(line.words) < 90:
            yield "", line.start, line.end, _LINE


def cities(words: str, vocabulary: Vocabulary) -> list[tuple[str, int, int]]:
    """Return each city in folded `words`: its country's iso2, where it begins and ends."""
    return [(min(iso2s), start, end) for iso2s, start, end in _names(vocabulary).places(words)]


@lru_cache(maxsize=16)
def _names(vocabulary: Vocabulary) -> Names:
    return Names(
        {iso2: [*names, *map(str.upper, names)] for iso2, names in vocabulary.cities.items()}
    )
