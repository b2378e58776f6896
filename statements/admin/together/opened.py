"""What a form held when it was opened travels with it, sealed, so that each change is known.

Nothing of it is kept on the server: a form that was open for a week, or over a restart, or whose
sender was logged out meanwhile, still says what its sender changed and what others did.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing

from statements.admin.together import controls
from statements.admin.together.controls import Values
from statements.workflow.history import log

SALT = "statements.admin.together.opened"
# They say what was seen or done, and are no words of anybody.
MARKS = frozenset({"version", "take_over", "shown_tags", forms.formsets.DELETION_FIELD_NAME})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an inline: `pk` is "" for a new one, `number` its place in the form.

    A row that was sent without being opened has no values: it stays as it is.
    """

    pk: str
    number: int
    values: Mapping[str, Values]
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a form and its rows hold, by the names of fields and by the prefixes of inlines."""

    fields: Mapping[str, Values]
    rows: Mapping[str, tuple[Row, ...]]


def sheet(form: Any, formsets: Iterable[Any]) -> Sheet:
    """Return what a browser sends for a form and its rows, filled in or not."""
    return Sheet(_values(form, ()), {formset.prefix: tuple(_rows(formset)) for formset in formsets})


def sealed(noun: Any, held: Sheet) -> str:
    """Return a sheet as text that only this site makes, to be sent back with the form."""
    rows = {
        prefix: [(row.pk, dict(row.values)) for row in several]
        for prefix, several in held.rows.items()
    }
    named = [log.kind_of(noun), noun.ref, dict(held.fields), rows]
    return signing.dumps(named, salt=SALT, compress=True)


def unsealed(noun: Any, text: str) -> Sheet | None:
    """Return the sheet a form was opened with; None where nothing trusted says."""
    try:
        kind, ref, fields, rows = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    if (kind, ref) != (log.kind_of(noun), noun.ref):
        return None
    return Sheet(
        _read(fields),
        {
            prefix: tuple(
                Row(pk, number, _read(values)) for number, (pk, values) in enumerate(all_)
            )
            for prefix, all_ in rows.items()
        },
    )


def _read(values: Mapping[str, Iterable[str]]) -> dict[str, Values]:
    return {name: tuple(several) for name, several in values.items()}


def _rows(formset: Any) -> Iterator[Row]:
    key = formset.model._meta.pk.name
    own = (key, formset.fk.name)
    for number, form in enumerate(formset.forms):
        pk = str(form.instance.pk or "")
        if form.is_bound:
            pk = form.data.get(form.add_prefix(key), "")
            if not pk and not form.has_changed():
                continue
        elif not pk:
            continue
        if not form.is_bound and not getattr(form, "is_ready", True):
            yield Row(pk, number, _unopened(form))
        else:
            yield Row(pk, number, _values(form, own), _is_removed(form))


def _unopened(form: Any) -> dict[str, Values]:
    """Return what a browser would send for a row that gets its fields once it is opened."""
    fields = {name: one for name, one in type(form).base_fields.items() if name not in MARKS}
    held = form.saved_values()
    return {
        name: controls.normal(field, field.prepare_value(held.get(name)))
        for name, field in fields.items()
    }


def _values(form: Any, own: tuple[str, ...]) -> dict[str, Values]:
    names = [name for name in form.fields if name not in MARKS and name not in own]
    return {name: controls.sent(form[name]) for name in names}


def _is_removed(form: Any) -> bool:
    name = forms.formsets.DELETION_FIELD_NAME
    return form.is_bound and name in form.fields and bool(form[name].value())
