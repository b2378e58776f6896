"""Recommendations of all statements: to find them, to tag and classify many at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy

from statements.admin import wording
from statements.admin.covering import CoveredSearch
from statements.admin.noun import change_address
from statements.admin.pages import addresses
from statements.admin.pages.many import choosing
from statements.admin.pages.sheets import tables
from statements.admin.pages.sheets.downloading import DownloadedAdmin
from statements.choices import RecommendationKind
from statements.models import Recommendation, User


class RecommendationAdmin(CoveredSearch, DownloadedAdmin):
    """Read here; changed on the form of their statement."""

    statement_at = "statement"

    sheet = tables.RECOMMENDATIONS
    actions = ("change_many",)
    search_fields = ("passage__exact", "short_form", "addressees__name", "statement__title")
    search_help_text = gettext_lazy("Its words, whom it asks, or a public address as it is.")
    list_display = ("words", "asked_of", "pillar", "step", "in_statement", "public", "tagged")
    list_display_links = None
    list_filter = ("statement__public", "kind", "pillar", "strength", "left_out", "themes", "tags")
    list_select_related = ("statement", "passage")
    list_per_page = 50
    ordering = ("-statement__updated_at", "-statement", "passage__start", "pk")
    show_full_result_count = False
    fields = ("words", "in_statement", "public", "asked_of", "pillar", "strength", "tagged")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request).select_related("statement", "passage")
        found: QuerySet[Any] = rows.defer("statement__text")
        return found.prefetch_related("addressees", "tags")

    def cover(self, rows: Sequence[Any], by: User) -> None:
        wording.quoting(rows, by)

    def searched(self, row: Any) -> Iterable[str]:
        actors = (actor.name for actor in row.addressees.all())
        return (row.passage.exact, row.short_form, row.statement.title, *actors)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        named = addresses.named_by(search_term)
        if named is None:
            return super().get_search_results(request, queryset, search_term)
        return queryset.filter(Q(ref=named.ref) | Q(statement__ref=named.ref)), True

    @admin.display(description=gettext_lazy("words"))
    def words(self, one: Recommendation) -> str:
        words = Truncator(str(one)).chars(140)
        if one.kind == RecommendationKind.COMMITMENT:
            words = f"{one.get_kind_display()}: {words}"
        address = f"{change_address(one.statement)}#row-{one.ref}"
        return format_html('<a href="{}">{}</a>', address, words)

    @admin.display(description=gettext_lazy("asked of"))
    def asked_of(self, one: Recommendation) -> str:
        actors = ", ".join(str(actor) for actor in one.addressees.all())
        return actors or one.addressed_as

    @admin.display(description=gettext_lazy("statement"), ordering="statement__title")
    def in_statement(self, one: Recommendation) -> str:
        return Truncator(str(one.statement)).chars(70)

    @admin.display(description=gettext_lazy("strength"), ordering="strength")
    def step(self, one: Recommendation) -> str:
        """Say the step by its number and its first word."""
        return (one.get_strength_display() or "").partition(",")[0]

    @admin.display(description=gettext_lazy("public"), ordering="statement__public")
    def public(self, one: Recommendation) -> str:
        return one.statement.get_public_display()

    @admin.display(description=gettext_lazy("tags"))
    def tagged(self, one: Recommendation) -> str:
        return ", ".join(sorted(tag.name for tag in one.tags.all()))

    @admin.action(description=gettext_lazy("Tag and classify …"), permissions=["view"])
    def change_many(self, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse | None:
        return choosing.begin(self, request, chosen)

    def get_urls(self) -> Any:
        many_at_once = path(
            "many/",
            self.admin_site.admin_view(self.many_view),
            name="statements_recommendation_many",
        )
        return [many_at_once, *super().get_urls()]

    def many_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return choosing.page(self, request)
