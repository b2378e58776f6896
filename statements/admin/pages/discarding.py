"""The page before a draft is deleted, which is possible for what was never public."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin.noun import NounAdmin, change_address, officer
from statements.models import Statement


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """Ask, then discard; 403 for what was ever public and for the drafts of others."""
    statement: Statement = desk.noun(
        request, object_id, lambda one, _by: desk.has_delete_permission(request, one)
    )
    if request.method == "POST":
        try:
            workflow.discard(statement, by=officer(request))
        except workflow.Refusal as refusal:
            desk.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(change_address(statement))
        desk.message_user(request, _("“%s” is deleted.") % statement, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:statements_statement_changelist"))
    return desk.page(
        request, "admin/statements/discard.html", _("Delete this draft"), {}, about=statement
    )
