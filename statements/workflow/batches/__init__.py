"""Tag and classify many recommendations at once: planned, seen, done, published, undone.

Tags act at once. How drafts are classified is an edit of their statements. How live ones are
waits as a batch, until somebody who did not make it publishes it.
"""

from statements.workflow.batches.changes import FIELDS, SCHEMES, Delta, Wanted
from statements.workflow.batches.making import Meanwhile, make
from statements.workflow.batches.planning import LeftOut, Line, Plan, Told, plan
from statements.workflow.batches.publishing import (
    decline,
    may_publish,
    may_publish_any,
    publish,
    waiting,
)
from statements.workflow.batches.reading import MOST, Standing, chosen
from statements.workflow.batches.undoing import back, may_undo, undo

__all__ = [
    "FIELDS",
    "MOST",
    "SCHEMES",
    "Delta",
    "LeftOut",
    "Line",
    "Meanwhile",
    "Plan",
    "Standing",
    "Told",
    "Wanted",
    "back",
    "chosen",
    "decline",
    "make",
    "may_publish",
    "may_publish_any",
    "may_undo",
    "plan",
    "publish",
    "undo",
    "waiting",
]
