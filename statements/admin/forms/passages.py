"""A row that is anchored in the text by its exact words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
from django import forms
from django.forms import model_to_dict
from django.utils.html import format_html
from django.utils.translation import gettext as _

from statements.admin.forms.choosing import Held
from statements.models import Passage, Statement
from statements.text import passages

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm


class Selected(msgspec.Struct, frozen=True):
    """Where words were selected in the text as it was saved: W3C selectors but for the words."""

    start: int
    prefix: str
    suffix: str


class Place(forms.CharField):
    """Where words stand: a position, or where they were selected, as JSON.

    Hidden while there is no choice.
    """

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data) and str(data) != str(initial or "")


class PassageForm(ModelForm):
    """Fields of words, each with one that says which of several places is meant."""

    sought: ClassVar[Mapping[str, str]]
    # Whether it is the one that the address asks for.
    is_opened = False

    def __init__(
        self, *arguments: Any, statement: Statement, is_ready: bool = True, **options: Any
    ) -> None:
        if not is_ready:
            self.base_fields = {}  # type: ignore[misc]
        super().__init__(*arguments, **options)
        self.statement, self.is_ready = statement, is_ready
        self.found: dict[str, passages.Passage] = {}
        if self.instance.pk and is_ready:
            self._show_saved()

    @property
    def lost(self) -> bool:
        """Tell whether words of the row are no longer in the text as they were."""
        return any(passage.orphaned for passage in self.saved().values())

    @property
    def opens(self) -> bool:
        """Tell whether the row stands open: a saved or spare one is folded until it is needed."""
        if self.instance.pk:
            return self.is_ready and (self.is_opened or self.lost or bool(self.errors))
        is_typed = self.is_bound and self.has_changed()
        return is_typed or not self.statement.pk or "__prefix__" in (self.prefix or "")

    def saved(self) -> dict[str, Passage]:
        """Return the saved passages of the row by their fields."""
        return {"words": self.instance.passage} if self.instance.pk else {}

    def saved_values(self) -> dict[str, Any]:
        """Return what the fields of a saved row begin with, whether it is ready or not."""
        placed: dict[str, Any] = {}
        for words, passage in self.saved().items():
            placed[words] = passage.exact
            if words in self.sought and not passage.orphaned:
                placed[self.sought[words]] = str(passage.start)
        return model_to_dict(self.instance, fields=[*type(self).base_fields]) | placed

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for words in self.sought:
            self._find(words)
        return cleaned

    def _show_saved(self) -> None:
        for words, passage in self.saved().items():
            self.initial[words] = passage.exact
            if words in self.sought:
                self._show(passage, words)
        for field in self.fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, Held):
                widget.hold(self.instance)

    def _show(self, passage: Passage, words: str) -> None:
        places = passages.find(self.statement.text, passage.exact)
        if passage.orphaned:
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
        selected = self._selected(sought, self.cleaned_data.get(place) or "")
        places = passages.find(self.statement.text, sought)
        if selected or len(places) == 1:
            self.found[words] = selected or places[0]
        elif places:
            self._choose(words, places)
        else:
            message = _("These words are not in the text: “%(words)s”. Copy them from it.")
            self.add_error(words, message % {"words": shortened(sought)})

    def _selected(self, sought: str, place: str) -> passages.Passage | None:
        """Return the place where words were selected, if there is no doubt that it is theirs."""
        try:
            held = msgspec.json.decode(place, type=Selected)
        except msgspec.DecodeError:
            return None
        prefix, suffix = held.prefix[-passages.AROUND :], held.suffix[: passages.AROUND]
        end = held.start + len(sought)
        quoted = passages.Passage(sought, prefix, suffix, held.start, end)
        found = passages.refind(self.statement.text, quoted)
        return None if isinstance(found, passages.Orphan) else found.passage

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
