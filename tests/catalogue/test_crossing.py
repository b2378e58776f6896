"""Values counted within a selection, alone, by pairs and by periods, against counting by hand."""

import random
from collections import Counter

import pytest
from django.http import QueryDict

from statements.catalogue import crossing, filters, revision, store
from statements.catalogue.postings import index
from tests.catalogue import build

pytestmark = pytest.mark.django_db

STATES = ("az", "iq", "pk", "fj")
PILLARS = ("prevention", "protection", "prosecution", "")
DATES = (("2015-06-01", "day"), ("2016-02-01", "month"), ("2016-01-01", "year"))


@pytest.fixture
def corpus():
    """Sixty recommendations of chance, the same each time: who asks, who is asked, and when."""
    chance = random.Random(11)
    for code in STATES:
        store.put(build.term("country", code))
    found = []
    for number in range(60):
        by = chance.sample(STATES, chance.randint(0, 2))
        to = chance.sample(STATES, chance.randint(0, 2))
        pillar, (on, precision) = chance.choice(PILLARS), chance.choice(DATES)
        record = build.recommendation(
            f"r{number:02}",
            askers=tuple(build.voice(state, state) for state in by),
            addressees=tuple(build.addressee(state, state) for state in to),
            pillar=pillar,
            date=build.date(on, precision),
        )
        store.put(record)
        found.append((by, to, pillar, f"{on}/{precision}"))
    return found


def selection(query: str = ""):
    return filters.read("recommendation", dict(QueryDict(query).lists()))


class TalliedTests:
    def test_counts_each_value_of_the_whole(self, corpus):
        expected = Counter(state for by, _to, _pillar, _on in corpus for state in by)

        assert crossing.tallied(selection(), "by") == expected

    def test_counts_within_what_the_same_parameter_narrows(self, corpus):
        expected = Counter(state for by, _to, _pillar, _on in corpus if "iq" in by for state in by)

        assert crossing.tallied(selection("by=iq"), "by") == expected

    def test_leaves_out_what_nothing_carries(self, corpus):
        found = crossing.tallied(selection("pillar=protection"), "pillar")

        assert set(found) == {"protection"}


class CrossedTests:
    @pytest.mark.parametrize("query", ["", "pillar=protection", "to=pk&year=2016"])
    def test_counts_each_pair_and_what_is_beside_it(self, corpus, query):
        rows, columns = ("az", "iq"), ("iq", "pk", "fj")
        within = [
            (set(by), set(to))
            for by, to, pillar, on in corpus
            if ("protection" not in query or pillar == "protection")
            and ("pk" not in query or ("pk" in to and on.startswith("2016")))
        ]

        found = crossing.crossed(selection(query), ("by", rows), ("to", columns))

        assert within
        assert found.cells == {
            (row, column): sum(row in by and column in to for by, to in within)
            for row in rows
            for column in columns
        }
        assert found.beside == {
            row: sum(row in by and not to & {*columns} for by, to in within) for row in rows
        }
        assert found.below == {
            column: sum(column in to and not by & {*rows} for by, to in within)
            for column in columns
        }
        assert found.rest == sum(not by & {*rows} for by, _to in within)

    def test_knows_values_that_nothing_carries(self, corpus):
        found = crossing.crossed(selection(), ("by", ["zz"]), ("to", ["iq"]))

        assert found.cells == {("zz", "iq"): 0}
        assert found.rest == len(corpus)


class DatedTests:
    def test_counts_as_the_list_of_the_same_days_does(self, corpus):
        dates = Counter(on for _by, _to, _pillar, on in corpus)

        found = crossing.dated(selection(), ["2015", "2015-06", "2016-02", "2016-03", "2017"])

        assert found == {
            "2015": dates["2015-06-01/day"],
            "2015-06": dates["2015-06-01/day"],
            "2016-02": dates["2016-02-01/month"] + dates["2016-01-01/year"],
            "2016-03": dates["2016-01-01/year"],
            "2017": 0,
        }

    def test_counts_what_words_find_that_came_meanwhile(self):
        """Words find what was published since the reading began, which then begins anew."""
        store.put(build.statement("a", text="A shelter.", delivered=build.date("2015-06-01")))
        sought = filters.read("statement", {"q": ["shelter"]})

        with revision.pinned():
            index.present()
            store.put(build.statement("b", text="A shelter.", delivered=build.date("2016-06-01")))

            assert crossing.dated(sought, ["2015", "2016"]) == {"2015": 1, "2016": 1}
