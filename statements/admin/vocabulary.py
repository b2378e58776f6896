"""Controlled vocabularies, kept by administrators: themes, groups, forms, countries, regions."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from statements.admin.forms.versioned import VersionedForm
from statements.admin.noun import TabularInline, VersionedAdmin, officer
from statements.models import (
    AffectedGroupSynonym,
    CountryAlias,
    ExploitationFormSynonym,
    ThemeSynonym,
)
from statements.workflow import references

# The name in other languages, in rows of the form.
LABELS = (("label_ar", "label_es", "label_fr"), ("label_ru", "label_zh"))


class ThemeSynonyms(TabularInline):
    model = ThemeSynonym
    extra = 0


class GroupSynonyms(TabularInline):
    model = AffectedGroupSynonym
    extra = 0


class FormSynonyms(TabularInline):
    model = ExploitationFormSynonym
    extra = 0


class OtherNames(TabularInline):
    model = CountryAlias
    extra = 0


class TermAdmin(VersionedAdmin):
    """A term keeps its code for life, and is retired, never deleted."""

    code = "code"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (self.code,) if obj else ()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        found, doubled = super().get_search_results(request, queryset, search_term)
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            found = found.filter(retired=False)
        return found, doubled

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        seen = form.seen() if change else None
        references.save_term(form.instance, by=officer(request), seen=seen)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Iterable[Any], change: bool
    ) -> None:
        super().save_related(request, form, formsets := [*formsets], change)
        if any(formset.has_changed() for formset in formsets):
            references.show_names(form.instance)


class NestedTermAdmin(TermAdmin):
    autocomplete_fields = ("parent",)
    search_fields = ("label", "synonyms__name")
    list_display = ("label", "parent", "code", "retired")
    list_filter = ("retired",)
    list_select_related = ("parent",)
    fields = ("label", *LABELS, "parent", "code", "note", "source", "sort", "retired")

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else {"code": ("label",)}


class ThemeAdmin(NestedTermAdmin):
    inlines = (ThemeSynonyms,)


class AffectedGroupAdmin(NestedTermAdmin):
    inlines = (GroupSynonyms,)


class ExploitationFormAdmin(NestedTermAdmin):
    inlines = (FormSynonyms,)


class CountryAdmin(TermAdmin):
    code = "iso2"
    inlines = (OtherNames,)
    autocomplete_fields = ("region",)
    search_fields = ("name_en", "iso2", "iso3", "aliases__name")
    list_display = ("name_en", "iso2", "iso3", "region", "retired")
    list_filter = ("retired",)
    list_select_related = ("region",)
    fields = (
        "name_en",
        ("name_ar", "name_es", "name_fr"),
        ("name_ru", "name_zh"),
        ("iso2", "iso3", "m49"),
        "region",
        "retired",
    )


class RegionAdmin(TermAdmin):
    search_fields = ("label", "code")
    list_display = ("label", "code", "parent")
    list_select_related = ("parent",)
    fields = ("label", *LABELS, "code", "parent", "retired")
