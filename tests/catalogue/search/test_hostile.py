"""Whatever is asked: no error, and the hits of a plain look at every record.

The look is the same for every database, so they find the same.
"""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements.catalogue import search
from statements.catalogue.records import Statement
from statements.catalogue.search.expressions import (
    Beginning,
    Both,
    Close,
    Either,
    Expression,
    Row,
    Without,
)
from statements.catalogue.search.finding import Finder
from statements.catalogue.search.query import (
    All,
    Any,
    Clause,
    Field,
    Near,
    Not,
    Phrase,
    Prefix,
    Query,
    Term,
)
from statements.catalogue.search.words import digestion
from statements.catalogue.search.words.fields import fields
from statements.catalogue.search.words.layout import Layout, lay_out
from tests.catalogue import build

FAMILIES = json.loads((Path(__file__).parents[2] / "naughty.json").read_text(encoding="utf-8"))
NAUGHTY = [text for family in FAMILIES.values() for text in family]
WORDS = (
    *("the victims of trafficking need a shelter", "re-integration S/2017/l98 A/RES/71/322"),
    *(
        "trafficking-related women's women girls the the of",
        "L’esclavage U.S. 27,000 and/or e-mail",
    ),
)
COLUMNS = {"": ("title", "names", "body"), "title": ("title",), "speaker": ("names",)}


def records() -> list[Statement]:
    """Give records whose words are the same in ever another order and field."""
    words = " ".join(WORDS).split()
    turned = [words[place:] + words[:place] for place in range(0, len(words), 3)]
    few = [
        build.statement(
            str(number),
            title=" ".join(row[:3]),
            text=" ".join(row[3 : 5 + number]) + " the" * 250 * (number == 4),
            voices=(build.voice(name=row[-1], role=" ".join(row[-3:-1])),),
        )
        for number, row in enumerate(turned)
    ]
    naughty = [
        build.statement(f"n{number}", text=text) for number, text in enumerate(NAUGHTY[::25])
    ]
    return few + naughty


def holds(expression: Expression, layout: Layout) -> bool:
    """Tell whether a record holds what is asked for, by looking at all its terms."""
    match expression:
        case Both(parts):
            return all(holds(part, layout) for part in parts)
        case Either(parts):
            return any(holds(part, layout) for part in parts)
        case Without(part):
            return not holds(part, layout)
        case Beginning(letters, scope):
            whole = len(letters) == 1 and letters.isascii()
            return any(
                term == letters or (not whole and term.startswith(letters))
                for term in found_by(layout, scope)
            )
        case Row(terms, "symbol"):
            return {*terms} <= {*layout.symbols}
        case Row((only,), scope):
            return only in found_by(layout, scope)
        case Row(terms, scope):
            return any(
                column[place : place + len(terms)] == terms
                for column in columns(layout, scope)
                for place in range(len(column))
            )
        case Close((one, other), distance, scope):
            return any(
                0 < abs(place - beside) <= distance
                for column in columns(layout, scope)
                for place, term in enumerate(column)
                for beside, near in enumerate(column)
                if term == one and near == other
            )
    raise AssertionError(expression)


def columns(layout: Layout, scope: str) -> list[tuple[str, ...]]:
    return [getattr(layout, name) for name in COLUMNS.get(scope, ())]


def found_by(layout: Layout, scope: str) -> set[str]:
    if scope == "symbol":
        return {*layout.symbols}
    besides = [getattr(layout, f"{name}_also") for name in COLUMNS[scope]]
    of_symbols = layout.symbols if not scope else ()
    found = {term for column in [*columns(layout, scope), *besides, of_symbols] for term in column}
    return {term for term in found if not term.startswith("_")}


typed = st.one_of(
    st.sampled_from(" ".join(WORDS).split()), st.text(max_size=12), st.sampled_from(NAUGHTY)
)
several = st.lists(typed, max_size=4).map(tuple)
clauses: st.SearchStrategy[Clause] = st.recursive(
    st.one_of(
        typed.map(Term),
        several.map(Phrase),
        st.text("acehirstvw", min_size=1, max_size=4).map(Prefix),
        st.builds(Near, several, st.integers(-1, 40)),
    ),
    lambda inner: st.one_of(
        inner.map(Not),
        st.builds(Field, st.sampled_from(["title", "speaker", "symbol"]), inner),
        st.lists(inner, max_size=3).map(tuple).map(Any),
        st.lists(inner, max_size=3).map(tuple).map(All),
    ),
    max_leaves=6,
)


@pytest.fixture(params=["as published", "words common"])
def layouts(request, monkeypatch, db) -> list[Layout]:
    """The layouts of what is published, by number."""
    published = records()
    if request.param == "words common":
        monkeypatch.setattr(digestion, "COMMON", 3)
    half = len(published) // 2
    several = [("statement", number, record) for number, record in enumerate(published)]
    search.write(several[:half])
    if request.param == "words common":
        search.digest()
    search.write(several[half:])
    return [lay_out(fields(record)) for record in published]


class HostileTests:
    @settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(clauses, max_size=3).map(tuple))
    def test_finds_what_a_look_at_every_record_finds(self, layouts, asked):
        finder = Finder("statement")
        query = Query(asked)

        found = finder.hits(query)

        plans = finder.plans(query)
        expected = [
            number
            for number, layout in enumerate(layouts)
            if not query or any(holds(plan, layout) for plan in plans)
        ]
        assert list(found) == expected
        search.ranked(finder, query, found)
        search.left_out(query)

    @pytest.mark.parametrize(
        "clause",
        [
            Term("a" * 100_000),
            Term("' OR 1=1 --"),
            Term('"\\"NEAR(" AND'),
            Phrase(("the",) * 1_000),
            Phrase(()),
            Near(("the",) * 5_000),
            Near(()),
            Prefix("*"),
            Prefix(""),
            Prefix("_t_"),
            Any(()),
            Not(All(())),
            Any(tuple(Term(f"word{number}") for number in range(500))),
            Field("title", Field("symbol", Not(Not(Term("the"))))),
            Term("\ud800\x00"),
        ],
        ids=lambda clause: repr(clause)[:24],
    )
    def test_answers_anything(self, layouts, clause):
        finder, query = search.Finder("statement"), Query((clause,))

        found = finder.hits(query)

        assert set(search.ranked(finder, query, found)) <= set(found)

    def test_says_which_words_are_left_out(self):
        query = Query((Any(tuple(Term(f"word{number}") for number in range(34))),))

        assert search.left_out(query) == ("word32", "word33")
