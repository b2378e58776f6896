"""Mark what is wrong in the source itself and stays so: [sic] stands behind it, not in the text.

A mark is a decision about a fault, as a repair is, and moves with the text as repairs do. Words
that somebody edits lose it: then they are no longer the source's.
"""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from statements.choices import RepairDecision, RepairKind
from statements.models import Repair, Statement, User
from statements.text.repairs import Change, Replacement
from statements.workflow.errors import NotAllowed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import locked
from statements.workflow.stages import may_edit
from statements.workflow.texts import repairing

# What a reader sees; broken lines and doubled spaces are no fault of any words.
SEEN = frozenset({RepairKind.HYPHEN, RepairKind.SYMBOL, RepairKind.WORDS})


@transaction.atomic
def mark_sic(
    statement: Statement,
    *,
    by: User,
    seen: int,
    keys: Collection[str] = (),
    pks: Collection[int] = (),
) -> int:
    """Leave faults as the source has them and mark them: proposals by keys, refused ones by pks.

    Returns how many. It is a draft again: the public reads the marks.
    Raises NotAllowed, Conflict, Refusal where none of them is there to be marked.
    """
    held = repairing.editable(statement, by=by, seen=seen)
    refused = held.repairs.filter(pk__in=pks, decision=RepairDecision.REFUSED, kind__in=SEEN)
    rows = list(refused)
    for proposal in repairing.proposed(held, keys) if keys else ():
        if proposal.kind in SEEN:
            rows.append(Repair(statement=held, kind=proposal.kind))
            rows[-1].place(proposal.replacements)
    if not rows:
        raise Refusal(_("There is nothing to mark: look at the list as it is now."))
    for row in rows:
        row.decision, row.by = RepairDecision.SIC, by
        row.save()
    _move(held, by)
    return len(rows)


@transaction.atomic
def mark_words_sic(statement: Statement, *, by: User, start: int, words: str) -> None:
    """Mark words of the text, wherever in it they begin. It is a draft again.

    It does not ask which version the person saw: nothing of anybody's is overwritten.
    Raises NotAllowed, Refusal for words that do not stand there, or are marked already.
    """
    held = locked(statement)
    if not may_edit(held, by):
        raise NotAllowed(_("You may change your own statements only."))
    if not words.strip() or held.text[start : start + len(words)] != words:
        raise Refusal(_("These words are not in the text. Copy them."))
    row = Repair(statement=held, kind=RepairKind.CHOSEN, decision=RepairDecision.SIC, by=by)
    row.place((Replacement(start, words, words),))
    if held.repairs.filter(decision=RepairDecision.SIC, replacements=row.replacements).exists():
        raise Refusal(_("These words are marked [sic] already."))
    row.save()
    _move(held, by)


def _move(held: Statement, by: User) -> None:
    repairing.write(held, Change.of(()))
    log.note(held, "sic", by=by)
