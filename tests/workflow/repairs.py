"""A text as a scan left it, and what it is when it is put right."""

from statements import workflow
from statements.workflow.texts import repairing

ASK = "All the States of the region should put an end to\nall abuse ofhuman rights at once."
TEXT = (
    "The international legal framework for combatting\n"
    "human trafficking is based on the rules operating\n"
    "within the relevant branches (S/2017/l98) of law.\n\n"
    f"{ASK}\n\n"
    "We thank Jane  Doe."
)
RIGHT = (
    "The international legal framework for combatting "
    "human trafficking is based on the rules operating "
    "within the relevant branches (S/2017/198) of law.\n\n"
    "All the States of the region should put an end to all abuse of human rights at once.\n\n"
    "We thank Jane Doe."
)


def keys(statement, *kinds):
    found = repairing.desk(statement).open
    return [one.key for one in found if not kinds or one.kind in kinds]


def accept(statement, by, *kinds):
    workflow.repair(statement, by=by, seen=statement.version, keys=keys(statement, *kinds))
    statement.refresh_from_db()


def undo(statement, by, *kinds):
    rows = repairing.desk(statement).accepted
    pks = [row.pk for row in rows if not kinds or row.kind in kinds]
    workflow.undo_repairs(statement, by=by, seen=statement.version, pks=pks)
    statement.refresh_from_db()
