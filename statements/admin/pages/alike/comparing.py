"""Two things that look alike, side by side, to say whether they are the same."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin import wording
from statements.admin.forms import entered
from statements.admin.noun import change_address, officer
from statements.admin.pages.alike import merging
from statements.models import Statement, User
from statements.text.differences import Piece, difference, excerpt
from statements.text.withholding import Withheld
from statements.workflow.alike import likeness
from statements.workflow.alike.likeness import Alike

# What the desk knows of a row besides what people typed.
NOT_SHOWN = frozenset({"id", "ref", "version", "slug", "stage", "source_document", "created_at"})


@dataclass(frozen=True, slots=True)
class Offered:
    noun: Any
    address: str
    compare: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What both say of one thing; `pieces` where they differ."""

    label: str
    one: str
    pieces: tuple[Piece, ...] = ()


def offered(desk: Any, noun: Any, found: Any, by: User) -> list[Offered]:
    """Return what is like a noun with its addresses, and where to compare the two."""
    wording.told((one.noun for one in found if isinstance(one.noun, Statement)), by)
    return [
        Offered(
            one.noun,
            change_address(one.noun),
            _compare_address(desk, noun, one) if noun else "",
            one.reasons,
        )
        for one in found
    ]


def offer_address(desk: Any) -> str:
    return reverse(f"admin:statements_{desk.opts.model_name}_alike")


def offer(desk: Any, request: HttpRequest) -> HttpResponseBase:
    """Give what is like what somebody types, as a part of the page."""
    if not (desk.has_add_permission(request) or desk.has_change_permission(request)):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    told = entered.typed(desk.opts.model_name, request.POST)
    noun = desk.model.objects.filter(ref=told.ref).first() if told.ref else None
    found = offered(desk, noun, likeness.alike(told), officer(request))
    return TemplateResponse(request, "admin/statements/includes/alike_list.html", {"alike": found})


def page(desk: Any, request: HttpRequest, object_id: str, ref: str) -> HttpResponse:
    """Show two side by side, and remember that they are not the same.

    404 for what is not there, 403 for who may not read them, or may not say so.
    """
    noun = desk.get_object(request, unquote(object_id))
    if noun is None:
        raise Http404
    if not desk.has_view_permission(request, noun):
        raise PermissionDenied
    other = get_object_or_404(desk.model, ref=ref)
    if noun.pk == other.pk:
        raise Http404
    if request.method == "POST":
        return _told_apart(desk, request, noun, other)
    differing, same = _facts(noun, other, officer(request))
    wording.told((one for one in (noun, other) if isinstance(one, Statement)), officer(request))
    context = {
        "other": other,
        "other_address": change_address(other),
        "differing": differing,
        "same": same,
        "merge": merging.address(noun, other, officer(request)),
        "may_tell": officer(request).has_perm(f"statements.change_{desk.opts.model_name}"),
    }
    shown: HttpResponse = desk.page(
        request, "admin/statements/comparing.html", _("Are they the same?"), context, about=noun
    )
    return shown


def _told_apart(desk: Any, request: HttpRequest, noun: Any, other: Any) -> HttpResponse:
    try:
        likeness.tell_apart(noun, other, by=officer(request))
    except workflow.NotAllowed as refusal:
        raise PermissionDenied from refusal
    wording.told((one for one in (noun, other) if isinstance(one, Statement)), officer(request))
    message = _("“%(other)s” is not offered for “%(noun)s” any more.")
    told = message % {"other": other, "noun": noun}
    desk.message_user(request, told, messages.SUCCESS)
    return HttpResponseRedirect(change_address(noun))


def _facts(noun: Any, other: Any, by: User) -> tuple[list[Fact], list[Fact]]:
    """Return what differs between two, and what is the same; what both lack is left out."""
    differing, same = [], []
    hidden, hidden_too = _hidden_from(noun, by), _hidden_from(other, by)
    for field in noun._meta.concrete_fields:
        if field.name in NOT_SHOWN or not field.editable:
            continue
        label = capfirst(str(field.verbose_name))
        one, another = hidden.line(_said(noun, field)), hidden_too.line(_said(other, field))
        if one != another:
            differing.append(Fact(label, one, excerpt(difference(one, another))))
        elif one:
            same.append(Fact(label, one if len(one) < 200 else f"{one[:200]} …"))
    return differing, same


def _hidden_from(noun: Any, by: User) -> Withheld:
    return wording.hidden_from(noun, by) if isinstance(noun, Statement) else Withheld()


def _said(noun: Any, field: Any) -> str:
    if field.choices:
        return str(getattr(noun, f"get_{field.name}_display")())
    value = getattr(noun, field.name)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return "" if value is None else str(value)


def _compare_address(desk: Any, noun: Any, one: Alike) -> str:
    name = f"admin:statements_{desk.opts.model_name}_compare"
    return reverse(name, args=[noun.pk, one.noun.ref])
