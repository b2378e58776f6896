"""The only place that changes a state.

Each operation is one transaction: the right, the stage, the version, the log, the
publication, the record with its postings, and the revision last.
"""

from statements.workflow.coming.scheduling import publish_due, reschedule, schedule, unschedule
from statements.workflow.editing import anchor, anchor_all, create, discard, edit, lead_in
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
from statements.workflow.stages import MOVES, Move, may, may_edit, moves
from statements.workflow.tags.tagging import may_tag, tag
from statements.workflow.texts.reanchoring import may_reanchor, reanchor
from statements.workflow.texts.repairing import refuse_repairs, repair, undo_repairs
from statements.workflow.texts.sic import mark_sic, mark_words_sic
from statements.workflow.withheld.checking import Undecided, ask_again, check, keep_words, may_keep
from statements.workflow.withheld.erasing import erase, may_erase
from statements.workflow.withheld.withholding import (
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
    "mark_sic",
    "mark_words_sic",
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
