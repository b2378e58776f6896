"""Tags: their names, and which are working lists of the desk."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from statements.admin.forms.versioned import VersionedForm
from statements.admin.noun import VersionedAdmin, officer
from statements.admin.pages import addresses
from statements.admin.pages.alike import merging_tags
from statements.workflow.tags import tag_merging, tag_names, tagging


class TagList(ChangeList):
    """The tags of a page, each with the most carried of those that have the same words."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        by_key = tag_names.by_key() if tag_merging.may_merge(officer(request)) else {}
        self.result_list = list(self.result_list)
        for tag in self.result_list:
            names = by_key.get(tag_names.key_of(tag.name), [])
            tag.same_as = next((name for name in names if name != tag.name), "")


class TagAdmin(VersionedAdmin):
    change_form_template = "admin/statements/tag/change_form.html"
    search_fields = ("name",)
    list_display = ("name", "carried", "internal", "same")
    list_filter = ("internal",)
    fields = ("name", "internal")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).annotate(carried=Count("tagged"))
        return rows

    @admin.display(description=gettext_lazy("recommendations"), ordering="carried")
    def carried(self, tag: Any) -> int:
        return int(tag.carried)

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[ChangeList]:
        return TagList

    @admin.display(description=gettext_lazy("probably the same"))
    def same(self, tag: Any) -> str:
        """Offer to merge a tag into the most carried of those with the same words."""
        if not tag.same_as:
            return ""
        address = reverse("admin:statements_tag_merge", args=[tag.pk])
        query = urlencode({"into": tag.same_as})
        return format_html('<a href="{}?{}">{}</a>', address, query, tag.same_as)

    def get_urls(self) -> Any:
        merge = path(
            "<path:object_id>/merge/",
            self.admin_site.admin_view(self.merge_view),
            name="statements_tag_merge",
        )
        return [merge, *super().get_urls()]

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return merging_tags.page(self, request, object_id)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        context["may_merge"] = obj is not None and tag_merging.may_merge(officer(request))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        tagging.save_tag(form.instance, by=officer(request), seen=form.seen() if change else None)

    def view_on_site(self, obj: Any) -> str | None:
        return addresses.public("tag", obj.slug)
