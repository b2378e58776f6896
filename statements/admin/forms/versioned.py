"""The version a person saw travels with the form, so that no save wins in silence."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.catalogue.models import Redirect
from statements.workflow import Conflict
from statements.workflow.history import log

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm


class SeenVersion(forms.IntegerField):
    """Hidden; says what was seen, so it is never a change itself."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class TakeOver(SeenVersion):
    """The present version, ticked by somebody who looked at it and saves theirs all the same."""

    def __init__(self) -> None:
        super().__init__(
            required=False,
            label=gettext_lazy("I have looked at the present version; save mine in its place"),
        )


class VersionedForm(ModelForm):
    version = SeenVersion(required=False)
    take_over = TakeOver()

    # Why the workflow refused a save of this form, where it did after the form was checked.
    refused = ""
    # Why this form is shown again and not saved, though nothing is wrong with it.
    held = ""
    address = ""
    # Whether somebody else saved since the form was opened.
    is_overtaken = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.initial["version"] = self.instance.version

    def seen(self) -> int | None:
        """Return the version this save is meant to replace."""
        seen: int | None = self.cleaned_data.get("take_over") or self.cleaned_data.get("version")
        return seen

    def clean_slug(self) -> str:
        """Refuse an address that, once public, led to something else: links to it still do."""
        slug: str = self.cleaned_data["slug"]
        owners = Redirect.objects.filter(kind=log.kind_of(self.instance), slug=slug)
        if owners.exclude(ref=self.instance.ref).exists():
            message = _("The address “%(slug)s” belonged to another page: choose a new one.")
            raise forms.ValidationError(message % {"slug": slug})
        return slug

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.instance.pk and self.seen() != self.instance.version:
            self._offer_to_take_over()
        elif reason := self.refused or self.held:
            self.add_error(None, reason)
        return cleaned

    def only_waits(self) -> bool:
        """Tell whether a person has to look at the form, and nothing in it is wrong."""
        return (self.is_overtaken or bool(self.held)) and set(self.errors) == {NON_FIELD_ERRORS}

    def _offer_to_take_over(self) -> None:
        self.is_overtaken = True
        present = self.instance.version
        self.fields["take_over"].widget = forms.CheckboxInput(attrs={"value": present})
        # The box is not ticked again by itself.
        typed = cast(QueryDict, self.data).copy()
        typed.pop(self.add_prefix("take_over"), None)
        self.data = typed
        message = format_html(
            "{} {} <a href='{}' target='_blank' rel='noopener'>{}</a> {}",
            str(Conflict(log.last_author(self.instance))),
            _("Nothing of yours is lost: it is all below, not saved yet."),
            self.address,
            _("Open the present version in a new tab"),
            _("and compare."),
        )
        self.add_error(None, message)
