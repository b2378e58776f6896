"""The drafts of a document: one, or, of a meeting's record, one for each who speaks."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from statements.choices import Capacity, StatementKind
from statements.ingest.drafting.cited import countries
from statements.ingest.drafting.draft import Draft, Proposal, Voice, Why
from statements.ingest.drafting.drafting import draft
from statements.ingest.drafting.meeting import Speech, meeting
from statements.ingest.drafting.page import Page
from statements.ingest.drafting.sitting import Sitting, sitting
from statements.ingest.drafting.vocabulary import Vocabulary, shipped

_PART = Why("meeting-part", _("it is one speaker's part of the record"))
_SPEAKER = Why("meeting-speaker", _("the record says who speaks, and for which State"))


# The longest debates hear about a hundred; what has more is several records, or none.
MOST_SPEAKERS = 200


class TooManySpeakers(ValueError):
    """A record has more speakers than drafts are made of at once; its argument is their number."""


def drafts(
    text: str, *, language: str | None = None, vocabulary: Vocabulary | None = None
) -> tuple[Draft, ...]:
    """Return what a document proposes; the drafts of a meeting share its event and day.

    Raises TooManySpeakers.
    """
    vocabulary = vocabulary or shipped()
    held = meeting(text)
    if held is None:
        return (draft(text, language=language, vocabulary=vocabulary),)
    if len(held.speeches) > MOST_SPEAKERS:
        raise TooManySpeakers(len(held.speeches))
    at = sitting(text[slice(*held.head)])
    return tuple(_part(one, text, at, language, vocabulary) for one in held.speeches)


def _part(
    speech: Speech, record: str, at: Sitting, language: str | None, vocabulary: Vocabulary
) -> Draft:
    drafted = draft(speech.text(record), language=language, vocabulary=vocabulary)
    return replace(
        drafted,
        kind=Proposal(StatementKind.SPEECH, _PART),
        title=None,
        event=at.event,
        date_delivered=at.day or drafted.date_delivered,
        date_published=None,
        record=at.symbol,
        voices=_voices(speech, drafted, vocabulary),
    )


def _voices(speech: Speech, drafted: Draft, vocabulary: Vocabulary) -> tuple[Proposal[Voice], ...]:
    """Return who speaks as the record has it; a group they speak for stays beside."""
    start = drafted.text.find(speech.name) if speech.name else -1
    place = (start, start + len(speech.name)) if start >= 0 else (None, None)
    actor, known_as = speech.state, _state(speech.state, vocabulary)
    role = next((one.value.role for one in drafted.voices if one.value.name == speech.name), "")
    first = Voice(Capacity.DELIVERS, speech.name, role, actor, known_as)
    groups = [one for one in drafted.voices if one.why.rule == "behalf-words"]
    return (Proposal(first, _SPEAKER, *place), *groups)


def _state(name: str, vocabulary: Vocabulary) -> str:
    """Return the slug of the State that a record names, or nothing."""
    if not name:
        return ""
    found = countries.find(Page.of(name), "en", vocabulary, [])
    return f"state-{found[0].iso2}" if len(found) == 1 else ""
