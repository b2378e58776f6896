"""The page before a move: what will happen, what is missing, why."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns
from statements.admin.noun import VersionedAdmin, change_address, officer
from statements.admin.pages import addresses
from statements.choices import Public, Stage
from statements.models import Statement

OPERATIONS: Mapping[str, Callable[..., None]] = {
    "submit": workflow.submit,
    "return": workflow.send_back,
    "approve": workflow.approve,
    "publish": workflow.publish,
    "withdraw": workflow.withdraw,
    "bring_back": workflow.bring_back,
}
NEEDS_EVERYTHING = frozenset({"approve", "publish"})
OUTCOMES = {
    "submit": gettext_lazy(
        "A publisher is asked to review it. You can still change it; it is then a draft again."
    ),
    "return": gettext_lazy("It goes back to its author as a draft, with your reason."),
    "approve": gettext_lazy(
        "You say that this version is right, word for word. It is not public yet: "
        "a publisher publishes it. Any change to it voids your approval."
    ),
    "publish": gettext_lazy(
        "Everybody can read it from now on: the statement, its recommendations and who is named."
    ),
    "withdraw": gettext_lazy(
        "The public sees only the date and your reason at its address, and nothing of its words. "
        "Its recommendations go with it."
    ),
    "bring_back": gettext_lazy("The public reads again, word for word, what was last published."),
}
REASONS = {
    "submit": gettext_lazy("A word to the reviewers"),
    "return": gettext_lazy("What has to be done"),
    "approve": gettext_lazy("A word to the publishers"),
    "publish": gettext_lazy("Note on this publication"),
    "withdraw": gettext_lazy("Why it is withdrawn"),
    "bring_back": gettext_lazy("Why it is brought back"),
}
READ_BY_PUBLIC = frozenset({"publish", "withdraw"})


class MoveForm(forms.Form):
    """Why, and what else goes with the move; the version is the one the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3, "cols": 60}))
    successor = forms.CharField(
        required=False,
        label=gettext_lazy("What replaces it"),
        help_text=gettext_lazy("The public address of another statement, if there is one."),
    )
    with_event = forms.BooleanField(required=False, initial=True)

    def __init__(self, move: workflow.Move, statement: Statement, **options: Any) -> None:
        super().__init__(**options)
        reason = self.fields["reason"]
        reason.label, reason.required = REASONS[move.verb], move.owes(statement)
        reason.help_text = _("The public reads it.") if move.verb in READ_BY_PUBLIC else ""
        if not reason.required:
            reason.help_text = f"{reason.help_text} {_('May stay empty.')}".strip()
        reason.error_messages["required"] = _("Give a reason, please.")
        event = statement.event
        if move.verb != "withdraw":
            del self.fields["successor"]
        if move.verb == "publish" and event is not None and event.public == Public.NEVER:
            label = _("Publish the event “%(event)s” too: it is not public yet.")
            self.fields["with_event"].label = label % {"event": event}
        else:
            del self.fields["with_event"]

    def clean_successor(self) -> str:
        """Return the public address, without its host, of the live statement that was pasted."""
        pasted: str = self.cleaned_data["successor"]
        if not pasted:
            return ""
        named = addresses.named_by(pasted)
        address = addresses.public("statement", named.ref) if named else None
        if address is None:
            raise forms.ValidationError(_("This is not the public address of a statement."))
        return address


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
        **desk.admin_site.each_context(request),
        "title": move.label,
        "subtitle": None,
        "opts": desk.opts,
        "original": statement,
        "back": change_address(statement),
        "form": form,
        "move": move,
        "outcome": OUTCOMES[verb],
        "state": columns.state(statement),
        "problems": columns.problems(missing, change_address(statement)),
        "media": desk.media,
    }
    return TemplateResponse(request, "admin/statements/move.html", context)


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
