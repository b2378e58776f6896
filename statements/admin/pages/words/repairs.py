"""The page on which what a text brought along is put right, as a difference, and undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements import workflow
from statements.admin import columns, wording
from statements.admin.forms.sic import SicRows
from statements.admin.noun import NounAdmin, key, officer
from statements.choices import RepairDecision, RepairKind
from statements.models import Repair, Statement, User
from statements.text.differences import Piece
from statements.text.repairs import KINDS, Proposal, Replacement, shown, word
from statements.workflow.texts import repairing, sic

ALL = "all"
# Of more of a kind than a person reads through, the rest is folded away.
AT_ONCE = 20
WHY = {
    RepairKind.LINES: gettext_lazy(
        "The source was set in lines of one width. Readers see its paragraphs whole already; "
        "joined, they are found and copied whole too."
    ),
    RepairKind.HYPHEN: gettext_lazy("The end of a line broke these words."),
    RepairKind.SYMBOL: gettext_lazy("A scanner took a digit for a letter."),
    RepairKind.WORDS: gettext_lazy("A space got lost."),
    RepairKind.SPACES: gettext_lazy("One space is enough between two words."),
    RepairKind.SIGNS: gettext_lazy("Signs of a printer or a word processor; letters take over."),
}


class RepairsForm(forms.Form):
    """The version that the person saw, and one button: what to do with which."""

    version = forms.IntegerField()
    accept = forms.CharField(required=False)
    refuse = forms.CharField(required=False)
    undo = forms.CharField(required=False)
    sic = forms.CharField(required=False)
    sic_row = forms.CharField(required=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One repair as the page shows it: `key` is what its buttons send."""

    key: str
    pieces: tuple[Piece, ...]
    told: str = ""
    may_be_sic: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """The repairs of a kind: the first of them, and those that are folded away."""

    code: str
    label: str
    why: str
    first: list[Row]
    rest: list[Row]

    @property
    def count(self) -> int:
        return len(self.first) + len(self.rest)


def url(desk: NounAdmin) -> URLPattern:
    view = desk.admin_site.admin_view(partial(page, desk))
    return path("<path:object_id>/repairs/", view, name="statements_statement_repairs")


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what is proposed, accepted and refused; who may edit the statement decides."""
    statement: Statement = desk.noun(request, object_id)
    wording.refuse_hidden(statement, officer(request))
    may_repair = workflow.may_edit(statement, officer(request))
    if request.method == "POST":
        if not may_repair:
            raise PermissionDenied
        _decide(desk, request, statement)
        return HttpResponseRedirect(request.path)
    held = repairing.desk(statement)
    context = {
        "state": columns.state(statement),
        "may_repair": may_repair,
        "kinds": list(_kinds(statement, held.open)),
        "open": len(held.open),
        "accepted": [_decided(statement, row) for row in held.accepted],
        "sic": [_decided(statement, row) for row in held.sic],
        "refused": [_decided(statement, row) for row in held.refused],
        "can_undo": any(not row.lost for row in held.accepted),
        "reworded": list(_reworded(statement, held.accepted)),
    }
    return desk.page(
        request, "admin/statements/statement/repairs.html", _("Repairs"), context, about=statement
    )


def mark(statement: Statement, rows: SicRows, *, by: User) -> bool:
    """Mark [sic] what rows of the statement's form ask for; tell if they ask. Raises Refusal."""
    asked = list(rows.asked())
    for one in asked:
        workflow.mark_words_sic(statement, by=by, start=one.start, words=one.exact)
    return bool(asked)


def _decide(desk: NounAdmin, request: HttpRequest, statement: Statement) -> None:
    """Do what the pressed button says, and tell the person."""
    form = RepairsForm(request.POST)
    if not form.is_valid():
        desk.message_user(request, _("Nothing was chosen."), messages.ERROR)
        return
    data = form.cleaned_data
    who: dict[str, Any] = {"by": officer(request), "seen": data["version"]}
    try:
        if data["accept"]:
            number = workflow.repair(statement, keys=_keys(statement, data["accept"]), **who)
            said = ngettext("%d repair is made.", "%d repairs are made.", number)
        elif data["refuse"]:
            keys = _keys(statement, data["refuse"])
            number = workflow.refuse_repairs(statement, keys=keys, **who)
            said = ngettext(
                "%d is left as it is, and not proposed again.",
                "%d are left as they are, and not proposed again.",
                number,
            )
        elif data["sic"] or data["sic_row"]:
            chosen = {"keys": {data["sic"]}} if data["sic"] else {"pks": {key(data["sic_row"])}}
            number = workflow.mark_sic(statement, **chosen, **who)
            said = ngettext("%d is marked [sic].", "%d are marked [sic].", number)
        else:
            number = workflow.undo_repairs(statement, pks=_rows(statement, data["undo"]), **who)
            said = ngettext("%d is undone.", "%d are undone.", number)
    except workflow.Refusal as refusal:
        desk.message_user(request, str(refusal), messages.ERROR)
        return
    desk.message_user(request, said % number, messages.SUCCESS)


