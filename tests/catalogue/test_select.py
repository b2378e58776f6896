"""Lists and counts, checked against counting by hand."""

import random
from collections import Counter
from itertools import combinations

import pytest
from django.http import QueryDict

from statements.catalogue import filters, records, select, store, vocabulary
from statements.catalogue.facets import facets
from statements.catalogue.postings import counting
from statements.catalogue.records import Live
from statements.catalogue.selection import Refused
from tests.catalogue import build

pytestmark = pytest.mark.django_db

THEMES = {
    "shelter": ("protection",),
    "courts": ("prosecution",),
    "protection": (),
    "prosecution": (),
}
STATES = ("az", "iq", "pk")


@pytest.fixture
def terms():
    for code, broader in THEMES.items():
        store.put(build.term("theme", code, *broader))
    for code in STATES:
        store.put(build.term("country", code))


@pytest.fixture
def corpus(terms):
    """Forty statements of chance, the same each time, with their facets worked out apart."""
    chance = random.Random(7)
    found = {}
    for number in range(40):
        record = build.statement(
            f"s{number:02}",
            kind=chance.choice(["speech", "press_release"]),
            themes=tuple(chance.sample(["shelter", "courts"], chance.randint(0, 2))),
            voices=tuple(build.voice(state, state) for state in chance.sample(STATES, 1)),
            countries=tuple(chance.sample(STATES, chance.randint(0, 2))),
            delivered=build.date(f"20{chance.randint(15, 18)}-{chance.randint(1, 12):02}-05"),
        )
        store.put(record)
        found[record.ref] = facets(record, Live(), vocabulary.broader())
    return found


def selection(query: str, kind: str = "statement"):
    return filters.read(kind, dict(QueryDict(query).lists()))


def by_hand(corpus, chosen):
    return {
        ref
        for ref, held in corpus.items()
        if all(held & {(name, value) for value in values} for name, values in chosen.items())
    }


CHOICES = {
    "theme": ["protection"],
    "country": ["iq", "az"],
    "by": ["pk"],
    "kind": ["speech"],
    "year": ["2016", "2017"],
}
COMBINATIONS = [chosen for n in range(4) for chosen in combinations(CHOICES, n)]


class SelectTests:
    # Every side of records and of postings is compared with every other.
    @pytest.mark.parametrize("few", [0, 3, counting.FEW])
    @pytest.mark.parametrize("many", [0, 10, counting.MANY])
    @pytest.mark.parametrize("n_withdrawn", [0, 5])
    def test_finds_and_counts_what_counting_by_hand_does(
        self, corpus, monkeypatch, few, many, n_withdrawn
    ):
        monkeypatch.setattr(counting, "FEW", few)
        monkeypatch.setattr(counting, "MANY", many)
        for ref in sorted(corpus)[:n_withdrawn]:
            del corpus[ref]
            on = build.date("2026-01-01").on
            stone = records.Tombstone(ref=ref, on=on, reason="R", successor="")
            store.withdraw("statement", stone)
        for names in COMBINATIONS:
            chosen = {name: CHOICES[name] for name in names}
            query = "&".join(f"{name}={value}" for name in names for value in chosen[name])

            results = select.select(selection(query), size=100)

            assert {card.ref for card in results.cards} == by_hand(corpus, chosen), query
            assert (results.total, results.of) == (len(results.cards), len(corpus)), query
            for panel in filters.panels("statement"):
                others = {name: values for name, values in chosen.items() if name != panel}
                held = (corpus[ref] for ref in by_hand(corpus, others))
                right = Counter(value for pairs in held for name, value in pairs if name == panel)
                assert results.counts.get(panel, {}) == right, (query, panel)

    def test_counts_the_panels_that_are_asked_for_alone(self, corpus):
        narrowed = selection("kind=speech")

        counts = select.select(narrowed, panels=("theme",)).counts

        assert counts == {"theme": select.select(narrowed).counts["theme"]}

    def test_takes_the_same_queries_for_all_and_for_few(self, corpus, django_assert_num_queries):
        narrowed = selection("kind=speech&theme=shelter")
        select.select(narrowed)
        # The revision, the cards. The rest stands in the index, which is read by now.
        with django_assert_num_queries(2):
            select.select(selection(""))
        with django_assert_num_queries(2):
            select.select(narrowed)

    def test_pages_hold_everything_once_newest_first(self, corpus):
        pages = [select.select(selection(f"page={page}"), size=15) for page in (1, 2, 3)]

        cards = [card for page in pages for card in page.cards]
        dates = [card.delivered.on for card in cards]
        assert {card.ref for card in cards} == set(corpus)
        assert len(cards) == 40
        assert dates == sorted(dates, reverse=True)

    def test_oldest_first_is_the_same_the_other_way_round(self, corpus):
        cards = select.select(selection("sort=oldest"), size=100).cards

        dates = [card.delivered.on for card in cards]
        assert dates == sorted(dates)

    def test_a_page_beyond_the_last_says_which_is_the_last(self, corpus):
        with pytest.raises(select.BeyondLast) as beyond:
            select.select(selection("page=4"), size=15)

        assert beyond.value.last == 3

    def test_a_date_matches_where_it_overlaps(self):
        store.put(build.statement("day", delivered=build.date("2017-09-27")))
        store.put(build.statement("month", delivered=build.date("2017-09-01", "month")))
        store.put(build.statement("year", delivered=build.date("2017-01-01", "year")))
        store.put(build.statement("unknown"))

        def found(query):
            return {card.ref for card in select.select(selection(query)).cards}

        assert found("since=2017-09-20") == {"day", "month", "year"}
        assert found("until=2017-09-20") == {"month", "year"}
        assert found("since=2017-10&until=2017") == {"year"}
        assert found("since=2018") == set()
        assert found("until=9999-12") == {"day", "month", "year"}

    def test_what_has_no_date_stands_last_either_way(self):
        store.put(build.statement("a"))
        store.put(build.statement("b", delivered=build.date("2017-09-27")))

        for sort in ("newest", "oldest"):
            cards = select.select(selection(f"sort={sort}")).cards
            assert [card.ref for card in cards] == ["b", "a"]

    def test_an_empty_catalogue_is_one_empty_page(self):
        results = select.select(selection(""))

        assert (results.total, results.pages, results.cards) == (0, 1, ())


