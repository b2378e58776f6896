"""Which hit comes first."""

import pytest
from pyroaring import BitMap

from statements.catalogue import search
from statements.catalogue.search import ranking
from statements.catalogue.search.query import Any, Clause, Phrase, Prefix, Query, Term
from statements.catalogue.search.words import models
from statements.catalogue.search.words.backends import sqlite
from tests.catalogue import build

pytestmark = pytest.mark.django_db

FILLER = "Nothing else is said in this long text of many other words. " * 20


def published(**fields: str) -> None:
    number = models.WordCounts.objects.count()
    search.write([("statement", number, build.statement(str(number), **fields))])


def order(*clauses: Clause, limit: int = 10) -> list[int]:
    finder, query = search.Finder("statement"), Query(clauses)
    return search.ranked(finder, query, finder.hits(query), limit)


class RankedTests:
    def test_has_the_title_before_the_text(self):
        published(title="Shelters for all", text=FILLER)
        published(title="Something", text=f"A shelter. {FILLER}")

        assert order(Term("shelter")) == [0, 1]

    def test_has_what_speaks_of_it_more_often_first(self):
        published(title="A", text=f"A shelter, another shelter, a third shelter. {FILLER}")
        published(title="B", text=f"A shelter. {FILLER}")

        assert order(Term("shelter")) == [0, 1]

    @pytest.mark.parametrize("read_through", [0, 2_000])
    def test_has_words_in_a_row_before_words_close_before_words_apart(
        self, monkeypatch, read_through
    ):
        monkeypatch.setattr(sqlite, "_READ_THROUGH", read_through)
        published(title="A", text=f"Early identification. {FILLER}")
        published(title="B", text=f"Identification that is not too early. {FILLER}")
        published(title="C", text=f"Early. {FILLER} Identification.")

        assert order(Term("early"), Term("identification")) == [0, 1, 2]

    def test_has_the_newest_of_equals_first(self):
        for _ in range(3):
            published(title="A", text="A shelter.")

        assert order(Term("shelter")) == [2, 1, 0]

    def test_has_the_rarer_word_before_the_common_one(self):
        published(title="A", text="A debt. Slavery is told of.")
        for _ in range(4):
            published(title="B", text="A crime. Slavery is told of.")
        search.digest()

        assert order(Any((Term("debt"), Term("crime"))))[0] == 0

    def test_weighs_a_pool_of_very_many_hits(self, monkeypatch):
        monkeypatch.setattr(ranking, "POOL", 4)
        monkeypatch.setattr(ranking, "_IN_TITLE", 2)
        published(title="Shelter", text=FILLER)
        for _ in range(9):
            published(title="A", text="A shelter.")

        found = order(Term("shelter"))

        assert found == [0, 9, 8, 7]

    @pytest.mark.parametrize("clause", [Phrase(("a", "shelter")), Prefix("shel")])
    def test_ranks_what_any_clause_found(self, clause):
        published(title="A", text=f"A shelter. {FILLER}")
        published(title="B", text="A shelter of a shelter.")

        assert order(clause) == [1, 0]

    def test_has_the_newest_first_where_no_word_is_asked_for(self):
        assert search.ranked(search.Finder("statement"), Query(), BitMap([1, 2]), 10) == [2, 1]
