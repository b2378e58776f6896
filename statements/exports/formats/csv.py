"""CSV (RFC 4180) for spreadsheets and scripts: a row a record, columns by the rule of `columns`.

It begins with a byte order mark: without one Excel spoils every letter that is not English.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, TypeVar

import msgspec

from statements.catalogue import records
from statements.catalogue.selection import Refused
from statements.exports import cells, columns, lean, rows
from statements.exports.columns import Cells, Column, Field
from statements.exports.export import Export, Format
from statements.exports.lean import Lean
from statements.exports.names import Names

Part = TypeVar("Part")

MARK = "\ufeff".encode()
LINKS = {
    "statement": (Column("url", "Permanent link to the record."),),
    "recommendation": (
        Column("url", "Permanent link to the record."),
        Column("statement_url", "Link to the very words in their statement."),
    ),
}
# A long text would push the columns after it out of sight.
LAST = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """How the two parts of records of a kind become columns."""

    frozen: tuple[Field, ...]
    live: tuple[Field, ...]
    lean_frozen: Lean
    lean_live: Lean

    @classmethod
    @cache
    def of(cls, kind: str) -> "Table":
        frozen, live = records.KINDS[kind], records.Live
        return cls(columns.of(frozen), columns.of(live), lean.drawn(frozen), lean.drawn(live))


def header(kind: str) -> tuple[Column, ...]:
    """Return the columns of a kind of record, in their order."""
    table = Table.of(kind)
    of_fields = [(field.name, field.columns) for field in (*table.frozen, *table.live)]
    return (*LINKS[kind], *chain.from_iterable(_text_last(of_fields)))


def write(export: Export) -> Iterator[bytes]:
    """Yield the header, then a batch of rows at a time."""
    kind = export.selection.kind
    names, table = Names(), Table.of(kind)
    yield MARK + cells.lines([column.name] for column in header(kind))
    for batch in rows.batches(export, table.lean_frozen, table.lean_live, names):
        links = rows.links(batch, export, names).values()
        written = [
            *_written(table.frozen, batch.frozen, names),
            *_written(table.live, batch.live, names),
        ]
        yield cells.lines([*links, *chain.from_iterable(_text_last(written))])


def refuse(refused: Refused) -> str:
    return f"{refused.field}: {refused.message}\n"


def _written(
    fields: Sequence[Field], decoded: Sequence[Any], names: Names
) -> Iterator[tuple[str, Sequence[Cells]]]:
    """Yield the name of each field and the columns of its cells."""
    values = zip(*map(msgspec.structs.astuple, decoded), strict=True)
    for field, of_rows in zip(fields, values, strict=True):
        yield field.name, field.write(of_rows, names)


def _text_last(fields: Iterable[tuple[str, Part]]) -> list[Part]:
    return [part for _name, part in sorted(fields, key=lambda field: field[0] == LAST)]


FORMAT = Format(
    suffix="csv",
    name="CSV",
    media_type="text/csv; charset=utf-8",
    write=write,
    error_type="text/plain; charset=utf-8",
    refuse=refuse,
)
