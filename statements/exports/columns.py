"""The columns of a flat file, drawn from the public fields of the records by one rule.

A scalar is one column. A date is its day, month or year, how exact it is and where it is known
from; a passage is its words and their place in the text; a webcast is a column for each part,
and what stands in several languages one for each.
Codes are joined by "; ", and so is each part of voices and addressees, in their order. Beside a
code or a reference stands its name.
"""

from collections import abc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from statements import choices
from statements.catalogue import records
from statements.exports.names import Names

# The fields that hold codes or references, and of what.
OF: Mapping[str, str] = {
    "actor": "actor",
    "campaigns": "campaign",
    "countries": "country",
    "event": "event",
    "forms": "form",
    "groups": "group",
    "instruments": "instrument",
    "statement": "statement",
    "tags": "tag",
    "themes": "theme",
    "translation_of": "statement",
}
LEFT_OUT: Mapping[str, str] = {
    "Live.recommendations": "they have rows of their own, each with its tags",
    "Live.translations": "each has a row of its own, which names its original",
    "Passage.prefix": "the text has it before the passage",
    "Passage.suffix": "the text has it after the passage",
    "Statement.citations": "the instruments are named, and JSON has the words that cite them",
    "Statement.quote": "one of its recommendations once more",
    "Statement.repairs": "JSON has them, with the words of before",
    "Statement.sic": "JSON has the places",
    "Statement.withheld": "the text says it in its words",
}
PRECISION = {"day": 10, "month": 7, "year": 4}

# The values of a field in some rows, and the cells of each of its columns in them.
Values = Sequence[Any]
Cells = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Field:
    """A public field: its columns, and how its values in many rows fill them."""

    name: str
    columns: tuple[Column, ...]
    write: Callable[[Values, Names], Sequence[Cells]]


def of(kind: type) -> tuple[Field, ...]:
    """Return the fields of a public dataclass in the order of their columns."""
    return tuple(_field(line, bare(hint)) for line, hint in public(kind))


def public(kind: type) -> Iterator[tuple[Column, Any]]:
    """Yield name and meaning of each public field that a flat file has, with its type."""
    hints = get_type_hints(kind)
    for line in fields(kind):
        if f"{kind.__name__}.{line.name}" not in LEFT_OUT:
            yield Column(line.name, line.metadata["help"]), hints[line.name]


def bare(hint: Any) -> Any:
    """Return a type without its "or none"."""
    return get_args(hint)[0] if isinstance(hint, UnionType) else hint


def parts_of(item: type) -> tuple[str, ...]:
    """Return the parts of a nested thing that have columns: its ref, where it has rows itself."""
    if item in records.KINDS.values():
        return ("ref",)
    return tuple(part.name for part, _hint in public(item))


def _field(line: Column, hint: Any) -> Field:
    if hint is records.Date:
        return _date(line)
    if hint is records.Passage:
        return _passage(line)
    if is_dataclass(hint):
        return _part(line, hint)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return _nested(line, item) if is_dataclass(item) else _codes(line)
    if get_origin(hint) is abc.Mapping:
        return _in_languages(line)
    return _reference(line) if line.name in OF else _scalar(line, hint)


def _in_languages(line: Column) -> Field:
    """Return a column for each language but that of the house, which has a field of its own."""
    codes = [code for code in choices.UN_LANGUAGES if code != choices.HOUSE_LANGUAGE]
    columns = [
        Column(f"{line.name.removesuffix('s')}_{code}", f"The same in {choices.LANGUAGES[code]}.")
        for code in codes
    ]

    def write(values: Values, _names: Names) -> Sequence[Cells]:
        return [[words.get(code, "") for words in values] for code in codes]

    return Field(line.name, tuple(columns), write)


def _scalar(line: Column, hint: Any) -> Field:
    cell: Callable[[Any], str] = {bool: _truth, int: _number}.get(hint, str)

    def write(values: Values, _names: Names) -> Sequence[Cells]:
        return [values if cell is str else [cell(value) for value in values]]

    return Field(line.name, (line,), write)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _date(line: Column) -> Field:
    exact = Column(f"{line.name}_precision", "How exact it is: day, month or year.")
    source = Column(
        f"{line.name}_source", "Where editors know it from, if the text does not give it."
    )

    def write(dates: Values, _names: Names) -> Sequence[Cells]:
        return [
            [one.on[: PRECISION[one.precision]] if one else "" for one in dates],
            [one.precision if one else "" for one in dates],
            [one.source if one else "" for one in dates],
        ]

    return Field(line.name, (line, exact, source), write)


def _passage(line: Column) -> Field:
    start = Column(f"{line.name}_start", "Position of their first character in the text, from 0.")
    end = Column(f"{line.name}_end", "Position after their last character.")

    def write(passages: Values, _names: Names) -> Sequence[Cells]:
        return [
            [one.exact if one else "" for one in passages],
            [str(one.start) if one else "" for one in passages],
            [str(one.end) if one else "" for one in passages],
        ]

    return Field(line.name, (line, start, end), write)


def _part(line: Column, part: Any) -> Field:
    """Return the columns of one thing of several parts: a column for each."""
    lines = list(public(part))
    columns = tuple(Column(f"{line.name}_{one.name}", one.meaning) for one, _hint in lines)
    cells = [(one.name, _number if bare(hint) is int else str) for one, hint in lines]

    def write(values: Values, _names: Names) -> Sequence[Cells]:
        return [
            ["" if one is None else cell(getattr(one, name)) for one in values]
            for name, cell in cells
        ]

    return Field(line.name, columns, write)


def _reference(line: Column) -> Field:
    of = OF[line.name]

    def write(refs: Values, names: Names) -> Sequence[Cells]:
        titles = names.titles(of)
        return [refs, [titles[ref] for ref in refs]]

    return Field(line.name, (line, _name(line.name)), write)


def _codes(line: Column) -> Field:
    of = OF[line.name]

    def write(values: Values, names: Names) -> Sequence[Cells]:
        titles = names.titles(of)
        return [
            ["; ".join(codes) for codes in values],
            ["; ".join([titles[code] for code in codes]) for codes in values],
        ]

    return Field(line.name, (line, _name(line.name)), write)


def _nested(line: Column, item: Any) -> Field:
    if parts_of(item) == ("ref",):
        return _refs(line)
    columns = [Column(f"{line.name}_{part.name}", part.meaning) for part, _hint in public(item)]
    names_actor = any(part.name == "actor" for part, _hint in public(item))
    if names_actor:
        columns.append(_name(f"{line.name}_actor"))
    nothing = ("",) * len(columns)

    def cells(ones: Sequence[Any], titles: Mapping[str | None, str]) -> Cells:
        if names_actor:
            rows = [(*msgspec.structs.astuple(one), titles[one.actor]) for one in ones]
        else:
            rows = [msgspec.structs.astuple(one) for one in ones]
        if len(rows) == 1:
            return rows[0]
        return ["; ".join([part or "" for part in parts]) for parts in zip(*rows, strict=True)]

    def write(values: Values, names: Names) -> Sequence[Cells]:
        titles = names.titles("actor")
        rows = [cells(ones, titles) if ones else nothing for ones in values]
        return list(zip(*rows, strict=True))

    return Field(line.name, tuple(columns), write)


def _refs(line: Column) -> Field:
    def write(values: Values, _names: Names) -> Sequence[Cells]:
        return [["; ".join([one.ref for one in ones]) for ones in values]]

    return Field(line.name, (Column(line.name, f"{line.meaning} Their references."),), write)


def _name(of: str) -> Column:
    return Column(f"{of}_name", "The same by name, in English.")
