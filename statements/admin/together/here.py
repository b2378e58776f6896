"""What the page of a noun is told while it stays open: who else is there, and who saved."""

from typing import TYPE_CHECKING, Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from statements.admin.together import keeping, presence
from statements.models import User
from statements.workflow import Conflict
from statements.workflow.history import log

if TYPE_CHECKING:
    from statements.admin.noun import VersionedAdmin


def page(desk: "VersionedAdmin", request: HttpRequest, object_id: str) -> HttpResponseBase:
    """Renew that a person has a noun open, and say what changed about it meanwhile.

    403 for who may not change it, whose having it open concerns nobody.
    """
    noun = desk.get_object(request, unquote(object_id))
    if noun is None:
        raise Http404
    if not desk.has_change_permission(request, noun):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    person = _person(request)
    presence.stay(noun, person)
    saved = ""
    if request.POST.get("version") != str(noun.version):
        said = _("Go on typing: when you save, you see what changed, and nothing of yours is lost.")
        saved = f"{Conflict(log.last_author(noun))} {said}"
    others = presence.said(presence.others(noun, person))
    return JsonResponse({"others": others, "saved": saved})


def shown(desk: "VersionedAdmin", request: HttpRequest, noun: Any, *, add: bool) -> dict[str, Any]:
    """Return what the page of a form says of others, and what its script needs to know."""
    person = _person(request)
    if add:
        return {"kept": keeping.place(person, desk.opts.model_name or "", "new", 0)}
    if noun is None or not desk.has_change_permission(request, noun):
        return {}
    if request.method == "GET":
        presence.come(noun, person)
    return {
        "here": reverse(f"admin:statements_{desk.opts.model_name}_here", args=[noun.pk]),
        "others": presence.said(presence.others(noun, person)),
        "kept": keeping.place(person, log.kind_of(noun), noun.ref, noun.version),
    }


def _person(request: HttpRequest) -> User:
    return request.user  # type: ignore[return-value]
