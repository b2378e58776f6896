"""From a text that was received to a draft on the desk, with all that it proposes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from statements.ingest import matching
from statements.ingest.documents import kinds
from statements.ingest.drafting import (
    MOST_SPEAKERS,
    TooManySpeakers,
    Vocabulary,
    drafts,
    shipped,
)
from statements.ingest.drafting.draft import Draft
from statements.ingest.reading.brought import Brought
from statements.ingest.reading.reader import Reader, Unreadable
from statements.ingest.writing import Writing
from statements.models import (
    ActorAlias,
    CountryAlias,
    InstrumentAlias,
    SourceDocument,
    Statement,
    User,
)
from statements.workflow import Refusal
from statements.workflow.texts import receiving

MEDIA_TYPES: Mapping[str, str] = {
    kinds.PDF: "application/pdf",
    kinds.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    kinds.HTML: "text/html",
    kinds.PLAIN: "text/plain",
}
NAME_LENGTH = SourceDocument._meta.get_field("name").max_length or 0


@dataclass(frozen=True, slots=True)
class Received:
    """A text, and the file that it was read out of; neither name nor file for what was pasted."""

    text: str
    name: str = ""
    content: bytes | None = field(default=None, repr=False)
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that holds no text that can be read, with a sentence that says why."""

    name: str
    why: str


def read(documents: Iterable[Brought]) -> Iterator[Received | Unread]:
    """Yield what each document says, in order; those that cannot be read stop no other."""
    with Reader() as reader:
        for one in documents:
            name = one.name[-NAME_LENGTH:]
            if one.refused:
                yield Unread(name, one.refused)
                continue
            try:
                found = reader.read(one.data)
            except Unreadable as error:
                yield Unread(name, str(error))
            else:
                yield Received(found.text, name, one.data, MEDIA_TYPES[found.format])


def vocabulary() -> Vocabulary:
    """Return the names that are shipped with those that the team taught."""
    return shipped().extended(
        countries=_taught(CountryAlias, "country__iso2"),
        actors=_taught(ActorAlias, "actor__slug"),
        instruments=_taught(InstrumentAlias, "instrument__slug"),
    )


def already_here(received: Received) -> list[Statement]:
    """Return the statements that came from the very same file or text."""
    documents = SourceDocument.objects.of(received.text, received.content)
    return list(Statement.objects.filter(source_document__in=documents).order_by("pk"))


@transaction.atomic
def bring_in(
    received: Received,
    *,
    by: User,
    known: Vocabulary | None = None,
    language: str | None = None,
) -> list[Statement]:
    """Make drafts of a text that was received, all or none; nothing of it is public.

    Each value that was read from the text waits for a decision. Raises Refusal.
    """
    known = known or vocabulary()
    document = receiving.receive(
        received.text,
        by=by,
        name=received.name,
        content=received.content,
        media_type=received.media_type,
    )
    drafted = drafts_of(received, known=known, language=language)
    # A meeting has many speakers: who is known on the desk is asked once for all.
    actors = matching.Actors()
    return [Writing(each, document, by, actors).statement() for each in drafted]


def drafts_of(received: Received, *, known: Vocabulary, language: str | None = None) -> list[Draft]:
    """Return what a text proposes; nothing is written. Raises Refusal."""
    try:
        return list(drafts(received.text, language=language, vocabulary=known))
    except TooManySpeakers as error:
        told = _(
            "%(number)d people speak in it, and at most %(most)d are brought in at once: cut it."
        )
        raise Refusal(told % {"number": error.args[0], "most": MOST_SPEAKERS}) from error


def summary(drafted: Draft) -> str:
    """Return in a line what a draft would hold."""
    title = " ".join(drafted.title.value.split()) if drafted.title else "no title"
    asks = len(drafted.recommendations)
    return f"{drafted.kind.value}, {drafted.language.value}, “{title[:80]}”, {asks} recommendations"


def _taught(model: type[Any], slug: str) -> Mapping[str, list[str]]:
    names: dict[str, list[str]] = {}
    for key, name in model.objects.values_list(slug, "name").order_by("pk"):
        names.setdefault(key, []).append(name)
    return names
