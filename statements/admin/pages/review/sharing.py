"""The page of the links by which others read a statement before it is public."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns
from statements.admin.noun import NounAdmin, officer
from statements.models import PreviewLink, Statement
from statements.workflow.coming import previewing


class SharingForm(forms.Form):
    for_whom = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=120,
        help_text=gettext_lazy("Such as “the office of the speaker”. Only staff read it."),
    )


def page(desk: NounAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """List the links to the preview of a statement, make another, or end one.

    403 for whoever may not change the statement.
    """
    statement: Statement = desk.noun(request, object_id, workflow.may_edit)
    form = SharingForm()
    if request.method == "POST":
        if "revoke" in request.POST:
            _revoke(desk, request, statement)
            return HttpResponseRedirect(request.path)
        form = SharingForm(request.POST)
        if form.is_valid() and _shared(desk, request, statement, form):
            return HttpResponseRedirect(request.path)
    context = {
        "form": form,
        "may_share": previewing.may_share(statement, officer(request)),
        "state": columns.state(statement),
        "links": _links(statement),
    }
    return desk.page(
        request,
        "admin/statements/statement/sharing.html",
        _("Links to the preview"),
        context,
        about=statement,
    )


def _links(statement: Statement) -> list[tuple[PreviewLink, str, str]]:
    """Return the links, newest first: each with its address while it is good, and how it ended."""
    now = timezone.now()
    links = PreviewLink.objects.filter(statement=statement).select_related(
        "by", "revoked_by", "statement"
    )
    published_at = previewing.published_at(statement)
    rows = []
    for link in links:
        ended = _ended(link, previewing.end(link, now=now, published_at=published_at))
        rows.append((link, "" if ended else _address(link), ended))
    return rows


def _ended(link: PreviewLink, end: previewing.End | None) -> str:
    match end:
        case previewing.End.REVOKED:
            return _("Taken back by %(who)s") % {"who": link.revoked_by}
        case previewing.End.PUBLISHED:
            return _("Ended with the publication")
        case previewing.End.TOO_OLD:
            return _("Ended after two weeks")
    return ""


def _address(link: PreviewLink) -> str:
    where = reverse("admin:shared-preview", args=[previewing.token(link)])
    return f"{settings.SITE_URL}{where}"


def _shared(desk: NounAdmin, request: HttpRequest, statement: Statement, form: SharingForm) -> bool:
    for_whom = form.cleaned_data["for_whom"]
    try:
        previewing.share(statement, by=officer(request), for_whom=for_whom, now=timezone.now())
    except workflow.Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    message = _("The link is made. Copy it from the list and send it.")
    desk.message_user(request, message, messages.SUCCESS)
    return True


def _revoke(desk: NounAdmin, request: HttpRequest, statement: Statement) -> None:
    ref = request.POST.get("revoke", "")
    link = get_object_or_404(PreviewLink, statement=statement, ref=ref)
    try:
        previewing.revoke(link, by=officer(request), now=timezone.now())
    except workflow.Refusal as refusal:
        desk.message_user(request, str(refusal), messages.ERROR)
        return
    message = _("The link shows nothing any more: %(whom)s.") % {"whom": link.for_whom}
    desk.message_user(request, message, messages.SUCCESS)
