"""Campaigns: public pages that gather the recommendations of a tag."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from statements.admin.gathering import GatheringAdmin
from statements.choices import Public


class CampaignAdmin(GatheringAdmin):
    autocomplete_fields = ("tag",)
    search_fields = ("title", "tag__name")
    list_display = ("title", "tag", "gathered", "public")
    list_filter = ("public",)
    list_select_related = ("tag",)
    prepopulated_fields = {"slug": ("title",)}
    fieldsets = (
        (gettext_lazy("What it wants"), {"fields": ("title", "aim", "how_to_help")}),
        (gettext_lazy("What it gathers"), {"fields": ("tag",)}),
        (gettext_lazy("Where it stands"), {"fields": ("slug",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        live = Q(tag__tagged__content_object__statement__public=Public.LIVE)
        rows: QuerySet[Any] = (
            super().get_queryset(request).annotate(gathered=Count("tag__tagged", filter=live))
        )
        return rows

    @admin.display(description=gettext_lazy("published recommendations"), ordering="gathered")
    def gathered(self, campaign: Any) -> int:
        return int(campaign.gathered)
