"""Tags: their names, and which are working lists of the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from statements.admin.noun import NounAdmin
from statements.admin.pages import addresses


class TagAdmin(NounAdmin):
    search_fields = ("name",)
    list_display = ("name", "carried", "internal")
    list_filter = ("internal",)
    fields = ("name", "internal")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        # What is live carries the tag by this name already.
        return ("name", "internal") if obj and obj.campaigns.exists() else ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(carried=Count("tagged"))

    @admin.display(description=gettext_lazy("recommendations"), ordering="carried")
    def carried(self, tag: Any) -> int:
        return int(tag.carried)

    def view_on_site(self, obj: Any) -> str | None:  # type: ignore[override]
        return addresses.public("tag", obj.slug)
