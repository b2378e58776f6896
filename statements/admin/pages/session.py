"""The page for a form that came after its sender was logged out: nothing typed is lost."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib.auth import login
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from statements.admin.entry import audit, lockout
from statements.admin.entry.forms import LogInAgain
from statements.models.audit import Deed

if TYPE_CHECKING:
    from statements.admin.site import Desk

# Parts the fields of the log-in from those of the form that is kept: both may have a "username".
PREFIX = "log-in-again"
NEVER_SENT_BACK = frozenset({"csrfmiddlewaretoken", "password1", "password2", "old_password"})


def page(desk: "Desk", request: HttpRequest) -> HttpResponse | None:
    """Ask the sender to log in, and keep what was sent; return None once that is done.

    The request is then that of the person who logged in, with the fields of the form alone.
    """
    setattr(request, lockout.KEEPS_WORDS, True)
    asked = f"{PREFIX}-username" in request.POST
    form = LogInAgain(request, request.POST if asked else None, prefix=PREFIX)
    kept = request.POST.copy()
    for name in [name for name in kept if name.startswith(f"{PREFIX}-")]:
        del kept[name]
    if asked and form.is_valid():
        login(request, form.get_user())
        request.POST = kept  # type: ignore[assignment]
        return None
    if form.has_error(NON_FIELD_ERRORS, "wrong"):
        audit.note(request, Deed.WRONG_CODE, person=form.get_user())
    pairs = ((name, value) for name, values in kept.lists() for value in values)
    context = {
        **desk.each_context(request),
        "title": _("You were logged out"),
        "subtitle": None,
        "form": form,
        "kept": [pair for pair in pairs if pair[0] not in NEVER_SENT_BACK],
    }
    return TemplateResponse(
        request, "admin/statements/logged_out.html", context, status=HTTPStatus.FORBIDDEN
    )
