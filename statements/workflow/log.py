"""Write down each move, and read who wrote what."""

from typing import Protocol

from statements.catalogue import records
from statements.models import Publication, Transition, User

AUTHORING = ("create", "edit")


class Versioned(Protocol):
    ref: str
    version: int


def kind_of(noun: object) -> str:
    return type(noun).__name__.lower()


def note(noun: Versioned, verb: str, *, by: User, reason: str = "") -> None:
    Transition.objects.create(
        kind=kind_of(noun), ref=noun.ref, verb=verb, version=noun.version, by=by, reason=reason
    )


def keep(record: records.AnyRecord, *, by: User, note: str = "") -> None:
    """Keep a record as it goes through the door, for good."""
    Publication.objects.create(
        kind=record.KIND,
        ref=record.ref,
        version=record.version,
        schema=records.SCHEMA,
        record=records.dump(record),
        by=by,
        note=note,
    )


def authors_since_publication(noun: Versioned) -> frozenset[int]:
    """Return the ids of those who wrote or edited `noun` since it was last published."""
    moves = Transition.objects.about(kind_of(noun), noun.ref)
    last = moves.filter(verb="publish").values_list("pk", flat=True).first() or 0
    authors = moves.filter(verb__in=AUTHORING, pk__gt=last).order_by()
    return frozenset(authors.values_list("by_id", flat=True).distinct())


def last_author(noun: Versioned) -> str:
    """Return the name of whoever saved `noun` last."""
    move = Transition.objects.about(kind_of(noun), noun.ref).select_related("by").first()
    return str(move.by) if move else ""
