"""Make a change of many recommendations: one transaction, one change of the catalogue."""

from collections.abc import Collection

import msgspec
from django.utils.translation import gettext as _

from statements.choices import BatchState
from statements.models import Batch, User
from statements.workflow import door
from statements.workflow.batches import reading, writing
from statements.workflow.batches.changes import Wanted
from statements.workflow.batches.planning import Plan, plan
from statements.workflow.errors import Refusal
from statements.workflow.history import log
from statements.workflow.tags import tag_names, tagging


class Meanwhile(Refusal):
    """Somebody changed what is to be classified after the person looked at it."""


@door.change()
def make(pks: Collection[int], wanted: Wanted, *, by: User, seen: str = "") -> Batch:
    """Change recommendations as `wanted`, and return what was done, with what waits.

    Tags and drafts change at once; what is live waits for a publisher. What cannot be changed
    is left out and named. `seen` is that of the plan the person looked at. Raises Meanwhile,
    and Refusal where nothing would change.
    """
    if wanted.classifies():
        reading.held(pks)
    planned = plan(pks, wanted, by=by)
    if planned.seen != seen:
        raise Meanwhile(
            _("Somebody changed some of these statements meanwhile: please look again.")
        )
    return made(planned, by=by)


def made(planned: Plan, *, by: User) -> Batch:
    """Make a plan that was drawn within this transaction. Raises Refusal where it is empty."""
    if not planned.rows:
        raise Refusal(_("Nothing would change."))
    batch = Batch.objects.create(
        by=by,
        state=BatchState.WAITING if planned.waiting else BatchState.DONE,
        told=msgspec.json.encode(planned.told).decode(),
    )
    log.note(batch, "create", by=by)
    _tag(planned, batch, by)
    edits = planned.edits
    writing.classify({one.row.pk: one.delta for one in edits})
    writing.edited({one.row.statement.pk for one in edits}, by=by, reason=str(batch))
    writing.keep(
        batch,
        [
            (one.row.pk, one.row.statement.version + (not one.waits), one.waits, one.delta)
            for one in (*edits, *planned.waiting)
        ],
    )
    return batch


def _tag(planned: Plan, batch: Batch, by: User) -> None:
    names = {name: None for one in planned.rows for name in (*one.add_tags, *one.remove_tags)}
    if not names:
        return
    tags = {tag.name.casefold(): tag.pk for tag in tag_names.found_or_made(names)}
    rows = planned.rows
    add = [(one.row.pk, tags[name.casefold()]) for one in rows for name in one.add_tags]
    remove = [(one.row.pk, tags[name.casefold()]) for one in rows for name in one.remove_tags]
    tagging.put(add, remove, by=by, batch=batch)