class CountedTests:
    def test_total_is_what_the_list_holds(self, corpus):
        for query in ("", "by=pk", "theme=shelter&kind=speech"):
            assert select.total(selection(query)) == select.select(selection(query)).total

    def test_filed_counts_the_values_that_are_asked_for(self, corpus):
        counts = select.counted("statement", ["country"])["country"]

        assert select.filed("statement", "country", ["pk", "zz"]) == {"pk": counts["pk"]}


class ReadTests:
    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("thme=x", "thme"),
            ("q=shelter&q=beds", "q"),
            ("country=zz", "country"),
            ("country=Iraq", "country"),
            ("theme=%00", "theme"),
            ("theme=a%27%20or%201=1", "theme"),
            ("kind=ask", "kind"),
            ("year=17", "year"),
            ("since=tomorrow", "since"),
            ("until=2017-13", "until"),
            ("since=2017-02-30", "since"),
            ("since=0000", "since"),
            ("since=2017&since=2018", "since"),
            ("page=0", "page"),
            ("page=-1", "page"),
            ("page=1e3", "page"),
            ("page=99999999999999999999", "page"),
            ("page=1&page=2", "page"),
            ("sort=random", "sort"),
            ("sort=relevant", "sort"),
            ("sort=relevant&q=", "sort"),
            ("&".join(["country=iq"] * 41), "country"),
        ],
    )
    def test_refuses_what_it_does_not_know(self, terms, query, field):
        with pytest.raises(Refused) as refused:
            selection(query)

        assert refused.value.field == field
        assert refused.value.message

    def test_what_only_a_draft_knows_is_refused_word_for_word_like_nonsense(self, terms):
        messages = set()
        for value in ("secret-tag", "nonsense-x"):
            with pytest.raises(Refused) as refused:
                selection(f"tag={value}")
            messages.add(refused.value.message.replace(value, "…"))

        assert len(messages) == 1

    def test_a_known_code_without_results_is_an_empty_list(self, terms):
        store.put(build.term("country", "fr"))

        assert select.select(selection("country=fr")).total == 0

    def test_empty_fields_of_a_form_are_no_parameters(self, terms):
        assert not selection("theme=&since=&until=&sort=&page=").is_narrowed

    def test_a_repeated_value_counts_once(self, terms):
        assert len(selection("country=iq&country=iq").values["country"]) == 1

    def test_takes_one_query_for_all_codes_and_none_without(self, terms, django_assert_num_queries):
        with django_assert_num_queries(1):
            selection("country=iq&theme=shelter&kind=speech")
        with django_assert_num_queries(0):
            selection("kind=speech&year=2017&page=2")

    def test_an_actor_is_chosen_by_its_address(self):
        store.put(build.actor("ref-of-iom"))
        store.put(build.statement("s", voices=(build.voice("ref-of-iom"),)))

        assert select.select(selection("actor=slug-ref-of-iom")).total == 1


class SelectionTests:
    def test_writes_its_address_back(self, terms):
        chosen = selection("theme=shelter&country=iq&country=pk&since=2017&sort=oldest&page=2")

        assert chosen.query(page=2) == (
            "?theme=shelter&country=iq&country=pk&since=2017&sort=oldest&page=2"
        )

    def test_a_chip_takes_one_value_away_and_goes_to_page_one(self, terms):
        chips = list(selection("country=iq&country=pk&since=2017&page=2").chips())

        assert chips == [
            ("country", "Iq", "?country=pk&since=2017"),
            ("country", "Pk", "?country=iq&since=2017"),
            ("since", "2017", "?country=iq&country=pk"),
        ]
