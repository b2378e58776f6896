"""Rows by the words of a text: the first are ready to be changed, each other when it is opened.

A statement may have hundreds of them. A row that was not opened sends its key alone, and stays as
it is; so a form costs what is changed in it, however many rows there are.
"""

from typing import TYPE_CHECKING, Any

from django import forms

from statements.models import Passage

if TYPE_CHECKING:
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    InlineFormSet = forms.BaseInlineFormSet

# As many as are ready without being opened: most statements have fewer.
READY = 10


class OpenedRows(InlineFormSet):
    """Rows of `PassageForm`; `opened` is the key of one that is ready besides the first."""

    opened = ""
    # Where its first row stands among those of the whole form.
    first = 0

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        options = {**super().get_form_kwargs(index), "statement": self.instance}
        return {**options, "is_ready": index is None or self._is_ready(index)}

    def add_prefix(self, index: Any) -> str:
        return super().add_prefix(index + self.first if isinstance(index, int) else index)

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.is_opened = bool(form.instance.pk) and str(form.instance.pk) == self.opened

    def save(self, commit: bool = True) -> Any:
        saved = super().save(commit=commit)
        Passage.objects.filter(statement=self.instance).unused().delete()
        return saved

    def _construct_form(self, i: int, **options: Any) -> Any:
        if i < self.initial_form_count():
            # A saved row in which nothing was changed need not be checked again.
            options["empty_permitted"] = True
        return super()._construct_form(i, **options)  # type: ignore[misc]

    def _is_ready(self, index: int) -> bool:
        if index >= self.initial_form_count():
            return True
        if self.is_bound:
            return f"{self.add_prefix(index)}-words" in self.data
        return index < READY or str(self.get_queryset()[index].pk) == self.opened
