"""The page before an event or a campaign is published or withdrawn."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns
from statements.admin.noun import VersionedAdmin, change_address, officer
from statements.choices import Public
from statements.models import Publication, User
from statements.workflow import gatherings, log


@dataclass(frozen=True, slots=True)
class GatheringMove:
    verb: str
    label: str | Promise
    outcome: str | Promise


PUBLISH = GatheringMove(
    "publish",
    gettext_lazy("Publish"),
    gettext_lazy("Everybody can read it from now on, as it stands here."),
)
WITHDRAW = GatheringMove(
    "withdraw",
    gettext_lazy("Withdraw"),
    gettext_lazy("The public sees only the date and your reason at its address."),
)
MOVES = {move.verb: move for move in (PUBLISH, WITHDRAW)}


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why it is withdrawn"),
        help_text=gettext_lazy("The public reads it."),
        error_messages={"required": gettext_lazy("Give a reason, please.")},
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
    )


def is_public_as_it_stands(noun: Any) -> bool:
    last = Publication.objects.about(log.kind_of(noun), noun.ref).first()
    return bool(noun.public == Public.LIVE and last and last.version == noun.version)


def state(noun: Any) -> str:
    """Say in one sentence what the public reads of an event or a campaign."""
    if is_public_as_it_stands(noun):
        return _("Published: the public reads it as it stands here.")
    return {
        Public.NEVER: _("Draft. The public sees nothing of it."),
        Public.LIVE: _("Changed since it was published: the public still reads what was before."),
        Public.WITHDRAWN: _("It was withdrawn from the public."),
    }[Public(noun.public)]


def open_to(noun: Any, by: User) -> tuple[GatheringMove, ...]:
    """Return the moves a person can make with an event or a campaign as it stands."""
    if not gatherings.may_publish(noun, by):
        return ()
    moves = () if is_public_as_it_stands(noun) else (PUBLISH,)
    return (*moves, WITHDRAW) if noun.public == Public.LIVE else moves


def page(desk: VersionedAdmin, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
    """Show what a move does, and make it; 403 without the right."""
    noun = desk.get_object(request, unquote(object_id))
    move = MOVES.get(verb)
    if noun is None or move is None:
        raise Http404
    by = officer(request)
    if not gatherings.may_publish(noun, by):
        raise PermissionDenied
    back = change_address(noun)
    if move not in open_to(noun, by):
        message = _("“%(move)s” is not possible now. %(state)s")
        text = message % {"move": move.label, "state": state(noun)}
        desk.message_user(request, text, messages.WARNING)
        return HttpResponseRedirect(back)
    form = _form(request, move)
    if request.method == "POST" and form.is_valid() and _made(noun, move, by, form):
        desk.message_user(request, f"{columns.DONE[verb]}: {noun}", messages.SUCCESS)
        return HttpResponseRedirect(back)
    context = {
        **desk.admin_site.each_context(request),
        "title": move.label,
        "subtitle": None,
        "opts": desk.opts,
        "original": noun,
        "back": back,
        "form": form,
        "move": move,
        "outcome": move.outcome,
        "state": state(noun),
        "media": desk.media,
    }
    return TemplateResponse(request, "admin/statements/move.html", context)


def _form(request: HttpRequest, move: GatheringMove) -> forms.Form:
    data = request.POST if request.method == "POST" else None
    return ReasonForm(data) if move is WITHDRAW else forms.Form(data)


def _made(noun: Any, move: GatheringMove, by: User, form: forms.Form) -> bool:
    try:
        if move is PUBLISH:
            gatherings.publish(noun, by=by)
        else:
            gatherings.withdraw(noun, by=by, reason=form.cleaned_data["reason"])
    except workflow.Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
