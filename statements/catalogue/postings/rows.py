"""The rows of records: read by reference or by number, written many at once."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from statements.catalogue import records, sql
from statements.catalogue.facets import span
from statements.catalogue.records import AnyRecord, Live, Tombstone

COLUMNS = (
    *("kind", "ref", "slug", "number", "part_of", "since", "until", "sort_on", "rank"),
    *("version", "schema", "withdrawn", "card", "body", "live"),
)
KEY = ("kind", "ref")

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What the row of a live record says that a change of it needs to know."""

    kind: str
    ref: str
    number: int
    schema: int
    body: str
    live: str

    def record(self) -> AnyRecord:
        return records.load(self.kind, self.body)

    def live_part(self) -> Live:
        return records.load_live(self.live)

    def says(self, record: AnyRecord) -> bool:
        """Tell whether this is the record, word for word."""
        return self.schema == records.SCHEMA and self.body == records.dump(record)


def live(kind: str, refs: Iterable[str]) -> dict[str, Held]:
    """Return the rows of those of the records that are live, by reference."""
    columns = "kind, ref, number, schema, body, live"
    of_refs = (Held(*row) for row in sql.looked_up(columns, sql.RECORDS, kind, "ref", refs))
    # Not asked of the database: it would rather go through all that have a number.
    return {held.ref: held for held in of_refs if held.number is not None}


def numbered(kind: str, numbers: Iterable[int]) -> Iterator[Held]:
    """Yield the rows of the live records with the numbers."""
    for some in sql.batched(numbers):
        for row in sql.records("kind, ref, number, schema, body, live", kind, some):
            yield Held(*row)


def of_record(record: AnyRecord, live: str, number: int | None) -> Row:
    """Return the columns of a record that is live, its live part as JSON."""
    since, until = span(record)
    return (
        record.KIND,
        record.ref,
        record.slug,
        number,
        record.statement if isinstance(record, records.Recommendation) else "",
        since,
        until,
        since or dt.date.min,
        rank(record),
        record.version,
        records.SCHEMA,
        False,
        records.dump_card(record),
        records.dump(record),
        live,
    )


def write(held: Sequence[Row]) -> None:
    """Write rows of all their columns, new ones and those that are there."""
    sql.upsert(sql.RECORDS, COLUMNS, KEY, held)


def write_live(held: Sequence[tuple[str, str, str]]) -> None:
    """Write live parts: (JSON, kind, reference) each."""
    sql.many(f"UPDATE {sql.RECORDS} SET live = %s WHERE kind = %s AND ref = %s", held)  # noqa: S608


def bury(kind: str, stones: Iterable[Tombstone]) -> None:
    """Leave nothing of live records but their tombstones, and their slugs."""
    sql.many(
        f"UPDATE {sql.RECORDS} SET number = NULL, part_of = '', since = NULL, until = NULL,"  # noqa: S608
        " sort_on = %s, rank = '', withdrawn = %s, card = '{}', live = '{}', body = %s"
        " WHERE kind = %s AND ref = %s",
        [(dt.date.min, True, records.dump(stone), kind, stone.ref) for stone in stones],
    )


def rank(record: AnyRecord) -> str:
    """Return what orders records of one day."""
    match record:
        case records.Recommendation():
            return f"{record.statement}/{record.number:04}"
        case records.Actor() | records.Instrument():
            return record.name.casefold()[:128]
        case records.Term():
            return f"{record.scheme}/{record.order:05}"
        case records.Statement() | records.Event() | records.Series() | records.Campaign():
            return record.title.casefold()[:128]
