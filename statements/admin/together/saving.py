"""A form that comes back: overtaken by somebody, to be joined with theirs, or to be looked at."""

import copy
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.admin.utils import unquote
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from statements.admin.together import joined, opened
from statements.admin.together.joined import Present
from statements.admin.together.meeting import meeting

if TYPE_CHECKING:
    from statements.admin.noun import VersionedAdmin

# The hidden field that says what the form was opened with, and the buttons that only show.
OPENED, JOIN, LOOK = "opened", "_join", "_look"


def prepare(desk: "VersionedAdmin", request: HttpRequest, object_id: str | None) -> None:
    """Make a form that was overtaken ready to be shown: nothing that was typed gets lost.

    Where both are to be joined, the form that is looked at has the changes of both.
    """
    if request.method != "POST":
        return
    if LOOK in request.POST:
        _hold(request, _("This is what you had typed. It is not saved yet: look, then save."))
    noun = desk.get_object(request, unquote(object_id)) if object_id else None
    if noun is None or request.POST.get("version") == str(noun.version):
        return
    if not desk.has_change_permission(request, noun):
        return
    base = opened.unsealed(noun, request.POST.get(OPENED, ""))
    _form, formsets = _forms(desk, request, noun)
    _send(request, joined.refiled(request.POST, base, formsets))
    if request.POST.get(JOIN) == str(noun.version):
        _join(desk, request, noun, base)


def _join(
    desk: "VersionedAdmin", request: HttpRequest, noun: Any, base: opened.Sheet | None
) -> None:
    form, formsets = _forms(desk, request, noun)
    present = _present(desk, request, noun)
    data = joined.joined(request.POST, base, form, formsets, present)
    data["version"] = str(noun.version)
    data[OPENED] = opened.sealed(noun, present.sheet)
    _send(request, data)
    _hold(request, _("Both are together below. Nothing is saved yet: look, then save."))


def shown(
    desk: "VersionedAdmin", request: HttpRequest, context: dict[str, Any], noun: Any
) -> dict[str, Any]:
    """Return what the page of a form says of what others did: see `meeting`."""
    form: Any = context["adminform"].form
    if noun is None or noun.pk is None or not desk.has_change_permission(request, noun):
        return _waiting(form, context)
    formsets = _edited(inline.formset for inline in context["inline_admin_formsets"])
    if not form.is_bound:
        return {OPENED: opened.sealed(noun, opened.sheet(form, formsets))}
    told: dict[str, Any] = {OPENED: request.POST.get(OPENED, "")}
    if form.is_overtaken:
        base = opened.unsealed(noun, told[OPENED])
        present = _present(desk, request, noun)
        told["meeting"] = meeting(base, opened.sheet(form, formsets), present)
    return told | _waiting(form, context)


def _waiting(form: Any, context: dict[str, Any]) -> dict[str, Any]:
    """Say where nothing in the form or its rows is wrong, and there is but something to look at."""
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    is_fine = not any(formset.is_bound and formset.total_error_count() for formset in formsets)
    waits = form.is_bound and is_fine and form.only_waits()
    return {"errors": (), "waits": True} if waits else {}


def _present(desk: "VersionedAdmin", request: HttpRequest, noun: Any) -> Present:
    """Return the forms of the present version, as they open for whoever comes now."""
    asked = copy.copy(request)
    asked.method = "GET"
    fresh = desk.get_object(asked, str(noun.pk))
    form = desk.get_form(asked, fresh, change=True)(instance=fresh)
    return Present(form, _edited(desk.formsets_of(asked, fresh)))


def _forms(desk: "VersionedAdmin", request: HttpRequest, noun: Any) -> tuple[Any, Any]:
    """Return the forms filled in as they were sent, not checked."""
    form = desk.get_form(request, noun, change=True)(request.POST, instance=noun)
    return form, _edited(desk.formsets_of(request, noun))


def _edited(formsets: Iterable[Any]) -> list[Any]:
    """Return the rows that are saved as one version with the noun: of others nothing is kept."""
    return [one for one in formsets if not getattr(one, "stands_apart", False)]


def _send(request: HttpRequest, data: QueryDict) -> None:
    request.POST = data  # type: ignore[assignment]


def _hold(request: HttpRequest, why: str) -> None:
    request.held = why  # type: ignore[attr-defined]
