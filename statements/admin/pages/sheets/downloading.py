"""The button over a list that gives what is found as a CSV file, and what is written down of it."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.admin.entry import audit
from statements.admin.noun import NounAdmin, officer
from statements.admin.pages.sheets.sheet import Sheet
from statements.models.audit import Deed

RIGHT = "statements.export_statement"


class DownloadedAdmin(NounAdmin):
    """A noun whose list may be taken away by those with the right."""

    sheet: Sheet

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/", view, name=self._export_name()), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        export = {"export": reverse(f"admin:{self._export_name()}")} if may(request) else {}
        return super().changelist_view(request, {**export, **(extra_context or {})})

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """Give all rows of the list that the same address without “export/” shows."""
        if not may(request) or not self.has_view_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        try:
            found = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return redirect(f"admin:statements_{self.opts.model_name}_changelist")
        # Settled now, so that what is written down is what is given.
        keys = list(found.values_list("pk", flat=True))
        rows = ngettext("%(n)d row of %(name)s", "%(n)d rows of %(name)s", len(keys))
        rows %= {"n": len(keys), "name": self.opts.verbose_name_plural}
        told = "; ".join([rows, *self._filters(request)])
        audit.note(request, Deed.EXPORTED, person=request.user, details=told)
        name = f"{self.sheet.name}-{timezone.now():%Y-%m-%d}.csv"
        return StreamingHttpResponse(
            self.sheet.write(self.model._default_manager.all(), keys, officer(request)),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def _export_name(self) -> str:
        return f"statements_{self.opts.model_name}_export"

    def _filters(self, request: HttpRequest) -> Iterator[str]:
        """Yield what the list was narrowed to; of what was typed, only that something was.

        A name that somebody looked for could never be taken out of the audit again.
        """
        chosen = [str(one) for one in (*self.list_filter, self.date_hierarchy) if one]
        for name, value in request.GET.dict().items():
            field = name.removesuffix("__exact").removesuffix("__id")
            is_chosen = any(name == one or name.startswith(f"{one}__") for one in chosen)
            is_code = str(value).isascii() and len(value) <= 40
            if name == "q" and value:
                yield _("a search, whose words are not kept")
            elif is_chosen and is_code:
                yield f"{field}: {value}"
            elif name not in {"o", "p", "q"}:
                yield field


def may(request: HttpRequest) -> bool:
    return officer(request).has_perm(RIGHT)
