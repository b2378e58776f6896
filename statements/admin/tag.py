"""Tags: their names, and which are working lists of the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from statements.admin.forms.versioned import VersionedForm
from statements.admin.noun import VersionedAdmin, officer
from statements.admin.pages import addresses
from statements.workflow import tagging


class TagAdmin(VersionedAdmin):
    search_fields = ("name",)
    list_display = ("name", "carried", "internal")
    list_filter = ("internal",)
    fields = ("name", "internal")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).annotate(carried=Count("tagged"))
        return rows

    @admin.display(description=gettext_lazy("recommendations"), ordering="carried")
    def carried(self, tag: Any) -> int:
        return int(tag.carried)

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        tagging.save_tag(form.instance, by=officer(request), seen=form.seen() if change else None)

    def view_on_site(self, obj: Any) -> str | None:
        return addresses.public("tag", obj.slug)
