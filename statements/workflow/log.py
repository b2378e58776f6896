"""Write down each move, and read who wrote what."""

from typing import Protocol

from statements.catalogue import records
from statements.models import Publication, Transition, User

AUTHORING = ("create", "edit", "repair", "undo_repair")


class Versioned(Protocol):
    ref: str
    version: int


def kind_of(noun: object) -> str:
    return type(noun).__name__.lower()


def note(
    noun: Versioned, verb: str, *, by: User, reason: str = "", version: int | None = None
) -> None:
    """Write down a move, of the version as it stands unless it was made with another."""
    Transition.objects.create(
        kind=kind_of(noun),
        ref=noun.ref,
        verb=verb,
        version=noun.version if version is None else version,
        by=by,
        reason=reason,
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
    """Return the ids of those who wrote or edited `noun` since the version last published.

    By versions, not by the hour: what was scheduled may go out after later edits.
    """
    moves = Transition.objects.about(kind_of(noun), noun.ref)
    told = moves.filter(verb__in=(*AUTHORING, "publish")).values_list("verb", "version", "by_id")
    last = next((version for verb, version, _by in told if verb == "publish"), 0)
    return frozenset(by for verb, version, by in told if verb != "publish" and version > last)


def last_author(noun: Versioned) -> str:
    """Return the name of whoever saved `noun` last."""
    move = Transition.objects.about(kind_of(noun), noun.ref).select_related("by").first()
    return str(move.by) if move else ""
