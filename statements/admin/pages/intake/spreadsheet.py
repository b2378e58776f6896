"""The page where a spreadsheet comes in: its files, what its columns are, what it would make."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Any

import msgspec
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements import workflow
from statements.admin import wording
from statements.admin.forms import spreadsheet
from statements.admin.forms.spreadsheet import MappingForm, SpreadsheetForm
from statements.admin.noun import NounAdmin, change_address, officer
from statements.ingest.spreadsheets import checking, making, mapping
from statements.ingest.spreadsheets.plan import Plan
from statements.ingest.tables.sheet import Sheet
from statements.models import Spreadsheet, Statement, User
from statements.models.document import checksum

NAME = "statements_statement_spreadsheet"
# What was brought and never made is forgotten after so long.
KEPT = dt.timedelta(days=1)
# More troubles than these are not read; they are counted.
SHOWN = 200
NAME_LENGTH = Spreadsheet._meta.get_field("name").max_length or 0


class _Gone(Exception):
    """Drafts were made of the spreadsheet meanwhile, or another was brought."""


def url(desk: NounAdmin) -> URLPattern:
    view = desk.admin_site.admin_view(partial(page, desk))
    return path("spreadsheet/", view, name=NAME)


def page(desk: NounAdmin, request: HttpRequest) -> HttpResponse:
    """Take a spreadsheet, ask what its columns are, say what it would make, and make it.

    Each person has one at a time; it is forgotten when its drafts are made, or after a day.
    """
    by = officer(request)
    if not by.has_perm("statements.add_statement"):
        raise PermissionDenied
    Spreadsheet.objects.filter(brought_at__lt=timezone.now() - KEPT).delete()
    held = Spreadsheet.objects.filter(brought_by=by).first()
    if request.method == "POST" and "bring" in request.POST:
        return _bring(desk, request, by)
    if request.method == "POST":
        if held is None or request.POST.get("spreadsheet") != held.ref:
            messages.error(request, _("This spreadsheet is not here any more: bring it in again."))
            return _again()
        if "drop" in request.POST:
            held.delete()
            return _again()
        return _posted(desk, request, held, by)
    if held is None:
        return _upload(desk, request, SpreadsheetForm())
    sheets = _sheets(held)
    return _mapped(desk, request, held, MappingForm(sheets, _guessed(sheets)))


def _again() -> HttpResponse:
    return HttpResponseRedirect(reverse(f"admin:{NAME}"))


def _bring(desk: NounAdmin, request: HttpRequest, by: User) -> HttpResponse:
    form = SpreadsheetForm(request.POST, request.FILES)
    sheets = form.read() if form.is_valid() else []
    if form.errors:
        return _upload(desk, request, form)
    names = ", ".join(file.name for file in form.cleaned_data["tables"])
    with transaction.atomic():
        Spreadsheet.objects.filter(brought_by=by).delete()
        Spreadsheet.objects.create(
            brought_by=by, name=names[:NAME_LENGTH], sheets=msgspec.to_builtins(sheets)
        )
    return _again()


def _posted(desk: NounAdmin, request: HttpRequest, held: Spreadsheet, by: User) -> HttpResponse:
    """Check the spreadsheet as its columns were chosen; make its drafts if that was seen."""
    sheets = _sheets(held)
    form, is_other = spreadsheet.posted(sheets, request.POST)
    if is_other:
        told = _("Its columns were guessed anew, for the other kind of rows. Look at them, please.")
        messages.info(request, told)
        return _mapped(desk, request, held, form)
    if not form.is_valid():
        return _mapped(desk, request, held, form)
    tables = list(zip(sheets, form.chosen(), strict=True))
    if "make" in request.POST and request.POST.get("checked") == _seen(form):
        try:
            return _make(request, held, tables, by)
        except _Gone:
            messages.error(request, _("This spreadsheet is not here any more: bring it in again."))
            return _again()
        except workflow.Refusal as refusal:
            messages.error(request, str(refusal))
    return _mapped(desk, request, held, form, checking.check(tables, by=by))


def _make(
    request: HttpRequest, held: Spreadsheet, tables: Sequence[checking.Table], by: User
) -> HttpResponse:
    """Make all drafts, checked once more. Raises Refusal and _Gone, and then nothing is made."""
    with transaction.atomic():
        # Who deletes it makes its drafts: two clicks are no two sets of them.
        if not Spreadsheet.objects.filter(pk=held.pk).delete()[0]:
            raise _Gone
        plan = checking.check(tables, by=by)
        making.make(plan, by=by, name=held.name)
    made = ", ".join(_counts(plan))
    messages.success(request, _("Made, as drafts: %s. Nothing of it is public.") % made)
    return HttpResponseRedirect(reverse("admin:statements_statement_changelist"))


def _counts(plan: Plan) -> list[str]:
    """Return what a plan makes, in numbers."""
    statements = ngettext("%d statement", "%d statements", len(plan.statements))
    asks = ngettext("%d recommendation", "%d recommendations", len(plan.asks))
    return [statements % len(plan.statements), asks % len(plan.asks)]


def _sheets(held: Spreadsheet) -> list[Sheet]:
    return msgspec.convert(held.sheets, list[Sheet])


def _guessed(sheets: Sequence[Sheet]) -> list[mapping.Mapping]:
    return [mapping.guess(sheet.columns) for sheet in sheets]


def _seen(form: MappingForm) -> str:
    """Return what tells one choice of columns from another."""
    return checksum(repr([(one.kind, one.fields) for one in form.chosen()]))


def _upload(desk: NounAdmin, request: HttpRequest, form: SpreadsheetForm) -> HttpResponse:
    return _page(desk, request, "spreadsheet", {"form": form})


def _mapped(
    desk: NounAdmin,
    request: HttpRequest,
    held: Spreadsheet,
    form: MappingForm,
    plan: Plan | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "held": held, "plan": plan}
    if plan is not None:
        context |= {
            "counts": _counts(plan),
            "checked": _seen(form),
            "troubles": plan.troubles[:SHOWN],
            "more": max(0, len(plan.troubles) - SHOWN),
            "here": _here(plan, officer(request)),
        }
    return _page(desk, request, "mapping", context)


def _here(plan: Plan, by: User) -> list[tuple[str, Statement, str]]:
    """Return the rows that are here already, with their statement and where it is."""
    shown = plan.here[:SHOWN]
    found = Statement.objects.defer("text").in_bulk({one.statement for one in shown})
    wording.told(found.values(), by)
    statements = [(str(one.place), found[one.statement]) for one in shown]
    return [(place, statement, change_address(statement)) for place, statement in statements]


def _page(
    desk: NounAdmin, request: HttpRequest, name: str, context: dict[str, Any]
) -> HttpResponse:
    template = f"admin/statements/intake/{name}.html"
    return desk.page(request, template, _("Bring in a spreadsheet"), context)
