"""A recommendation's row: found in the text by its exact words."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements import workflow
from statements.admin.forms.passages import PassageForm, Place
from statements.admin.forms.text import SourceText
from statements.models import Passage, Tag
from statements.workflow.tags import tag_names

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm

# The field of some words, and the one that says which of several places is meant.
WORDS = {"words": "place", "lead_in_words": "lead_in_place"}


class TagsInput(forms.TextInput):
    class Media:
        js = ("statements/admin/tags.js",)


class TagNames(forms.CharField):
    """Tags by their names, parted by commas."""

    def __init__(self) -> None:
        attributes = {"list": "tag-names", "data-tags": "", "class": "vTextField"}
        super().__init__(
            required=False,
            label=gettext_lazy("Tags"),
            help_text=gettext_lazy("Parted by commas."),
            widget=TagsInput(attrs=attributes),
        )

    def to_python(self, value: Any) -> Any:
        return tag_names.split(value or "")

    def validate(self, value: Any) -> None:
        longest = Tag._meta.get_field("name").max_length or 0
        for name in value:
            if len(name) > longest:
                raise ValidationError(_("This tag is too long: “%(name)s”.") % {"name": name})

    def run_validators(self, value: Any) -> None:
        super().run_validators(",".join(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        held = {name.casefold() for name in self.to_python(initial)}
        return not self.disabled and held != {name.casefold() for name in self.to_python(data)}


class ShownTags(TagNames):
    """The tags a form was opened with: others may add and remove some while it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.widget, self.help_text = forms.HiddenInput(), ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class RecommendationForm(PassageForm):
    words = SourceText(
        rows=3,
        label=gettext_lazy("Exact words"),
        help_text=gettext_lazy(
            "Select them in the text, or copy them: a sentence, or a part of one."
        ),
    )
    place = Place(required=False, label=gettext_lazy("Which of them"))
    lead_in_words = SourceText(
        rows=2,
        required=False,
        label=gettext_lazy("Lead-in"),
        help_text=gettext_lazy("Words that stand before a list, such as “calls on States to:”."),
    )
    lead_in_place = Place(required=False, label=gettext_lazy("Which lead-in"))
    tag_names = TagNames()
    shown_tags = ShownTags()

    sought = WORDS

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not self.is_ready:
            return
        self.fields["short_form"].help_text = _("One line of at most 90 characters, as yours.")
        if self.instance.pk:
            self.initial["tag_names"] = self.initial["shown_tags"] = self._tags()

    def saved(self) -> dict[str, Passage]:
        lead_in = self.instance.lead_in if self.instance.pk else None
        return {**super().saved(), **({"lead_in_words": lead_in} if lead_in else {})}

    def saved_values(self) -> dict[str, Any]:
        return super().saved_values() | {"tag_names": self._tags()}

    def _tags(self) -> str:
        return ", ".join(sorted(tag.name for tag in self.instance.tags.all()))

    def is_edited(self) -> bool:
        """Tell whether anything but the tags was changed: they stand outside the versions."""
        return bool(set(self.changed_data) - {"tag_names"})

    def retagged(self) -> tuple[list[str], list[str]]:
        """Return the names of the tags to add and to remove: what the person did to those shown."""
        if not self.has_changed() or self.fields["tag_names"].disabled:
            return [], []
        names, shown = self.cleaned_data["tag_names"], self.cleaned_data["shown_tags"]
        return _without(names, shown), _without(shown, names)

    def save(self, commit: bool = True) -> Any:
        if place := self.found.get("words"):
            held = self.instance.passage if self.instance.pk else None
            self.instance.passage = workflow.anchor(self.statement, place, held)
        if "lead_in_words" in self.found:
            self.instance.lead_in = workflow.lead_in(self.statement, self.found["lead_in_words"])
        elif not self.cleaned_data.get("lead_in_words"):
            self.instance.lead_in = None
        return super().save(commit)


def _without(names: list[str], others: list[str]) -> list[str]:
    folded = {name.casefold() for name in others}
    return [name for name in names if name.casefold() not in folded]
