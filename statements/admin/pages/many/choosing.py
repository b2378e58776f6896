"""Tag and classify many recommendations: choose what changes, see it, make it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin import told
from statements.admin.forms.many import ManyForm, too_many
from statements.admin.noun import NounAdmin, officer
from statements.models import Tag
from statements.workflow import batches
from statements.workflow.batches import Plan
from statements.workflow.tags import tag_names

SHOWN = 20
# More tags than this are found by typing their names in full.
OFFERED = 500
LIST = "admin:statements_recommendation_changelist"


def begin(desk: NounAdmin, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse | None:
    """Ask what changes in the recommendations that were chosen in the list."""
    keys = list(dict.fromkeys(chosen.order_by().values_list("pk", flat=True)[: batches.MOST + 1]))
    if len(keys) > batches.MOST:
        desk.message_user(request, too_many(), messages.WARNING)
        return None
    listed = desk.get_changelist_instance(request).result_count
    form = ManyForm(batches.chosen(keys), initial={"chosen": ",".join(map(str, keys))})
    filters = request.META.get("QUERY_STRING", "")
    more = {"listed": listed, "first": keys[0]} if listed > len(keys) else {}
    return _ask(desk, request, form, filters, **more)


def page(desk: NounAdmin, request: HttpRequest) -> HttpResponse:
    """Ask again, show what would change, or make it, as the button says that was pressed."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse(LIST))
    data, filters = _instead(request.POST), request.POST.get("filters", "")
    keys = _keys(data)
    if not keys:
        desk.message_user(request, _("Nothing is chosen."), messages.WARNING)
        return HttpResponseRedirect(reverse(LIST))
    form = ManyForm(batches.chosen(keys), data=data)
    if not form.is_valid() or "_change" in data:
        return _ask(desk, request, form, filters)
    refusal = ""
    if "_make" in data:
        try:
            return _made(desk, request, form)
        except workflow.Refusal as refused:
            refusal = str(refused)
    return _preview(desk, request, form, filters, refusal)


def _made(desk: NounAdmin, request: HttpRequest, form: ManyForm) -> HttpResponse:
    keys, seen = form.cleaned_data["chosen"], form.cleaned_data["seen"]
    batch = batches.make(keys, form.wanted(), by=officer(request), seen=seen)
    desk.message_user(
        request, _("The changes are made. They can be undone here."), messages.SUCCESS
    )
    return HttpResponseRedirect(reverse("admin:statements_batch_change", args=[batch.pk]))


def _keys(data: QueryDict) -> list[int]:
    field = ManyForm.base_fields["chosen"]
    try:
        keys: list[int] = field.clean(data.get("chosen"))
    except ValidationError:
        return []
    return keys


def _instead(data: QueryDict) -> QueryDict:
    """Return what was sent, with a tag taken in place of a new one where a button says so."""
    old, comma, new = data.get("instead", "").partition(",")
    if not comma:
        return data
    typed = data.copy()
    names = [new if name == old else name for name in tag_names.split(data.get("add_tags", ""))]
    typed["add_tags"] = ", ".join(dict.fromkeys(names))
    return typed


def _ask(
    desk: NounAdmin, request: HttpRequest, form: ManyForm, filters: str, **more: Any
) -> HttpResponse:
    context = {
        **_context(form, filters),
        **more,
        "counted": tag_names.counted()[:OFFERED],
        "media": desk.media + form.media,
    }
    return desk.page(request, "admin/statements/many/ask.html", _("Tag and classify"), context)


def _preview(
    desk: NounAdmin, request: HttpRequest, form: ManyForm, filters: str, refusal: str
) -> HttpResponse:
    plan = batches.plan(form.cleaned_data["chosen"], form.wanted(), by=officer(request))
    context = {
        **_context(form, filters),
        "plan": plan,
        "what": told.of(plan.told, officer(request)),
        "rows": told.rows(plan, SHOWN, officer(request)),
        "new_tags": tag_names.unknown(form.cleaned_data["add_tags"]),
        "internal": _internal(plan),
        "given": form.given(),
        "refusal": refusal,
        "media": desk.media,
    }
    return desk.page(request, "admin/statements/many/preview.html", _("Tag and classify"), context)


def _context(form: ManyForm, filters: str) -> dict[str, Any]:
    return {
        "form": form,
        "count": len(form.rows),
        "filters": filters,
        "list": f"{reverse(LIST)}?{filters}" if filters else reverse(LIST),
        "address": reverse("admin:statements_recommendation_many"),
    }


def _internal(plan: Plan) -> list[str]:
    names = {name for one in plan.rows for name in (*one.add_tags, *one.remove_tags)}
    return list(Tag.objects.filter(name__in=names, internal=True).values_list("name", flat=True))
