"""The page before an event or a campaign is published or withdrawn."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns
from statements.admin.noun import VersionedAdmin, change_address, officer
from statements.choices import Public
from statements.models import Event, User
from statements.workflow import gatherings
from statements.workflow.gatherings import GatheringMove

OPERATIONS: Mapping[str, Callable[..., None]] = {
    "publish": gatherings.publish,
    "withdraw": gatherings.withdraw,
}
OUTCOMES = {
    "publish": gettext_lazy("Everybody can read it from now on, as it stands here."),
    "withdraw": gettext_lazy("The public sees only the date and your reason at its address."),
}
REASONS = {
    "publish": gettext_lazy("Why it is public again"),
    "withdraw": gettext_lazy("Why it is withdrawn"),
}


class MoveForm(forms.Form):
    """Why, where that is owed; the version is the one the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        error_messages={"required": gettext_lazy("Give a reason, please.")},
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
    )

    def __init__(self, move: GatheringMove, noun: Any, **options: Any) -> None:
        super().__init__(initial={"version": noun.version}, **options)
        self.fields["reason"].label = REASONS[move.verb]
        if move.verb == "withdraw":
            self.fields["reason"].help_text = _("The public reads it.")
        if not move.owes(noun):
            del self.fields["reason"]


def state(noun: Any) -> str:
    """Say in one sentence what the public reads of an event or a campaign."""
    if gatherings.is_public_as_it_stands(noun):
        return _("Published: the public reads it as it stands here.")
    return {
        Public.NEVER: _("Draft. The public sees nothing of it."),
        Public.LIVE: _("Changed since it was published: the public still reads what was before."),
        Public.WITHDRAWN: _("It was withdrawn from the public."),
    }[Public(noun.public)]


def page(desk: VersionedAdmin, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
    """Show what a move does, and make it; 403 without the right."""
    noun = desk.get_object(request, unquote(object_id))
    move = gatherings.MOVES.get(verb)
    if noun is None or move is None:
        raise Http404
    by = officer(request)
    if not gatherings.may_publish(noun, by):
        raise PermissionDenied
    back = change_address(noun)
    if move not in gatherings.moves(noun, by):
        message = _("“%(move)s” is not possible now. %(state)s")
        text = message % {"move": move.label, "state": state(noun)}
        desk.message_user(request, text, messages.WARNING)
        return HttpResponseRedirect(back)
    form = MoveForm(move, noun, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _made(noun, move, by, form):
        desk.message_user(request, f"{columns.DONE[verb]}: {noun}", messages.SUCCESS)
        return HttpResponseRedirect(back)
    context = {
        "form": form,
        "move": move,
        "outcome": _outcome(noun, verb),
        "state": state(noun),
        "media": desk.media,
    }
    return desk.page(request, "admin/statements/move.html", move.label, context, about=noun)


def _outcome(noun: Any, verb: str) -> str:
    """Say what a move does, and what it does not do for the series of an event."""
    said = str(OUTCOMES[verb])
    series = noun.series if verb == "publish" and isinstance(noun, Event) else None
    if series is None or series.public == Public.LIVE:
        return said
    message = _("Its series “%(series)s” is not public: it is not named until it is published.")
    return f"{said} {message % {'series': series}}"


def _made(noun: Any, move: GatheringMove, by: User, form: MoveForm) -> bool:
    """Make the move; on a refusal say why on the form, which keeps what was typed."""
    given = {name: value for name, value in form.cleaned_data.items() if name != "version"}
    noun.version = form.cleaned_data["version"]
    try:
        OPERATIONS[move.verb](noun, by=by, **given)
    except workflow.Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
