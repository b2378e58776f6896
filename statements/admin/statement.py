"""Statements: one form in the order of the work."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy, ngettext

from statements import workflow
from statements.admin import anchoring, columns, told
from statements.admin.alike import AlikeAdmin
from statements.admin.forms.rows import RecommendationRows
from statements.admin.forms.statement import StatementForm
from statements.admin.forms.versioned import VersionedForm
from statements.admin.forms.withheld import WithheldRows
from statements.admin.inlines import (
    CitationInline,
    RecommendationInline,
    VoiceInline,
    WithheldInline,
)
from statements.admin.noun import VersionedAdmin, officer
from statements.admin.pages import (
    addresses,
    changed,
    checking,
    discarding,
    erasing,
    moving,
    onward,
    opening,
    received,
    remarks,
    repairs,
    reviewing,
    versions,
    withholding,
)
from statements.models import Statement, Tag
from statements.workflow import door, repairing

# Rows that may change what the public reads as soon as the form is saved.
AT_ONCE = (RecommendationRows, WithheldRows)


class StatementAdmin(AlikeAdmin, VersionedAdmin):
    form = StatementForm
    inlines = (VoiceInline, RecommendationInline, CitationInline, WithheldInline)
    autocomplete_fields = ("event", "translation_of", "themes", "groups", "forms", "countries")
    unlisted = {"event": gettext_lazy("Not in the list? Leave it empty, and tell an editor.")}
    save_on_top = False
    search_fields = ("title", "text", "voices__name", "voices__actor__name")
    search_help_text = gettext_lazy(
        "Words of the title or the text, a name, or a public address pasted as it is."
    )
    list_display = (
        "title",
        "kind",
        columns.voice,
        columns.delivered,
        "stage",
        "public",
        columns.recommendations,
        columns.changed,
    )
    list_filter = ("stage", "public", "kind")
    date_hierarchy = "delivered_on"
    list_per_page = 50
    show_full_result_count = False
    readonly_fields = ("where_it_stands", "still_missing", "last_moves")
    fieldsets = (
        (
            gettext_lazy("What was said"),
            {
                "fields": (
                    "title",
                    "title_is_ours",
                    ("kind", "language"),
                    "translation_of",
                    "text",
                    "text_version",
                    ("source_note", "source_url"),
                    ("webcast_url", "webcast_from"),
                )
            },
        ),
        (
            gettext_lazy("Who, where, when"),
            {
                "fields": (
                    "event",
                    ("delivered", "delivered_source"),
                    ("published", "published_source"),
                )
            },
        ),
        (gettext_lazy("Classify"), {"fields": ("themes", ("groups", "forms"), "countries")}),
        (
            gettext_lazy("Publish"),
            {
                "fields": ("where_it_stands", "still_missing", "last_moves", "slug"),
            },
        ),
    )

    class Media:
        js = (
            "statements/admin/rows.js",
            "statements/admin/selecting.js",
            "statements/admin/marking.js",
        )
        css = {"all": ("statements/admin/anchoring.css", "statements/admin/changed.css")}

    # As those read the form who may not change it.
    delivered = staticmethod(columns.delivered)
    published = staticmethod(columns.published)
    webcast_from = staticmethod(columns.webcast_from)
    where_it_stands = staticmethod(columns.where_it_stands)
    still_missing = staticmethod(columns.still_missing)
    last_moves = staticmethod(columns.last_moves)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or workflow.may_edit(obj, officer(request)))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None or obj.was_ever_public():
            return False
        return workflow.may_edit(obj, officer(request))

    def get_urls(self) -> Any:
        move = path(
            "<path:object_id>/move/<slug:verb>/",
            self.admin_site.admin_view(self.move_view),
            name="statements_statement_move",
        )
        source = path(
            "<path:object_id>/as-received/",
            self.admin_site.admin_view(self.received_view),
            name="statements_statement_received",
        )
        withhold = path(
            "<path:object_id>/withhold/",
            self.admin_site.admin_view(self.withhold_view),
            name="statements_statement_withhold",
        )
        more = (
            *reviewing.urls(self),
            repairs.url(self),
            checking.url(self),
            opening.url(self),
            changed.url(self),
            erasing.url(self),
        )
        return [move, source, withhold, *more, *super().get_urls()]

    def move_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        return moving.statement_page(self, request, object_id, verb)

    def withhold_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return withholding.page(self, request, object_id)

    def received_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return received.page(self, request, object_id)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return versions.history(self, request, object_id)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return discarding.page(self, request, object_id)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return [one for one in self.inlines if obj is not None or one is not WithheldInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        return columns.listed(rows) if is_list(request) else rows

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        named = addresses.named_by(search_term)
        if named is None:
            return super().get_search_results(request, queryset, search_term)
        return queryset.filter(
            Q(ref=named.ref) | Q(slug=named.ref) | Q(recommendations__ref=named.ref)
        ), True

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None:
            return fieldsets
        *others, (publish, _fields) = fieldsets
        return [*others, (publish, {"fields": ("slug",)})]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        voices, *rows = context["inline_admin_formsets"]
        said, where, classify, publish = context["adminform"]
        words = anchoring.of(context["adminform"].form, rows)
        context |= {
            "steps": (said, where, voices, words, classify, publish),
            "moves": workflow.moves(obj, officer(request)) if obj else (),
            "standing": columns.state(obj) if obj else "",
            "may_withhold": bool(obj) and workflow.may_withhold(obj, officer(request)),
            "may_erase": bool(obj) and workflow.may_erase(officer(request)),
            "open_remarks": remarks.still_open(obj) if obj else (),
            "withheld": obj.withheld.count() if obj else 0,
            "repairs": len(repairing.desk(obj).open) if obj else 0,
            "questions": workflow.check(obj).findings if obj else (),
            "changed": changed.of(obj, words.text) if obj else None,
            "changed_version": context["adminform"].form.initial.get("version"),
            "tag_names": Tag.objects.order_by("name").values_list("name", flat=True),
            "show_save_and_add_another": False,
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        by = officer(request)
        if not change:
            workflow.create(form.instance, by=by)
            return
        lost = workflow.edit(form.instance, by=by, seen=form.seen() or 0)
        if lost:
            message = ngettext(
                "The words of %d passage changed: please check it.",
                "The words of %d passages changed: please check them.",
                len(lost),
            )
            self.message_user(request, message % len(lost), messages.WARNING)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Iterable[Any], change: bool
    ) -> None:
        formsets = list(formsets)
        if any(formset.acts_at_once() for formset in formsets if isinstance(formset, AT_ONCE)):
            # Before the row of the statement, as every change of what is public: in the other
            # order two would wait for each other.
            door.hold()
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            if isinstance(formset, RecommendationRows) and formset.retag():
                self.mark_changed(request)
                for said in told.alike(formset.new_tags):
                    self.message_user(request, said, messages.WARNING)
            if isinstance(formset, WithheldRows):
                self._withhold(request, form.instance, formset)

    def _withhold(self, request: HttpRequest, statement: Statement, rows: WithheldRows) -> None:
        for words, reason in rows.asked():
            self.mark_changed(request)
            withholding.withhold(self, request, statement, words, reason)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return onward.page(self, request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return onward.page(self, request, obj) or super().response_change(request, obj)


def is_list(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and (match.url_name or "").endswith("_changelist")
