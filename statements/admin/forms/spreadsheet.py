"""The forms of a spreadsheet: its files, and what each of its columns is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator, format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.admin.forms.paste import Files
from statements.ingest.documents import limits
from statements.ingest.reading.reader import Reader, Unreadable
from statements.ingest.spreadsheets import fields, mapping
from statements.ingest.spreadsheets.mapping import Mapping
from statements.ingest.tables.sheet import Sheet

FILES = 5
SAMPLE_ROWS = 5
SAMPLE_LENGTH = 60


class SpreadsheetForm(forms.Form):
    """The files; its `sheets` are what was read out of all of them."""

    tables = Files(
        allow_empty_file=True,
        label=gettext_lazy("Files"),
        help_text=format_lazy(
            gettext_lazy(
                "An Excel workbook (.xlsx) or CSV, up to {count} rows; the first row has the "
                "headings. Recommendations stand in a sheet or file of their own."
            ),
            count=f"{limits.ROWS:,}",
        ),
    )

    def clean_tables(self) -> list[Any]:
        files: list[Any] = self.cleaned_data["tables"]
        if not files:
            raise ValidationError(_("Choose a file, please."))
        if len(files) > FILES:
            raise ValidationError(_("Bring in at most %d files at once, please.") % FILES)
        return files

    def read(self) -> list[Sheet]:
        """Return the sheets of all files; what cannot be read becomes an error of the form."""
        files = self.cleaned_data["tables"]
        found: list[tuple[str, Sheet]] = []
        with Reader("tables") as reader:
            for file in files:
                try:
                    found += [(file.name, sheet) for sheet in reader.tables(file.read())]
                except Unreadable as error:
                    told = _("%(name)s: %(why)s") % {"name": file.name, "why": error}
                    self.add_error("tables", told)
        return list(_named(found, several=len(files) > 1))


def _named(found: Sequence[tuple[str, Sheet]], *, several: bool) -> Iterator[Sheet]:
    """Yield sheets under names that tell them apart; one alone needs none."""
    for file, sheet in found:
        parts = [part for part in (file if several else "", sheet.name) if part]
        yield replace(sheet, name=": ".join(parts) if len(found) > 1 else "")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the page shows it: heading, some cells, and the choice of its field."""

    heading: str
    sample: tuple[str, ...]
    choice: forms.BoundField


class MappingForm(forms.Form):
    """What the rows of each sheet are, and what each of its columns."""

    def __init__(self, sheets: Sequence[Sheet], mappings: Sequence[Mapping], data: Any = None):
        super().__init__(data)
        self.sheets, self.mappings = sheets, mappings
        kinds = [("", _("Leave this sheet out")), *fields.KINDS.items()]
        for at, (sheet, held) in enumerate(zip(sheets, mappings, strict=True)):
            label = _("Rows of “%s”") % sheet.name if sheet.name else _("The rows are")
            self.fields[f"s{at}"] = forms.ChoiceField(
                choices=kinds, required=False, label=label, initial=held.kind
            )
            # What the choices below are made for.
            self.fields[f"s{at}-was"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=held.kind
            )
            labels = fields.labels(held.kind) if held.kind else {}
            for column, name in enumerate(held.fields):
                heading = sheet.columns[column]
                self.fields[f"s{at}-c{column}"] = forms.ChoiceField(
                    choices=[("", _("Leave out")), *labels.items()],
                    required=False,
                    label=_("Column “%s” is") % heading,
                    initial=name,
                )

    def tables(self) -> Iterator[tuple[forms.BoundField, forms.BoundField, list[Column]]]:
        """Yield, of each sheet, the choice of its kind, what that was, and its columns."""
        for at, sheet in enumerate(self.sheets):
            columns = [
                Column(heading, _sample(sheet, column), self[f"s{at}-c{column}"])
                for column, heading in enumerate(sheet.columns)
            ]
            yield self[f"s{at}"], self[f"s{at}-was"], columns if self.mappings[at].kind else []

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen = self.chosen()
        if not any(one.kind for one in chosen):
            self.add_error(None, _("Say of a sheet what its rows are."))
        for at, one in enumerate(chosen):
            labels = fields.labels(one.kind) if one.kind else {}
            for name in one.missing():
                told = _("Choose a column for this, without which there is nothing: %s.")
                self.add_error(f"s{at}", told % labels[name])
            for name in one.twice():
                told = _("Several columns were said to be this: %s. One alone can be.")
                self.add_error(f"s{at}", told % labels[name])
        return data

    def chosen(self) -> list[Mapping]:
        """Return what was chosen for each sheet."""
        data = self.cleaned_data
        return [
            Mapping(
                data.get(f"s{at}", ""),
                tuple(data.get(f"s{at}-c{column}", "") for column in range(len(sheet.columns))),
            )
            for at, sheet in enumerate(self.sheets)
        ]


def posted(sheets: Sequence[Sheet], data: Any) -> tuple[MappingForm, bool]:
    """Return the form that was sent, and whether a sheet became another kind in it.

    The columns of such a sheet are guessed anew, for a person to look at.
    """
    mappings, is_other = [], False
    for at, sheet in enumerate(sheets):
        kind = data.get(f"s{at}", "")
        kind = kind if kind in fields.KINDS else ""
        if kind != data.get(f"s{at}-was", ""):
            is_other = True
            mappings.append(mapping.guess_as(kind, sheet.columns))
        else:
            names = {field.name for field in fields.FIELDS.get(kind, ())}
            given = (data.get(f"s{at}-c{column}", "") for column in range(len(sheet.columns)))
            mappings.append(Mapping(kind, tuple(name if name in names else "" for name in given)))
    return MappingForm(sheets, mappings, None if is_other else data), is_other


def _sample(sheet: Sheet, column: int) -> tuple[str, ...]:
    cells = (row.cells[column] for row in sheet.rows[:SAMPLE_ROWS])
    return tuple(Truncator(" ".join(cell.split())).chars(SAMPLE_LENGTH) for cell in cells)
