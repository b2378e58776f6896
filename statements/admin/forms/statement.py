"""The form of a statement."""

from copy import copy
from typing import Any

from django.utils.translation import gettext_lazy as _

from statements.admin.forms import dates
from statements.admin.forms.dates import ApproximateDate
from statements.admin.forms.text import SourceText
from statements.admin.forms.versioned import VersionedForm
from statements.admin.forms.webcast import Offset
from statements.workflow.texts import translations

DATES = ("delivered", "published")

# In the order of the work.
FIELDSETS: Any = (
    (
        _("What was said"),
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
        _("Who, where, when"),
        {
            "fields": (
                "event",
                ("delivered", "delivered_source"),
                ("published", "published_source"),
            )
        },
    ),
    (_("Classify"), {"fields": ("themes", ("groups", "forms"), "countries")}),
    (
        _("Publish"),
        {
            "fields": ("where_it_stands", "still_missing", "last_moves", "slug"),
        },
    ),
)


class StatementForm(VersionedForm):
    text = SourceText(
        rows=18,
        label=_("Text"),
        help_text=_(
            "Paste the words as they were delivered or issued. Nothing is changed in them; "
            "an empty line parts two paragraphs."
        ),
    )
    delivered = ApproximateDate(label=_("Delivered"))
    published = ApproximateDate(label=_("Published"))
    webcast_from = Offset(label=_("Begins at"))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name in DATES:
            self.initial.setdefault(name, dates.held(self.instance, name))
        self.initial.setdefault("webcast_from", self.instance.webcast_offset)
        if "translation_of" in self.fields:
            # Another statement is added by itself, not in a window beside this one.
            self.fields["translation_of"].widget.can_add_related = False

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name in DATES:
            if name in self.changed_data and name in self.cleaned_data:
                dates.put(self.instance, name, self.cleaned_data[name])
        if "webcast_from" in self.changed_data and "webcast_from" in self.cleaned_data:
            self.instance.webcast_offset = self.cleaned_data["webcast_from"]
        self._check_original()
        return cleaned

    def _check_original(self) -> None:
        asked = copy(self.instance)
        for name in ("translation_of", "language"):
            setattr(asked, name, self.cleaned_data.get(name) or getattr(asked, name))
        if self.cleaned_data.get("translation_of") and (why := translations.trouble(asked)):
            self.add_error("translation_of", why)
