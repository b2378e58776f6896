"""Where a statement's form leads once it is saved: where the button says that saved it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from statements.admin.forms import dates
from statements.admin.noun import NounAdmin
from statements.models import Statement


def page(desk: NounAdmin, request: HttpRequest, saved: Statement) -> HttpResponse | None:
    """Go to a move's page, to another page of the statement, or to another of its event.

    Returns None where the form leads nowhere of its own.
    """
    if verb := request.POST.get("_move"):
        address = reverse("admin:statements_statement_move", args=[saved.pk, verb])
        return HttpResponseRedirect(address)
    for page in ("withhold", "repairs"):
        if f"_{page}" in request.POST:
            address = reverse(f"admin:statements_statement_{page}", args=[saved.pk])
            return HttpResponseRedirect(address)
    if "_another_of_event" in request.POST:
        return _another(desk, request, saved)
    return None


def _another(desk: NounAdmin, request: HttpRequest, saved: Statement) -> HttpResponse:
    """Begin another statement of the same event, with what both will have in common."""
    desk.message_user(request, _("“%s” is saved.") % saved, messages.SUCCESS)
    known = {
        "event": saved.event_id or "",
        "delivered": dates.held(saved, "delivered"),
        "kind": saved.kind,
        "language": saved.language,
    }
    add = reverse("admin:statements_statement_add")
    return HttpResponseRedirect(f"{add}?{urlencode(known)}")
