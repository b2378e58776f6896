"""Those who speak and are addressed, and people in office."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from statements.admin.alike import AlikeAdmin
from statements.admin.forms.versioned import VersionedForm
from statements.admin.noun import TabularInline, VersionedAdmin, officer
from statements.models import ActorAlias
from statements.workflow import references


class OtherNames(TabularInline):
    model = ActorAlias
    extra = 0
    verbose_name = gettext_lazy("other name")
    verbose_name_plural = gettext_lazy("other names")


class ActorAdmin(AlikeAdmin, VersionedAdmin):  # type: ignore[misc]
    inlines = (OtherNames,)
    autocomplete_fields = ("country", "parent")
    search_fields = ("name", "short_name", "aliases__name")
    search_help_text = gettext_lazy("A name, a short name or any other name.")
    list_display = ("name", "short_name", "kind", "country", "show")
    list_filter = ("kind", "show")
    list_select_related = ("country",)
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (
            gettext_lazy("Who it is"),
            {"fields": ("name", "short_name", "kind", ("country", "parent"), "slug")},
        ),
        (
            gettext_lazy("In other languages"),
            {
                "fields": (("name_ar", "name_es", "name_fr"), ("name_ru", "name_zh")),
                "description": gettext_lazy("A State is named as its country is."),
            },
        ),
        (gettext_lazy("For the desk"), {"fields": ("source", "note", "show")}),
    )

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        seen = form.seen() if change else None
        references.save_actor(form.instance, by=officer(request), seen=seen)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Iterable[Any], change: bool
    ) -> None:
        super().save_related(request, form, formsets := [*formsets], change)
        if any(formset.has_changed() for formset in formsets):
            references.show_names(form.instance)


class PersonAdmin(AlikeAdmin, VersionedAdmin):  # type: ignore[misc]
    search_fields = ("name", "note")
    fields = ("name", "note")
    list_display = ("name", "note")

    def write(self, request: HttpRequest, form: VersionedForm, *, change: bool) -> None:
        seen = form.seen() if change else None
        references.save_person(form.instance, by=officer(request), seen=seen)

    def view_on_site(self, obj: Any) -> None:
        """People have no page of their own."""
