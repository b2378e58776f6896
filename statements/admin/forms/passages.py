"""A row that is anchored in the text by its exact words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _

from statements.models import Passage, Statement
from statements.text import passages

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm


class Place(forms.CharField):
    """Where words stand that the text holds more than once; hidden while there is no choice."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data) and str(data) != str(initial or "")


class PassageForm(ModelForm):
    """Fields of words, each with one that says which of several places is meant."""

    sought: ClassVar[Mapping[str, str]]

    def __init__(self, *arguments: Any, statement: Statement, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.statement = statement
        self.found: dict[str, passages.Passage] = {}
        self.lost = False

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for words in self.sought:
            self._find(words)
        return cleaned

    def _show(self, passage: Passage, words: str) -> None:
        self.initial[words] = passage.exact
        places = passages.find(self.statement.text, passage.exact)
        if passage.orphaned:
            self.lost = True
            self.fields[words].help_text = _(
                "Words changed: please check. They are no longer in the text like this. "
                "Copy them again, or leave this recommendation out."
            )
        else:
            self.initial[self.sought[words]] = str(passage.start)
        if len(places) > (0 if passage.orphaned else 1):
            self._offer(self.sought[words], places)

    def _find(self, words: str) -> None:
        """Look for words that were typed, or placed, anew."""
        sought, place = self.cleaned_data.get(words), self.sought[words]
        if not sought or not {words, place} & set(self.changed_data):
            return
        places = passages.find(self.statement.text, sought)
        if len(places) == 1:
            self.found[words] = places[0]
        elif places:
            self._choose(words, places)
        else:
            message = _("These words are not in the text: “%(words)s”. Copy them from it.")
            self.add_error(words, message % {"words": shortened(sought)})

    def _choose(self, words: str, places: tuple[passages.Passage, ...]) -> None:
        place = self.sought[words]
        self._offer(place, places)
        chosen = self.cleaned_data.get(place) if place in self.changed_data else None
        for found in places:
            if str(found.start) == chosen:
                self.found[words] = found
                return
        message = _("These words stand in the text %(n)s times. Choose which of them you mean.")
        self.add_error(place, message % {"n": len(places)})

    def _offer(self, place: str, places: tuple[passages.Passage, ...]) -> None:
        around = [(found, passages.context(self.statement.text, found)) for found in places]
        self.fields[place].widget = forms.RadioSelect(
            choices=[
                (
                    str(found.start),
                    format_html("{}<mark>{}</mark>{}", near.before, near.words, near.after),
                )
                for found, near in around
            ]
        )


def shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
