"""Who speaks, asks and is asked, States and other actors, against going through the records."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.http import QueryDict
from django.utils import translation

from statements.catalogue import crossing, filters, records, select, store
from statements.catalogue.records import Live
from statements.catalogue.selection import Refused, Selection
from tests.catalogue import build

pytestmark = pytest.mark.django_db

STATES = {"iraq": "iq", "pakistan": "pk", "fiji": "fj"}
BODIES = ("unodc", "eu", "all")
SPEAKING = {"delivers", "on_behalf_of", "co_signs"}
CAPACITIES = (*sorted(SPEAKING), "quoted", "hosts")

Text = records.Statement | records.Recommendation


@pytest.fixture
def corpus() -> dict[str, list[Any]]:
    """Put sixty statements of chance, each with what it asks; return both kinds."""
    chance = random.Random(5)
    for actor, code in STATES.items():
        store.put(build.term("country", code))
        store.put(build.actor(actor, kind="state", name=actor.title(), country=code))
    for body in BODIES:
        store.put(build.actor(body, name=body.upper()))
    statements = [_statement(f"s{number:02}", chance) for number in range(60)]
    with store.change():
        for one in statements:
            store.put_all([one, *one.recommendations])
    asked = [part for one in statements for part in one.recommendations]
    return {"statement": statements, "recommendation": asked}


def _statement(ref: str, chance: random.Random) -> records.Statement:
    several = chance.sample([*STATES, *BODIES], chance.randint(0, 2))
    voices = [
        build.voice(actor, STATES.get(actor), capacity=chance.choice(CAPACITIES))
        for actor in several
    ]
    parts = tuple(_asked(ref, number, chance) for number in range(chance.randint(0, 3)))
    nameless = build.voice(name="A person")
    return build.statement(ref, voices=(*voices, nameless), recommendations=parts)


def _asked(ref: str, number: int, chance: random.Random) -> records.Recommendation:
    askers = chance.sample([*STATES, *BODIES], chance.randint(0, 2))
    addressees = chance.sample([*STATES, *BODIES], chance.randint(0, 3))
    return build.recommendation(
        f"{ref}-{number}",
        statement=ref,
        number=number,
        kind=chance.choice(["ask", "commitment"]),
        askers=tuple(build.voice(one, STATES.get(one)) for one in askers),
        addressees=tuple(build.addressee(one, STATES.get(one)) for one in addressees),
    )


def carried(record: Any, name: str) -> set[str]:
    """Return who says a text, or is asked by it, or is in it at all, as addresses name them."""
    several: Iterable[Any]
    if name == "actor" and record.KIND == "recommendation":
        several = (*record.askers, *record.addressees)
    elif name == "actor":
        addressed = [to for part in record.recommendations for to in part.addressees]
        several = (*record.voices, *addressed)
    elif record.KIND == "recommendation":
        several = record.askers if name == "by" else record.addressees
    elif name == "by":
        several = [one for one in record.voices if one.capacity in SPEAKING]
    else:
        several = [to for part in record.recommendations for to in part.addressees]
    return {one.state or f"slug-{one.actor}" for one in several if one.actor}


def selection(query: str, kind: str = "recommendation") -> Selection:
    return filters.read(kind, dict(QueryDict(query).lists()))


def given(filed: str) -> str:
    """Return a value that is filed as addresses have it."""
    return f"slug-{filed.removeprefix('actor/')}" if "/" in filed else filed


def by_address(counts: Any) -> dict[str, int]:
    return {given(value): n for value, n in counts.items()}


def holding(corpus: Iterable[Any], **asked: set[str]) -> Iterator[Any]:
    for record in corpus:
        if all(carried(record, name) & values for name, values in asked.items()):
            yield record


CASES = [
    {},
    {"by": {"slug-unodc"}},
    {"to": {"slug-all"}},
    {"by": {"iq"}, "to": {"slug-all"}},
    {"by": {"slug-eu", "pk"}, "to": {"slug-unodc", "fj", "slug-all"}},
    {"actor": {"slug-unodc"}, "by": {"slug-unodc"}},
]


@pytest.mark.parametrize("kind", ["statement", "recommendation"])
class CountingTests:
    @pytest.mark.parametrize("asked", CASES)
    def test_finds_and_counts_what_the_records_say(self, corpus, kind, asked):
        query = "&".join(f"{name}={value}" for name, held in asked.items() for value in held)

        results = select.select(selection(query, kind), size=200)

        right = list(holding(corpus[kind], **asked))
        assert right
        assert {card.ref for card in results.cards} == {one.ref for one in right}
        for name in ("by", "to"):
            others = {other: held for other, held in asked.items() if other != name}
            beside = Counter(
                who for one in holding(corpus[kind], **others) for who in carried(one, name)
            )
            assert by_address(results.counts[name]) == beside

    def test_a_body_is_no_country(self, corpus, kind):
        counts = select.select(selection("", kind)).counts

        assert set(counts["country"]) == set(STATES.values())

    def test_what_is_withdrawn_leaves(self, corpus, kind):
        on = build.date("2026-01-01").on
        gone = [one for one in corpus[kind] if "slug-unodc" in carried(one, "by")]
        for one in gone:
            stone = records.Tombstone(ref=one.ref, on=on, reason="R", successor="")
            store.withdraw(kind, stone)

        assert gone
        assert select.total(selection("by=slug-unodc", kind)) == 0
        assert "slug-unodc" not in by_address(select.select(selection("", kind)).counts["by"])

    def test_what_is_put_again_moves(self, corpus, kind):
        first = corpus[kind][0]
        voices = (build.voice("eu"),)
        fields = {"askers": voices} if kind == "recommendation" else {"voices": voices}
        build_one = build.recommendation if kind == "recommendation" else build.statement
        store.put(build_one(first.ref, **fields), Live())

        found = select.select(selection("by=slug-eu", kind), size=200).cards

        assert first.ref in {card.ref for card in found}


class CrossingTests:
    def test_counts_who_asks_whom(self, corpus):
        by, to = ("iq", "actor/unodc"), ("fj", "actor/all")

        found = crossing.crossed(selection(""), ("by", by), ("to", to))

        for asker in by:
            for asked in to:
                wanted = {"by": {given(asker)}, "to": {given(asked)}}
                n = len(list(holding(corpus["recommendation"], **wanted)))
                assert found.cells[asker, asked] == n


class ValueTests:
    def test_is_the_country_where_the_actor_is_a_state(self, corpus):
        chosen = selection("by=slug-iraq&to=slug-unodc")

        assert (chosen.query(), chosen.is_moved) == ("?by=iq&to=slug-unodc", True)
        assert not selection("by=iq&to=slug-unodc").is_moved

    def test_is_named_in_the_language_of_the_reader(self, corpus):
        store.put(build.actor("unodc", name="UNODC", names={"en": "UNODC", "ru": "УНП ООН"}))

        with translation.override("ru"):
            assert [chip[:2] for chip in selection("by=slug-unodc").chips()] == [("by", "УНП ООН")]
            assert [chip[1] for chip in selection("actor=slug-unodc").chips()] == ["УНП ООН"]

    def test_is_refused_where_nobody_is_called_so(self, corpus):
        for value in ("slug-nobody", "unodc", "actor/unodc", "zz"):
            with pytest.raises(Refused):
                selection(f"by={value}")

    def test_takes_a_query_for_the_actors_of_each_parameter(
        self, corpus, django_assert_num_queries
    ):
        # The countries by their names, and the actors of each parameter.
        with django_assert_num_queries(3):
            selection("by=slug-unodc&by=slug-eu&by=iq&to=slug-all&to=pk")
