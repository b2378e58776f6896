"""What the workflow wrote down: to be read, never changed."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin import columns, wording
from statements.admin.covering import CoveredAdmin
from statements.admin.noun import NounAdmin, officer
from statements.admin.pages.review import versions
from statements.models import Publication, Transition, User


class LogAdmin(NounAdmin):
    """Narrowed to today or this month by a filter: to offer every day, all rows would be read."""

    list_select_related = ("by",)
    list_per_page = 100
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def view_on_site(self, obj: Any) -> None:
        """A note of the log has no page."""


class TransitionAdmin(CoveredAdmin, LogAdmin):
    list_display = ("at", "done", "kind", "ref", "version", "by", "reason")
    list_filter = ("at", "verb", "kind")
    search_fields = ("ref", "reason", "by__username")
    fields = ("at", "by", "done", "kind", "ref", "version", "reason")

    def cover(self, rows: Sequence[Any], by: User) -> None:
        wording.moves(rows, by)

    def get_search_fields(self, request: HttpRequest) -> Any:
        """Let who may not read withheld words search by no reason: many of them hold some."""
        every = super().get_search_fields(request)
        if workflow.may_read_withheld(officer(request)):
            return every
        return [one for one in every if one != "reason"]

    @admin.display(description=gettext_lazy("move"))
    def done(self, move: Transition) -> str:
        return columns.done(move)


class PublicationAdmin(LogAdmin):
    # Not the notes: they may name somebody who is withheld since.
    list_display = ("at", "kind", "ref", "version", "by")
    list_filter = ("at", "kind")
    search_fields = ("ref", "by__username")
    fields = ("at", "by", "kind", "ref", "version", "note_of_now", "record_of_now")

    @admin.display(description=gettext_lazy("public note"))
    def note_of_now(self, publication: Publication) -> str:
        return versions.shown_note(publication)

    @admin.display(description=gettext_lazy("record"))
    def record_of_now(self, publication: Publication) -> SafeString:
        """Show the record without the words that are withheld of it by now."""
        return format_html("<pre>{}</pre>", versions.shown_record(publication))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show the very record to those who may read what was withheld since."""
        if not workflow.may_read_withheld(officer(request)):
            return self.fields
        return [
            {"record_of_now": "record", "note_of_now": "note"}.get(one, one) for one in self.fields
        ]


class TagChangeAdmin(LogAdmin):
    list_display = ("at", "tag_name", "added", "recommendation_ref", "by")
    list_filter = ("at", "added")
    search_fields = ("tag_name", "recommendation_ref", "by__username")


class ErasureAdmin(LogAdmin):
    """What administrators erased, and nothing of its words."""

    list_display = ("at", "ref", "by", "reason")
    date_hierarchy = "at"
    search_fields = ("ref", "reason", "by__username")
    fields = ("at", "by", "ref", "parts", "reason")
