"""The form of a statement."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from statements.admin.forms import dates
from statements.admin.forms.dates import ApproximateDate
from statements.admin.forms.text import SourceText
from statements.admin.forms.versioned import VersionedForm
from statements.admin.forms.webcast import Offset

DATES = ("delivered", "published")


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

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name in DATES:
            if name in self.changed_data and name in self.cleaned_data:
                dates.put(self.instance, name, self.cleaned_data[name])
        if "webcast_from" in self.changed_data and "webcast_from" in self.cleaned_data:
            self.instance.webcast_offset = self.cleaned_data["webcast_from"]
        return cleaned
