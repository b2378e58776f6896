"""How the databases look things up where there are thousands, counted or not yet counted.

PostgreSQL chooses by what it knows of a table: something soon after it was filled, more once it
has counted it. The way that it chooses must be right before and after.
"""

import datetime as dt
import re
from collections.abc import Sequence

import pytest
from django.db import connection
from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.models import RareWord, Record, Word, WordBitmap
from statements.catalogue.postings import rows as record_rows
from statements.catalogue.search.expressions import Row
from statements.catalogue.search.words import rare, rows
from statements.catalogue.search.words.backends import BASES, COLUMNS, backend
from statements.catalogue.search.words.layout import Layout
from tests.catalogue.test_plans import asked, plan

pytestmark = pytest.mark.django_db

MANY, ASKED = 4_000, 400
# A table gone through; an index of which nothing but the kind, or the span of a kind, is asked.
GONE_THROUGH = re.compile(
    r"SCAN catalogue_\w+$"
    r"|USING (?:COVERING )?INDEX \S+ \(kind=\?\)"
    r"|Seq Scan on catalogue_"
    r"|Index Cond: \(\(kind\)::text = '\w+'::text\)"
    r"|Index Cond: \(\(id >= ",
    re.MULTILINE,
)
VOCABULARY = [f"w{n}" for n in range(200)]


@pytest.fixture
def corpus() -> None:
    Record.objects.bulk_create(record(n) for n in range(MANY))
    Word.objects.bulk_create(Word(kind="statement", word=f"w{n}", n=1) for n in range(MANY))
    RareWord.objects.bulk_create(
        RareWord(kind="statement", word=f"w{n}", places=rare.place(n, 1)) for n in range(MANY)
    )
    WordBitmap.objects.bulk_create(
        WordBitmap(kind="statement", word=f"w{n // 8}", chunk=n % 8, bitmap=BitMap([n]).serialize())
        for n in range(MANY)
    )
    base = BASES["statement"]
    backend().write(
        [
            (
                base + n,
                *columns("everywhere", *(VOCABULARY[n * step % 200] for step in range(1, 9))),
            )
            for n in range(MANY)
        ]
    )


def record(n: int) -> Record:
    day = dt.date(2020, 1, 1)
    return Record(
        kind="statement",
        ref=f"s{n}",
        slug=f"s{n}",
        number=n,
        rank="",
        sort_on=day,
        version=1,
        schema=1,
        card="{}",
        body="{}",
        live="{}",
    )


def columns(*words: str) -> Sequence[str]:
    return COLUMNS[connection.vendor](Layout((), (), words, (), (), (), ()))


QUESTIONS = {
    "a page of records": lambda: sql.records("number, card", "statement", range(20)),
    "many records": lambda: sql.records("number, rank, ref", "statement", range(ASKED)),
    "many references": lambda: record_rows.live("statement", [f"s{n}" for n in range(ASKED)]),
    "many words": lambda: rows.often("statement", [f"w{n}" for n in range(ASKED)]),
    "lists of words": lambda: rare.read("statement", [f"w{n}" for n in range(ASKED)]),
    "bitmaps and lists of words": lambda: rows.places("statement", VOCABULARY[:8]),
    "steps of words": lambda: rows.steps("statement", VOCABULARY[:8], range(8)),
    "a word": lambda: find(Row(("w7",))),
    "a word of every record": lambda: find(Row(("everywhere",))),
    "a phrase": lambda: find(Row(("everywhere", "w7"))),
    "endings": lambda: find(*(Row((word,)) for word in VOCABULARY[:64])),
}


def find(*leaves: Row) -> list[int]:
    base = BASES["statement"]
    return list(backend().find(leaves, base, base + (1 << 40)))


def count() -> None:
    """Let the database count what is in its tables, as it does by itself after a while."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


class LargePlanTests:
    @pytest.mark.usefixtures("corpus")
    @pytest.mark.parametrize("is_counted", [False, True], ids=["not counted", "counted"])
    def test_looks_up_what_is_asked(self, is_counted):
        if is_counted:
            count()

        plans = {
            name: [plan(*query) for query in asked(question)]
            for name, question in QUESTIONS.items()
        }

        assert all(plans.values())
        assert [name for name, of in plans.items() if any(map(GONE_THROUGH.search, of))] == []

    @pytest.mark.usefixtures("corpus")
    def test_sees_what_goes_through_a_kind(self):
        statement = f"SELECT card FROM {sql.RECORDS} WHERE kind = 'statement' AND version = 2"

        found = plan(statement, [])

        assert GONE_THROUGH.search(found)
