"""What is suggested as one types, and what is related to what was found."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from statements.catalogue import filters, records, search, select, store
from statements.catalogue.search.offers import related, suggesting, surfaces
from tests.catalogue import build

pytestmark = pytest.mark.django_db


def country(code: str, **labels: str) -> None:
    store.put(records.Term(scheme="country", code=code, labels=labels, broader=(), order=0))


@pytest.fixture(autouse=True)
def _names(db):
    country("iq", en="Iraq", fr="Irak", ar="العراق")
    country("ir", en="Iran (Islamic Republic of)", fr="Iran")
    country("ae", en="United Arab Emirates", fr="Émirats arabes unis")
    store.put(
        records.Term(
            scheme="theme",
            code="safe-shelter",
            labels={"en": "Shelter and accommodation"},
            broader=(),
            order=0,
            also=("safe houses",),
        )
    )
    store.put(build.term("tag", "irregular", label="Irregular routes"))
    store.put(build.actor("iraq", kind="state", name="Iraq", country="iq"))
    store.put(build.actor("iom", name="Organization for Migration", short_name="IOM"))
    store.put(build.event("meeting", title="Meeting on Iraq"))
    store.put(build.campaign("beds", "beds", title="Beds for all"))


def publish(*texts: str) -> None:
    for number, text in enumerate(texts, start=1):
        store.put(build.statement(str(number), text=text))


def labels(typed: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.kind, one.label) for one in suggesting.suggest(typed, language)]


class SuggestTests:
    @pytest.mark.parametrize(
        ("typed", "language", "first"),
        [
            ("ira", "en", ("country", "Iraq")),
            ("IRAQ", "en", ("country", "Iraq")),
            ("irak", "fr", ("country", "Irak")),
            ("emir", "fr", ("country", "Émirats arabes unis")),
            ("united a", "fr", ("country", "Émirats arabes unis")),
            ("العر", "ar", ("country", "العراق")),
            ("عراق", "ar", None),
            ("accomm", "en", ("theme", "Shelter and accommodation")),
            ("safe ho", "en", ("theme", "Shelter and accommodation")),
            ("iom", "en", ("actor", "Organization for Migration")),
            ("beds", "en", ("campaign", "Beds for all")),
            ("zzz", "en", None),
            ("", "en", None),
            ("?!", "en", None),
        ],
    )
    def test_goes_on_from_any_word_of_a_name(self, typed, language, first):
        assert next(iter(labels(typed, language)), None) == first

    def test_offers_each_kind_and_a_state_once(self):
        assert labels("ira") == [
            ("country", "Iraq"),
            ("country", "Iran (Islamic Republic of)"),
            ("event", "Meeting on Iraq"),
        ]

    def test_leads_to_the_list_that_it_narrows(self):
        (whole, *_rest) = suggesting.suggest("iraq")

        assert (whole.given, whole.query, whole.is_whole) == ("iq", "?country=iq", True)

    def test_keeps_the_words_before_the_last(self):
        found = suggesting.suggest("beds for women irr")

        assert [(one.label, one.query, one.is_whole) for one in found] == [
            ("Irregular routes", "?q=beds+for+women&tag=irregular", False)
        ]

    @pytest.mark.parametrize("is_digested", [False, True])
    def test_ends_with_whole_words_of_the_corpus(self, is_digested):
        publish("Shelters for trafficked persons.", "Trafficking, trafficking.", "No tramways.")
        if is_digested:
            search.digest()

        found = suggesting.suggest("victims tra")

        assert [(one.label, one.n, one.query) for one in found] == [
            ("victims trafficking", 2, "?q=victims+trafficking"),
            ("victims tramways", 1, "?q=victims+tramways"),
        ]

    @pytest.mark.parametrize(
        ("text", "language", "typed", "offered"),
        [
            ("Trafficking of persons.", "en", "trafficki", "Trafficking"),
            ("The countries of origin.", "en", "count", "countries"),
            ("A country of transit.", "en", "country", "country"),
            ("Child-trafficking units.", "en", "traf", "trafficking"),
            ("Re-integration is slow.", "en", "reint", "Re-integration"),
            ("Victims' rights.", "en", "vict", "Victims"),
            ("Des réfugiés sont victimes.", "fr", "refug", "réfugiés"),
            ("Торговля людьми растёт.", "ru", "торг", "Торговля"),
            ("وضحايا الاتجار بالأشخاص.", "ar", "اتج", None),
            ("A victim-centred approach.", "en", "victimce", None),
            ("No AND was meant.", "en", "and", None),
            ("Trafficking of persons.", "en", "trafficker", None),
        ],
    )
    def test_offers_a_word_as_it_stands_and_finds_it(self, text, language, typed, offered):
        store.put(build.statement("one", text=text, language=language))

        words = [one for one in suggesting.suggest(typed) if one.kind == "word"]

        assert [one.label for one in words] == [offered] * bool(offered)
        for one in words:
            assert select.total(filters.read("statement", {"q": [one.label]})) == one.n

    def test_offers_no_part_of_a_compound_for_the_whole(self):
        publish("A victim-centred approach.")

        assert labels("victi") == [("word", "victim")]

    def test_offers_the_commonest_form_of_the_newest_texts(self):
        publish("Traffickers! Traffickers! Traffickers!", *["A trafficker."] * surfaces.TEXTS)

        assert labels("traff") == [("word", "trafficker")]

    @pytest.mark.django_db(transaction=True)
    def test_reads_no_text_twice_while_nothing_changes(self):
        publish("Trafficking of persons.", "No tramways.")
        labels("tra")

        with CaptureQueriesContext(connection) as again:
            found = labels("tra")

        assert [label for _kind, label in found] == ["Trafficking", "tramways"]
        assert not [query for query in again if "catalogue_record" in query["sql"]]

    def test_is_never_more_than_eight(self):
        for number in range(30):
            store.put(build.term("tag", f"x{number}", label=f"Xenia {number}"))
            store.put(build.event(f"x{number}", title=f"Xenia {number}"))

        found = labels("xen")

        assert len(found) == suggesting.MOST
        assert {kind for kind, _label in found} == {"tag", "event"}

    def test_asks_once_more_for_words_and_never_for_each_name(self, django_assert_max_num_queries):
        with django_assert_max_num_queries(5):
            suggesting.suggest("victims ira")


class RelatedTests:
    @pytest.fixture
    def results(self):
        """Ten texts with the words of forty; shelter is of half of them, and of five elsewhere."""

        def of(query: str, **counts: dict[str, int]) -> select.Results:
            selection = filters.read("statement", dict(QueryDict(query).lists()))
            return select.Results(
                selection=selection, total=10, of=40, page=1, pages=1, cards=(), counts=counts
            )

        return of

    @pytest.fixture(autouse=True)
    def _everywhere(self, monkeypatch):
        counts = {"theme": {"safe-shelter": 10}, "country": {"iq": 20, "ir": 40, "ae": 1}}
        monkeypatch.setattr(select, "counted", lambda kind, names: counts)

    def test_is_what_stands_with_the_words_oftener_than_elsewhere(self, results):
        found = related.related(
            results("q=beds", theme={"safe-shelter": 5}, country={"iq": 9, "ir": 10, "ae": 1})
        )

        assert [(one.label, one.query) for one in found] == [
            ("Iraq", "?q=beds&country=iq"),
            ("Shelter and accommodation", "?q=beds&theme=safe-shelter"),
        ]

    def test_is_first_what_the_words_are_called(self, results):
        found = related.related(results("q=safe houses", country={"iq": 9}))

        assert [(one.kind, one.query) for one in found] == [
            ("theme", "?theme=safe-shelter"),
            ("country", "?q=safe+houses&country=iq"),
        ]

    def test_narrows_where_other_words_stand_beside(self, results):
        (found,) = related.related(results("q=safe houses women"))

        assert found.query == "?q=safe+houses+women&theme=safe-shelter"

    def test_is_nothing_that_is_chosen(self, results):
        assert related.related(results("q=iraq&country=iq", country={"iq": 10})) == ()

    def test_is_nothing_without_words(self, results):
        assert related.related(results("country=ir", theme={"safe-shelter": 5})) == ()
