"""How the databases answer what visitors ask: by an index, and sorting no more than a page.

Whoever adds a query that a visitor's request makes adds a question here.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from statements.catalogue import filters, revision, search, select, sql, store
from statements.catalogue.postings import changes, index, order
from statements.catalogue.search.offers import spelling, suggesting
from statements.catalogue.search.typed import directory
from statements.catalogue.selection import Selection, Value
from tests.catalogue import build

pytestmark = pytest.mark.django_db

# What goes through a table or through all records of a kind, or sorts by itself. FTS5 calls it a
# scan where it looks a word up, too: an M stands for its MATCH, an = for one row.
SQLITE = re.compile(
    r"SCAN (?!wanted|\d+ CONSTANT|CONSTANT|\w+ VIRTUAL TABLE INDEX \d+:(M|=))|USE TEMP B-TREE"
    r"|(?<!catalogue_digest_1 )\(kind=\?\)"
)
# That it goes through all of a kind is right for PostgreSQL where a kind has sixty records.
POSTGRESQL = re.compile(r"Seq Scan|\bSort\b")

VOCABULARY = re.compile(r'FROM "catalogue_word" WHERE .*"word" < ')


def chosen(**given: str) -> dict[str, tuple[Value, ...]]:
    return {name: (Value(value, value, value),) for name, value in given.items()}


def sought(words: str, **given: str) -> Selection:
    return filters.read("statement", {"q": [words]} | {name: [one] for name, one in given.items()})


def statements(**given: Any) -> Selection:
    return Selection(kind="statement", **given)


QUESTIONS: dict[str, Callable[[], object]] = {
    "revision": revision.seen,
    "later postings": lambda: sql.rows(index.LATER, [1]),
    "list": lambda: select.select(statements()),
    "oldest": lambda: select.select(statements(sort="oldest")),
    "narrowed": lambda: select.select(statements(values=chosen(theme="shelter", kind="speech"))),
    "values that no process holds": lambda: select.select(statements(values=chosen(actor="iom"))),
    "period": lambda: select.select(statements(since="2016-05", until="2017")),
    "last page": lambda: select.select(statements(page=3)),
    "portrait": lambda: select.cards(statements(values=chosen(country="iq")), size=5),
    "everything": lambda: list(select.numbers(statements())),
    "counts": lambda: select.counted("statement", ["actor", "theme"]),
    "counts of some": lambda: select.filed("statement", "actor", ["iom", "nobody"]),
    "sitemap": lambda: select.slugs("statement", select.find(statements())),
    "detail": lambda: store.get("statement", "slug-s01"),
    "parts": lambda: store.parts(["s01", "s02"]),
    # Of the desk, at each publication.
    "chunks": lambda: sql.rows(changes.chunks(2), [*("a", "b", "c", 1), *("a", "b", "d", 2)]),
    "carried": lambda: store.carried("actor", ["iom", "nobody"]),
    "put again": lambda: store.facets_of("statement", "s01"),
    "words": lambda: select.select(sought("shelter witness")),
    "newest with words": lambda: select.select(sought('"shelters for"', sort="newest")),
    "beginning": lambda: select.select(sought("shel*")),
    "words in titles": lambda: select.select(sought("title:words")),
    "similar": lambda: search.similar("statement", 3),
    "beginnings offered": lambda: suggesting.suggest("shel"),
    "word meant": lambda: spelling.better(sought("sheltar"), 0),
}


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "FEW", 10)
    made = [
        build.statement(
            f"s{number:02}",
            text=f"Shelters for witness number{number % 7} and number{number % 11}.",
            voices=(build.voice("iom", "iq"),),
            delivered=build.date(f"20{15 + number % 4}-0{1 + number % 9}-05"),
        )
        for number in range(60)
    ]
    store.put_all(made)
    search.digest()
    store.put(build.statement("s60", text="A shelter more."))
    # All names are read when one of them changes, and kept by each process until then.
    names = directory._load()
    monkeypatch.setattr(directory, "_load", lambda: names)


def asked(question: Callable[[], object]) -> Iterator[tuple[str, Any]]:
    """Yield each SELECT that answers the question, with its parameters."""
    heard: list[tuple[str, Any]] = []

    def listen(execute: Callable[..., Any], statement: str, parameters: Any, *rest: Any) -> Any:
        heard.append((statement, parameters))
        return execute(statement, parameters, *rest)

    # The process has read the present index, as it has in all but its first request.
    index.present()
    with connection.execute_wrapper(listen):
        question()
    # The themes are kept from one change of a name to the next.
    return (
        (statement, parameters)
        for statement, parameters in heard
        if statement.startswith(("SELECT", "WITH")) and "LIKE" not in statement
    )


def plan(statement: str, parameters: Any) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            return "\n".join(str(row[3]) for row in cursor.fetchall())
        # A table of sixty rows is read whole unless that is forbidden.
        for costly in ("enable_seqscan", "enable_sort"):
            cursor.execute(f"SET LOCAL {costly} = off")
        cursor.execute(f"EXPLAIN {statement}", parameters)
        return "\n".join(str(row[0]) for row in cursor.fetchall())


def costs(statement: str, parameters: Any) -> str | None:
    """Return the plan of a query where it goes through a table or sorts.

    The words of the vocabulary that begin with the same letters are put in order by how many
    records have them: there are no more of them, however many records there are.
    """
    if VOCABULARY.search(statement):
        statement = statement.partition(" ORDER BY ")[0]
    found = plan(statement, parameters)
    is_costly = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
    return f"{statement}\n{found}" if is_costly.search(found) else None


class PlanTests:
    @pytest.mark.usefixtures("corpus")
    @pytest.mark.parametrize("name", QUESTIONS)
    def test_neither_scans_nor_sorts(self, name):
        heard = list(asked(QUESTIONS[name]))

        assert heard
        assert [found for each in heard if (found := costs(*each))] == []

    @pytest.mark.usefixtures("corpus")
    @pytest.mark.parametrize(
        "statement",
        [
            f"SELECT card FROM {sql.RECORDS} WHERE rank = 'x'",
            f"SELECT ref FROM {sql.RECORDS} WHERE kind = 'a' AND number IN (1, 2) ORDER BY rank",
        ],
    )
    def test_sees_what_scans_or_sorts(self, statement):
        assert costs(statement, [])
