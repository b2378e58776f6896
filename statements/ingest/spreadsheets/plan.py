"""What a table would make, what in it is wrong, and what of it is here already."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from statements.text.passages import Passage


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a sheet, or a cell of it; the sheet's name is "" where there is only one."""

    sheet: str
    row: int
    column: str = ""

    def __str__(self) -> str:
        said = _("Row %(row)d") % {"row": self.row}
        if self.sheet:
            said = _("Sheet “%(sheet)s”, row %(row)d") % {"sheet": self.sheet, "row": self.row}
        if self.column:
            said = _("%(row)s, column “%(column)s”") % {"row": said, "column": self.column}
        return said


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong in a cell or row, in a sentence for whoever filled it in."""

    place: Place
    words: str

    def __str__(self) -> str:
        return _("%(place)s: %(words)s") % {"place": self.place, "words": self.words}


@dataclass(slots=True, eq=False)
class NewStatement:
    """A row that becomes a statement: columns, voices and keys of what it is linked to."""

    place: Place
    values: Mapping[str, Any]
    voices: tuple[Mapping[str, Any], ...] = ()
    terms: Mapping[str, list[int]] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class NewAsk:
    """A row that becomes a recommendation of a statement that is new, or here (its key)."""

    place: Place
    statement: NewStatement | int
    passage: Passage
    values: Mapping[str, Any]
    terms: Mapping[str, list[int]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Here:
    """A row whose statement, or recommendation of that statement, is here already."""

    place: Place
    statement: int


@dataclass(slots=True)
class Plan:
    """All that a table asks for; `notes` are no troubles, but a person should know them."""

    statements: list[NewStatement] = field(default_factory=list)
    asks: list[NewAsk] = field(default_factory=list)
    here: list[Here] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[Trouble] = field(default_factory=list)

    @property
    def can_be_made(self) -> bool:
        return not self.troubles and bool(self.statements or self.asks)
