"""The version lock: nobody's work is overwritten by somebody who did not see it."""

from typing import Any

from django.db.models import F

from statements.models import User
from statements.workflow import log
from statements.workflow.errors import Conflict


def claim(noun: Any, *, seen: int, **also: Any) -> None:
    """Move the version of a row on, if it is still the one that was seen.

    A conditional UPDATE: of two that saw one version, one wins. `noun.version` follows.
    `also` are the fields that must change with the version.
    Raises Conflict for the other.
    """
    rows = type(noun).objects.filter(pk=noun.pk, version=seen)
    if not rows.update(version=F("version") + 1, **also):
        raise Conflict(log.last_author(noun))
    noun.version = seen + 1
    for name, value in also.items():
        setattr(noun, name, value)


def save_version(noun: Any, *, by: User, seen: int | None = None) -> None:
    """Save a new row, or a changed one if its version is still the one seen, and note who did.

    Raises Conflict.
    """
    if noun.pk is None:
        noun.save()
        log.note(noun, "create", by=by)
    else:
        claim(noun, seen=noun.version if seen is None else seen)
        noun.save()
        log.note(noun, "edit", by=by)
