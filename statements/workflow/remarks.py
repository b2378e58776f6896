"""What staff say to each other about a statement, and whether it is seen to. Never public."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from statements.models import Remark, Statement, User
from statements.workflow.errors import NotAllowed, ReasonOwed
from statements.workflow.stages import may_edit

# Moves whose reason is a word to colleagues; those of the others are public, or for the log.
TOLD = frozenset({"submit", "return", "approve"})


def may_write(by: User) -> bool:
    """Tell whether a person may take part in the threads: whoever sees statements on the desk."""
    return by.has_perm("statements.view_statement")


def may_resolve(remark: Remark, by: User) -> bool:
    """Tell whether a person may say that a remark is seen to: who wrote it, or may edit."""
    return may_write(by) and (remark.by_id == by.pk or may_edit(remark.statement, by))


@transaction.atomic
def write(statement: Statement, *, by: User, text: str) -> Remark:
    """Add a remark at the version that the person saw. Raises NotAllowed, ReasonOwed."""
    if not may_write(by):
        raise NotAllowed(_("You may not write remarks."))
    return _made(statement, by=by, text=text)


def of_move(statement: Statement, verb: str, *, by: User, reason: str) -> None:
    """Keep the reason of a move in the thread, where it is a word to colleagues."""
    if verb in TOLD and reason.strip():
        _made(statement, by=by, text=reason, verb=verb)


@transaction.atomic
def resolve(remark: Remark, *, by: User) -> None:
    """Say that a remark is seen to. Raises NotAllowed."""
    _refuse(remark, by)
    Remark.objects.filter(pk=remark.pk, resolved_at=None).update(
        resolved_at=timezone.now(), resolved_by=by
    )


@transaction.atomic
def reopen(remark: Remark, *, by: User) -> None:
    """Say that a remark is not seen to after all. Raises NotAllowed."""
    _refuse(remark, by)
    Remark.objects.filter(pk=remark.pk).update(resolved_at=None, resolved_by=None)


def _made(statement: Statement, *, by: User, text: str, verb: str = "") -> Remark:
    if not text.strip():
        raise ReasonOwed(_("Write something, please."))
    return Remark.objects.create(
        statement=statement, version=statement.version, verb=verb, text=text.strip(), by=by
    )


def _refuse(remark: Remark, by: User) -> None:
    if not may_resolve(remark, by):
        raise NotAllowed(_("You may not change this remark."))
