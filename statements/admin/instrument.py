"""Instruments, and the words of statements that cite them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin import wording
from statements.admin.covering import CoveredSearch
from statements.admin.forms import dates
from statements.admin.forms.dates import ApproximateDate
from statements.admin.forms.versioned import VersionedForm
from statements.admin.noun import TabularInline, VersionedAdmin, change_address, officer
from statements.models import Citation, Instrument, InstrumentAlias, User
from statements.workflow import references


class OtherNames(TabularInline):
    model = InstrumentAlias
    extra = 0


class InstrumentForm(VersionedForm):
    adopted = ApproximateDate(label=gettext_lazy("Adopted"))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.initial.setdefault("adopted", dates.held(self.instance, "adopted"))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if "adopted" in self.changed_data and "adopted" in self.cleaned_data:
            dates.put(self.instance, "adopted", self.cleaned_data["adopted"])
        return cleaned


class InstrumentAdmin(VersionedAdmin):
    form = InstrumentForm
    inlines = (OtherNames,)
    search_fields = ("name", "symbol", "aliases__name")
    search_help_text = gettext_lazy("A name, a symbol or any other name.")
    list_display = ("name", "symbol", "kind", "date", "show")
    list_filter = ("kind", "show")
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (
            gettext_lazy("What it is"),
            {"fields": ("name", "kind", ("symbol", "adopted"), "source_url", "slug")},
        ),
        (
            gettext_lazy("In other languages"),
            {"fields": (("name_ar", "name_es", "name_fr"), ("name_ru", "name_zh"))},
        ),
        (gettext_lazy("For the desk"), {"fields": ("source", "note", "show")}),
    )

    @admin.display(description=gettext_lazy("adopted"), ordering="adopted_on")
    def date(self, instrument: Instrument) -> str:
        return dates.held(instrument, "adopted")

    # As those read the form who may not change it.
    def adopted(self, instrument: Instrument) -> str:
        return dates.held(instrument, "adopted")

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        seen = form.seen() if change else None
        references.save_instrument(form.instance, by=officer(request), seen=seen)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Iterable[Any], change: bool
    ) -> None:
        super().save_related(request, form, formsets := [*formsets], change)
        if any(formset.has_changed() for formset in formsets):
            references.show_names(form.instance)


class IsResolved(admin.SimpleListFilter):
    """The worklist: mentions of which nobody has said yet what they mean."""

    title = gettext_lazy("instrument")
    parameter_name = "resolved"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("no", _("Not known yet")), ("yes", _("Known"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "no":
                return queryset.filter(instrument=None)
            case "yes":
                return queryset.exclude(instrument=None)
        return queryset


class CitationAdmin(CoveredSearch):
    """Read here; resolved on the form of their statement."""

    statement_at = "statement"
    search_fields = ("passage__exact", "instrument__name", "statement__title")
    list_display = ("words", "instrument", "in_statement", "public")
    list_display_links = None
    list_filter = (IsResolved, "statement__public")
    list_per_page = 50
    ordering = ("-statement__updated_at", "-statement", "passage__start", "pk")
    show_full_result_count = False
    fields = ("words", "instrument", "in_statement", "public")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def view_on_site(self, obj: Any) -> None:
        """Citations have no page of their own."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request).select_related("statement", "passage", "instrument")
        return rows.defer("statement__text")

    def cover(self, rows: Sequence[Any], by: User) -> None:
        wording.quoting(rows, by)

    def searched(self, row: Any) -> Iterable[str]:
        return (row.passage.exact, row.statement.title, str(row.instrument or ""))

    @admin.display(description=gettext_lazy("words"))
    def words(self, one: Citation) -> str:
        address = f"{change_address(one.statement)}#citations-group"
        return format_html('<a href="{}">{}</a>', address, Truncator(str(one)).chars(140))

    @admin.display(description=gettext_lazy("statement"), ordering="statement__title")
    def in_statement(self, one: Citation) -> str:
        return Truncator(str(one.statement)).chars(70)

    @admin.display(description=gettext_lazy("public"), ordering="statement__public")
    def public(self, one: Citation) -> str:
        return one.statement.get_public_display()
