"""Make an earlier version the working copy again, as a new draft; the public sees nothing of it."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.db.models import ForeignKey, Model
from django.utils.translation import gettext as _

from statements.models import Citation, Passage, Recommendation, Statement, User, Voice
from statements.text import passages
from statements.workflow import editing
from statements.workflow.errors import Refusal
from statements.workflow.history import snapshots
from statements.workflow.history.snapshots import IDENTITY, OF_NO_VERSION, Row, Snapshot
from statements.workflow.withheld import withholding


@transaction.atomic
def restore(statement: Statement, version: int, *, by: User, seen: int) -> None:
    """Write a version into the working copy; the one it takes the place of is kept as well.

    Tags, the address and what the public reads stay as they are; words withheld now stay
    withheld. A recommendation that the version does not have is left out, not deleted.
    Raises NotAllowed, Conflict, Refusal for a version that was not kept.
    """
    snapshot = snapshots.of(statement, version)
    if snapshot is None or version == seen:
        raise Refusal(_("This version was not kept, or is the present one."))
    _fill(statement, snapshot.fields, IDENTITY | OF_NO_VERSION)
    reason = _("Version %(n)s was restored.") % {"n": version}
    editing.edit(statement, by=by, seen=seen, reason=reason)
    _set_many(statement, snapshot.fields)
    _restore_voices(statement, snapshot)
    _restore_recommendations(statement, snapshot)
    _restore_citations(statement, snapshot.citations)
    withholding.cover(statement, by=by)
    Passage.objects.filter(statement=statement).unused().delete()


def _restore_voices(statement: Statement, snapshot: Snapshot) -> None:
    held = {voice.ref: voice for voice in Voice.objects.filter(statement=statement)}
    for ref, row in snapshot.voices.items():
        voice = held.pop(ref, None) or Voice(ref=ref, statement=statement)
        _fill(voice, row)
        voice.save()
    Voice.objects.filter(pk__in=[voice.pk for voice in held.values()]).delete()


def _restore_recommendations(statement: Statement, snapshot: Snapshot) -> None:
    held = {
        one.ref: one
        for one in Recommendation.objects.filter(statement=statement).select_related("passage")
    }
    voices = dict(Voice.objects.filter(statement=statement).values_list("ref", "pk"))
    for ref, row in snapshot.recommendations.items():
        one = held.pop(ref, None)
        passage = one.passage if one else None
        one = one or Recommendation(ref=ref, statement=statement)
        _fill(one, row)
        one.passage = _anchored(statement, row["passage"], passage)
        lead_in = row["lead_in"]
        one.lead_in = editing.lead_in(statement, _selector(lead_in)) if lead_in else None
        one.save()
        _set_many(one, {**row, "askers": [voices[ref] for ref in row["askers"] if ref in voices]})
    for one in held.values():
        Recommendation.objects.filter(pk=one.pk).update(left_out=True)


def _restore_citations(statement: Statement, rows: Collection[Row]) -> None:
    Citation.objects.filter(statement=statement).delete()
    Passage.objects.filter(statement=statement).unused().delete()
    for row in rows:
        one = Citation(statement=statement)
        _fill(one, row)
        one.passage = _anchored(statement, row["passage"], None)
        one.save()


def _anchored(statement: Statement, row: Row, passage: Passage | None) -> Passage:
    """Return the passage of a row in its place of then; the text is that of then too."""
    placed = editing.anchor(statement, _selector(row), passage)
    if row["orphaned"]:
        placed.orphaned = True
        placed.save(update_fields=["orphaned"])
    return placed


def _selector(row: Row) -> passages.Passage:
    return passages.Passage(row["exact"], row["prefix"], row["suffix"], row["start"], row["end"])


def _fill(noun: Model, row: Row, leave_out: frozenset[str] = IDENTITY) -> None:
    """Write the columns of a row into a noun; what a column refers to may be there no more."""
    for column in snapshots.written(type(noun), leave_out):
        if column.name not in row:
            continue
        value = column.to_python(row[column.name])
        if isinstance(column, ForeignKey) and value is not None:
            value = value if _is_there(column.related_model, value) else None
        setattr(noun, column.attname, value)


def _set_many(noun: Model, row: Mapping[str, Any]) -> None:
    for relation in snapshots.many(type(noun)):
        if relation.name in row:
            there = relation.related_model._default_manager.filter(pk__in=row[relation.name])
            getattr(noun, relation.name).set(there)


def _is_there(model: Any, key: Any) -> bool:
    return bool(model._default_manager.filter(pk=key).exists())
