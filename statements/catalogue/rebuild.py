"""Make numbers, cards, postings and words again from the records alone, and say what differed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.db import connection, transaction
from pyroaring import BitMap

from statements.catalogue import records, revision, search, sql, vocabulary
from statements.catalogue.facets import NAMES, Broader, Facets, filed
from statements.catalogue.models import Posting
from statements.catalogue.postings import changes, rows
from statements.catalogue.records import AnyRecord
from statements.catalogue.upgrades import upgrade

# So many rows are in memory at once.
AT_ONCE = 500
# Of a posting that is wrong altogether, so many records are named.
NAMED = 20
# So many differences are told.
MOST = 5_000


@dataclass(slots=True)
class Report:
    """What a rebuild found: records seen, and each thing that differed, in words."""

    records: int = 0
    differences: list[str] = field(default_factory=list)
    # Differences that are only counted, after the first thousands.
    more: int = 0

    def differ(self, *whats: str) -> None:
        told = whats[: max(0, MOST - len(self.differences))]
        self.differences += told
        self.more += len(whats) - len(told)


@transaction.atomic
def rebuild() -> Report:
    """Rebuild all that follows from the records; the revision moves where anything differed.

    One transaction: readers see what was before until it is done, and stopped half-way it
    changes nothing. In memory are some hundred records and all postings.
    """
    held = revision.hold()
    report, numbers, words = Report(), revision.numbers(held), search.Renewal()
    # Terms first: the themes of all others are filed by the tree they make.
    for kind in sorted(records.KINDS, key=lambda kind: kind != "term"):
        _number(kind, numbers)
        broader = vocabulary.broader() if kind != "term" else {}
        _refile(kind, _renewed(kind, broader, words, report), held.number + 1, report)
    report.differ(*words.end())
    if report.differences or held.index != revision.INDEX:
        held.index = revision.INDEX
        revision.bump(held, numbers=numbers, names=True)
    return report


def after_migrate(**options: Any) -> None:
    """Rebuild where records were filed by other code, or before there were postings.

    Called after each `migrate`; one that stops before the tables are there is left alone.
    """
    if Posting._meta.db_table not in connection.introspection.table_names():
        return
    if not revision.is_filed():
        rebuild()


def _number(kind: str, numbers: dict[str, int]) -> None:
    """Give numbers to the live records that have none, in the order of their dates."""
    unnumbered = sql.rows(
        f"SELECT ref FROM {sql.RECORDS} WHERE kind = %s AND number IS NULL AND NOT withdrawn"  # noqa: S608
        " ORDER BY sort_on, rank, ref",
        [kind],
    )
    last = sql.rows(f"SELECT MAX(number) FROM {sql.RECORDS} WHERE kind = %s", [kind])[0][0]  # noqa: S608
    first = 1 + max(last or 0, numbers.get(kind, 0))
    sql.many(
        f"UPDATE {sql.RECORDS} SET number = %s WHERE kind = %s AND ref = %s",  # noqa: S608
        [(number, kind, ref) for number, (ref,) in enumerate(unnumbered, start=first)],
    )
    if (given := first + len(unnumbered) - 1) > 0:
        numbers[kind] = given


def _renewed(
    kind: str, broader: Broader, words: search.Renewal, report: Report
) -> Iterator[tuple[int, Facets]]:
    """Write the rows of a kind that are not as they should be; yield what each is filed under."""
    for held in _rows(kind):
        written, renewed = [], []
        for row in held:
            before = dict(zip(rows.COLUMNS, row, strict=True))
            record, number = _upgraded(before), before["number"]
            wanted = rows.of_record(record, before["live"], number)
            if wanted != tuple(row):
                written.append(wanted)
                report.differ(f"{kind} {record.ref}: written anew")
            renewed.append((kind, number, record))
            yield number, filed(record, records.load_live(before["live"]), broader)
        rows.write(written)
        report.records += len(held)
        report.differ(*words.renew(renewed))


def _rows(kind: str) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the rows of the live records of a kind by their numbers, some hundred at once."""
    last = 0
    while held := sql.rows(
        f"SELECT {', '.join(rows.COLUMNS)} FROM {sql.RECORDS}"  # noqa: S608
        " WHERE kind = %s AND number > %s ORDER BY number LIMIT %s",
        [kind, last, AT_ONCE],
    ):
        last = held[-1][rows.COLUMNS.index("number")]
        yield held


def _upgraded(row: dict[str, Any]) -> AnyRecord:
    body = upgrade(row["kind"], row["schema"], json.loads(row["body"]))
    return msgspec.convert(body, records.KINDS[row["kind"]])


def _refile(
    kind: str, filings: Iterable[tuple[int, Facets]], revision: int, report: Report
) -> None:
    """Make the postings of a kind what `filings` say; names that are not of facets are left."""
    right: dict[tuple[str, str], BitMap] = defaultdict(BitMap)
    for number, pairs in filings:
        for pair in pairs:
            right[pair].add(number)
    held = _held(kind)
    written = []
    for name, value in sorted(held.keys() | right.keys()):
        wanted = _by_chunk(right.get((name, value), BitMap()))
        found = held.get((name, value), {})
        _compare(kind, name, value, found, wanted, report)
        for chunk in sorted(found.keys() | wanted.keys()):
            bitmap = wanted.get(chunk, BitMap())
            if found.get(chunk) != (len(bitmap), bitmap):
                written.append(changes.row((kind, name, value, chunk), bitmap, revision))
    for some in sql.batched(written):
        sql.upsert(sql.POSTINGS, changes.COLUMNS, changes.KEY, some)


def _held(kind: str) -> dict[tuple[str, str], dict[int, tuple[int, BitMap]]]:
    """Return count and numbers of each posting of a kind, by chunk."""
    held: dict[tuple[str, str], dict[int, tuple[int, BitMap]]] = defaultdict(dict)
    for name, value, chunk, n, bitmap in sql.rows(
        f"SELECT name, value, chunk, n, bitmap FROM {sql.POSTINGS}"  # noqa: S608
        f" WHERE kind = %s AND name IN {sql.marks(NAMES)}",
        [kind, *NAMES],
    ):
        held[name, value][chunk] = n, BitMap.deserialize(bytes(bitmap))
    return held


def _by_chunk(numbers: BitMap) -> dict[int, BitMap]:
    last = numbers.max() >> changes.CHUNK if numbers else -1
    parted = {
        chunk: numbers & BitMap(range(chunk << changes.CHUNK, (chunk + 1) << changes.CHUNK))
        for chunk in range(last + 1)
    }
    return {chunk: some for chunk, some in parted.items() if some}


def _compare(
    kind: str,
    name: str,
    value: str,
    found: Mapping[int, tuple[int, BitMap]],
    wanted: Mapping[int, BitMap],
    report: Report,
) -> None:
    """Say how a posting differs from what it should be."""
    before = BitMap.union(BitMap(), *(bitmap for _n, bitmap in found.values()))
    after = BitMap.union(BitMap(), *wanted.values())
    for what, numbers in (("was missing", after - before), ("was too much", before - after)):
        some = numbers[:NAMED]
        refs = {row.number: row.ref for row in rows.numbered(kind, some)}
        for number in some:
            ref = refs.get(number, f"number {number}")
            report.differ(f"{kind} {ref}: {name}={value} {what}")
        report.more += len(numbers) - len(some)
    counted = sum(n for n, _bitmap in found.values())
    if counted != len(before):
        report.differ(f"{kind} {name}={value}: counted {counted}, there are {len(before)}")
