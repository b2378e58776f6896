"""The moves of a statement: each one transaction, with its right, its stage and its log."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from statements.catalogue import records
from statements.choices import Public, Stage
from statements.models import Statement, User
from statements.workflow import door, gatherings, proposing, readiness, remarks
from statements.workflow.coming import scheduled
from statements.workflow.errors import (
    Conflict,
    NotAllowed,
    NotReady,
    ReasonOwed,
    WrongStage,
)
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.records import compile, copies, lives, past
from statements.workflow.stages import MOVES, may
from statements.workflow.tags import tagging
from statements.workflow.texts import translations
from statements.workflow.withheld import checking, extent, withholding
from statements.workflow.withheld.redacting import redacted

# What a move goes on from, as it is now and not as the person's page had it.
SEEN = (
    *("stage", "public", "published_version", "approved_version", "approved_by_id"),
    "publish_at",
)


@transaction.atomic
def submit(statement: Statement, *, by: User, reason: str = "") -> None:
    """Hand a draft over for review.

    Raises NotAllowed, WrongStage, Undecided while words that may harm wait for a decision, and
    StillOpen while something does that was read from the text.
    """
    held = check(statement, "submit", by, reason)
    checking.refuse_undecided(held)
    proposing.refuse_undecided(held)
    set_stage(statement, "submit", by=by, reason=reason)


@transaction.atomic
def send_back(statement: Statement, *, by: User, reason: str) -> None:
    """Return a statement to its author with a reason. Raises NotAllowed, WrongStage, ReasonOwed."""
    check(statement, "return", by, reason)
    set_stage(statement, "return", by=by, reason=reason)


@transaction.atomic
def approve(statement: Statement, *, by: User, reason: str = "") -> None:
    """Approve exactly the version as it stands.

    Raises NotAllowed where `by` is its only author since the last publication (unless the
    team allows self-approval), WrongStage, NotReady with the list of what is missing.
    """
    held = check(statement, "approve", by, reason)
    if not settings.ALLOW_SELF_APPROVAL and log.authors_since_publication(statement) == {by.pk}:
        raise NotAllowed(_("You wrote this version yourself: somebody else has to approve it."))
    if problems := readiness.problems(copies.of(held)):
        raise NotReady(problems)
    statement.approved_version, statement.approved_by = statement.version, by
    set_stage(statement, "approve", by=by, reason=reason)


@door.change()
def publish(statement: Statement, *, by: User, reason: str = "", with_event: bool = False) -> None:
    """Make the approved version public; `reason` is its public note.

    With `with_event` a draft event and its draft series go public in the same transaction; else
    the record does not carry it. Raises NotAllowed, WrongStage, NotReady, Refusal for a taken
    address.
    """
    copy = copies.of(check(statement, "publish", by, reason))
    if problems := readiness.problems(copy):
        raise NotReady(problems)
    for noun in gatherings.unpublished(statement.event) if with_event else ():
        gatherings.publish(noun, by=by)
    record = compile.copied(copy, note=past.note_of(statement, reason))
    go_public(statement, record, lives.of(copy), by=by, reason=reason)


def go_public(
    statement: Statement, record: records.Statement, live: records.Live, *, by: User, reason: str
) -> None:
    """Put the record of an approved version through the door; nothing is scheduled any more."""
    door.put_statement(record, live)
    log.keep(record, by=by, note=past.note_of(statement, reason) or reason)
    was = statement.public
    statement.public, statement.published_version = Public.LIVE, record.version
    statement.save(update_fields=["public", "published_version"])
    scheduled.drop(statement)
    log.note(statement, "publish", by=by, reason=reason, version=record.version)
    translations.follow(statement, was=was, by=by)


@transaction.atomic
def withdraw(statement: Statement, *, by: User, reason: str, successor: str = "") -> None:
    """Leave tombstones of a live statement and its recommendations, with a public reason.

    The working copy is a draft again, an approval of it void, nothing is scheduled, and no link
    shows it any more. Raises NotAllowed, WrongStage, ReasonOwed.
    """
    check(statement, "withdraw", by, reason)
    door.withdraw("statement", statement.ref, reason=reason, successor=successor)
    statement.public, statement.stage = Public.WITHDRAWN, Stage.DRAFT
    statement.approved_version, statement.approved_by = None, None
    statement.save(update_fields=["public", "stage", "approved_version", "approved_by"])
    scheduled.drop(statement)
    _end_links(statement, by)
    log.note(statement, "withdraw", by=by, reason=reason)


@transaction.atomic
def bring_back(statement: Statement, *, by: User, reason: str) -> None:
    """Make public again what was last published, but for words that are withheld since.

    Raises NotAllowed, WrongStage, ReasonOwed.
    """
    check(statement, "bring_back", by, reason)
    last = withholding.last_published(statement)
    door.put_statement(redacted(last, extent.of(statement)).record)
    statement.public = Public.LIVE
    statement.save(update_fields=["public"])
    log.note(statement, "bring_back", by=by, reason=reason)
    tagging.refresh([statement.pk])
    translations.follow(statement, was=Public.WITHDRAWN, by=by)


def _end_links(statement: Statement, by: User) -> None:
    now = timezone.now()
    good = statement.preview_links.filter(revoked_at=None, until__gt=now)
    good.update(revoked_at=now, revoked_by=by)


def check(statement: Statement, verb: str, by: User, reason: str) -> Statement:
    """Return the row, held, where the person may make the move as it stands."""
    move = MOVES[verb]
    if move.is_public:
        door.hold()
    held = _lock(statement)
    if not may(verb, statement, by):
        raise NotAllowed(_("You have not the right to do this: %(move)s.") % {"move": move.label})
    if not move.starts_from(statement):
        message = _("This cannot be done from where the statement stands: %(move)s.")
        raise WrongStage(message % {"move": move.label})
    if move.owes(statement) and not reason.strip():
        raise ReasonOwed(_("Give a reason, please."))
    return held


def _lock(statement: Statement) -> Statement:
    """Hold the row, return it, and go on from what it says now.

    Raises Conflict where its version is no longer the one that the person saw.
    """
    held = locked(statement)
    if held.version != statement.version:
        raise Conflict(log.last_author(held))
    for field in SEEN:
        setattr(statement, field, getattr(held, field))
    return held


def set_stage(statement: Statement, verb: str, *, by: User, reason: str) -> None:
    statement.stage = MOVES[verb].to_stage
    if statement.stage not in Stage.approved():
        statement.approved_version, statement.approved_by = None, None
    statement.save(update_fields=["stage", "approved_version", "approved_by"])
    log.note(statement, verb, by=by, reason=reason)
    remarks.of_move(statement, verb, by=by, reason=reason)
