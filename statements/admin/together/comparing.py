"""What two people changed of one noun, field by field and row by row, and both in one form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from statements.admin.together.controls import Values
from statements.admin.together.opened import Row, Sheet
from statements.text import joining


class Whose(StrEnum):
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Place:
    """A field of the noun itself, or of a row of one of its inlines."""

    name: str
    prefix: str = ""
    pk: str = ""

    @property
    def key(self) -> str:
        """The name under which a person's choice for this place is sent."""
        return "-".join(("keep", self.prefix, self.pk, self.name))


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs: what it was when the form was opened, and what each has made of it.

    `base` is None where nothing says what it was.
    """

    place: Place
    whose: Whose
    base: Values | None
    mine: Values
    theirs: Values


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that only one of the two has: added or removed, and by whom."""

    prefix: str
    row: Row
    whose: Whose
    is_added: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    changes: tuple[Change, ...]
    rows: tuple[RowChange, ...]


def compare(base: Sheet | None, mine: Sheet, theirs: Sheet) -> Comparison:
    """Return all in which two forms differ, and who did it since both were as in `base`."""
    changes = list(_changes("", "", base.fields if base else None, mine.fields, theirs.fields))
    rows: list[RowChange] = []
    for prefix, present in theirs.rows.items():
        before = by_pk(base.rows.get(prefix, ())) if base else {}
        typed = by_pk(mine.rows.get(prefix, ()))
        for row in present:
            held, was = typed.get(row.pk), before.get(row.pk)
            if held is None:
                rows.append(RowChange(prefix, row, Whose.THEIRS, is_added=True))
                continue
            if held.is_removed:
                whose = Whose.MINE if was and was.values == row.values else Whose.BOTH
                rows.append(RowChange(prefix, row, whose, is_added=False))
                continue
            values = was.values if was else None
            # What was not opened was not changed.
            typed_values = held.values or values or row.values
            changes += _changes(prefix, row.pk, values, typed_values, row.values)
        there = {row.pk for row in present}
        gone = [row for pk, row in before.items() if pk not in there]
        rows += [RowChange(prefix, row, Whose.THEIRS, is_added=False) for row in gone]
    return Comparison(tuple(changes), tuple(rows))


def by_pk(rows: tuple[Row, ...]) -> dict[str, Row]:
    return {row.pk: row for row in rows if row.pk}


def joined_values(change: Change, *, several: bool, text: bool, kept: str = "") -> Values:
    """Return what a field holds once both are joined.

    `kept` is what a person chose where both changed it: "mine", "theirs", or neither, which
    joins sets and texts and otherwise keeps mine.
    """
    if change.whose == Whose.MINE or kept == Whose.MINE:
        return change.mine
    if change.whose == Whose.THEIRS or kept == Whose.THEIRS:
        return change.theirs
    if several:
        mine, theirs, base = set(change.mine), set(change.theirs), set(change.base or ())
        return tuple(sorted((theirs | (mine - base)) - (base - mine)))
    if text and change.base is not None:
        told = joining.join(*("".join(one) for one in (change.base, change.mine, change.theirs)))
        return (told.text,) if told.text else ()
    return change.mine


def _changes(
    prefix: str,
    pk: str,
    base: Mapping[str, Values] | None,
    mine: Mapping[str, Values],
    theirs: Mapping[str, Values],
) -> Iterator[Change]:
    for name in theirs:
        if name not in mine or mine[name] == theirs[name]:
            continue
        was = base.get(name) if base is not None else None
        whose = Whose.BOTH
        if was == mine[name]:
            whose = Whose.THEIRS
        elif was == theirs[name]:
            whose = Whose.MINE
        yield Change(Place(name, prefix, pk), whose, was, mine[name], theirs[name])
