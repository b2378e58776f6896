"""Publish a batch: what waits of a change of many, in one transaction, by one publisher."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from statements.catalogue import records, sql, store
from statements.choices import BatchState, RecommendationKind, Stage
from statements.models import Batch, Statement, User
from statements.workflow import door
from statements.workflow.batches import reading, writing
from statements.workflow.batches.changes import SCHEMES, Classes, Delta
from statements.workflow.batches.planning import Plan, Told, hindrance_in_public, of_deltas
from statements.workflow.batches.reading import Row
from statements.workflow.errors import NotAllowed, ReasonOwed, WrongStage
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.records import derived, past

PUBLISHES = ("statements.approve_statement", "statements.publish_statement")


def may_publish_any(by: User) -> bool:
    """Tell whether a person publishes batches, but those that they made themselves."""
    return by.has_perms(PUBLISHES)


def may_publish(batch: Batch, by: User) -> bool:
    """Tell whether a person may publish a batch: with the right, and not the one who made it."""
    return may_publish_any(by) and (settings.ALLOW_SELF_APPROVAL or batch.by_id != by.pk)


@door.change()
def publish(batch: Batch, *, by: User, reason: str = "") -> Told:
    """Approve and publish all that waits in a batch; `reason` is the public note.

    Statements that were edited or withdrawn since are left out, and named in what is returned.
    Nothing else of the working copies goes along: the public reads what it read before, with
    other classes. Raises NotAllowed, WrongStage.
    """
    held = _waiting(batch)
    if not may_publish_any(by):
        raise NotAllowed(_("You may not publish."))
    if not may_publish(held, by):
        raise NotAllowed(_("You made this change yourself: somebody else has to publish it."))
    planned = _planned(held, by)
    note = reason.strip() or _("Recommendations were classified anew.")
    after = {one.row.ref: one.row.classes.after(one.delta) for one in planned.rows}
    writing.classify({one.row.pk: one.delta for one in planned.rows})
    statements = sorted({one.row.statement.pk for one in planned.rows})
    orders = _orders()
    for some in sql.batched(statements):
        _publish(some, after, orders, held, by=by, note=note)
    _settle(batch, BatchState.PUBLISHED, "publish", by=by, reason=reason)
    return planned.told


@door.change()
def decline(batch: Batch, *, by: User, reason: str) -> None:
    """Leave what waits in a batch unpublished, with a reason; what was done at once stays.

    Raises NotAllowed, WrongStage, ReasonOwed.
    """
    _waiting(batch)
    if not may_publish_any(by):
        raise NotAllowed(_("You may not publish."))
    if not reason.strip():
        raise ReasonOwed(_("Give a reason, please."))
    _settle(batch, BatchState.DECLINED, "decline", by=by, reason=reason)


def waiting(batch: Batch, *, by: User) -> Plan:
    """Return what publishing the batch would change as things stand, and what is left out."""
    deltas = {
        pk: writing.read(change)
        for pk, change in batch.rows.filter(waits=True).values_list("recommendation", "change")
    }
    rows = reading.chosen(list(deltas))
    still = {row.pk: row.classes.still(deltas[row.pk]) for row in rows}
    return of_deltas(rows, still, {row.pk: ((), ()) for row in rows}, hindrance=_hindrance, by=by)


def _hindrance(row: Row, delta: Delta, _by: User) -> str:
    if not row.statement.is_live:
        return _("It is public no more.")
    return hindrance_in_public(row, delta)


def _planned(batch: Batch, by: User) -> Plan:
    reading.held(set(batch.rows.filter(waits=True).values_list("recommendation_id", flat=True)))
    return waiting(batch, by=by)


def _waiting(batch: Batch) -> Batch:
    """Return the row, held, where it still waits."""
    held = locked(batch)
    if held.state != BatchState.WAITING:
        raise WrongStage(_("Nothing of this change waits to be published any more."))
    return held


def _settle(batch: Batch, state: BatchState, verb: str, *, by: User, reason: str) -> None:
    batch.state = state
    batch.save(update_fields=["state"])
    log.note(batch, verb, by=by, reason=reason)


def _publish(
    statements: list[int],
    after: Mapping[str, Classes],
    orders: Mapping[str, list[str]],
    batch: Batch,
    *,
    by: User,
    note: str,
) -> None:
    rows = Statement.objects.filter(pk__in=statements)
    rows.update(
        version=F("version") + 1,
        published_version=F("version") + 1,
        approved_version=F("version") + 1,
        approved_by=by,
        stage=Stage.APPROVED,
        updated_at=timezone.now(),
    )
    versions = dict(rows.order_by("pk").values_list("ref", "version"))
    public = store.held("statement", versions)
    given = [
        past.also_told(reclassified(public[ref], after, orders, version=version), note)
        for ref, version in versions.items()
    ]
    door.put_statements(given)
    log.keep_all(given, by=by, note=note)
    moved = list(versions.items())
    log.note_all("statement", moved, "edit", by=batch.by, reason=str(batch))
    log.note_all("statement", moved, "approve", by=by, reason=str(batch))
    log.note_all("statement", moved, "publish", by=by, reason=note)


def reclassified(
    record: records.Statement,
    after: Mapping[str, Classes],
    orders: Mapping[str, list[str]],
    *,
    version: int,
) -> records.Statement:
    """Return a record whose recommendations are classified as `after` says, by reference.

    `orders` are the codes of each list in the order of its vocabulary.
    """
    parts = tuple(
        replace(_classified(one, record, after[one.ref], orders), version=version)
        if one.ref in after
        else replace(one, version=version)
        for one in record.recommendations
    )
    asks = [one for one in parts if one.kind == RecommendationKind.ASK]
    return replace(record, version=version, recommendations=parts, quote=derived.quote(asks))


def _classified(
    one: records.Recommendation,
    record: records.Statement,
    classes: Classes,
    orders: Mapping[str, list[str]],
) -> records.Recommendation:
    codes = {
        name: tuple(code for code in orders[name] if code in held)
        for name, held in classes.codes.items()
    }
    return replace(
        one,
        themes=codes["themes"],
        groups=codes["groups"] or record.groups,
        forms=codes["forms"] or record.forms,
        pillar=str(classes.values["pillar"]),
        strength=cast(int, classes.values["strength"]),
    )


def _orders() -> Mapping[str, list[str]]:
    return {
        name: list(kind.objects.order_by("sort", "pk").values_list("code", flat=True))
        for name, kind in SCHEMES.items()
    }
