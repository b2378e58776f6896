"""“This looks like …”: what stands on the desk already, while somebody enters it and after."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path

from statements.admin.forms import entered
from statements.admin.noun import ModelAdmin, officer
from statements.admin.pages.alike import comparing, merging
from statements.workflow.alike import likeness


class AlikeAdmin(ModelAdmin):
    """Says on a form what is like it, and lets a person compare the two."""

    class Media:
        css: ClassVar = {"all": ["statements/admin/together.css"]}
        js = ("statements/admin/alike.js",)

    def get_urls(self) -> Any:
        name = f"statements_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("alike/", view(self.alike_view), name=f"{name}_alike"),
            path(
                "<path:object_id>/alike/<slug:ref>/",
                view(self.compare_view),
                name=f"{name}_compare",
            ),
            *merging.urls(self),
            *super().get_urls(),
        ]

    def alike_view(self, request: HttpRequest) -> HttpResponseBase:
        return comparing.offer(self, request)

    def compare_view(self, request: HttpRequest, object_id: str, ref: str) -> HttpResponse:
        return comparing.page(self, request, object_id, ref)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        if may:
            kind = self.opts.model_name or ""
            found = likeness.alike(likeness.sought(obj)) if obj and request.method == "GET" else ()
            context |= {
                "alike": comparing.offered(self, obj, found, officer(request)),
                "alike_controls": " ".join(entered.CONTROLS[kind]),
                "alike_address": comparing.offer_address(self),
                "alike_ref": obj.ref if obj else "",
            }
        answer: HttpResponse = super().render_change_form(
            request, context, add, change, form_url, obj
        )
        return answer
