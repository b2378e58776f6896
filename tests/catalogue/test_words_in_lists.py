"""Words in lists: what is sought, with the parameters, their counts and the orders."""

import pytest

from statements.catalogue import filters, records, select, store
from statements.catalogue.rebuild import rebuild
from tests.catalogue import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def corpus():
    store.put_all(
        [
            build.statement(
                "old", title="Shelter", text="Shelter.", delivered=build.date("2016-05-05")
            ),
            build.statement("new", text="They need shelter.", delivered=build.date("2018-05-05")),
            build.statement(
                "other", text="Data.", delivered=build.date("2017-05-05"), kind="statement"
            ),
        ]
    )


def found(**given: str) -> list[str]:
    chosen = filters.read("statement", {name: [value] for name, value in given.items()})
    return [card.ref for card in select.select(chosen).cards]


@pytest.mark.usefixtures("corpus")
class SoughtTests:
    def test_best_first_then_by_day(self):
        assert found(q="shelter") == ["old", "new"]
        assert found(q="shelter", sort="newest") == ["new", "old"]
        assert found(q="shelter", sort="oldest") == ["old", "new"]

    def test_pages_hold_everything_once(self):
        pages = [
            select.select(filters.read("statement", {"q": ["shelter"], "page": [page]}), size=1)
            for page in ("1", "2")
        ]

        assert [card.ref for page in pages for card in page.cards] == ["old", "new"]
        assert [page.total for page in pages] == [2, 2]

    def test_counts_what_is_found(self):
        results = select.select(filters.read("statement", {"q": ["shelter"]}))

        assert results.counts["year"] == {"2016": 1, "2018": 1}
        assert results.counts["kind"] == {"speech": 2}
        assert len(results.numbers) == 2

    def test_numbers_are_those_of_the_pages(self):
        chosen = filters.read("statement", {"q": ["shelter"]})

        assert tuple(select.numbers(chosen)) == select.select(chosen).numbers

    def test_narrows_by_parameters_too(self):
        assert found(q="shelter", year="2018") == ["new"]
        assert found(q="shelter", since="2017") == ["new"]
        assert found(q="data", kind="speech") == []

    def test_a_new_version_is_found_by_its_own_words_alone(self):
        store.put(build.statement("new", text="They need courts."))

        assert found(q="shelter") == ["old"]
        assert found(q="courts") == ["new"]

    def test_what_is_withdrawn_is_found_by_nothing(self):
        stone = records.Tombstone(
            ref="old", on=build.date("2026-01-01").on, reason="R", successor=""
        )
        store.withdraw("statement", stone)

        assert found(q="shelter") == ["new"]

    def test_a_rebuild_finds_nothing_to_mend(self):
        assert rebuild().differences == []
        assert found(q="shelter") == ["old", "new"]
