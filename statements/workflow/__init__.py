"""The only place that changes a state.

Each operation is one transaction: the right, the stage, the version, the log, the
publication, the record with its postings, and the revision last.
"""

from statements.workflow.checking import Undecided, ask_again, check, keep_words, may_keep
from statements.workflow.editing import anchor, anchor_all, create, discard, edit, lead_in
from statements.workflow.erasing import erase, may_erase
from statements.workflow.errors import (
    Conflict,
    NotAllowed,
    NotReady,
    Problem,
    ReasonOwed,
    Refusal,
    WrongStage,
)
from statements.workflow.operations import (
    approve,
    bring_back,
    publish,
    send_back,
    submit,
    withdraw,
)
from statements.workflow.readiness import missing
from statements.workflow.reanchoring import may_reanchor, reanchor
from statements.workflow.repairing import refuse_repairs, repair, undo_repairs
from statements.workflow.scheduling import publish_due, reschedule, schedule, unschedule
from statements.workflow.stages import MOVES, Move, may, may_edit, moves
from statements.workflow.tagging import may_tag, tag
from statements.workflow.withholding import (
    may_read_withheld,
    may_withhold,
    show_again,
    withhold,
)

__all__ = [
    "MOVES",
    "Conflict",
    "Move",
    "NotAllowed",
    "NotReady",
    "Problem",
    "ReasonOwed",
    "Refusal",
    "Undecided",
    "WrongStage",
    "anchor",
    "anchor_all",
    "approve",
    "ask_again",
    "bring_back",
    "check",
    "create",
    "discard",
    "edit",
    "erase",
    "keep_words",
    "lead_in",
    "may",
    "may_edit",
    "may_erase",
    "may_keep",
    "may_read_withheld",
    "may_reanchor",
    "may_tag",
    "may_withhold",
    "missing",
    "moves",
    "publish",
    "publish_due",
    "reanchor",
    "refuse_repairs",
    "repair",
    "reschedule",
    "schedule",
    "send_back",
    "show_again",
    "submit",
    "tag",
    "undo_repairs",
    "unschedule",
    "withdraw",
    "withhold",
]
