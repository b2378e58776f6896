"""A citation's row: words of the text, and the instrument that they cite."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin.forms.passages import PassageForm, Place
from statements.admin.forms.text import SourceText
from statements.models import Passage

if TYPE_CHECKING:
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    InlineFormSet = forms.BaseInlineFormSet


class CitationForm(PassageForm):
    words = SourceText(
        rows=2,
        label=gettext_lazy("Exact words"),
        help_text=gettext_lazy("Copy them from the text above, such as “the Palermo Protocol”."),
    )
    place = Place(required=False, label=gettext_lazy("Which of them"))

    sought = {"words": "place"}

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.instance.pk:
            self._show(self.instance.passage, "words")

    def save(self, commit: bool = True) -> Any:
        if place := self.found.get("words"):
            held = self.instance.passage if self.instance.pk else None
            self.instance.passage = workflow.anchor(self.statement, place, held)
        return super().save(commit)


class CitationRows(InlineFormSet):
    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "statement": self.instance}

    def save(self, commit: bool = True) -> Any:
        saved = super().save(commit=commit)
        Passage.objects.filter(statement=self.instance).unused().delete()
        return saved
