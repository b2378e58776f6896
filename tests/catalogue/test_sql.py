"""Rows that are written many at once, by several statements."""

import pytest
from django.db import IntegrityError, connection, transaction

from statements.catalogue import sql
from statements.catalogue.search.words.models import Word

TABLE = Word._meta.db_table
COLUMNS = ("kind", "word", "n")
# Three statements, of which PostgreSQL may work at one while the next is made ready.
MANY = [("event", f"word{n:04}", n + 1) for n in range(2 * sql.BATCH + 7)]

pytestmark = pytest.mark.django_db


def _held() -> list[tuple[str, str, int]]:
    return list(Word.objects.order_by("word").values_list("kind", "word", "n"))


def _insert_twice() -> None:
    for _time in range(2):
        sql.insert(TABLE, COLUMNS, MANY[:3])


def test_writes_all_rows() -> None:
    sql.insert(TABLE, COLUMNS, MANY)

    assert _held() == MANY


def test_changes_rows_that_are_there() -> None:
    sql.insert(TABLE, COLUMNS, [(kind, word, 0) for kind, word, _n in MANY[::3]])

    sql.upsert(TABLE, COLUMNS, ("kind", "word"), MANY)

    assert _held() == MANY


def test_what_fails_midway_leaves_nothing() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        sql.insert(TABLE, COLUMNS, [*MANY[:-1], MANY[0]])

    assert _held() == []


def test_what_is_written_ahead_is_there_behind_it() -> None:
    with transaction.atomic(), sql.ahead():
        sql.insert(TABLE, COLUMNS, MANY[:5])
        sql.insert(TABLE, COLUMNS, MANY[5:])
        # What is read waits for what was written before.
        assert sql.rows(f"SELECT COUNT(*) FROM {TABLE}") == [(len(MANY),)]

    assert _held() == MANY


def test_what_fails_ahead_is_told_as_any_failure() -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), sql.ahead():
        _insert_twice()

    assert _held() == []


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite works in this process.")
def test_waits_no_more_than_it_must_on_postgresql() -> None:
    with transaction.atomic(), sql.ahead():
        assert connection.connection.pgconn.pipeline_status
        with sql.ahead():
            sql.insert(TABLE, COLUMNS, MANY)
        # The inner one did not end the outer.
        assert connection.connection.pgconn.pipeline_status
    assert not connection.connection.pgconn.pipeline_status
