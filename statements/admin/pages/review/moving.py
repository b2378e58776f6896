"""The page before a move: what will happen, what is missing, why."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin import columns
from statements.admin.forms.move import OUTCOMES, MoveForm
from statements.admin.noun import VersionedAdmin, change_address, officer
from statements.choices import Stage
from statements.models import Statement
from statements.workflow import proposing

OPERATIONS: Mapping[str, Callable[..., None]] = {
    "submit": workflow.submit,
    "return": workflow.send_back,
    "approve": workflow.approve,
    "publish": workflow.publish,
    "schedule": workflow.schedule,
    "reschedule": workflow.reschedule,
    "unschedule": workflow.unschedule,
    "withdraw": workflow.withdraw,
    "bring_back": workflow.bring_back,
}
NEEDS_EVERYTHING = frozenset({"approve", "publish", "schedule"})


def statement_page(
    desk: VersionedAdmin, request: HttpRequest, object_id: str, verb: str
) -> HttpResponse:
    """Show what a move of a statement does, and make it.

    A person without the right gets 403; one who comes at the wrong stage is told so.
    """
    statement: Statement | None = desk.get_object(request, unquote(object_id))
    move = workflow.MOVES.get(verb)
    if statement is None or move is None:
        raise Http404
    if not workflow.may(verb, statement, officer(request)):
        raise PermissionDenied
    if request.method == "POST":
        form = MoveForm(move, statement, data=request.POST)
        if form.is_valid() and _made(desk, request, statement, move, form):
            return HttpResponseRedirect(change_address(statement))
    elif not move.starts_from(statement):
        desk.message_user(request, _too_early(statement, move), messages.WARNING)
        return HttpResponseRedirect(change_address(statement))
    else:
        form = MoveForm(move, statement, initial={"version": statement.version})
    missing = workflow.missing(statement) if verb in NEEDS_EVERYTHING else ()
    context = {
        "form": form,
        "move": move,
        "outcome": OUTCOMES[verb],
        "state": columns.state(statement),
        "preview": _preview_of(statement, verb),
        "problems": columns.problems(missing, change_address(statement)),
        "questions": workflow.check(statement).findings if verb == "submit" else (),
        "proposed": len(proposing.undecided(statement)) if verb == "submit" else 0,
        "media": desk.media,
    }
    return desk.page(request, "admin/statements/move.html", move.label, context, about=statement)


def _preview_of(statement: Statement, verb: str) -> str:
    """Return where one sees what the public would read, for moves that lead there."""
    if verb not in NEEDS_EVERYTHING:
        return ""
    return reverse("admin:statements_statement_preview", args=[statement.pk])


def _made(
    desk: VersionedAdmin,
    request: HttpRequest,
    statement: Statement,
    move: workflow.Move,
    form: MoveForm,
) -> bool:
    """Make the move; on a refusal say why on the form, which keeps what was typed."""
    given = {name: value for name, value in form.cleaned_data.items() if name != "version"}
    statement.version = form.cleaned_data["version"]
    try:
        OPERATIONS[move.verb](statement, by=officer(request), **given)
    except workflow.Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    done = columns.DONE[move.verb]
    desk.message_user(request, f"{done}: {statement}", messages.SUCCESS)
    return True


def _too_early(statement: Statement, move: workflow.Move) -> str:
    message = _("“%(move)s” is not possible now. %(state)s")
    said = message % {"move": move.label, "state": columns.state(statement)}
    if statement.stage == Stage.DRAFT and move.verb in NEEDS_EVERYTHING:
        said = f"{said} {_('A draft is submitted for review first.')}"
    return said
