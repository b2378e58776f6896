"""Write into one form what two people changed, row by row, as a browser would send it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.http import QueryDict

from statements.admin.together import comparing, controls
from statements.admin.together.comparing import Change, Whose
from statements.admin.together.opened import MARKS, Row, Sheet, sheet

DELETE = forms.formsets.DELETION_FIELD_NAME
# The names of the fields by which a formset knows how many rows there are.
TOTAL, INITIAL = "TOTAL_FORMS", "INITIAL_FORMS"


def joined(
    sent: QueryDict, base: Sheet | None, form: Any, formsets: Iterable[Any], present: "Present"
) -> QueryDict:
    """Return a form with the changes of both: those of `sent`, and those of the present version.

    Where both changed one field, what was chosen under `Place.key` counts.
    """
    data = sent.copy()
    mine = sheet(form, formsets)
    told = comparing.compare(base, mine, present.sheet)
    for change in told.changes:
        if not change.place.prefix:
            field = present.form.fields[change.place.name]
            controls.put(data, change.place.name, field, _chosen(change, field, sent))
    for prefix, formset in present.formsets.items():
        changes = [change for change in told.changes if change.place.prefix == prefix]
        _write_rows(data, sent, formset, mine.rows.get(prefix, ()), changes)
    for name in [name for name in data if name.startswith("keep-")]:
        del data[name]
    return data


class Present:
    """The forms of the present version, as they open for whoever comes now."""

    def __init__(self, form: Any, formsets: Iterable[Any]) -> None:
        self.form = form
        self.formsets = {formset.prefix: formset for formset in formsets}
        self.sheet = sheet(form, self.formsets.values())

    def field(self, prefix: str, name: str) -> Any:
        """Return a field of the form, or of the rows of one of its inlines."""
        if not prefix:
            return self.form.fields[name]
        formset = self.formsets[prefix]
        return (formset.forms[0] if formset.forms else formset.empty_form).fields[name]

    def row(self, prefix: str, pk: str) -> Any:
        """Return the form of a row that is there."""
        return next(one for one in self.formsets[prefix].forms if str(one.instance.pk) == pk)


def refiled(sent: QueryDict, base: Sheet | None, formsets: Iterable[Any]) -> QueryDict:
    """Return a form without the rows that somebody removed meanwhile.

    What was typed into one of them becomes a new row: nothing of it is lost.
    """
    data = sent.copy()
    for formset in formsets:
        there = {str(pk) for pk in formset.queryset.values_list("pk", flat=True)}
        before = comparing.by_pk(base.rows.get(formset.prefix, ())) if base else {}
        rows = sheet_rows(formset)
        gone = [row for row in rows if row.pk and row.pk not in there]
        if not gone:
            continue
        untouched = [
            row
            for row in gone
            if row.is_removed or (row.pk in before and before[row.pk].values == row.values)
        ]
        kept = [row for row in rows if row.pk and row not in gone]
        new = [row for row in rows if row not in kept and row not in untouched]
        _rewrite(data, sent, formset, [(row.number, row.pk) for row in kept], new)
    return data


def sheet_rows(formset: Any) -> tuple[Row, ...]:
    empty = forms.Form()
    return sheet(empty, [formset]).rows[formset.prefix]


def _write_rows(
    data: QueryDict, sent: QueryDict, formset: Any, mine: tuple[Row, ...], changes: list[Change]
) -> None:
    """Put the rows of the present version first, then those that are new in mine."""
    typed = comparing.by_pk(mine)
    places: list[tuple[int | None, str]] = []
    present = [one for one in formset.forms if one.instance.pk]
    for row in present:
        pk = str(row.instance.pk)
        places.append((typed[pk].number if pk in typed else None, pk))
    _rewrite(data, sent, formset, places, [row for row in mine if not row.pk])
    for number, row in enumerate(present):
        held = typed.get(str(row.instance.pk))
        if held is None:
            _write_row(data, formset, number, row)
        elif held.is_removed and sent.get(f"keep-{formset.prefix}-{held.pk}") == Whose.THEIRS:
            data.pop(f"{formset.prefix}-{number}-{DELETE}", None)
    numbers = {str(row.instance.pk): number for number, row in enumerate(present)}
    for change in changes:
        if not typed[change.place.pk].values:
            # It was not opened, so it stays as it is without being sent.
            continue
        name = f"{formset.prefix}-{numbers[change.place.pk]}-{change.place.name}"
        field = formset.forms[0].fields[change.place.name]
        controls.put(data, name, field, _chosen(change, field, sent))
    _show_present_tags(data, formset, present)


def _write_row(data: QueryDict, formset: Any, number: int, row: Any) -> None:
    own = {formset.model._meta.pk.name, formset.fk.name}
    for name, field in row.fields.items():
        if name not in own and name not in MARKS:
            html = f"{formset.prefix}-{number}-{name}"
            controls.put(data, html, field, controls.sent(row[name]))


def _show_present_tags(data: QueryDict, formset: Any, present: list[Any]) -> None:
    """Say that the tags shown are the present ones: a row adds and removes by those shown."""
    for number, row in enumerate(present):
        if "shown_tags" in row.fields:
            data[f"{formset.prefix}-{number}-shown_tags"] = row["shown_tags"].value() or ""


def _rewrite(
    data: QueryDict,
    sent: QueryDict,
    formset: Any,
    kept: list[tuple[int | None, str]],
    new: Iterable[Row],
) -> None:
    """Number the rows of a formset anew: those that are there, then new ones.

    `kept` has, for each that is there, the number it was sent under, and its key.
    """
    prefix, key = formset.prefix, formset.model._meta.pk.name
    for name in [name for name in data if _number(name, prefix) is not None]:
        del data[name]
    numbers = [*kept, *((row.number, "") for row in new)]
    for number, (was, pk) in enumerate(numbers):
        if was is not None:
            for name in _names(sent, prefix, was):
                rest = name.removeprefix(f"{prefix}-{was}-")
                data.setlist(f"{prefix}-{number}-{rest}", sent.getlist(name))
        data[f"{prefix}-{number}-{key}"] = pk
    data[f"{prefix}-{TOTAL}"] = str(len(numbers))
    data[f"{prefix}-{INITIAL}"] = str(len(kept))


def _names(sent: QueryDict, prefix: str, number: int) -> Iterator[str]:
    return (name for name in sent if _number(name, prefix) == number)


def _number(name: str, prefix: str) -> int | None:
    """Return the number of the row that a control belongs to."""
    rest = name.removeprefix(f"{prefix}-")
    number, dash, _field = rest.partition("-")
    return int(number) if rest != name and dash and number.isdecimal() else None


def _chosen(change: Change, field: forms.Field, sent: QueryDict) -> controls.Values:
    return comparing.joined_values(
        change,
        several=controls.is_several(field),
        text=controls.is_text(field),
        kept=sent.get(change.place.key, ""),
    )
