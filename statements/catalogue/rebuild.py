"""Make cards, facets and counts again from the records alone, and say what differed."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec
from django.db import transaction
from django.db.models import Count as CountRows

from statements.catalogue import records, revision, store, vocabulary
from statements.catalogue.facets import Broader, facets
from statements.catalogue.models import Count, Facet, Record
from statements.catalogue.upgrades import upgrade


@dataclass(slots=True)
class Report:
    """What a rebuild found: records seen, and each thing that differed, in words."""

    records: int = 0
    differences: list[str] = field(default_factory=list)


@transaction.atomic
def rebuild() -> Report:
    """Rebuild all that follows from the records; the revision moves where anything differed."""
    revision.hold()
    report = Report()
    # Terms first: the themes of all others are filed by the tree they make.
    for rows in (_rows("term"), _rows_but("term")):
        broader = vocabulary.broader()
        for row in rows:
            report.records += 1
            report.differences += _renew(row, broader)
    report.differences += _empty_tombstones()
    report.differences += _recount()
    if report.differences:
        revision.bump()
    return report


def _rows(kind: str) -> list[Record]:
    return list(Record.objects.live().filter(kind=kind).order_by("pk"))


def _rows_but(kind: str) -> Iterable[Record]:
    return Record.objects.live().exclude(kind=kind).order_by("pk").iterator(chunk_size=200)


def _renew(row: Record, broader: Broader) -> list[str]:
    body = upgrade(row.kind, row.schema, json.loads(row.body))
    record = msgspec.convert(body, records.KINDS[row.kind])
    live = records.load_live(row.live)
    before = _parts(row)
    store.fill(row, record, live)
    differences = []
    if _parts(row) != before:
        row.save()
        differences.append(f"{row}: written anew")
    missing, extra = store.file(row, facets(record, live, broader))
    differences += [f"{row}: {name}={value} was missing" for name, value in sorted(missing)]
    differences += [f"{row}: {name}={value} was too much" for name, value in sorted(extra)]
    return differences


def _parts(row: Record) -> tuple[object, ...]:
    return row.card, row.body, row.schema, row.since, row.until, row.rank, row.slug


def _empty_tombstones() -> list[str]:
    left = Facet.objects.filter(record__withdrawn=True).select_related("record")
    differences = [f"{facet.record}: {facet} of a tombstone" for facet in left]
    left.delete()
    return differences


def _recount() -> list[str]:
    """Count all facets by brute force and mend the counts that differ."""
    right: Counter[tuple[str, str, str]] = Counter()
    grouped = Facet.objects.order_by().values_list("kind", "name", "value")
    for kind, name, value, n in grouped.annotate(n=CountRows("pk")):
        right[kind, name, value] = n
    totals = Record.objects.live().filter(facets__isnull=False).order_by().values_list("kind")
    for kind, n in totals.annotate(n=CountRows("pk", distinct=True)):
        right[kind, "", ""] = n
    held = {(row.kind, row.name, row.value): row for row in Count.objects.all()}
    differences = []
    for key in sorted(set(held) | set(right)):
        n = held[key].n if key in held else 0
        if n != right[key]:
            kind, name, value = key
            Count.objects.update_or_create(
                kind=kind, name=name, value=value, defaults={"n": right[key]}
            )
            differences.append(f"{kind} {name}={value}: counted {n}, there are {right[key]}")
    return differences
