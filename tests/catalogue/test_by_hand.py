"""Lists of corpora of chance, checked against going through every record by hand.

The corpus is changed step by step (put again, withdrawn, tagged, its terms moved) and asked
after each step; at the end a rebuild finds nothing to mend.
"""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from pyroaring import BitMap

from statements.catalogue import facets, filters, records, select, store
from statements.catalogue.postings import order, rows
from statements.catalogue.rebuild import rebuild
from statements.catalogue.records import Live
from statements.catalogue.selection import Selection, Value, first_day, last_day
from tests.catalogue import build

pytestmark = pytest.mark.django_db

THEMES = {"shelter": ("protection",), "courts": ("prosecution",), "protection": ()}
STATES = ("az", "iq", "pk")
DATES = ("2015", "2016-12", "2017", "2017-09", "2017-09-27", "2017-10-01", "2018-01-02", "2030")


class Corpus:
    """Records of chance, kept beside the catalogue as they should be there."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.live: dict[str, tuple[Any, Live]] = {}
        self.tree = dict(THEMES)
        store.put_all([build.term("theme", code, *broader) for code, broader in THEMES.items()])

    def date(self) -> records.Date | None:
        kind = self.chance.choice(["day", "day", "crowd", "month", "year", "none"])
        if kind == "none":
            return None
        if kind == "crowd":
            return build.date("2017-09-27")
        day = dt.date(2015, 1, 1) + dt.timedelta(days=self.chance.randrange(1400))
        first = {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}
        return build.date(first[kind].isoformat(), kind)

    def put(self, number: int) -> None:
        ref, date, some = f"r{number:02}", self.date(), self.chance.sample
        if number % 5 == 0:
            record: Any = self.event(ref, date)
        else:
            record = build.statement(
                ref,
                kind=self.chance.choice(["speech", "press_release"]),
                title=self.chance.choice(["A", "B"]),
                themes=tuple(some(list(THEMES), self.chance.randint(0, 2))),
                voices=tuple(build.voice(state, state) for state in some(STATES, 1)),
                countries=tuple(some(STATES, self.chance.randint(0, 2))),
                delivered=date,
                recommendations=self.recommendations(ref),
            )
        store.put_all([record, *getattr(record, "recommendations", ())])
        self.live[ref] = record, self.live.get(ref, (None, Live()))[1]

    def recommendations(self, ref: str) -> tuple[records.Recommendation, ...]:
        return tuple(
            build.recommendation(
                f"{ref}-{n}",
                statement=ref,
                number=n,
                themes=tuple(self.chance.sample(list(THEMES), 1)),
                addressees=(build.addressee("unodc", self.chance.choice([None, *STATES])),),
                pillar=self.chance.choice(["", "prevention"]),
            )
            for n in range(self.chance.randint(0, 2))
        )

    def event(self, ref: str, date: records.Date | None) -> records.Event:
        lasts = self.chance.choice([0, 1, 3, 40, 500])
        ends_on = date.on + dt.timedelta(days=lasts) if date else None
        return build.event(ref, date=date, ends_on=ends_on, country=self.chance.choice(STATES))

    def withdraw(self) -> None:
        ref = self.chance.choice(sorted(self.live))
        record, _live = self.live.pop(ref)
        on = dt.date(2026, 1, 1)
        stone = records.Tombstone(ref=ref, on=on, reason="R", successor="")
        store.withdraw(record.KIND, stone)

    def tag(self) -> None:
        ref = self.chance.choice(sorted(self.live))
        record, _live = self.live[ref]
        if record.KIND == "statement":
            live = Live(tags=tuple(self.chance.sample(["one", "two"], self.chance.randint(0, 2))))
            store.put_live("statement", ref, live)
            self.live[ref] = record, live

    def move_a_theme(self) -> None:
        broader = self.chance.choice([(), ("protection",), ("prosecution",)])
        self.tree["shelter"] = broader
        store.put(build.term("theme", "shelter", *broader))

    def of(self, kind: str) -> Iterator[tuple[Any, Mapping[str, set[str]]]]:
        tree = {("theme", code): broader for code, broader in self.tree.items()}
        for record, live in self.live.values():
            if kind == record.KIND:
                held: dict[str, set[str]] = {}
                for name, value in facets.facets(record, live, tree):
                    held.setdefault(name, set()).add(value)
                yield record, held

    def ask(self) -> Selection:
        """Return a selection of chance."""
        kind = self.chance.choice(["statement", "statement", "event"])
        choices = {
            "theme": ["protection", "courts", "prosecution"],
            "country": list(STATES),
            "by": list(STATES),
            "to": list(STATES),
            "pillar": ["prevention"],
            "kind": ["speech", "press_release", "world_day"],
            "actor": ["pk", "unodc"],
            "tag": ["one", "two"],
            "language": ["en", "fr"],
            "year": ["2015", "2016", "2017", "2018"],
        }
        taken = [name for name in choices if name in filters.known(kind)]
        chosen = self.chance.sample(taken, self.chance.choice([0, 1, 1, 2, 3]))
        values = {
            name: tuple(Value(one, one, one) for one in self.chance.sample(choices[name], 1))
            for name in chosen
        }
        return Selection(
            kind=kind,
            values=values,
            since=self.chance.choice(["", "", *DATES]),
            until=self.chance.choice(["", "", *DATES]),
            sort=self.chance.choice(["", "oldest"]),
        )


def holds(record: Any, held: Mapping[str, set[str]], asked: Selection) -> bool:
    first, last = facets.span(record)
    if asked.since and (last is None or last < first_day(asked.since)):
        return False
    if asked.until and (first is None or first > last_day(asked.until)):
        return False
    return all(asked.filed(name) & held.get(name, set()) for name in asked.values)


def in_order(record: Any, *, oldest: bool) -> tuple[Any, ...]:
    first, _last = facets.span(record)
    day = first.toordinal() if first else 0
    return (first is None, day if oldest else -day, rows.rank(record), record.ref)


def check(corpus: Corpus, asked: Selection, size: int) -> None:
    every = list(corpus.of(asked.kind))
    found = [record for record, held in every if holds(record, held, asked)]
    found.sort(key=lambda record: in_order(record, oldest=asked.sort == "oldest"))
    shown: list[str] = []
    for page in range(1, max(1, -(-len(found) // size)) + 1):
        results = select.select(replace(asked, page=page), size=size)
        assert (results.total, results.of) == (len(found), len(every)), asked
        shown += [card.ref for card in results.cards]
    assert shown == [record.ref for record in found], asked
    assert select.total(asked) == len(found)
    assert len(list(select.numbers(asked))) == len(found)
    for name in filters.panels(asked.kind):
        lifted = asked.without(name)
        counts = Counter(
            value
            for record, held in every
            if holds(record, held, lifted)
            for value in held.get(name, ())
        )
        assert results.counts.get(name, {}) == counts, (asked, name)


def check_neighbours(corpus: Corpus, asked: Selection) -> None:
    """Compare what stands around each record of a list with the list itself."""
    every = [(record, held) for record, held in corpus.of(asked.kind) if facets.span(record)[0]]
    every.sort(key=lambda one: in_order(one[0], oldest=True))
    numbers = {one.ref: store.get(asked.kind, one.slug).number for one, _held in every}
    for at, (record, _held) in enumerate(every):
        without = BitMap([number for number in numbers.values() if number % 5 == at % 5])
        found = [
            one.ref if holds(one, held, asked) and numbers[one.ref] not in without else None
            for one, held in every
        ]
        before, after = [list(filter(None, some)) for some in (found[:at], found[at + 1 :])]
        expected = [before[-1:], after[:1]] * 2
        day = facets.span(record)[0]
        assert day
        number = numbers[record.ref]
        pairs = select.neighbours(asked.kind, number, day, [asked, asked], without)
        shown = [[one.ref] if one else [] for pair in pairs for one in pair]
        assert shown == expected, (asked, record.ref)


class ByHandTests:
    @pytest.mark.parametrize("seed", range(3))
    def test_lists_are_what_going_through_every_record_finds(self, seed, monkeypatch):
        # So that a day of a few records is crowded, and pages are read in every way there is.
        monkeypatch.setattr(order, "FEW", 4)
        monkeypatch.setattr(order, "CROWDED", 3)
        corpus = Corpus(seed)
        for number in range(30):
            corpus.put(number)
        steps = [
            lambda: corpus.put(corpus.chance.randrange(36)),
            corpus.withdraw,
            corpus.tag,
            corpus.move_a_theme,
        ]

        for turn in range(40):
            steps[turn % len(steps)]()
            for _question in range(3):
                check(corpus, corpus.ask(), corpus.chance.choice([1, 4, 50]))
            check_neighbours(corpus, corpus.ask())

        assert rebuild().differences == []

    def test_many_are_filed_as_one_by_one(self):
        made = [
            build.statement(f"s{n}", themes=("a",), delivered=build.date("2017-05-05"))
            for n in range(7)
        ]
        store.put_all(made)
        for record in made[:4]:
            store.put(replace(record, title="Anew"))

        assert rebuild().differences == []
        assert select.total(Selection(kind="statement")) == 7
