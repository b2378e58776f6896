"""Event series: what ties the conference of one year to that of the next."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from statements.admin.gathering import GatheringAdmin


class SeriesAdmin(GatheringAdmin):
    search_fields = ("title",)
    list_display = ("title", "held", "public")
    list_filter = ("public",)
    prepopulated_fields = {"slug": ("title",)}
    fieldsets = ((gettext_lazy("What it is"), {"fields": ("title", "summary", "slug")}),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).annotate(held=Count("events"))
        return rows

    @admin.display(description=gettext_lazy("events"), ordering="held")
    def held(self, series: Any) -> int:
        return int(series.held)
