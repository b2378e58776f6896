"""What a file of the desk is made of: columns, and the rows they are read from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from statements import workflow
from statements.admin.noun import change_address
from statements.exports import cells
from statements.models import Statement, User
from statements.text.withholding import Withheld
from statements.workflow.withheld import extent

# An Excel that does not see it spoils every letter that is not English.
MARK = "\ufeff".encode()
BATCH = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `start` says where in the text of its statement a cell's words begin, if there."""

    name: str
    cell: Callable[[Any], str]
    start: Callable[[Any], int] | None = None

    def shown(self, row: Any, withheld: Withheld) -> str:
        words = self.cell(row)
        if not withheld:
            return words
        return withheld.quoted(self.start(row), words) if self.start else withheld.line(words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as a file: `fetch` reads all that the columns show in a fixed number of queries.

    What is withheld is among it; `statement` says whose words a row holds.
    """

    name: str
    columns: tuple[Column, ...]
    fetch: Callable[[QuerySet[Any]], QuerySet[Any]]
    statement: Callable[[Any], Statement]

    def write(self, rows: QuerySet[Any], keys: Sequence[int], by: User) -> Iterator[bytes]:
        """Yield the rows with these keys, in their order, as CSV; what is gone by then is not."""
        yield MARK + cells.lines([[column.name] for column in self.columns])
        for start in range(0, len(keys), BATCH):
            some = keys[start : start + BATCH]
            found = {row.pk: row for row in self.fetch(rows.filter(pk__in=some))}
            if lines := [self._line(found[key], by) for key in some if key in found]:
                yield cells.lines(list(zip(*lines, strict=True)))

    def _line(self, row: Any, by: User) -> list[str]:
        statement = self.statement(row)
        may_read = workflow.may_read_withheld(by, statement)
        withheld = Withheld() if may_read else extent.at_a_glance(statement)
        return [column.shown(row, withheld) for column in self.columns]


def named(rows: Any) -> str:
    """Return the names of related rows in one cell."""
    return "; ".join(str(row) for row in rows.all())


def address(noun: Any) -> str:
    """Return where a noun is changed on the desk."""
    return settings.SITE_URL + change_address(noun)
