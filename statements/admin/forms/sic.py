"""A row of words that are wrong in the source: they are marked [sic] as the form is saved."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy

from statements.admin.forms.opening import OpenedRows
from statements.admin.forms.passages import PassageForm, Place
from statements.admin.forms.text import SourceText
from statements.models import Passage
from statements.text import passages, repairs


class SicForm(PassageForm):
    words = SourceText(
        rows=2,
        label=gettext_lazy("Words that are wrong in the source"),
        help_text=gettext_lazy(
            "Select them in the text, or copy them. They stay as they are; readers see [sic] "
            "behind them once this version is published."
        ),
    )
    place = Place(required=False, label=gettext_lazy("Which of them"))

    sought = {"words": "place"}

    def saved(self) -> dict[str, Passage]:
        if not self.instance.pk:
            return {}
        text = self.statement.text
        start, end = repairs.word(text, *self.instance.span())
        return {"words": Passage(exact=text[start:end], start=start, end=end)}


class SicRows(OpenedRows):
    """Stands outside the edit: a mark is a decision of the workflow, after the text is saved."""

    stands_apart = True

    def has_changed(self) -> bool:
        return False

    def save(self, commit: bool = True) -> Any:
        return []

    def asked(self) -> Iterator[passages.Passage]:
        """Yield the places that somebody wants marked."""
        for form in self.extra_forms:
            if form.has_changed() and "words" in form.found:
                yield form.found["words"]
