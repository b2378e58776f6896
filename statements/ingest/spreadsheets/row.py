"""A row while it is checked: its cells as values, and what is wrong with them."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Choices, Model
from django.utils import translation
from django.utils.translation import gettext as _

from statements.choices import LANGUAGES
from statements.ingest.spreadsheets import plan
from statements.ingest.spreadsheets.desk import Desk
from statements.ingest.spreadsheets.mapping import Mapping
from statements.ingest.spreadsheets.names import Names, folded
from statements.ingest.spreadsheets.plan import Place, Plan, Trouble
from statements.ingest.tables.sheet import Row, Sheet
from statements.text import approximate, durations
from statements.text.approximate import Approximate

# What spreadsheets show in a cell that they could not calculate.
_ERRORS: Final = frozenset("#N/A #REF! #VALUE! #NAME? #DIV/0! #NULL! #NUM!".split())
_YES: Final = frozenset("yes true 1 x oui sí да 是 نعم".split())
_PARTED = re.compile(r"[;\n]")
_SAID_BY = re.compile(r"[·,]")
_LEADING = re.compile(r"\d+")
_SHOWN: Final = 60
# More names in one cell are no list of names.
_MOST_PARTS: Final = 100


class Cells:
    """The cells of one row by the fields they hold; troubles go into the plan."""

    def __init__(self, sheet: Sheet, mapping: Mapping, row: Row, to: Plan, desk: Desk) -> None:
        self._sheet, self._mapping, self._row = sheet, mapping, row
        self._plan, self._desk = to, desk
        self.place = Place(sheet.name, row.number)
        self._told: set[Trouble] = set()

    def has(self, name: str) -> bool:
        return self._mapping.column(name) is not None

    def raw(self, name: str) -> str:
        """Return a cell as it is; "" where no column holds the field, or an error of Excel's."""
        at = self._mapping.column(name)
        cell = "" if at is None else self._row.cells[at]
        if cell.strip() in _ERRORS:
            self.wrong(name, _("the spreadsheet itself shows an error here: %s") % cell.strip())
            return ""
        return cell

    def line(self, name: str) -> str:
        return " ".join(self.raw(name).split())

    def wrong(self, name: str, words: str) -> None:
        """Tell what is wrong with a cell, once however often it is looked at."""
        trouble = Trouble(self._at(name), words)
        if trouble not in self._told:
            self._told.add(trouble)
            self._plan.troubles.append(trouble)

    def note(self, name: str, words: str) -> None:
        self._plan.notes.append(Trouble(self._at(name), words))

    def _at(self, name: str) -> Place:
        at = self._mapping.column(name)
        column = "" if at is None else self._sheet.columns[at]
        return plan.Place(self.place.sheet, self.place.row, column)

    def value(self, name: str, model: type[Model], column: str = "") -> str:
        """Return a line that a column of the desk takes; what it says against it is wrong."""
        line = self.line(name)
        if line:
            field: Any = model._meta.get_field(column or name)
            try:
                field.run_validators(line)
            except ValidationError as error:
                self.wrong(name, " ".join(error.messages))
                return ""
        return line

    def choice(self, name: str, among: type[Choices], default: Any) -> Any:
        """Return the one of a closed list that a cell names by code or label."""
        line = self.line(name)
        if not line:
            return default
        for value, label in among.choices:
            with translation.override("en"):
                english = str(label)
            if folded(line) in {folded(str(value)), folded(str(label)), folded(english)}:
                return value
        told = "; ".join(str(label) for label in among.labels)
        self.wrong(name, _("“%(cell)s” is none of these: %(labels)s") % _both(line, told))
        return default

    def strength(self, name: str, among: type[Choices]) -> Any:
        """Return a step of strength, given by its number or by a word of its label."""
        line = self.line(name)
        number = _LEADING.match(line)
        if number and int(number[0]) in among.values:
            return int(number[0])
        for value, label in among.choices:
            if folded(line) in map(folded, _SAID_BY.split(str(label))):
                return value
        return self.choice(name, among, None)

    def language(self, name: str) -> str:
        line = self.line(name)
        if not line:
            return ""
        code = line.casefold().replace("_", "-").partition("-")[0]
        if code in LANGUAGES:
            return code
        for code, english in LANGUAGES.items():
            own = translation.get_language_info(code)["name_local"] if code != "zh" else "中文"
            if folded(line) in {folded(english), folded(own)}:
                return code
        self.wrong(name, _("“%s” is no language we know.") % line[:_SHOWN])
        return ""

    def truth(self, name: str) -> bool:
        return self.line(name).casefold() in _YES

    def number(self, name: str) -> int | None:
        line = self.line(name)
        if not line:
            return None
        if line.isascii() and line.isdigit() and len(line) < 10:
            return int(line)
        self.wrong(name, _("“%s” is no number.") % line[:_SHOWN])
        return None

    def offset(self, name: str) -> int | None:
        """Return seconds: given as such, or as people write hours and minutes."""
        line = self.line(name)
        if not line or line.isdigit():
            return self.number(name)
        try:
            return durations.parse(line)
        except ValueError:
            self.wrong(name, _("Write it as 2:17:00 or 2 h 17 min."))
            return None

    def date(self, name: str) -> Approximate | None:
        line = self.line(name)
        try:
            return approximate.parse(line) if line else None
        except approximate.NoSuchDate:
            self.wrong(name, _("“%s” is in no calendar.") % line[:_SHOWN])
        except ValueError:
            told = _(
                "“%s” is no date we can read. Write it as 27 September 2017, 2017-09-27, "
                "September 2017 or 2017."
            )
            self.wrong(name, told % line[:_SHOWN])
        return None

    def parts(self, name: str) -> list[str]:
        """Return what stands in a cell one after another, parted by semicolons or lines."""
        parts = [part for one in _PARTED.split(self.raw(name)) if (part := " ".join(one.split()))]
        if len(parts) > _MOST_PARTS:
            self.wrong(name, _("There are more than %d names in this cell.") % _MOST_PARTS)
            return []
        return parts

    def linked(self, name: str, what: str) -> list[int]:
        """Return the keys of all nouns that a cell names, each once."""
        names = self._desk.of(what)
        found: list[int] = []
        for part in self.parts(name):
            for one in _in_commas(part, names):
                found += self.meant(name, one, what)
        return list(dict.fromkeys(found))

    def meant(self, name: str, words: str, what: str) -> list[int]:
        """Return the key of the one noun that words mean; none, with a trouble, if not one."""
        names = self._desk.of(what)
        found = names.found(words)
        if len(found) == 1:
            return found
        if found:
            told = ", ".join(names.shown(pk) for pk in found[:5])
            said = _("“%(cell)s” may be several: %(labels)s") % _both(words, told)
        else:
            said = _UNKNOWN[what]() % words[:_SHOWN]
        self.wrong(name, said)
        return []

    def means(self, words: str, what: str) -> bool:
        """Tell whether words mean a noun of the desk, one or several."""
        return bool(self._desk.of(what).found(words))


def _both(cell: str, labels: str) -> dict[str, str]:
    return {"cell": cell[:_SHOWN], "labels": labels}


_UNKNOWN: dict[str, Callable[[], str]] = {
    "countries": lambda: _("“%s” is no country we know."),
    "actors": lambda: _("“%s” is no actor we know."),
    "themes": lambda: _("“%s” is no theme we know."),
    "groups": lambda: _("“%s” is no affected group we know."),
    "forms": lambda: _("“%s” is no form of exploitation we know."),
    "tags": lambda: _("“%s” is no tag we know."),
    "events": lambda: _("“%s” is no event we know."),
}


def _in_commas(part: str, names: Names) -> Iterable[str]:
    """Return what commas part, if each is known and the whole is not."""
    pieces = [" ".join(piece.split()) for piece in part.split(",")]
    if len(pieces) > 1 and not names.found(part) and any(map(names.found, pieces)):
        return filter(None, pieces)
    return [part]
