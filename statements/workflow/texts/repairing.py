"""Put right what a text brought along from a scan or a printed page, and undo it as easily.

A repair is a list of replacements that says of every place where it is afterwards. So every
passage moves with it exactly, and nothing has to be found again.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from statements.choices import RepairDecision, RepairKind, Stage
from statements.models import Passage, Repair, Statement, User
from statements.text import passages, repairs
from statements.text.repairs import Change, Proposal, Replacement
from statements.workflow.errors import Conflict, NotAllowed, Refusal
from statements.workflow.history import log
from statements.workflow.history.versions import claim, locked
from statements.workflow.stages import may_edit

# Within withheld words only white space is put right: the words must be found again as they are.
WHITE = frozenset({RepairKind.LINES, RepairKind.SPACES})


@dataclass(frozen=True, slots=True)
class Desk:
    """What was decided about a text, and what is proposed for it as it is."""

    rows: tuple[Repair, ...]
    open: tuple[Proposal, ...]

    @property
    def accepted(self) -> list[Repair]:
        return [row for row in self.rows if row.is_in_text()]

    @property
    def refused(self) -> list[Repair]:
        return [row for row in self.rows if row.decision == RepairDecision.REFUSED]

    @property
    def sic(self) -> list[Repair]:
        return [row for row in self.rows if row.decision == RepairDecision.SIC]


def desk(statement: Statement) -> Desk:
    """Return the repairs of a statement, with those that wait for a decision.

    They are looked for in the text without those that were accepted, so that joined lines here
    do not hide broken ones there.
    """
    rows = tuple(statement.repairs.select_related("by"))
    back = _back(rows)
    source = back.apply(statement.text)
    found = repairs.proposals(source, statement.language)
    refused = {
        each
        for row in rows
        if row.decision in RepairDecision.left()
        for each in row.change().replacements
    }
    withheld = _withheld(statement) if found else ()
    open_ = (_open(proposal, back, refused, withheld) for proposal in found)
    return Desk(rows, tuple(proposal for proposal in open_ if proposal.replacements))


@transaction.atomic
def repair(statement: Statement, *, by: User, seen: int, keys: Collection[str]) -> int:
    """Accept proposals by their keys; return how many. `seen` is the version the person saw.

    The text is another then: it is a draft again and an approval of it void. Every passage keeps
    its ends. Raises NotAllowed, Conflict, Refusal where none of them is proposed.
    """
    held = editable(statement, by=by, seen=seen)
    chosen = proposed(held, keys)
    change = Change.of(each for proposal in chosen for each in proposal.replacements)
    write(held, change)
    rows = [_row(held, RepairDecision.ACCEPTED, by, proposal.kind) for proposal in chosen]
    _place(rows, [proposal.replacements for proposal in chosen], change)
    Repair.objects.bulk_create(rows)
    log.note(held, "repair", by=by)
    return len(chosen)


@transaction.atomic
def refuse_repairs(statement: Statement, *, by: User, seen: int, keys: Collection[str]) -> int:
    """Leave the text as it is: what is refused is not proposed again. Returns how many.

    Raises NotAllowed, Conflict, Refusal.
    """
    held = editable(statement, by=by, seen=seen)
    chosen = proposed(held, keys)
    rows = [_row(held, RepairDecision.REFUSED, by, proposal.kind) for proposal in chosen]
    for row, proposal in zip(rows, chosen, strict=True):
        row.place(proposal.replacements)
    Repair.objects.bulk_create(rows)
    return len(rows)


@transaction.atomic
def undo_repairs(statement: Statement, *, by: User, seen: int, pks: Collection[int]) -> int:
    """Take accepted repairs back, letter for letter; propose refused ones again. Returns how many.

    A mark of [sic] is taken away in the same way; it is a draft again, since the public reads it.
    Raises NotAllowed, Conflict, Refusal where none is left that nobody edited since.
    """
    held = editable(statement, by=by, seen=seen)
    chosen = list(
        held.repairs.standing().exclude(decision=RepairDecision.UNDONE).filter(pk__in=pks)
    )
    if not chosen:
        raise Refusal(_("These repairs were edited or undone meanwhile."))
    undone = [row for row in chosen if row.is_in_text()]
    was_told = any(row.decision == RepairDecision.SIC for row in chosen)
    Repair.objects.filter(pk__in={row.pk for row in chosen} - {row.pk for row in undone}).delete()
    if undone or was_told:
        backwards = [row.backwards() for row in undone]
        change = Change.of(each for replacements in backwards for each in replacements)
        write(held, change, leaving=undone)
        forwards = [row.change().replacements for row in undone]
        _place(undone, forwards, change)
        for row in undone:
            row.decision, row.by = RepairDecision.UNDONE, by
            row.save()
        log.note(held, "undo_repair", by=by)
    return len(chosen)


def follow(statement: Statement) -> str:
    """Move the repairs of a statement along with a person's edit of its text.

    Returns the text of now without those that can still be undone: as it was received, but for
    what people edited.
    """
    rows = list(statement.repairs.standing())
    if not rows:
        return statement.text
    before = Statement.objects.values_list("text", flat=True).get(pk=statement.pk)
    if before != statement.text:
        _move(rows, repairs.between(before, statement.text))
        rows = list(statement.repairs.standing())
    return _back(rows).apply(statement.text)


def readings(statement: Statement, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return what spans of a text read as before its repairs, and with those undone."""
    rows = list(statement.repairs.standing())
    undone = [row for row in rows if row.decision == RepairDecision.UNDONE]
    again = Change.of(each for row in undone for each in row.change().replacements)
    told = [(change, change.apply(statement.text)) for change in (_back(rows), again)]
    if not rows:
        return []
    return [text[slice(*change.span(*span))] for span in spans for change, text in told]


