"""Did you mean: what is mended, and when it is offered."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.catalogue import filters, search, select, store
from statements.catalogue.search import reading
from statements.catalogue.search.offers import distance, spelling
from statements.catalogue.search.typed import writing
from tests.catalogue import build
from tests.catalogue.search.examples import WORDS

pytestmark = pytest.mark.django_db

TEXTS = {
    "en": [
        "The victims of human trafficking need shelter and reintegration programmes.",
        "Policies against forced labour protect children from traffickers.",
        "Shelter for victims in Azerbaijan, and compensation for trafficking.",
    ],
    "fr": ["La protection des victimes de la traite exige un hébergement."],
    "ar": ["حماية الضحايا من الاتجار بالأشخاص"],
}


@pytest.fixture(params=["as published", "digested"])
def corpus(request, monkeypatch) -> None:
    texts = [(language, text) for language, texts in TEXTS.items() for text in texts]
    search.write(
        ("statement", number, build.statement(str(number), text=text, language=language, title="T"))
        for number, (language, text) in enumerate(texts, start=1)
    )
    store.put(build.term("country", "az", label="Azerbaijan"))
    # A slip away from a word of the texts, and no slip.
    store.put(replace(build.term("country", "vi", label="Victina"), also=("Victin",)))
    if request.param == "digested":
        search.digest()
    monkeypatch.setattr(
        select, "total", lambda asked: len(search.Finder(asked.kind).hits(asked.sought))
    )


@pytest.mark.usefixtures("corpus")
class MendTests:
    @pytest.mark.parametrize(
        ("typed", "mended"),
        [
            ("sheltr", "shelter"),
            ("shleter", "shelter"),
            ("shelterr", "shelter"),
            ("dhelter", "shelter"),
            ("shalter", "shelter"),
            ("trafiking", "trafficking"),
            ("traficking victms", "trafficking victims"),
            ("reintergation", "reintegration"),
            ("politicies", "policies"),
            ("polices", "policies"),
            ("childern", "children"),
            ("fictims", "victims"),
            ("azerbaidjan", "azerbaijan"),
            ("heberjement", "hebergement"),
            ("حمابة", "حماية"),
            ("humantrafficking", "human trafficking"),
            ('"human trafiking"', '"human trafficking"'),
            ("sheltr OR trafiking", "shelter OR trafficking"),
            ("sheltr -victms", "shelter -victms"),
            ("Sheltr TRAFIKING", "Shelter TRAFFICKING"),
            ("shelter", None),
            ("xqzwvv", None),
            ("neat", None),
            ("victin", None),
            ("S/2017/l98", None),
            ("abc", None),
        ],
    )
    def test_mends_a_slip(self, typed, mended):
        sought = spelling.mend(reading.read(typed).query, "statement")

        assert (sought and writing.write(sought)) == mended

    def test_mends_the_first_of_several_that_are_as_rare(self, monkeypatch):
        monkeypatch.setattr(spelling, "MOST_MENDED", 1)
        typed = ("sheltr", "trafiking", "childern", "victms", "heberjement")

        mended = [
            spelling.mend(reading.read(" ".join(order)).query, "statement")
            for order in permutations(typed, 3)
        ]

        words = {"sheltr": "shelter", "trafiking": "trafficking", "childern": "children"}
        words |= {"victms": "victims", "heberjement": "hebergement"}
        assert [one and writing.write(one) for one in mended] == [
            " ".join((words[order[0]], *order[1:])) for order in permutations(typed, 3)
        ]

    def test_is_offered_with_the_filters_that_are_there(self):
        chosen = filters.read("statement", {"q": ["sheltr"], "year": ["2017"]})

        assert spelling.better(chosen, 0) == spelling.Better("shelter", "?q=shelter&year=2017", 2)

    @pytest.mark.parametrize("typed", ["country:azerbaijn", "by:Azerbajan shelter", "to:azerbyjan"])
    def test_mends_the_names_of_fields(self, typed, monkeypatch):
        monkeypatch.setattr(select, "total", lambda asked: 3)
        name = typed.partition(":")[0]
        chosen = filters.read("statement", {"q": [typed], "kind": ["speech"]})

        found = spelling.better(chosen, 0)

        assert found
        assert f"{name}=az&kind=speech" in found.query
        assert found.words == ("shelter Azerbaijan" if "shelter" in typed else "Azerbaijan")

    def test_is_not_offered_where_it_finds_no_more(self):
        chosen = filters.read("statement", {"q": ["trafiking compensation"]})

        assert spelling.better(chosen, 0)
        assert spelling.better(chosen, 1) is None

    def test_is_not_asked_for_where_enough_was_found(self, django_assert_num_queries):
        chosen = filters.read("statement", {"q": ["sheltr"]})

        with django_assert_num_queries(0):
            assert spelling.better(chosen, spelling.FEW) is None

    def test_takes_few_queries_whatever_is_typed(self, django_assert_max_num_queries):
        chosen = filters.read("statement", {"q": ["sheltr victms trafiking labuor x1 childern"]})

        with django_assert_max_num_queries(45):
            spelling.better(chosen, 0)


class WriteTests:
    @pytest.mark.parametrize("typed", [typed for typed, _clauses in WORDS])
    def test_writes_what_reads_the_same(self, typed):
        once = reading.read(typed).query

        assert reading.read(writing.write(once)).query == once


class DistanceTests:
    @pytest.mark.parametrize(
        ("one", "other", "steps"),
        [
            ("shelter", "shelter", 0),
            ("shelter", "shleter", 1),
            ("shelter", "helter", 1),
            ("shelter", "shellter", 1),
            ("shelter", "sheltre", 1),
            ("shelter", "swelters", 2),
            ("shelter", "helters", 2),
            ("shelter", "tomorrow", 3),
            ("", "ab", 2),
        ],
    )
    def test_counts_slips(self, one, other, steps):
        assert distance.between(one, other, 2) == steps

    @settings(max_examples=50)
    @given(st.text("abc", min_size=1, max_size=5))
    def test_knows_all_that_one_slip_makes(self, word):
        assert {distance.between(word, other, 2) for other in distance.one_away(word)} == {1}
