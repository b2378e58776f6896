"""The table of moves: from where, to where, by whom, and whether a reason is owed."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements.choices import Public, Stage
from statements.models import Statement, User

# Moves that lead to a publication: where the public reads the text as it stands they lead nowhere.
ONWARD = frozenset({"submit", "return", "approve", "publish", "schedule"})
# Moves after which the public reads the approved version, at once or later.
PUBLISHING = frozenset({"publish", "schedule"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One button of the desk."""

    verb: str
    label: str | Promise
    permission: str
    stages: frozenset[str] = frozenset(Stage.values)
    public: frozenset[str] = frozenset(Public.values)
    to_stage: str = ""
    is_public: bool = False
    owes_reason: bool = False
    # Only where something is scheduled, whatever became of the working copy since.
    of_scheduled: bool = False

    def starts_from(self, statement: Statement) -> bool:
        if self.verb in ONWARD and statement.is_public_as_it_stands():
            return False
        if self.of_scheduled and statement.publish_at is None:
            return False
        return statement.stage in self.stages and statement.public in self.public

    def owes(self, statement: Statement) -> bool:
        """Tell whether a reason is owed: also for publishing what was withdrawn."""
        again = self.verb in PUBLISHING and statement.public == Public.WITHDRAWN
        return self.owes_reason or again


MOVES: Mapping[str, Move] = {
    move.verb: move
    for move in (
        Move(
            verb="submit",
            label=_("Submit for review"),
            permission="statements.submit_statement",
            stages=frozenset({Stage.DRAFT}),
            to_stage=Stage.IN_REVIEW,
        ),
        Move(
            verb="return",
            label=_("Return to the author"),
            permission="statements.return_statement",
            stages=frozenset({Stage.IN_REVIEW, Stage.APPROVED}),
            to_stage=Stage.DRAFT,
            owes_reason=True,
        ),
        Move(
            verb="approve",
            label=_("Approve"),
            permission="statements.approve_statement",
            stages=frozenset({Stage.IN_REVIEW}),
            to_stage=Stage.APPROVED,
        ),
        Move(
            verb="publish",
            label=_("Publish"),
            permission="statements.publish_statement",
            stages=frozenset(Stage.approved()),
            is_public=True,
        ),
        Move(
            verb="schedule",
            label=_("Publish later"),
            permission="statements.publish_statement",
            stages=frozenset({Stage.APPROVED}),
            to_stage=Stage.SCHEDULED,
            is_public=True,
        ),
        Move(
            verb="reschedule",
            label=_("Change the time"),
            permission="statements.publish_statement",
            is_public=True,
            of_scheduled=True,
        ),
        Move(
            verb="unschedule",
            label=_("Unschedule"),
            permission="statements.withdraw_statement",
            is_public=True,
            of_scheduled=True,
        ),
        Move(
            verb="withdraw",
            label=_("Withdraw"),
            permission="statements.withdraw_statement",
            public=frozenset({Public.LIVE}),
            is_public=True,
            owes_reason=True,
        ),
        Move(
            verb="bring_back",
            label=_("Bring back"),
            permission="statements.bring_back_statement",
            public=frozenset({Public.WITHDRAWN}),
            is_public=True,
            owes_reason=True,
        ),
    )
}


def may_edit(statement: Statement, by: User) -> bool:
    """Tell whether a person may change a statement: their own, or any with the right to.

    Words that were withheld once the public had read them are for those who may withhold: who may
    not read a text whole cannot change it.
    """
    if not by.has_perm("statements.change_statement"):
        return False
    if by.has_perm("statements.change_any_statement"):
        return True
    if statement.created_by_id != by.pk:
        return False
    return not statement.was_ever_public() or not statement.withheld.exists()


def may(verb: str, statement: Statement, by: User) -> bool:
    """Tell whether a person has the right to make a move, wherever the statement stands."""
    own = verb != "submit" or may_edit(statement, by)
    return own and by.has_perm(MOVES[verb].permission)


def moves(statement: Statement, by: User) -> tuple[Move, ...]:
    """Return the moves that a person can make with a statement as it stands."""
    return tuple(
        move
        for move in MOVES.values()
        if move.starts_from(statement) and may(move.verb, statement, by)
    )
