"""Write down each move, and read who wrote what."""

from collections.abc import Iterable
from typing import Protocol

from django.db import connection
from django.utils import timezone

from statements.catalogue import records, sql
from statements.models import Publication, Transition, User

AUTHORING = ("create", "edit", "repair", "undo_repair", "sic")


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


def note_all(
    kind: str, moved: Iterable[tuple[str, int]], verb: str, *, by: User, reason: str = ""
) -> None:
    """Note the same move of many: the reference and the version of each."""
    at = connection.ops.adapt_datetimefield_value(timezone.now())
    sql.insert(
        Transition._meta.db_table,
        ("kind", "ref", "verb", "version", "reason", "by_id", "at"),
        [(kind, ref, verb, version, reason, by.pk, at) for ref, version in moved],
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


def keep_all(kept: Iterable[records.AnyRecord], *, by: User, note: str = "") -> None:
    """Keep many records as they go through the door, for good."""
    at = connection.ops.adapt_datetimefield_value(timezone.now())
    sql.insert(
        Publication._meta.db_table,
        ("kind", "ref", "version", "schema", "record", "note", "by_id", "at"),
        [
            (one.KIND, one.ref, one.version, records.SCHEMA, records.dump(one), note, by.pk, at)
            for one in kept
        ],
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
