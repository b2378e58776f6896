"""A field for the words of a source: not a character is stripped, changed or lost."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def refuse_nul(text: str) -> None:
    if "\x00" in text:
        raise ValidationError(
            _("There is a character in it that cannot be kept (NUL). Paste it as plain text."),
            code="nul",
        )


class Lines(forms.CharField):
    """Several lines; the CR LF that browsers send for a line's end becomes LF again."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # Django's own refusal of NUL speaks to developers.
        self.validators = [*self.default_validators, refuse_nul]

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


class SourceText(Lines):
    """The words of a source: nothing is stripped, folded or normalised."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        attributes = {"rows": rows, "cols": 80, "dir": "auto", "class": "source-words"}
        super().__init__(strip=False, widget=forms.Textarea(attrs=attributes), **options)
