"""The page before two entries of one actor, or of one event, are made one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin.noun import change_address, officer
from statements.admin.pages import addresses
from statements.models import User
from statements.workflow.alike import merging
from statements.workflow.history import log

MERGEABLE = frozenset({"actor", "event"})


class MergeForm(forms.Form):
    """The versions of both that the person saw."""

    gone = forms.IntegerField(widget=forms.HiddenInput)
    kept = forms.IntegerField(widget=forms.HiddenInput)


def urls(desk: Any) -> list[Any]:
    """Return the address of the page, for what can be made one."""
    if desk.opts.model_name not in MERGEABLE:
        return []

    def view(request: HttpRequest, object_id: str, ref: str) -> HttpResponse:
        return page(desk, request, object_id, ref)

    name = f"statements_{desk.opts.model_name}_merge"
    route = "<path:object_id>/merge/<slug:ref>/"
    return [path(route, desk.admin_site.admin_view(view), name=name)]


def address(gone: Any, kept: Any, by: User) -> str:
    """Return where two are made one; nothing where this person may not."""
    kind = log.kind_of(gone)
    if kind not in MERGEABLE or not merging.may_merge(kind, by):
        return ""
    return reverse(f"admin:statements_{kind}_merge", args=[gone.pk, kept.ref])


def page(desk: Any, request: HttpRequest, object_id: str, ref: str) -> HttpResponse:
    """Show what becomes of two, and make them one: the second stays.

    404 for what is not there, 403 without the right.
    """
    gone = desk.get_object(request, unquote(object_id))
    if gone is None:
        raise Http404
    by = officer(request)
    if not merging.may_merge(desk.opts.model_name, by):
        raise PermissionDenied
    kept = get_object_or_404(desk.model, ref=ref)
    form = MergeForm(request.POST or None, initial={"gone": gone.version, "kept": kept.version})
    if request.method == "POST" and form.is_valid() and _made(gone, kept, by, form):
        message = _("“%(gone)s” is “%(kept)s” now.")
        desk.message_user(request, message % {"gone": gone, "kept": kept}, messages.SUCCESS)
        return HttpResponseRedirect(change_address(kept))
    kind = desk.opts.model_name
    context = {
        "gone": gone,
        "kept": kept,
        "form": form,
        "why_not": merging.refusal(gone, kept),
        "moved": merging.preview(gone),
        "from_address": addresses.public(kind, gone.ref),
        "to_address": addresses.public(kind, kept.ref),
        "turned": address(kept, gone, by),
    }
    shown: HttpResponse = desk.page(
        request, "admin/statements/merging.html", _("Make two one"), context, about=gone
    )
    return shown


def _made(gone: Any, kept: Any, by: User, form: MergeForm) -> bool:
    """Make two one; on a refusal say why on the form."""
    gone.version, kept.version = form.cleaned_data["gone"], form.cleaned_data["kept"]
    try:
        merging.merge(gone, into=kept, by=by)
    except workflow.Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
