"""Undo a change of many, but for what others changed since."""

from collections.abc import Collection, Mapping

from django.db.models import Max
from django.utils.translation import gettext as _

from statements.choices import BatchState
from statements.models import Batch, Recommendation, TagChange, User
from statements.workflow import door
from statements.workflow.batches import reading, writing
from statements.workflow.batches.changes import Delta
from statements.workflow.batches.making import made
from statements.workflow.batches.planning import Plan, hindrance, of_deltas
from statements.workflow.batches.reading import Row
from statements.workflow.errors import NotAllowed, WrongStage
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.tags import tag_names

Tags = Mapping[int, tuple[tuple[str, ...], tuple[str, ...]]]


def may_undo(batch: Batch, by: User) -> bool:
    """Tell whether a person may undo a change of many: their own, or any with the right."""
    return batch.by_id == by.pk or by.has_perm("statements.change_any_statement")


@door.change()
def undo(batch: Batch, *, by: User) -> Batch | None:
    """Take back a change of many, and return the change that does, if anything was to do.

    What waits is published no more; what was published goes back through a batch of its own.
    What others tagged or edited since stays as it is, and is named as left out.
    Raises NotAllowed, WrongStage.
    """
    held = locked(batch)
    if held.state == BatchState.UNDONE:
        raise WrongStage(_("This change is undone already."))
    if not may_undo(held, by):
        raise NotAllowed(_("You may undo your own changes only."))
    planned = back(held, by=by)
    batch.state = BatchState.UNDONE
    batch.save(update_fields=["state"])
    log.note(batch, "undo", by=by)
    return made(planned, by=by) if planned.rows else None


def back(batch: Batch, *, by: User) -> Plan:
    """Return what undoing the batch would change as things stand, and what is left out."""
    rows = batch.rows.all()
    if batch.state != BatchState.PUBLISHED:
        rows = rows.filter(waits=False)
    found = rows.values_list("recommendation", "version", "waits", "change")
    was = {pk: (version, waits, writing.read(change)) for pk, version, waits, change in found}
    tags = _tags(batch)
    chosen = reading.chosen({*was, *tags})
    deltas = {
        row.pk: row.classes.still(was[row.pk][2].turned()) if row.pk in was else Delta()
        for row in chosen
    }
    both = {row.pk: tags.get(row.pk, ((), ())) for row in chosen}

    def unless_edited(row: Row, delta: Delta, by: User) -> str:
        version, waits, _delta = was[row.pk]
        if not waits and (row.statement.version != version or row.statement.is_live):
            return _("Somebody changed it since.")
        return hindrance(row, delta, by)

    return of_deltas(chosen, deltas, both, by=by, hindrance=unless_edited)


def _tags(batch: Batch) -> Tags:
    """Return the tags that come back and those that go, where nobody changed them since."""
    changes = list(
        batch.tag_changes.order_by("pk").values_list(
            "pk", "recommendation_ref", "tag_name", "added"
        )
    )
    refs = {ref for _pk, ref, _name, _added in changes}
    last = _last(refs, {name for _pk, _ref, name, _added in changes})
    keys = dict(Recommendation.objects.filter(ref__in=refs).values_list("ref", "pk"))
    known = {name: tag.name for name, tag in tag_names.known().items()}
    found: dict[int, tuple[list[str], list[str]]] = {}
    for pk, ref, name, added in changes:
        if last[ref, name] == pk and ref in keys and name.casefold() in known:
            come, go = found.setdefault(keys[ref], ([], []))
            (go if added else come).append(known[name.casefold()])
    return {pk: (tuple(come), tuple(go)) for pk, (come, go) in found.items()}


def _last(refs: Collection[str], names: Collection[str]) -> Mapping[tuple[str, str], int]:
    """Return the key of the last change of each tag of each recommendation."""
    about = TagChange.objects.filter(recommendation_ref__in=refs, tag_name__in=names)
    rows = about.order_by().values_list("recommendation_ref", "tag_name").annotate(Max("pk"))
    return {(ref, name): pk for ref, name, pk in rows}
