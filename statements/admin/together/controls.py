"""What a browser sends for a field, read from a form and written back into one."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from statements.admin.forms.recommendation import TagNames

Values = tuple[str, ...]


def is_several(field: forms.Field) -> bool:
    """Tell whether a field holds a set of values, of which each may come and go by itself."""
    return isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField | TagNames)


def is_text(field: forms.Field) -> bool:
    """Tell whether a field holds words in which two people may change different places."""
    return isinstance(field.widget, forms.Textarea)


def sent(bound: forms.BoundField) -> Values:
    """Return what a browser sends for a field as the form has it, in one fixed form."""
    return normal(bound.field, bound.value())


def normal(field: forms.Field, value: Any) -> Values:
    """Return a value that a field prepared for its control, in one fixed form."""
    if isinstance(field, TagNames):
        return tuple(sorted(field.to_python(value)))
    if is_several(field):
        return tuple(sorted(str(one) for one in value or ()))
    if isinstance(value, bool):
        return ("on",) if value else ()
    if isinstance(field.widget, forms.DateInput):
        value = field.widget.format_value(value)
    text = "" if value is None else str(value).replace("\r\n", "\n")
    return (text,) if text else ()


def put(data: QueryDict, name: str, field: forms.Field, values: Values) -> None:
    """Write values into what a browser sent, under the name of a control."""
    if isinstance(field, TagNames):
        data[name] = ", ".join(values)
    elif is_several(field) or isinstance(field, forms.BooleanField):
        data.setlist(name, list(values))
    else:
        data[name] = values[0] if values else ""


def said(field: forms.Field, values: Values) -> str:
    """Return values as a person reads them: labels of choices, names of what is related."""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if values else _("No")
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(_names(field, values))
    if isinstance(field, forms.ChoiceField):
        labels = dict(_flat(field.choices))
        return ", ".join(labels.get(value, value) for value in values)
    return ", ".join(values)


def _names(field: Any, values: Values) -> list[str]:
    """Return the names of related rows; one that is gone has none."""
    key = field.to_field_name or "pk"
    # No key of a row has more digits.
    known = [one for one in values if key != "pk" or (one.isdecimal() and len(one) <= 18)]
    held = field.queryset.filter(**{f"{key}__in": known})
    return sorted(str(one) for one in held)


def _flat(choices: Any) -> Iterable[tuple[str, str]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), str(label)
