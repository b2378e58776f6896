"""Changes of many recommendations: what was done, what waits for a publisher, and the way back."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy

from statements.admin import told
from statements.admin.noun import NounAdmin
from statements.admin.pages.many import moving
from statements.models import Batch


class BatchAdmin(NounAdmin):
    """Made from the list of recommendations; read here, published, and undone."""

    list_display = ("at", "what", "by", "state")
    list_filter = ("state",)
    list_select_related = ("by",)
    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def view_on_site(self, obj: Any) -> None:
        """A change of many has no page in public."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).select_related("by")
        return rows

    def get_urls(self) -> Any:
        move = path(
            "<path:object_id>/move/<slug:verb>/",
            self.admin_site.admin_view(self.move_view),
            name="statements_batch_move",
        )
        return [move, *super().get_urls()]

    def move_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        return moving.move(self, request, object_id, verb)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        batch = self.get_object(request, unquote(object_id)) if object_id else None
        if batch is None or not self.has_view_permission(request, batch):
            raise PermissionDenied
        if request.method != "GET":
            raise PermissionDenied
        return moving.page(self, request, batch)

    @admin.display(description=gettext_lazy("what"))
    def what(self, batch: Batch) -> str:
        return told.summary(batch)
