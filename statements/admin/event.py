"""Meetings, conferences, debates and world days."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin.alike import AlikeAdmin
from statements.admin.forms import dates
from statements.admin.forms.dates import ApproximateDate
from statements.admin.forms.versioned import VersionedForm
from statements.admin.gathering import GatheringAdmin
from statements.models import Event
from statements.text.approximate import Approximate


class EventForm(VersionedForm):
    starts = ApproximateDate(label=gettext_lazy("First day"))
    ends = ApproximateDate(
        label=gettext_lazy("Last day"),
        only_days=True,
        help_text=gettext_lazy("Only where it lasts longer than a day."),
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.initial.setdefault("starts", dates.held(self.instance, "starts"))
        self.initial.setdefault("ends", str(self.instance.ends_on or ""))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        starts: Approximate | None = self.cleaned_data.get("starts")
        ends: Approximate | None = self.cleaned_data.get("ends")
        if ends and not starts and "starts" not in self.errors:
            self.add_error("starts", _("Give the first day too."))
        elif ends and starts and ends.on < starts.on:
            self.add_error("ends", _("The last day is before the first."))
        else:
            self._put(ends)
        return cleaned

    def _put(self, ends: Approximate | None) -> None:
        if "starts" in self.changed_data and "starts" in self.cleaned_data:
            dates.put(self.instance, "starts", self.cleaned_data["starts"])
        if "ends" in self.changed_data and "ends" in self.cleaned_data:
            self.instance.ends_on = ends.on if ends else None


class EventAdmin(AlikeAdmin, GatheringAdmin):  # type: ignore[misc]
    form = EventForm
    autocomplete_fields = ("series", "country", "host", "participants", "themes")
    search_fields = ("title", "place", "symbol")
    list_display = ("title", "kind", "date", "place", "country", "public")
    list_filter = ("public", "kind")
    list_select_related = ("country",)
    date_hierarchy = "starts_on"
    prepopulated_fields = {"slug": ("title",)}
    fieldsets = (
        (
            gettext_lazy("What it is"),
            {"fields": ("title", "kind", "series", "summary", ("symbol", "source_url"), "slug")},
        ),
        (
            gettext_lazy("When and where"),
            {"fields": (("starts", "ends"), ("place", "country"))},
        ),
        (gettext_lazy("Who"), {"fields": ("host", "participants")}),
        (gettext_lazy("Classify"), {"fields": ("themes",)}),
    )

    @admin.display(description=gettext_lazy("date"), ordering="starts_on")
    def date(self, event: Event) -> str:
        first = dates.held(event, "starts")
        return f"{first} – {event.ends_on}" if event.ends_on else first

    def starts(self, event: Event) -> str:
        return dates.held(event, "starts")

    def ends(self, event: Event) -> str:
        return str(event.ends_on or "")
