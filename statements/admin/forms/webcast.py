"""How far into a webcast something begins, in one field, as a source says it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from statements.text import durations


class Offset(forms.CharField):
    """One line for hours and minutes; its value is seconds, or None where empty."""

    default_error_messages = {
        "unreadable": _("Write it as 2:17:00, 2:17 (hours and minutes), 2h17 or 137 min."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "help_text",
            _("Hours and minutes into the webcast, if known: 2:17, 2h17, 137 min, 2:17:05."),
        )
        super().__init__(required=False, widget=forms.TextInput(attrs={"size": 16}), **options)

    def prepare_value(self, value: Any) -> Any:
        return durations.written(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return durations.parse(text)
        except ValueError:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable") from None

    def run_validators(self, value: Any) -> None:
        super().run_validators("" if value is None else str(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True