def _keys(statement: Statement, chosen: str) -> set[str]:
    """Return the keys of the proposals that a button means: one, those of a kind, or all."""
    found = repairing.desk(statement).open
    if chosen == ALL:
        return {proposal.key for proposal in found}
    if chosen in KINDS:
        return {proposal.key for proposal in found if proposal.kind == chosen}
    return {chosen}


def _rows(statement: Statement, chosen: str) -> set[int]:
    """Return the keys of the decisions that a button means: one of them, or all accepted."""
    if chosen == ALL:
        return set(statement.repairs.accepted().standing().values_list("pk", flat=True))
    return {key(chosen)}


def _kinds(statement: Statement, found: tuple[Proposal, ...]) -> Iterator[Kind]:
    ordered = sorted(found, key=lambda one: (KINDS.index(one.kind), one.start))
    for code, proposals in groupby(ordered, key=lambda one: one.kind):
        kind, may_be_sic = RepairKind(code), code in sic.SEEN
        rows = [
            Row(one.key, shown(statement.text, one.replacements), may_be_sic=may_be_sic)
            for one in proposals
        ]
        yield Kind(code, str(kind.label), str(WHY[kind]), rows[:AT_ONCE], rows[AT_ONCE:])


def _decided(statement: Statement, row: Repair) -> Row:
    """Return a decision as the page shows it; one that was edited since has nothing to undo."""
    told = f"{row.get_kind_display()} · {row.by}, {columns.moment(row.at)}"
    replacements = row.change().replacements
    if row.lost:
        pieces = (Piece("removed", each.before) for each in replacements)
        return Row("", tuple(pieces), _("%(what)s: edited since") % {"what": told})
    if row.decision == RepairDecision.SIC:
        words = word(statement.text, *row.span())
        return Row(str(row.pk), _around(statement.text, *words), told)
    if not row.is_in_text():
        may_be_sic = row.kind in sic.SEEN
        return Row(str(row.pk), shown(statement.text, replacements), told, may_be_sic)
    undone = [Replacement(each.start, each.after, each.before) for each in replacements]
    flipped = {"same": "same", "removed": "added", "added": "removed"}
    pieces_ = shown(statement.text, undone)
    return Row(str(row.pk), tuple(_flip(pieces_, flipped)), told)


def _around(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """Return words that stay as they are, with what stands around them."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    return Piece("same", before), Piece("added", text[start:end]), Piece("same", after)


def _flip(pieces: tuple[Piece, ...], flipped: Any) -> Iterator[Piece]:
    """Yield pieces of an undoing as those of what it undoes: what was first comes first."""
    held: list[Piece] = []
    for piece in pieces:
        if piece.kind == "same":
            yield from reversed(held)
            held = []
            yield piece
        else:
            held.append(Piece(flipped[piece.kind], piece.text))
    yield from reversed(held)


def _reworded(statement: Statement, accepted: list[Repair]) -> Iterator[Row]:
    """Yield the passages whose own characters the repairs changed, as they were and are."""
    standing = [row for row in accepted if not row.lost]
    places = sorted(
        Replacement(each.start, each.after, each.before)
        for row in standing
        for each in row.change().replacements
    )
    for passage in statement.passages.filter(orphaned=False).exclude(recommendation=None):
        own = [each for each in places if each.touches(passage.start, passage.end)]
        if own:
            moved = [each._replace(start=each.start - passage.start) for each in own]
            pieces = shown(passage.exact, moved)
            flipped = {"same": "same", "removed": "added", "added": "removed"}
            yield Row("", tuple(_flip(pieces, flipped)))
