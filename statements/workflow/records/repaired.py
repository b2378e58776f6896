"""What the public is told of a text's repairs, and of what stays wrong as the source has it."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from statements.catalogue import records
from statements.choices import RepairDecision
from statements.models import Repair, Statement
from statements.text import repairs as texts
from statements.text.repairs import Replacement, Told
from statements.text.withholding import Shown

PUBLIC = (RepairDecision.ACCEPTED, RepairDecision.SIC)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that the public is told of; its replacements stand at the places of the text."""

    kind: str
    decision: str
    replacements: str

    def each(self) -> tuple[Replacement, ...]:
        return tuple(Replacement(*one) for one in json.loads(self.replacements))


def query(pk: int) -> QuerySet[Any, tuple[Any, ...]]:
    """Return the decisions about a statement, but for repairs that somebody edited since."""
    found = Repair.objects.filter(statement=pk, lost=False, decision__in=PUBLIC).order_by("pk")
    return found.values_list("kind", "decision", "replacements")


def repairs(
    noun: Statement, decided: Iterable[Decided], shown: Shown, withheld: Collection[str]
) -> tuple[records.Repair, ...]:
    """Return what was put right in a text, in the places of the public one.

    What overlaps withheld words is left out, and what would tell them. So is what the source does
    not have: a person edited the rest of the word since.
    """
    made = [
        (row.kind, one)
        for row in decided
        if row.decision == RepairDecision.ACCEPTED
        for one in row.each()
    ]
    if not made:
        return ()
    source = noun.source_document.text if noun.source_document else noun.text
    told = [one for one in texts.told(noun.text, made) if one.before in source]
    return _public(shown, told, withheld)


def sic(text: str, decided: Iterable[Decided], shown: Shown) -> tuple[records.Place, ...]:
    """Return the words that are marked [sic], in the places of the public text."""
    places = {
        texts.word(text, row.each()[0].start, row.each()[-1].end)
        for row in decided
        if row.decision == RepairDecision.SIC
    }
    return moved((records.Place(start=start, end=end) for start, end in sorted(places)), shown)


def redacted(
    record: records.Statement, shown: Shown, withheld: Collection[str]
) -> tuple[records.Repair, ...]:
    """Return the repairs of a record in which more words are withheld, as `shown` has them."""
    several = (Told(one.kind, one.start, one.end, one.before, one.after) for one in record.repairs)
    return _public(shown, several, withheld)


def moved(places: Iterable[records.Place], shown: Shown) -> tuple[records.Place, ...]:
    """Return places of a whole text in the public one, but for those with withheld words."""
    free = (one for one in places if not shown.overlaps(one.start, one.end))
    spans = (shown.place(one.start, one.end) for one in free)
    return tuple(records.Place(start=start, end=end) for start, end in spans)


def _public(
    shown: Shown, several: Iterable[Told], withheld: Collection[str]
) -> tuple[records.Repair, ...]:
    return tuple(
        records.Repair(
            kind=one.kind, start=one.start, end=one.end, before=one.before, after=one.after
        )
        for one in texts.public(shown, several, withheld)
    )
