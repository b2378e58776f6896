"""Treaties, resolutions, laws, declarations and plans, in the words of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from statements.choices import InstrumentKind
from statements.ingest.drafting.cited import titles_of_instruments as titles
from statements.ingest.drafting.draft import Citation, Proposal, Why
from statements.ingest.drafting.page import Page
from statements.ingest.drafting.vocabulary import Vocabulary
from statements.text.folding import fold
from statements.text.naming import Names

_KNOWN = Why("instrument-known", _("it is in the list of instruments"))
_TITLED = Why("instrument-titled", _("it is written like the name of a treaty, law or plan"))
_NUMBERED = Why("resolution-numbered", _("'resolution' with its number and year"))
# An acronym in brackets behind the name that it is short for.
_ACRONYM = re.compile(r"(?<=\w \()[A-Z][A-Z-]{1,9}(?=\))")
# Names of the vocabulary that are words of any text as well.
_COMMON = frozenset({"CRC", "CAT", "CED", "CMW"})

Span = tuple[int, int, Why]


@dataclass(frozen=True, slots=True)
class Mention:
    """An instrument at a place of the page's words."""

    citation: Citation
    why: Why
    start: int
    end: int


def find(page: Page, language: str, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Return each instrument that a page names, the same words once; in order of first mention."""
    found: dict[str, Mention] = {}
    short = set(_ACRONYM.findall(page.words))
    for mention in _all(page, language, vocabulary):
        if page.words[mention.start : mention.end] not in short:
            found.setdefault(titles.plain(mention.citation.words), mention)
    return tuple(
        mention
        for key, mention in found.items()
        if not any(longer.startswith(f"{key} ") for longer in found)
    )


def proposals(page: Page, mentions: tuple[Mention, ...]) -> tuple[Proposal[Citation], ...]:
    return tuple(
        Proposal(mention.citation, mention.why, *page.place(mention.start, mention.end))
        for mention in mentions
    )


def _all(page: Page, language: str, vocabulary: Vocabulary) -> Iterator[Mention]:
    words = page.words
    spans = [(*span, _NUMBERED) for span in titles.resolutions(words)]
    spans += [(*span, _TITLED) for span in titles.titles(words, language)]
    known, whole = _names(vocabulary), _whole(vocabulary)
    for _slugs, start, end in known.places(words):
        spans = [_joined(span, start, end) for span in spans]
        spans = [span for span in spans if not (start <= span[0] and span[1] <= end)]
        if not any(begin < end and start < stop for begin, stop, _why in spans):
            spans.append((start, end, _KNOWN))
    for start, end, why in sorted(spans, key=lambda span: span[:2]):
        slug = _slug(known, words[start:end]) or whole.get(titles.plain(words[start:end]), "")
        kind = vocabulary.instruments[slug].kind if slug else titles.kind(words[start:end])
        citation = Citation(page.written(start, end), kind, slug)
        yield Mention(citation, _KNOWN if slug else why, start, end)


def _joined(span: Span, start: int, end: int) -> Span:
    """Return a span from where a known name begins that runs into it: "FATF's Strategy for"."""
    begin, stop, why = span
    return (start, stop, why) if start < begin < end < stop else span


def _slug(known: Names, words: str) -> str:
    """Return the slug of the one instrument whose name stands in `words`, or nothing."""
    slugs = known.within(words)
    return next(iter(slugs)) if len(slugs) == 1 else ""


@lru_cache(maxsize=16)
def _names(vocabulary: Vocabulary) -> Names:
    return Names(
        {
            slug: [name for name in known.names if name not in _COMMON and not _is_bare(name)]
            for slug, known in vocabulary.instruments.items()
            if known.kind not in (InstrumentKind.REPORT, InstrumentKind.NOTE)
        }
    )


@lru_cache(maxsize=16)
def _whole(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the slug of each instrument by its full names, in which capitals do not count."""
    return {
        titles.plain(fold(name).words): slug
        for slug, known in vocabulary.instruments.items()
        for name in known.names
        if " " in name
    }


def _is_bare(name: str) -> bool:
    """Say whether a name is words that only the whole of a text makes a name."""
    return len(fold(name).words) < 3
