"""The questions of a portrait, and what answers them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from statements import choices
from statements.catalogue import select
from statements.catalogue.selection import Selection, Value
from statements.catalogue.vocabulary import Key
from statements.templatetags import drawing
from statements.templatetags.drawing import Drawn
from statements.views import entries
from statements.views.names import Names
from statements.views.portraits import asked, breakdowns
from statements.views.portraits.asked import Group, Heading, Telling
from statements.views.portraits.breakdowns import Breakdown, Listing
from statements.views.text_entries import BriefStatementEntry

SHORT = 5
# So many cards are looked at where a few are picked from them, or who is named most.
POOL = 60

ENTRIES: Mapping[str, Any] = {**entries.KINDS, "statement": BriefStatementEntry}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The heading of a section, what answers it, and the words when nothing does.

    Of the first `pool` cards those are shown that `pick` returns, in its order. What it leaves out
    is not counted where the pool holds the whole selection; where it does not, `all` has to say
    what the whole list is. What is `beside` stands in the column beside the others.
    """

    title: str
    selection: Selection
    nothing: str
    note: str = ""
    size: int = SHORT
    pool: int = 0
    pick: Callable[[Sequence[Any]], Sequence[Any]] | None = None
    telling: Telling = "both"
    heading: Heading = "statement"
    all: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Drawn):
    """A question with its first answers, and the list that holds all of them.

    `cards` are all that were looked at. Recommendations stand in `groups`, all else in `entries`.
    """

    title: str
    nothing: str
    note: str
    cards: Sequence[Any]
    groups: Sequence[Group]
    entries: Sequence[Any]
    total: int
    address: str
    all: str
    beside: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """All sections in the order of the questions, answered or not, what stands beside, names."""

    sections: Sequence[Section]
    listings: Sequence[Listing]
    names: Names


@dataclass(frozen=True, slots=True)
class _Found:
    question: Question
    cards: Sequence[Any]
    shown: Sequence[Any]
    total: int


def asks(**values: Value | Sequence[Value]) -> Selection:
    """Select the recommendations that carry the values."""
    return _recommendations(choices.RecommendationKind.ASK, values)


def commitments(**values: Value | Sequence[Value]) -> Selection:
    """Select the commitments that carry the values."""
    return _recommendations(choices.RecommendationKind.COMMITMENT, values)


def of(kind: str, /, **values: Value | Sequence[Value]) -> Selection:
    """Select the records of a kind that carry the values; of several for one name, any."""
    return Selection(
        kind=kind,
        values={
            name: (held,) if isinstance(held, Value) else tuple(held)
            for name, held in values.items()
        },
    )


def _recommendations(
    kind: choices.RecommendationKind, values: Mapping[str, Value | Sequence[Value]]
) -> Selection:
    kinds = {"kind": Value(kind.value, kind.value, str(kind.label))}
    return of("recommendation", **kinds, **values)


def answer(
    questions: Iterable[Question], beside: Iterable[Breakdown] = (), keys: Iterable[Key] = ()
) -> Answers:
    """Return the sections, what stands beside them, and the names of all this and of `keys`.

    A query or two for each question, one for the names; what stands beside is counted in none.
    """
    found = [_find(one) for one in questions]
    counted = [(one, breakdowns.counted(one)) for one in beside]
    mentioned = [key for one in found for key in _keys(one)]
    mentioned += [key for one, counts in counted for key in breakdowns.keys(one, counts)]
    names = Names([*keys, *mentioned])
    return Answers(
        sections=[_section(one, names) for one in found],
        listings=[breakdowns.drawn(one, counts, names) for one, counts in counted],
        names=names,
    )


def _find(question: Question) -> _Found:
    selection = question.selection
    cards = select.cards(selection, size=max(question.pool, question.size))
    picked = question.pick(cards) if question.pick else cards
    total = select.total(selection)
    if not picked or total <= len(cards):
        total = len(picked)
    return _Found(question, cards, picked[: question.size], total)


def _keys(found: _Found) -> Iterator[Key]:
    if found.question.selection.kind == "recommendation":
        yield from asked.keys(found.cards)
        return
    for card in found.cards:
        yield from ENTRIES[found.question.selection.kind].keys(card)


def _section(found: _Found, names: Names) -> Section:
    question, kind = found.question, found.question.selection.kind
    is_asked = kind == "recommendation"
    return Section(
        title=question.title,
        nothing=question.nothing,
        note=_note(found),
        cards=found.cards,
        groups=asked.groups(found.shown, names, telling=question.telling, by=question.heading)
        if is_asked
        else (),
        entries=() if is_asked else [ENTRIES[kind].of(card, names) for card in found.shown],
        total=found.total,
        address=reverse(f"{kind}-list") + question.selection.query(),
        all=_all(question, found),
        beside=question.beside,
    )


def _note(found: _Found) -> str:
    """Return the words under a heading: where few were picked from many, from which."""
    question, looked_at = found.question, len(found.cards)
    if not question.pick or found.total <= looked_at:
        return question.note
    n = drawing.number(get_language() or "", looked_at)
    return question.note or _("Picked from the newest %(n)s.") % {"n": n}


def _all(question: Question, found: _Found) -> str:
    """Return the words of the link to the whole list, "" where all of it is shown."""
    if found.total <= len(found.shown):
        return ""
    words = ngettext("All %(n)s of them", "All %(n)s of them", found.total)
    return question.all or words % {"n": drawing.number(get_language() or "", found.total)}
