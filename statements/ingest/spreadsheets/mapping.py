"""Which column of a table is which field: guessed by its heading, decided by a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from statements.ingest.spreadsheets.fields import FIELDS, RECOMMENDATIONS, STATEMENTS, needed
from statements.ingest.spreadsheets.headings import HEADINGS
from statements.ingest.spreadsheets.names import folded


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the rows of a sheet are, none if "", and what each column is, "" where left out."""

    kind: str
    fields: tuple[str, ...]

    def column(self, name: str) -> int | None:
        """Return the place of the column that holds a field."""
        return self.fields.index(name) if name in self.fields else None

    def twice(self) -> list[str]:
        """Return the fields that several columns were said to hold."""
        given = [name for name in self.fields if name]
        return sorted({name for name in given if given.count(name) > 1})

    def missing(self) -> list[str]:
        """Return the needed fields that no column holds.

        Lists of the desk have no texts; their statements are known by their references.
        """
        if not self.kind:
            return []
        held = {*self.fields, *(("text",) if "ref" in self.fields else ())}
        return [field.name for field in needed(self.kind) if field.name not in held]


def guess(columns: Sequence[str]) -> Mapping:
    """Return what a sheet with these headings probably is; nothing where no heading is known."""
    guesses = [guess_as(kind, columns) for kind in (STATEMENTS, RECOMMENDATIONS)]
    best = max(guesses, key=lambda one: (-len(one.missing()), sum(map(bool, one.fields))))
    return best if any(best.fields) else Mapping("", best.fields)


def guess_as(kind: str, columns: Sequence[str]) -> Mapping:
    """Return what the columns are in a sheet of a kind; each field once, by its best heading."""
    if not kind:
        return Mapping("", ("",) * len(columns))
    heads = [folded(column.replace("_", " ")) for column in columns]
    found = [""] * len(columns)
    for field in FIELDS[kind]:
        said = (folded(one.replace("_", " ")) for one in HEADINGS[kind].get(field.name, ()))
        at = next((heads.index(one) for one in said if one in heads), None)
        if at is not None and not found[at]:
            found[at] = field.name
    return Mapping(kind, tuple(found))
