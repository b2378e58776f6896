"""Publish single statements as people do: written on the desk, submitted, approved, published."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import Model

from bench.corpus import cast, sheets, writing
from bench.corpus.sheets import Sheet
from bench.corpus.writing import Text
from statements import workflow
from statements.catalogue.postings.changes import Change
from statements.models import Actor, Country, Event, Recommendation, Statement, Theme, Voice
from statements.text import passages
from statements.workflow import door


@dataclass(frozen=True, slots=True)
class Single:
    """What one publication took, in milliseconds, and how often it was written to the disk."""

    n: int
    whole: float
    publish: float
    catalogue: float
    cpu: float
    commits: int
    publish_commits: int


class Desk:
    """Two people: one writes, the other approves and publishes."""

    def __init__(self, corpus: sheets.Sheets) -> None:
        self.author, self.keeper = cast.author(), cast.keeper()
        self.sheets = corpus
        self.writer = writing.Writer(corpus, cast.states())
        self.actors = {actor.ref: actor for actor in Actor.objects.all()}
        self.countries = {one.iso2: one for one in Country.objects.all()}
        self.themes = {one.code: one for one in Theme.objects.all()}
        self.events = {one.ref: one for one in Event.objects.all()}

    def publish(self, n: int) -> Single:
        """Publish the statement of sheet `n`."""
        sheet = self.sheets.single(n)
        self._discard_left(sheet)
        text = self.writer.text(sheet)
        spent: dict[str, float] = {"catalogue": 0.0}
        started = time.perf_counter()
        with _counting_commits() as commits:
            statement = self._write(sheet, text)
            for found in workflow.check(statement).findings:
                reason = "A text of the benchmark."
                workflow.keep_words(statement, by=self.author, words=found.words, reason=reason)
            workflow.submit(statement, by=self.author)
            workflow.approve(statement, by=self.keeper)
            before, at_door, cpu = commits[0], time.perf_counter(), time.process_time()
            with _timing(door, "put_statement", spent), _timing(Change, "flush", spent):
                workflow.publish(statement, by=self.keeper)
        ended, cpu = time.perf_counter(), time.process_time() - cpu
        return Single(
            n=n,
            whole=(ended - started) * 1000,
            publish=(ended - at_door) * 1000,
            cpu=cpu * 1000,
            catalogue=spent["catalogue"] * 1000,
            commits=commits[0],
            publish_commits=commits[0] - before,
        )

    def _discard_left(self, sheet: Sheet) -> None:
        """Take away the draft of a run that was ended before it published it."""
        for left in Statement.objects.filter(ref=writing.statement_ref(sheet.n)):
            workflow.discard(left, by=self.author)

    @transaction.atomic
    def _write(self, sheet: Sheet, text: Text) -> Statement:
        """Make a draft that lacks nothing, in one transaction as the desk's form does."""
        statement = Statement(
            ref=writing.statement_ref(sheet.n),
            slug=writing.slug(sheet, self.writer.register),
            title=writing.title(sheet, self.writer.register),
            kind=sheet.kind,
            text=text.text,
            delivered_on=sheet.day,
            delivered_precision=sheet.precision,
            event=self._event(sheet),
            source_url=f"https://example.org/documents/{sheet.n}",
        )
        workflow.create(statement, by=self.author)
        voice = Voice.objects.create(
            ref=writing.voice_ref(sheet.n),
            statement=statement,
            actor=self.actors[self.writer.speaker(sheet)],
            name=writing.person(sheet.speaker),
            role="Permanent Representative",
        )
        statement.themes.add(*(self.themes[code] for code in sheet.themes))
        statement.countries.add(*(self.countries[code] for code in sheet.countries))
        self._recommend(statement, voice, sheet, text)
        return statement

    def _event(self, sheet: Sheet) -> Event | None:
        return None if sheet.event is None else self.events.get(writing.event_ref(sheet.event))

    def _recommend(self, statement: Statement, voice: Voice, sheet: Sheet, text: Text) -> None:
        """Make all recommendations at once."""
        found = [passages.anchor(statement.text, *place) for place in text.places]
        made = Recommendation.objects.bulk_create(
            Recommendation(
                ref=writing.recommendation_ref(sheet.n, number),
                statement=statement,
                kind=ask.kind,
                passage=passage,
                pillar=ask.pillar,
                strength=ask.strength,
            )
            for number, (ask, passage) in enumerate(
                zip(sheet.asks, workflow.anchor_all(statement, found), strict=True), start=1
            )
        )
        asks = list(zip(made, sheet.asks, strict=True))
        _link("askers", ((one, voice) for one in made))
        _link(
            "addressees",
            ((one, self.actors[to.actor]) for one, ask in asks for to in self.writer.asked_of(ask)),
        )
        _link("themes", ((one, self.themes[code]) for one, ask in asks for code in ask.themes))


def _link(name: str, pairs: Iterable[tuple[Recommendation, Model]]) -> None:
    """Tie recommendations to others in one query."""
    field: Any = Recommendation._meta.get_field(name)
    own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    through = field.remote_field.through
    through.objects.bulk_create(through(**{own: one, other: to}) for one, to in pairs)


def publish(corpus: sheets.Sheets, first: int, n: int) -> Iterator[Single]:
    """Publish `n` statements from sheet `first` on, one by one."""
    desk = Desk(corpus)
    return (desk.publish(number) for number in range(first, first + n))


@contextmanager
def _counting_commits() -> Iterator[list[int]]:
    counted = [0]
    held: Any = connections[DEFAULT_DB_ALIAS]
    commit = held._commit

    def counting() -> Any:
        counted[0] += 1
        return commit()

    held._commit = counting
    try:
        yield counted
    finally:
        del held._commit


@contextmanager
def _timing(module: Any, name: str, spent: dict[str, float]) -> Iterator[None]:
    """Add up the time that a function of a module takes."""
    function = getattr(module, name)

    def timed(*arguments: Any, **options: Any) -> Any:
        started = time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            spent["catalogue"] += time.perf_counter() - started

    setattr(module, name, timed)
    try:
        yield
    finally:
        setattr(module, name, function)
