"""The rows of a statement's form: who speaks in it, and what it asks."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin.forms.choosing import HeldChoice, HeldChoices
from statements.admin.forms.citation import CitationForm
from statements.admin.forms.opening import OpenedRows
from statements.admin.forms.recommendation import RecommendationForm
from statements.admin.forms.rows import RecommendationRows, VoiceForm, VoiceRows
from statements.admin.forms.sic import SicForm, SicRows
from statements.admin.forms.withheld import WithheldForm, WithheldRows
from statements.admin.noun import PlainRelations, StackedInline, officer
from statements.choices import RepairDecision
from statements.models import Citation, Recommendation, Repair, Voice, WithheldPassage
from statements.text import repairs


class VoiceInline(PlainRelations, StackedInline):
    model = Voice
    form = VoiceForm
    formset = VoiceRows
    # Without scripts no other can be added.
    extra = 1
    verbose_name = gettext_lazy("voice")
    verbose_name_plural = gettext_lazy("who speaks")
    autocomplete_fields = ("actor", "person")
    unlisted = {
        "actor": gettext_lazy(
            "Not in the list? Leave it empty, write the name in the source, and tell an editor."
        )
    }
    fields = (("capacity", "actor"), ("name", "role"), ("person", "name_is_public"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("actor", "person")


class PassageInline(PlainRelations, StackedInline):
    """Rows by the words of the text, folded to them."""

    formset: Any = OpenedRows
    template = "admin/statements/rows/group.html"
    # What the words of a row are marked as in the text.
    mark = ""
    # What is said above the rows, and beside the box that deletes one.
    intro: Any = ""
    delete_label: Any = ""

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **options)
        formset.opened = request.GET.get("row", "")
        return formset

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            options["widget"] = HeldChoice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            options["widget"] = HeldChoices(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **options)

    @admin.display(description=gettext_lazy("exact words"))
    def words(self, one: Any) -> str:
        return str(one.passage.exact)

    def place(self, one: Any) -> str:
        return ""


class RecommendationInline(PassageInline):
    model = Recommendation
    mark = "recommendation"
    form = RecommendationForm
    formset = RecommendationRows
    extra = 1
    verbose_name_plural = gettext_lazy("What it asks")
    intro = gettext_lazy(
        "Each recommendation by its exact words. A new one left empty in part takes who asks from "
        "who delivers, and whom it asks and its pillar from the one above."
    )
    delete_label = gettext_lazy("Delete this recommendation")
    autocomplete_fields = ("addressees", "themes", "groups", "forms")
    unlisted = {
        "addressees": gettext_lazy(
            "Not in the list? Write the source's words under “Addressed as”, and tell an editor."
        )
    }
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "words",
                    "place",
                    "lead_in_words",
                    "lead_in_place",
                    "kind",
                    "askers",
                    "addressees",
                    "addressed_as",
                    ("verb", "strength", "pillar"),
                    "themes",
                    ("groups", "forms"),
                    "short_form",
                    "tag_names",
                    "shown_tags",
                    "left_out",
                )
            },
        ),
        (
            gettext_lazy("Short form in other languages"),
            {
                "fields": (
                    ("short_form_ar", "short_form_es", "short_form_fr"),
                    ("short_form_ru", "short_form_zh"),
                ),
                "classes": ("collapse",),
            },
        ),
    )

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **options)
        formset.by = officer(request)
        return formset

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request).select_related("passage", "lead_in")
        return rows.prefetch_related("askers", "addressees", "themes", "groups", "forms", "tags")

    @admin.display(description=gettext_lazy("lead-in"))
    def lead_in_words(self, one: Recommendation) -> str:
        return one.lead_in.exact if one.lead_in else ""

    @admin.display(description=gettext_lazy("tags"))
    def tag_names(self, one: Recommendation) -> str:
        return ", ".join(sorted(tag.name for tag in one.tags.all()))

    def lead_in_place(self, one: Recommendation) -> str:
        return ""

    shown_tags = lead_in_place


class CitationInline(PassageInline):
    model = Citation
    mark = "instrument"
    form = CitationForm
    # Without scripts no other can be added.
    extra = 1
    verbose_name = gettext_lazy("citation")
    verbose_name_plural = gettext_lazy("What it cites")
    delete_label = gettext_lazy("Delete this citation")
    autocomplete_fields = ("instrument",)
    fields = ("words", "place", "instrument")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("passage", "instrument")


class WithheldInline(PassageInline):
    """New ones are withheld by the workflow; those that are can be looked at."""

    model = WithheldPassage
    mark = "withheld"
    form = WithheldForm
    formset = WithheldRows
    extra = 0
    verbose_name = gettext_lazy("withheld passage")
    verbose_name_plural = gettext_lazy("What is withheld")
    fields = ("words", "reason")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("passage")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is not None and workflow.may_withhold(obj, officer(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    has_delete_permission = has_change_permission


class SicInline(PassageInline):
    """New ones are marked by the workflow; marks are taken away where repairs are undone."""

    model = Repair
    mark = "sic"
    form = SicForm
    formset = SicRows
    extra = 1
    verbose_name = gettext_lazy("mark [sic]")
    verbose_name_plural = gettext_lazy("What is wrong in the source: [sic]")
    intro = gettext_lazy("On the page “Repairs” a mark is taken away again.")
    fields = ("words", "place")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(decision=RepairDecision.SIC)

    @admin.display(description=gettext_lazy("words"))
    def words(self, one: Repair) -> str:
        start, end = repairs.word(one.statement.text, *one.span())
        return one.statement.text[start:end]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is not None and workflow.may_edit(obj, officer(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    has_delete_permission = has_change_permission
