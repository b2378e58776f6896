"""Events and campaigns: saved as drafts, published and withdrawn by buttons of their own."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse

from statements.admin.forms.versioned import VersionedForm
from statements.admin.noun import VersionedAdmin, officer
from statements.admin.pages import gathering_moves
from statements.workflow import gatherings


class GatheringAdmin(VersionedAdmin):
    change_form_template = "admin/statements/gathering.html"

    def get_urls(self) -> Any:
        name = self.opts.model_name
        move = path(
            "<path:object_id>/move/<slug:verb>/",
            self.admin_site.admin_view(self.move_view),
            name=f"statements_{name}_move",
        )
        return [move, *super().get_urls()]

    def move_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        return gathering_moves.page(self, request, object_id, verb)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        context["moves"] = gatherings.moves(obj, officer(request)) if obj else ()
        context["state"] = gathering_moves.state(obj) if obj else ""
        return super().render_change_form(request, context, add, change, form_url, obj)

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        seen = form.seen() if change else None
        gatherings.save(form.instance, by=officer(request), seen=seen)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._onward(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._onward(request, obj) or super().response_change(request, obj)

    def _onward(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        """Go to the page of the move whose button saved the form."""
        verb = request.POST.get("_move")
        if not verb:
            return None
        address = reverse(f"admin:statements_{self.opts.model_name}_move", args=[obj.pk, verb])
        return HttpResponseRedirect(address)