def editable(statement: Statement, *, by: User, seen: int) -> Statement:
    """Return a statement as it is now, held for whoever may edit it and saw this version.

    Raises NotAllowed, Conflict.
    """
    held = locked(statement)
    if not may_edit(held, by):
        raise NotAllowed(_("You may change your own statements only."))
    if held.version != seen:
        raise Conflict(log.last_author(held))
    return held


def proposed(held: Statement, keys: Collection[str]) -> list[Proposal]:
    """Return what is proposed by these keys. Raises Refusal where none of it is any more."""
    wanted = set(keys)
    chosen = [proposal for proposal in desk(held).open if proposal.key in wanted]
    if not chosen:
        raise Refusal(_("This is not proposed any more: look at the list as it is now."))
    return chosen


def write(held: Statement, change: Change, leaving: Collection[Repair] = ()) -> None:
    """Change the text of a held statement, and move all that stands in it; it is a draft again.

    The repairs that are undone by it are left to the caller.
    """
    claim(
        held,
        seen=held.version,
        stage=Stage.DRAFT,
        approved_version=None,
        approved_by=None,
        text=change.apply(held.text),
        updated_at=timezone.now(),
    )
    left = {row.pk for row in leaving}
    _move([row for row in held.repairs.standing() if row.pk not in left], change)
    moved = []
    for passage in held.passages.filter(orphaned=False):
        start, end = change.span(passage.start, passage.end)
        if start == end:
            passage.orphaned = True
        else:
            passage.place(passages.anchor(held.text, start, end))
        moved.append(passage)
    Passage.objects.bulk_update(moved, Passage.PLACED, batch_size=100)


def _move(rows: list[Repair], change: Change) -> None:
    """Move repairs along with a change of their text; what it changes itself is lost."""
    moved, gone = [], []
    for row in rows:
        places = [(each, _span(each, row)) for each in row.change().replacements]
        if not any(change.touches(*span) for _each, span in places):
            row.place(tuple(each._replace(start=change.span(*span)[0]) for each, span in places))
        elif row.is_in_text():
            row.lost = True
        else:
            gone.append(row.pk)
            continue
        moved.append(row)
    Repair.objects.filter(pk__in=gone).delete()
    Repair.objects.bulk_update(moved, ["replacements", "lost"], batch_size=100)


def _span(each: Replacement, row: Repair) -> tuple[int, int]:
    """Return where the characters of a replacement stand now: those that came, or that stayed."""
    return each.start, each.start + len(each.after if row.is_in_text() else each.before)


def _back(rows: Iterable[Repair]) -> Change:
    standing = (row for row in rows if row.is_in_text() and not row.lost)
    return Change.of(each for row in standing for each in row.backwards())


def _open(
    proposal: Proposal,
    back: Change,
    refused: Collection[Replacement],
    withheld: Iterable[tuple[int, int]],
) -> Proposal:
    """Return a proposal for the text without repairs as one for the text with them.

    Nothing is left of it where it was accepted or refused, or would change withheld words.
    """
    forward = back.inverse()
    kept = []
    for each in proposal.replacements:
        if forward.touches(each.start - 1, each.end + 1):
            continue
        moved = each._replace(start=forward.span(each.start, each.end)[0])
        if moved in refused:
            continue
        if proposal.kind not in WHITE and any(moved.touches(*span) for span in withheld):
            continue
        kept.append(moved)
    return Proposal(proposal.kind, tuple(kept))


def _withheld(statement: Statement) -> tuple[tuple[int, int], ...]:
    places = statement.withheld.values_list("passage__start", "passage__end")
    return tuple(places)


def _place(
    rows: Iterable[Repair], replaced: Iterable[tuple[Replacement, ...]], change: Change
) -> None:
    """Give rows the replacements that `change` made, or undid, at their places after it."""
    moved = zip(change.replacements, change.inverse().replacements, strict=True)
    places = {before.start: after.start for before, after in moved}
    for row, replacements in zip(rows, replaced, strict=True):
        row.place(tuple(each._replace(start=places[each.start]) for each in replacements))


def _row(held: Statement, decision: RepairDecision, by: User, kind: str) -> Repair:
    return Repair(statement=held, kind=kind, decision=decision, by=by)
