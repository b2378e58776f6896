"""Write how recommendations are classified, many in a few statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from django.db.models import F
from django.utils import timezone

from statements.catalogue import sql
from statements.choices import Stage
from statements.models import Batch, BatchRow, Recommendation, Statement, User
from statements.workflow.batches.changes import SCHEMES, VALUES, Delta, Value
from statements.workflow.history import log, snapshots


def classify(deltas: Mapping[int, Delta]) -> None:
    """Change how recommendations are classified, by their keys.

    The versions of their statements that are left by it are kept.
    """
    for some in sql.batched(deltas):
        changed = Statement.objects.filter(recommendations__in=some).distinct().order_by("pk")
        snapshots.keep(changed)
    for name in SCHEMES:
        _write_codes(name, deltas)
    for name in VALUES:
        news: dict[Value, list[int]] = defaultdict(list)
        for pk, delta in deltas.items():
            if name in delta.values:
                news[delta.values[name][1]].append(pk)
        for new, pks in news.items():
            Recommendation.objects.filter(pk__in=pks).update(**{name: new})


def _write_codes(name: str, deltas: Mapping[int, Delta]) -> None:
    add = [(pk, code) for pk, delta in deltas.items() for code in delta.add.get(name, ())]
    remove = [(pk, code) for pk, delta in deltas.items() for code in delta.remove.get(name, ())]
    codes = {code for _pk, code in (*add, *remove)}
    if not codes:
        return
    terms = dict(SCHEMES[name].objects.filter(code__in=codes).values_list("code", "pk"))
    field: Any = Recommendation._meta.get_field(name)
    table = field.m2m_db_table()
    columns = (field.m2m_column_name(), field.m2m_reverse_name())
    pairs = [(pk, terms[code]) for pk, code in add]
    sql.insert(table, columns, pairs, "ON CONFLICT DO NOTHING")
    sql.many(
        f"DELETE FROM {table} WHERE {columns[0]} = %s AND {columns[1]} = %s",  # noqa: S608
        [(pk, terms[code]) for pk, code in remove],
    )


def edited(statements: Iterable[int], *, by: User, reason: str) -> None:
    """Move the versions of statements on: drafts again, an approval void; note who did."""
    rows = Statement.objects.filter(pk__in=list(statements))
    rows.update(
        version=F("version") + 1,
        stage=Stage.DRAFT,
        approved_version=None,
        approved_by=None,
        updated_at=timezone.now(),
    )
    log.note_all("statement", rows.values_list("ref", "version"), "edit", by=by, reason=reason)


def keep(batch: Batch, rows: Iterable[tuple[int, int, bool, Delta]]) -> None:
    """Keep what a batch changes: key, version of the statement, whether it waits, the change."""
    sql.insert(
        BatchRow._meta.db_table,
        ("batch_id", "recommendation_id", "version", "waits", "change"),
        [
            (batch.pk, pk, version, waits, msgspec.json.encode(delta).decode())
            for pk, version, waits, delta in rows
        ],
    )


def read(row: str) -> Delta:
    return msgspec.json.decode(row, type=Delta)
