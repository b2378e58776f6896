"""The organization or State that an office is of: "Director of the IOM Office", "Ambassador of"."""

from dataclasses import replace

from statements.ingest.drafting.cited import countries
from statements.ingest.drafting.draft import Proposal, Voice
from statements.ingest.drafting.heading import actors, behalf
from statements.ingest.drafting.vocabulary import Vocabulary
from statements.text.folding import fold


def of_role(role: str, language: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return whose office a role is, in its own words, and its slug; two empty ones for nobody.

    An organization that the role names comes before the State that it is in.
    """
    words = fold(role).words
    for slugs, start, end in actors.names(vocabulary).places(words):
        if len(slugs) == 1:
            return words[start:end], next(iter(slugs))
    for iso2, start, end in countries.named(words, language, vocabulary):
        if behalf.REPRESENTS.search(words[:start]):
            return words[start:end], f"state-{iso2}"
    return "", ""


def with_office(voice: Proposal[Voice], language: str, vocabulary: Vocabulary) -> Proposal[Voice]:
    """Return a voice with the actor of its office, if it has none and the role tells one."""
    if voice.value.actor or not voice.value.role:
        return voice
    words, slug = of_role(voice.value.role, language, vocabulary)
    return replace(voice, value=replace(voice.value, actor=words, known_as=slug))
