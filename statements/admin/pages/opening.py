"""One row of a statement's form, with its fields, for who opens it."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from statements.admin import wording
from statements.admin.forms.opening import OpenedRows
from statements.admin.noun import NounAdmin, key, officer
from statements.models import Statement


def url(desk: NounAdmin) -> URLPattern:
    view = desk.admin_site.admin_view(partial(page, desk))
    return path(
        "<path:object_id>/rows/<slug:prefix>/<int:row>/", view, name="statements_statement_row"
    )


def page(
    desk: NounAdmin, request: HttpRequest, object_id: str, prefix: str, row: int
) -> HttpResponse:
    """Give the fields of a saved row, as they stand in the form at place `?at=`.

    403 for who may not see the statement; 404 for a row that it does not have.
    """
    statement: Statement = desk.noun(request, object_id)
    rows, inline = _rows(desk, request, statement, prefix, row)
    if withheld := wording.hidden_from(statement, officer(request)):
        wording.cover(withheld, statement, [one.instance for one in rows.initial_forms])
    [shown] = desk.get_inline_formsets(request, [rows], [inline], statement)
    context = {
        "inline_admin_formset": shown,
        "formset": rows,
        "opts": inline,
        "row": next(iter(shown)),
        "at": rows.first,
    }
    return TemplateResponse(request, "admin/statements/rows/fields.html", context)


def _rows(
    desk: NounAdmin, request: HttpRequest, statement: Statement, prefix: str, row: int
) -> tuple[OpenedRows, Any]:
    """Return a formset of that row alone, and its inline. Raises Http404."""
    at = request.GET.get("at", "")
    for kind, inline in desk.get_formsets_with_inlines(request, statement):
        if not issubclass(kind, OpenedRows) or kind.get_default_prefix() != prefix:
            continue
        queryset = inline.get_queryset(request).filter(pk=row)
        rows = kind(instance=statement, prefix=prefix, queryset=queryset)
        rows.first = key(at)
        rows.extra = 0
        if rows.initial_form_count():
            return rows, inline
    raise Http404
