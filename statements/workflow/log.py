"""Write down each move, and read who wrote what."""

from itertools import takewhile
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
    told = moves.filter(verb__in=(*AUTHORING, "publish")).values_list("verb", "by_id")
    return frozenset(by for _verb, by in takewhile(lambda move: move[0] != "publish", told))


def last_author(noun: Versioned) -> str:
    """Return the name of whoever saved `noun` last."""
    move = Transition.objects.about(kind_of(noun), noun.ref).select_related("by").first()
    return str(move.by) if move else ""
