"""How much of a selection carries a value, two values at once, or falls into a period.

From the postings that each process holds: no record is read, and nothing is counted by looking
through records. Names are those of parameters that have a panel.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from statements.catalogue import select
from statements.catalogue.postings import index, periods
from statements.catalogue.selection import Selection

# A parameter, and some of its values.
Axis = tuple[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Crossing:
    """How many records carry a value of the rows and one of the columns.

    `beside` has those of a row that carry none of the columns, `below` those of a column that
    carry none of the rows; `rest` are all that carry none of the rows.
    """

    cells: Mapping[tuple[str, str], int]
    beside: Mapping[str, int]
    below: Mapping[str, int]
    rest: int


def tallied(selection: Selection, name: str) -> Mapping[str, int]:
    """Return how many records of a selection carry each value of a parameter.

    Unlike the counts of a list's panel, those of a parameter that the selection itself narrows
    are counted within it.
    """
    if not selection.is_narrowed:
        return select.counted(selection.kind, [name])[name]
    return select.within(selection, [name])[name]


def crossed(selection: Selection, rows: Axis, columns: Axis) -> Crossing:
    """Return how many records of a selection carry each value of one axis and of the other."""
    found = select.find(selection)
    of_rows = _within(found, selection.kind, rows)
    of_columns = _within(found, selection.kind, columns)
    any_row, any_column = _any_of(of_rows), _any_of(of_columns)
    return Crossing(
        cells={
            (row, column): held.intersection_cardinality(other)
            for row, held in of_rows.items()
            for column, other in of_columns.items()
        },
        beside={row: held.difference_cardinality(any_column) for row, held in of_rows.items()},
        below={column: held.difference_cardinality(any_row) for column, held in of_columns.items()},
        rest=found.difference_cardinality(any_row),
    )


def dated(selection: Selection, spans: Sequence[str]) -> Mapping[str, int]:
    """Return how many records of a selection overlap each year, month or day of `spans`."""
    found, present = select.find(selection), index.present()
    return {
        span: found.intersection_cardinality(
            periods.overlapping(present, selection.kind, span, span)
        )
        for span in spans
    }


def _within(found: BitMap, kind: str, axis: Axis) -> dict[str, BitMap]:
    name, values = axis
    held = index.present().find(kind, name, values)
    return {value: found & held.get(value, index.EMPTY) for value in values}


def _any_of(held: Mapping[str, BitMap]) -> BitMap:
    return BitMap.union(index.EMPTY, *held.values())
