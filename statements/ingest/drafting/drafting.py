"""All fields of a draft put together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from statements.choices import RecommendationKind, StatementKind
from statements.ingest.drafting import asks
from statements.ingest.drafting import language as languages
from statements.ingest.drafting.cited import countries, instruments, links, symbols, terms
from statements.ingest.drafting.draft import Draft, Proposal, Voice, Why
from statements.ingest.drafting.heading import (
    behalf,
    days,
    events,
    kinds,
    messages,
    offices,
    places,
    speakers,
    titles,
)
from statements.ingest.drafting.heading.head import Head
from statements.ingest.drafting.heading.speaking import Speaking
from statements.ingest.drafting.page import Page
from statements.ingest.drafting.vocabulary import Vocabulary, shipped

_CHOSEN = Why("language-chosen", _("you chose it"))


def draft(text: str, *, language: str | None = None, vocabulary: Vocabulary | None = None) -> Draft:
    """Return what `text` proposes; `language` is a code where a person has said it."""
    vocabulary = vocabulary or shipped()
    page = Page.of(text)
    written_in = Proposal(language, _CHOSEN) if language else languages.find(text)
    head = Head.of(page, written_in.value)
    title = titles.find(head)
    kind = kinds.find(head, title.value if title else "")
    span = titles.span(head)
    when = days.find(head, kind.value, span)
    cited = instruments.find(page, written_in.value, vocabulary)
    spans = [(mention.start, mention.end) for mention in cited]
    is_other = kind.value is StatementKind.OTHER
    voices = _voices(head, kind.value, title, written_in.value, vocabulary)
    found = [] if is_other else asks.find(page, written_in.value, vocabulary)
    found = asks.with_askers(found, page, voices)
    return Draft(
        text=text,
        language=written_in,
        kind=kind,
        title=title,
        date_delivered=when.delivered,
        date_published=when.published,
        voices=voices,
        event=events.find(head, kind.value, span, when, places.find(head, kind.value, vocabulary)),
        countries=countries.find(page, written_in.value, vocabulary, spans),
        groups=() if is_other else terms.groups_of(page, spans),
        forms=() if is_other else terms.forms_of(page, spans),
        instruments=instruments.proposals(page, cited),
        symbols=symbols.find(page),
        links=links.find(page),
        recommendations=tuple(ask for ask in found if ask.kind == RecommendationKind.ASK),
        commitments=tuple(ask for ask in found if ask.kind == RecommendationKind.COMMITMENT),
    )


def _voices(
    head: Head,
    kind: StatementKind,
    title: Proposal[str] | None,
    language: str,
    vocabulary: Vocabulary,
) -> tuple[Proposal[Voice], ...]:
    speaker = speakers.find(head, kind)
    group = behalf.find(
        Speaking(
            head,
            kind,
            title.value if title else "",
            speaker[0] if speaker else None,
            language,
            vocabulary,
        )
    )
    first = [speaker[1]] if speaker else []
    if speaker and group and group.why.rule == behalf.GROUP.rule:
        of_office = offices.with_office(speaker[1], language, vocabulary)
        if of_office.value.known_as == group.value.known_as != "":
            group = replace(group, why=behalf.ROLE)
        else:
            first = [of_office]
    others = [*speakers.quoted(head, kind)]
    if kind is StatementKind.PRESS_RELEASE:
        others = [*_once([*messages.find(head), *others]), *messages.funders(head, vocabulary)]
    told = [offices.with_office(one, language, vocabulary) for one in others]
    return (*first, *([group] if group else []), *told)


def _once(voices: Iterable[Proposal[Voice]]) -> Iterator[Proposal[Voice]]:
    """Yield each person once, as the first says of them, in the order of the text."""
    held: dict[str, Proposal[Voice]] = {}
    for one in voices:
        held.setdefault(one.value.name, one)
    yield from sorted(held.values(), key=lambda one: one.start or 0)
