"""Statements: one form in the order of the work."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy, ngettext

from statements import workflow
from statements.admin import anchoring, columns, told, wording
from statements.admin.alike import AlikeAdmin
from statements.admin.covering import CoveredList, CoveredSearch
from statements.admin.forms.rows import RecommendationRows
from statements.admin.forms.sic import SicRows
from statements.admin.forms.statement import FIELDSETS, StatementForm
from statements.admin.forms.versioned import VersionedForm
from statements.admin.forms.withheld import WithheldRows
from statements.admin.inlines import (
    CitationInline,
    RecommendationInline,
    SicInline,
    VoiceInline,
    WithheldInline,
)
from statements.admin.noun import VersionedAdmin, officer
from statements.admin.pages import addresses, discarding, onward, opening
from statements.admin.pages.intake import paste, proposals, spreadsheet
from statements.admin.pages.review import moving, remarks, reviewing, versions
from statements.admin.pages.sheets import tables
from statements.admin.pages.sheets.downloading import DownloadedAdmin
from statements.admin.pages.words import changed, checking, erasing, received, repairs, withholding
from statements.models import Statement, Tag, User
from statements.workflow import door, proposing
from statements.workflow.texts import repairing

# Rows that may change what the public reads as soon as the form is saved.
AT_ONCE = (RecommendationRows, WithheldRows)
# Rows of words that only a saved text has.
OF_SAVED = (WithheldInline, SicInline)


class StatementAdmin(AlikeAdmin, CoveredSearch, DownloadedAdmin, VersionedAdmin):
    form = StatementForm
    sheet = tables.STATEMENTS
    inlines = (VoiceInline, RecommendationInline, CitationInline, *OF_SAVED)
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
    fieldsets = FIELDSETS

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
            proposals.url(self),
            paste.url(self),
            spreadsheet.url(self),
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
        return [one for one in self.inlines if obj is not None or one not in OF_SAVED]

    def cover(self, rows: Sequence[Any], by: User) -> None:
        wording.statements(rows, by)

    def cover_one(self, row: Any, by: User) -> None:
        """Cover its title, which every page about it says; the form covers the rest of itself."""
        row.title = wording.hidden_from(row, by).line(row.title)
        wording.told((row.translation_of,), by)

    def searched(self, row: Any) -> Iterable[str]:
        return (row.title, *(str(voice) for voice in row.voices.all()))

    def get_changelist(self, request: HttpRequest, **options: Any) -> Any:
        return StatementList

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        field = super().formfield_for_foreignkey(db_field, request, **options)
        if field is not None and db_field.name == "translation_of":
            by = officer(request)
            field.label_from_instance = lambda obj: wording.label(obj, by)  # type: ignore[method-assign]
        return field

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
        if obj is not None and not wording.hidden_from(obj, officer(request)):
            return fieldsets
        # What is missing, and why moves were made, quotes words that are withheld.
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
        questions = workflow.check(obj).findings if obj else ()
        is_covered = wording.covered(obj, officer(request), context)
        words = anchoring.of(context["adminform"].form, rows)
        context |= {
            "steps": (said, where, voices, words, classify, publish),
            "moves": workflow.moves(obj, officer(request)) if obj else (),
            "standing": columns.state(obj) if obj else "",
            "may_withhold": bool(obj) and workflow.may_withhold(obj, officer(request)),
            "may_erase": bool(obj) and workflow.may_erase(officer(request)),
            "is_covered": is_covered,
            "open_remarks": remarks.still_open(obj, officer(request)) if obj else (),
            "withheld": obj.withheld.count() if obj else 0,
            "repairs": len(repairing.desk(obj).open) if obj and not is_covered else 0,
            "questions": questions if not is_covered else (),
            "changed": changed.of(obj, words.text) if obj and not is_covered else None,
            "proposed": len(proposing.undecided(obj)) if obj else 0,
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
            elif isinstance(formset, WithheldRows):
                self._withhold(request, form.instance, formset)
            elif isinstance(formset, SicRows) and repairs.mark(
                form.instance, formset, by=officer(request)
            ):
                self.mark_changed(request)

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


class StatementList(CoveredList):
    """Offers the years of all statements, not of those found: a search would be made twice more."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.query:
            self.date_hierarchy = None


def is_list(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and (match.url_name or "").endswith("_changelist")
