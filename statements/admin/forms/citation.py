"""A citation's row: words of the text, and the instrument that they cite."""

from typing import Any

from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin.forms.passages import PassageForm, Place
from statements.admin.forms.text import SourceText


class CitationForm(PassageForm):
    words = SourceText(
        rows=2,
        label=gettext_lazy("Exact words"),
        help_text=gettext_lazy(
            "Select them in the text, or copy them, such as “the Palermo Protocol”."
        ),
    )
    place = Place(required=False, label=gettext_lazy("Which of them"))

    sought = {"words": "place"}

    def save(self, commit: bool = True) -> Any:
        if place := self.found.get("words"):
            held = self.instance.passage if self.instance.pk else None
            self.instance.passage = workflow.anchor(self.statement, place, held)
        return super().save(commit)
