"""The page of a change of many recommendations, and those on which it is published or undone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements import workflow
from statements.admin import columns, told
from statements.admin.noun import NounAdmin, moves_of, officer
from statements.choices import BatchState
from statements.models import Batch, User
from statements.workflow import batches
from statements.workflow.batches import Plan

SHOWN = 20
STATES = {
    BatchState.DONE: gettext_lazy("All of it acts already."),
    BatchState.WAITING: gettext_lazy("What the public would read of it waits for a publisher."),
    BatchState.PUBLISHED: gettext_lazy("Published: the public reads it."),
    BatchState.DECLINED: gettext_lazy("A publisher left what was to be public unpublished."),
    BatchState.UNDONE: gettext_lazy("Undone."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One button of a change of many: who may press it, from which states, what it shows."""

    verb: str
    label: str | Promise
    outcome: str | Promise
    may: Callable[[Batch, User], bool]
    states: frozenset[str]
    plan: Callable[..., Plan] | None = None
    reason: str | Promise = ""
    owes_reason: bool = False


def _publishes(_batch: Batch, by: User) -> bool:
    """Tell whether the page opens: who made it is told there that somebody else publishes it."""
    return batches.may_publish_any(by)


MOVES: Mapping[str, Move] = {
    move.verb: move
    for move in (
        Move(
            verb="publish",
            label=gettext_lazy("Approve and publish"),
            outcome=gettext_lazy(
                "You say that this is right. The public reads it at once, all of it together, and "
                "no other change of these statements goes along."
            ),
            may=_publishes,
            states=frozenset({BatchState.WAITING}),
            plan=batches.waiting,
            reason=gettext_lazy("Note on this publication"),
        ),
        Move(
            verb="decline",
            label=gettext_lazy("Do not publish"),
            outcome=gettext_lazy(
                "What waits is dropped, with your reason. Tags and drafts that were changed at "
                "once stay changed; they can be undone."
            ),
            may=_publishes,
            states=frozenset({BatchState.WAITING}),
            reason=gettext_lazy("Why not"),
            owes_reason=True,
        ),
        Move(
            verb="undo",
            label=gettext_lazy("Undo"),
            outcome=gettext_lazy(
                "Everything goes back to what it was before. What others changed since stays as "
                "they left it. What was published goes back once a publisher publishes that."
            ),
            may=batches.may_undo,
            states=frozenset(BatchState.values) - {BatchState.UNDONE},
            plan=batches.back,
        ),
    )
}


class MoveForm(forms.Form):
    reason = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3, "cols": 60}))

    def __init__(self, move: Move, **options: Any) -> None:
        super().__init__(**options)
        field = self.fields["reason"]
        field.label, field.required = str(move.reason), move.owes_reason
        field.error_messages["required"] = _("Give a reason, please.")
        if move.verb == "publish":
            field.help_text = _("The public reads it. May stay empty.")
        if not move.reason:
            del self.fields["reason"]


def address(batch: Batch) -> str:
    return reverse("admin:statements_batch_change", args=[batch.pk])


def possible(batch: Batch, by: User) -> list[Move]:
    """Return the moves that a person can make with a change of many as it stands."""
    moves = [move for move in MOVES.values() if batch.state in move.states and move.may(batch, by)]
    return [move for move in moves if move.verb != "publish" or batches.may_publish(batch, by)]


def page(desk: NounAdmin, request: HttpRequest, batch: Batch) -> HttpResponse:
    """Show what a change of many did, what of it waits, and the buttons."""
    by = officer(request)
    context = {
        "batch": batch,
        "what": told.of_batch(batch, by),
        "state": STATES[BatchState(batch.state)],
        "moves": possible(batch, by),
        "is_own": batch.state == BatchState.WAITING and not batches.may_publish(batch, by),
        "history": [(move, columns.done(move)) for move in moves_of(batch)],
        "media": desk.media,
    }
    return desk.page(request, "admin/statements/many/batch.html", _("Bulk change"), context)


def move(desk: NounAdmin, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
    """Show what a move of a change of many does, and make it; 403 without the right."""
    batch: Batch | None = desk.get_object(request, unquote(object_id))
    chosen = MOVES.get(verb)
    if batch is None or chosen is None:
        raise Http404
    by = officer(request)
    if not chosen.may(batch, by):
        raise PermissionDenied
    if batch.state not in chosen.states:
        desk.message_user(request, STATES[BatchState(batch.state)], messages.WARNING)
        return HttpResponseRedirect(address(batch))
    form = MoveForm(chosen, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return HttpResponseRedirect(address(_made(desk, request, batch, chosen, form)))
        except workflow.Refusal as refusal:
            form.add_error(None, str(refusal))
    plan = chosen.plan(batch, by=by) if chosen.plan else None
    context = {
        "batch": batch,
        "move": chosen,
        "form": form,
        "plan": plan,
        "what": told.of(plan.told, officer(request)) if plan else None,
        "rows": told.rows(plan, SHOWN, officer(request)) if plan else [],
        "back": address(batch),
        "media": desk.media,
    }
    return desk.page(request, "admin/statements/many/move.html", chosen.label, context)


def _made(desk: NounAdmin, request: HttpRequest, batch: Batch, move: Move, form: MoveForm) -> Batch:
    """Make a move, say what came of it, and return the change of many to be shown next."""
    by, reason = officer(request), form.cleaned_data.get("reason", "")
    if move.verb == "publish":
        done = batches.publish(batch, by=by, reason=reason)
        message = ngettext(
            "Published: %d statement.", "Published: %d statements.", done.waiting_statements
        )
        desk.message_user(request, message % done.waiting_statements, messages.SUCCESS)
        for one in done.left_out:
            text = _("Left out: “%(title)s”. %(reason)s")
            said = text % {"title": one.title, "reason": one.reason}
            desk.message_user(request, said, messages.WARNING)
    elif move.verb == "decline":
        batches.decline(batch, by=by, reason=reason)
        desk.message_user(request, _("It is not published."), messages.SUCCESS)
    else:
        undone = batches.undo(batch, by=by)
        desk.message_user(request, _("Undone."), messages.SUCCESS)
        return undone or batch
    return batch
