"""What the workflow wrote down: to be read, never changed."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns
from statements.admin.noun import NounAdmin, officer
from statements.models import Transition


class LogAdmin(NounAdmin):
    list_select_related = ("by",)
    list_per_page = 100
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def view_on_site(self, obj: Any) -> None:
        """A note of the log has no page."""


class TransitionAdmin(LogAdmin):
    list_display = ("at", "done", "kind", "ref", "version", "by", "reason")
    list_filter = ("verb", "kind")
    date_hierarchy = "at"
    search_fields = ("ref", "reason", "by__username")
    fields = ("at", "by", "done", "kind", "ref", "version", "reason")

    @admin.display(description=gettext_lazy("move"))
    def done(self, move: Transition) -> str:
        return columns.done(move)


class PublicationAdmin(LogAdmin):
    list_display = ("at", "kind", "ref", "version", "by", "note")
    list_filter = ("kind",)
    date_hierarchy = "at"
    search_fields = ("ref", "note", "by__username")
    fields = ("at", "by", "kind", "ref", "version", "note", "record")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave the record out for those who may not read what was withheld since."""
        if workflow.may_read_withheld(officer(request)):
            return self.fields
        return [name for name in self.fields if name != "record"]


class TagChangeAdmin(LogAdmin):
    list_display = ("at", "tag_name", "added", "recommendation_ref", "by")
    list_filter = ("added",)
    date_hierarchy = "at"
    search_fields = ("tag_name", "recommendation_ref", "by__username")


class ErasureAdmin(LogAdmin):
    """What administrators erased, and nothing of its words."""

    list_display = ("at", "ref", "by", "reason")
    date_hierarchy = "at"
    search_fields = ("ref", "reason", "by__username")
    fields = ("at", "by", "ref", "parts", "reason")
