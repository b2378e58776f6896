"""A row of words to withhold: they are withheld wherever they stand, as the form is saved."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin.forms.opening import OpenedRows
from statements.admin.forms.passages import PassageForm
from statements.admin.forms.text import Lines, SourceText
from statements.text import withholding


class WithheldForm(PassageForm):
    words = SourceText(
        rows=2,
        label=gettext_lazy("Words to withhold"),
        help_text=gettext_lazy(
            "Copy them from the text, such as a name. They are withheld wherever they stand; of a "
            "published text at once, when you save."
        ),
    )
    reason = Lines(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=gettext_lazy("Only staff read it."),
    )

    sought = {}

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if not withholding.places(self.statement.text, words):
            raise forms.ValidationError(
                _("These words are not in the text, or begin or end within a word. Copy them.")
            )
        return words


class WithheldRows(OpenedRows):
    """Stands outside the edit: what is withheld is for the workflow, after the text is saved."""

    # Nothing of it travels with the form, or is kept in a browser.
    stands_apart = True

    def has_changed(self) -> bool:
        return False

    def save(self, commit: bool = True) -> Any:
        return []

    def acts_at_once(self) -> bool:
        return any(self.asked())

    def asked(self) -> Iterator[tuple[str, str]]:
        """Yield the words that somebody wants withheld, and why."""
        for form in self.extra_forms:
            if form.has_changed():
                yield form.cleaned_data["words"], form.cleaned_data["reason"]
