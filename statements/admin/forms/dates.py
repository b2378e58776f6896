"""A date as people write it: a year, a month or a day, in one field."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from statements.choices import Precision
from statements.text.approximate import Approximate, NoSuchDate, parse


class ApproximateDate(forms.CharField):
    """One line for a date and its precision; its value is Approximate, or None where empty."""

    default_error_messages = {
        "unreadable": _("Write it as 27 September 2017, 2017-09-27, September 2017 or 2017."),
        "absent": _("There is no such date."),
        "day": _("Give the day, such as 27 September 2017 or 2017-09-27."),
    }

    def __init__(self, *, only_days: bool = False, **options: Any) -> None:
        self.only_days = only_days
        options.setdefault("help_text", _("A day, a month or a year: 27 September 2017, 2017-09."))
        super().__init__(required=False, widget=forms.TextInput(attrs={"size": 24}), **options)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        try:
            read = parse(text)
        except NoSuchDate:
            raise ValidationError(self.error_messages["absent"], code="no_such_date") from None
        except ValueError:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable") from None
        if self.only_days and read.precision != Precision.DAY:
            raise ValidationError(self.error_messages["day"], code="day")
        return read

    def run_validators(self, value: Any) -> None:
        super().run_validators("" if value is None else str(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return str(self.to_python(data) or "") != str(initial or "")
        except ValidationError:
            return True


def held(noun: Any, name: str) -> str:
    """Return the date of a noun as its field shows it; empty where it is not known."""
    on, precision = getattr(noun, f"{name}_on"), getattr(noun, f"{name}_precision")
    return "" if on is None else str(Approximate(on, precision))


def put(noun: Any, name: str, value: Approximate | None) -> None:
    """Set `<name>_on` and `<name>_precision` of a noun."""
    setattr(noun, f"{name}_on", value.on if value else None)
    setattr(noun, f"{name}_precision", value.precision if value else Precision.UNKNOWN)
