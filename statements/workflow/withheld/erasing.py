"""Erase a statement for a person's safety: afterwards no table holds any of its words."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from statements.models import (
    Batch,
    Citation,
    Erasure,
    Person,
    Publication,
    Recommendation,
    SourceDocument,
    Statement,
    Tag,
    TagChange,
    Transition,
    User,
    Voice,
)
from statements.workflow import door
from statements.workflow.alike import likeness
from statements.workflow.coming import scheduled
from statements.workflow.errors import NotAllowed, ReasonOwed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.texts import receiving
from statements.workflow.withheld import erasing_learned, erasing_tags

PERMISSION = "statements.erase_statement"


@dataclass(frozen=True, slots=True)
class Going:
    """What an erasure takes along, counted; `sharers` lose what they were received in.

    `tags` may name somebody: they are taken along where that is chosen.
    """

    recommendations: int
    publications: int
    documents: int
    persons: tuple[Person, ...]
    sharers: tuple[Statement, ...]
    tags: tuple[Tag, ...]


def may_erase(by: User) -> bool:
    """Tell whether a person may erase statements: administrators, who publish nothing."""
    return by.has_perm(PERMISSION)


def going(statement: Statement) -> Going:
    """Return what an erasure of a statement would take along."""
    documents = _documents(statement)
    return Going(
        recommendations=statement.recommendations.count(),
        publications=Publication.objects.about("statement", statement.ref).count(),
        documents=len(documents),
        persons=tuple(_persons(statement)),
        sharers=tuple(_sharers(statement, documents)),
        tags=tuple(erasing_tags.naming(statement)),
    )


@transaction.atomic
def erase(
    statement: Statement, *, by: User, reason: str, confirmed: str, tags: Collection[Tag] = ()
) -> Erasure:
    """Erase a statement with all that hangs on it; `confirmed` is its reference, typed.

    Of `tags` those are erased too that still stand on this statement alone. Its addresses answer
    404 from now on. Who, when and why stay, in an `Erasure` and in the log.
    Raises NotAllowed, ReasonOwed, Refusal.
    """
    door.hold()
    held = locked(statement)
    if not may_erase(by):
        raise NotAllowed(_("Only administrators may erase a statement."))
    if not reason.strip():
        raise ReasonOwed(_("Give a reason, please."))
    if confirmed.strip() != held.ref:
        raise Refusal(_("Type the reference of the statement as it stands there, please."))
    parts = list(held.recommendations.order_by("pk").values_list("ref", flat=True))
    keys = {tag.pk for tag in tags} & {tag.pk for tag in erasing_tags.naming(held)}
    erasure = Erasure.objects.create(
        ref=held.ref,
        parts=" ".join(parts),
        tags=" ".join(map(str, sorted(keys))),
        reason=reason.strip(),
        by=by,
    )
    apply(erasure)
    log.note(held, "erase", by=by, reason=reason.strip())
    return erasure


@transaction.atomic
def apply(erasure: Erasure) -> None:
    """Take out whatever is still there of what was erased, such as in an older backup."""
    parts = erasure.parts.split()
    door.erase(erasure.ref, parts)
    statement = Statement.objects.filter(ref=erasure.ref).first()
    if statement is not None:
        scheduled.drop(statement)
        _take_out(statement)
    erasing_tags.of_log(Transition, kind="statement", ref=erasure.ref).exclude(verb="erase").update(
        reason=""
    )
    erasing_tags.of_log(Publication, kind="statement", ref=erasure.ref).update(record="{}", note="")
    erasing_tags.of_log(TagChange, recommendation_ref__in=parts).update(tag_name="")
    erasing_tags.erase([int(key) for key in erasure.tags.split()], by=erasure.by)


def is_erased(ref: str) -> bool:
    """Tell whether a reference was erased: it is never used again."""
    return Erasure.objects.filter(ref=ref).exists()


def _take_out(statement: Statement) -> None:
    documents, persons = _documents(statement), [one.pk for one in _persons(statement)]
    pks = [one.pk for one in documents]
    for sharer in Statement.objects.filter(source_document__in=pks).exclude(pk=statement.pk):
        _part(sharer)
    QuerySet(SourceDocument).filter(replaces__in=pks).exclude(pk__in=pks).update(replaces=None)
    _untitle(statement.pk)
    Recommendation.objects.filter(statement=statement).delete()
    Citation.objects.filter(statement=statement).delete()
    erasing_learned.take_back(statement)
    likeness.forget("statement", statement.ref)
    statement.delete()
    for ref in Person.objects.filter(pk__in=persons).values_list("ref", flat=True):
        likeness.forget("person", ref)
    Person.objects.filter(pk__in=persons).delete()
    # The newest first: it refers to the one before.
    for pk in pks:
        SourceDocument.objects.filter(pk=pk).delete()


def _untitle(statement: int) -> None:
    """Take the titles of a statement out of what batches tell that they left out."""
    for batch in Batch.objects.filter(told__contains=f'"statement":{statement},'):
        told = json.loads(batch.told)
        for one in told["left_out"]:
            one["title"] = "" if one["statement"] == statement else one["title"]
        Batch.objects.filter(pk=batch.pk).update(
            told=json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        )


def _part(sharer: Statement) -> None:
    """Give a statement that came from the same document a source of its own: its own words."""
    by = sharer.source_document.received_by if sharer.source_document else sharer.created_by
    own = receiving.receive(sharer.text, by=by) if sharer.text else None
    Statement.objects.filter(pk=sharer.pk).update(source_document=own)


def _documents(statement: Statement) -> list[SourceDocument]:
    """Return all that was received for a statement, the newest first."""
    found, document = [], statement.source_document
    while document is not None:
        found.append(document)
        document = document.replaces
    return found


def _sharers(statement: Statement, documents: Collection[SourceDocument]) -> QuerySet[Statement]:
    """Return the other statements that came from the same documents."""
    pks = [one.pk for one in documents]
    same = Q(source_document__in=pks) | Q(source_document__replaces__in=pks)
    return Statement.objects.filter(same).exclude(pk=statement.pk)


def _persons(statement: Statement) -> QuerySet[Person]:
    """Return the persons who speak in this statement alone."""
    elsewhere = Voice.objects.exclude(statement=statement).filter(person__isnull=False)
    here = Person.objects.filter(voices__statement=statement).distinct()
    return here.exclude(pk__in=elsewhere.values("person"))
