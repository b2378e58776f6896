"""The version lock: nobody's work is overwritten by somebody who did not see it."""

from typing import Any, TypeVar

from django.db.models import F, Model
from django.utils.translation import gettext as _

from statements.models import Statement, User
from statements.workflow.errors import Conflict, NotAllowed, WrongStage
from statements.workflow.history import log, snapshots

Noun = TypeVar("Noun", bound=Model)

# Columns that moves alone write: a form that was open meanwhile must not write them back.
OF_THE_WORKFLOW = frozenset(
    {
        "version",
        "stage",
        "public",
        "published_version",
        "approved_version",
        "approved_by",
        "publish_at",
        "created_by",
        "created_at",
        "source_document",
    }
)


def locked(noun: Noun) -> Noun:
    """Return the row as it is now, held until the transaction ends.

    Raises WrongStage where somebody deleted it meanwhile.
    """
    held = type(noun)._default_manager.select_for_update(of=("self",)).filter(pk=noun.pk).first()
    if held is None:
        raise WrongStage(_("Somebody deleted this while you were working on it."))
    return held


def claim(noun: Any, *, seen: int, **also: Any) -> None:
    """Move the version of a row on, if it is still the one that was seen.

    A conditional UPDATE: of two that saw one version, one wins. `noun.version` follows.
    `also` are the fields that must change with the version. Of a statement the version that is
    left is kept (`snapshots`).
    Raises Conflict for the other.
    """
    rows = type(noun).objects.filter(pk=noun.pk, version=seen)
    if isinstance(noun, Statement) and (held := rows.select_for_update(of=("self",)).first()):
        snapshots.keep([held])
    if not rows.update(version=F("version") + 1, **also):
        raise Conflict(log.last_author(noun))
    noun.version = seen + 1
    for name, value in also.items():
        setattr(noun, name, value)


def save_fields(noun: Any) -> None:
    """Save what people write into a row; what the moves write is read back from it."""
    concrete = [field for field in noun._meta.concrete_fields if not field.primary_key]
    written = [field.name for field in concrete if field.name not in OF_THE_WORKFLOW]
    noun.save(update_fields=written)
    moved = [field.name for field in concrete if field.name in OF_THE_WORKFLOW]
    noun.refresh_from_db(fields=moved)


def save_version(noun: Any, *, by: User, seen: int | None = None) -> None:
    """Save a new row, or a changed one if its version is still the one seen, and note who did.

    Raises NotAllowed without the right to add or change such a row, and Conflict.
    """
    action = "add" if noun.pk is None else "change"
    if not by.has_perm(f"statements.{action}_{log.kind_of(noun)}"):
        raise NotAllowed(_("You may not change this."))
    if noun.pk is None:
        noun.save()
        log.note(noun, "create", by=by)
    else:
        claim(noun, seen=noun.version if seen is None else seen)
        save_fields(noun)
        log.note(noun, "edit", by=by)
