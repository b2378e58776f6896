"""The rows of a statement's form: its voices and its recommendations."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _

from statements import workflow
from statements.admin.forms.opening import OpenedRows
from statements.admin.forms.recommendation import RecommendationForm
from statements.catalogue.models import Record
from statements.choices import SPEAKING, Capacity
from statements.models import Recommendation, User, Voice
from statements.workflow.tags import tag_names

if TYPE_CHECKING:
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
    ModelForm = forms.ModelForm[Any]
else:
    InlineFormSet = forms.BaseInlineFormSet
    ModelForm = forms.ModelForm


class VoiceForm(ModelForm):
    """A voice left without a name takes that of its person, so that an approval covers it."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        person, name = self.cleaned_data.get("person"), self.cleaned_data.get("name")
        before = self.instance.person
        # Nor does the name of a person stay with another's voice.
        is_theirs = "name" not in self.changed_data and before and name == before.name
        if person and (not name or is_theirs):
            self.cleaned_data["name"] = person.name
        return cleaned


class VoiceRows(InlineFormSet):
    def save_new(self, form: Any, commit: bool = True) -> Any:
        form.instance.position = self.forms.index(form)
        return super().save_new(form, commit=commit)


class RecommendationRows(OpenedRows):
    """Rows by their exact words; a new one takes what it leaves empty from around it."""

    # Who fills the form; set for each request.
    by: User
    new_tags: tuple[tag_names.Unknown, ...] = ()

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if form.instance.ref in self._ever_public() and DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME] = forms.BooleanField(
                required=False, disabled=True, label="", widget=forms.HiddenInput
            )
        if not form.is_ready:
            return
        self._offer_voices(form)
        one = form.instance if form.instance.pk else Recommendation()
        one.statement = self.instance
        form.fields["tag_names"].disabled = not workflow.may_tag(one, self.by)

    def has_changed(self) -> bool:
        return any(form.is_edited() for form in self.forms)

    def save_new(self, form: Any, commit: bool = True) -> Any:
        cleaned = form.cleaned_data
        above = self._row_above(form)
        if not cleaned.get("askers"):
            cleaned["askers"] = delivering(self.instance.voices.all())
        if above and not cleaned.get("addressees"):
            cleaned["addressees"] = above["addressees"]
            cleaned["addressed_as"] = cleaned.get("addressed_as") or above["addressed_as"]
            form.instance.addressed_as = cleaned["addressed_as"]
        if above and not cleaned.get("pillar"):
            form.instance.pillar = cleaned["pillar"] = above["pillar"]
        return super().save_new(form, commit=commit)

    def acts_at_once(self) -> bool:
        """Tell whether tags were typed: they do not wait for a publication."""
        return any("tag_names" in form.changed_data for form in self.forms)

    def retag(self) -> bool:
        """Make the tags of each row what was typed; tell whether there was anything to do.

        `new_tags` are those that there were not before, with others that may mean the same.
        """
        changes = [(form.instance, *form.retagged()) for form in self._kept()]
        changes = [change for change in changes if change[1] or change[2]]
        self.new_tags = tag_names.unknown(name for _one, add, _remove in changes for name in add)
        for one, add, remove in changes:
            workflow.tag([one], by=self.by, add=add, remove=remove)
        return bool(changes)

    def _kept(self) -> Iterator[RecommendationForm]:
        for form in self.forms:
            if form.instance.pk and form not in self.deleted_forms:
                yield form

    def _row_above(self, form: Any) -> dict[str, Any] | None:
        """Return what the row above says, be it saved before or with this one."""
        above = self.forms[: self.forms.index(form)]
        for one in reversed([one for one in above if one not in self.deleted_forms]):
            if one.cleaned_data.get("words"):
                return dict(one.cleaned_data)
            if one.instance.pk:
                saved = one.instance
                taken = {name: getattr(saved, name) for name in ("addressed_as", "pillar")}
                return {**taken, "addressees": saved.addressees.all()}
        return None

    def _offer_voices(self, form: Any) -> None:
        if not hasattr(self, "_voices"):
            self._voices: list[Any] = []
            if self.instance.pk:
                held = self.instance.voices.select_related("actor", "person")
                self._voices = [(voice.pk, str(voice)) for voice in held]
        field = form.fields["askers"]
        field.help_text = _("Left empty in a new row: whoever delivers.")
        field.queryset = Voice.objects.filter(statement_id=self.instance.pk)
        field.widget = (
            forms.CheckboxSelectMultiple() if self._voices else forms.MultipleHiddenInput()
        )
        field.choices = self._voices

    def _ever_public(self) -> frozenset[str]:
        if not hasattr(self, "_public_refs"):
            held = self.instance.recommendations.all() if self.instance.pk else ()
            refs = [one.ref for one in held]
            public = Record.objects.filter(kind="recommendation", ref__in=refs)
            self._public_refs = frozenset(public.values_list("ref", flat=True))
        return self._public_refs


def delivering(voices: Any) -> list[Voice]:
    """Return those who deliver; where nobody does, those whose words it is besides."""
    speaking = [voice for voice in voices if voice.capacity in SPEAKING]
    return [voice for voice in speaking if voice.capacity == Capacity.DELIVERS] or speaking
