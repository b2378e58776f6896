"""Whose words a call in a quotation is: the one whom its paragraph quotes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from statements.choices import Capacity
from statements.ingest.drafting.draft import Ask, Proposal, Voice
from statements.ingest.drafting.page import Page

Span = tuple[int, int]

# Those whose own words a quotation may be; who reads out another's has none in it.
_SPOKEN = frozenset({Capacity.QUOTED, Capacity.ON_BEHALF_OF})
_NEAR = 40
# Somebody who is named besides: before a quotation, and right behind it.
_ANOTHER = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Sir|Dame|H\.E|Senator|Ambassador|Minister|Judge|Professor|Director)\b\.?"
    r"\s+[A-Z]"
)
_SAID_BY = re.compile(
    r"[.,]?[\"”»’'][,.]?\s+(?:said|says|added|adds|stated|noted|stressed|explained|warned|declared"
    r"|emphasi[sz]ed|concluded)\s+(?=[A-Z])"
)


def with_askers(found: Iterable[Ask], page: Page, voices: Sequence[Proposal[Voice]]) -> list[Ask]:
    """Return the calls, each that is quoted with the place where its speaker is named.

    Only where the paragraph names one: of two, a person says which.
    """
    named = [(one.start, one.end, one.value.capacity in _SPOKEN) for one in voices]
    placed = [((start, end), speaks) for start, end, speaks in named if start is not None and end]
    paragraphs = [page.place(line.start, line.end) for line in page.lines]
    return [_with_asker(ask, page.text, paragraphs, placed) for ask in found]


def _with_asker(
    ask: Ask, text: str, paragraphs: Iterable[Span], named: Sequence[tuple[Span, bool]]
) -> Ask:
    here = next(((start, end) for start, end in paragraphs if start <= ask.start < end), None)
    if not ask.is_quoted or here is None:
        return ask
    spans = [span for span, speaks in named if speaks and here[0] <= span[0] < here[1]]
    if len(spans) != 1 or _names_another(text, here, ask, spans[0], named):
        return ask
    return replace(ask, asker=spans[0])


def _names_another(
    text: str, paragraph: Span, ask: Ask, speaker: Span, named: Iterable[tuple[Span, bool]]
) -> bool:
    """Tell whether somebody else, whom nothing proposes as a voice, may have said it."""
    before = text[paragraph[0] : ask.start]
    for (start, end), _speaks in named:
        if paragraph[0] <= start and end <= ask.start:
            at, stop = start - paragraph[0], end - paragraph[0]
            before = before[:at] + " " * (stop - at) + before[stop:]
    said = _SAID_BY.match(text, ask.end)
    # Honours and a role may stand between "said" and the name.
    is_behind = said is not None and abs(speaker[0] - said.end()) > _NEAR
    return is_behind or bool(_ANOTHER.search(before))
