"""Give a catalogue of the benchmark its desk: working copies of all that is published in it.

Written row by row as the workflow would leave them, but without it: a hundred thousand go through
in minutes. Killed and run again, it goes on.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice
from typing import Any

from django.db import transaction
from django.db.models import Max, Model
from django.utils import timezone

from statements.catalogue import records
from statements.catalogue.models import Record
from statements.choices import Public, Stage
from statements.models import (
    Actor,
    Country,
    Event,
    Mark,
    Passage,
    Recommendation,
    Statement,
    Theme,
    Transition,
    User,
    Voice,
)
from statements.text import likeness

BATCH = 500
# One of so many is a draft that nobody published, and waits for a review.
WAITING = 100
Progress = Callable[[int], None]


def fill(by: User, say: Progress) -> int:
    """Make the working copies that are not there yet; return how many statements there are."""
    held = set(Statement.objects.values_list("ref", flat=True))
    live = Record.objects.live().filter(kind="statement").order_by("pk").values_list("pk", "ref")
    missing = iter([pk for pk, ref in live if ref not in held])
    writer, done = Writer(by), len(held)
    while keys := list(islice(missing, BATCH)):
        bodies = Record.objects.filter(pk__in=keys).order_by("pk").values_list("body", flat=True)
        with transaction.atomic():
            writer.write([records.load("statement", body) for body in bodies])
        done += len(keys)
        say(done)
    return done


class Writer:
    """Rows for published statements, with keys given here, since the rows refer to each other."""

    def __init__(self, by: User) -> None:
        self.by, self.now = by, timezone.now()
        self.actors = dict(Actor.objects.values_list("ref", "pk"))
        self.events = dict(Event.objects.values_list("ref", "pk"))
        self.themes = dict(Theme.objects.values_list("code", "pk"))
        self.countries = dict(Country.objects.values_list("iso2", "pk"))
        self.keys = {noun: _keys_of(noun) for noun in (Statement, Voice, Passage, Recommendation)}
        self.rows: dict[type[Model], list[Any]] = {}

    def write(self, statements: Iterable[Any]) -> None:
        for record in statements:
            self._statement(record)
        for noun, rows in self.rows.items():
            noun._default_manager.bulk_create(rows, batch_size=2_000)
        self.rows = {}

    def _add(self, row: Any) -> Any:
        self.rows.setdefault(type(row), []).append(row)
        return row

    def _statement(self, record: Any) -> None:
        pk = next(self.keys[Statement])
        waits = pk % WAITING == 0
        dated = record.delivered
        self._add(
            Statement(
                pk=pk,
                ref=record.ref,
                slug=record.slug,
                title=record.title,
                kind=record.kind,
                text=record.text,
                language=record.language,
                version=record.version + waits,
                stage=Stage.IN_REVIEW if waits else Stage.APPROVED,
                public=Public.LIVE,
                published_version=record.version,
                approved_version=None if waits else record.version,
                approved_by=None if waits else self.by,
                created_by=self.by,
                delivered_on=dated.on if dated else None,
                delivered_precision=dated.precision if dated else "unknown",
                event_id=self.events.get(record.event),
                source_url=record.source_url,
                source_note=record.source_note,
            )
        )
        self._many(Statement.themes, pk, self.themes, record.themes)
        self._many(Statement.countries, pk, self.countries, record.countries)
        voices = {one.ref: self._voice(pk, one, n) for n, one in enumerate(record.voices)}
        for one in record.recommendations:
            self._recommendation(pk, one, voices)
        marks = likeness.of_text(record.text) | likeness.of_address(record.source_url)
        for value in marks | likeness.of_symbols(f"{record.source_note} {record.source_url}"):
            self._add(Mark(kind="statement", ref=record.ref, value=value))
        for verb in ("create", "submit", "approve", "publish", *(("submit",) if waits else ())):
            move = Transition(kind="statement", ref=record.ref, verb=verb, by=self.by)
            move.version = record.version
            self._add(move)

    def _voice(self, statement: int, voice: Any, position: int) -> int:
        row = Voice(pk=next(self.keys[Voice]), ref=voice.ref, statement_id=statement)
        row.actor_id, row.position = self.actors.get(voice.actor), position
        row.name, row.role, row.capacity = voice.name or "Somebody", voice.role, voice.capacity
        self._add(row)
        return int(row.pk)

    def _recommendation(self, statement: int, one: Any, voices: dict[str, int]) -> None:
        words = one.passage
        passage = Passage(pk=next(self.keys[Passage]), statement_id=statement, exact=words.exact)
        passage.prefix, passage.suffix = words.prefix, words.suffix
        passage.start, passage.end = words.start, words.end
        self._add(passage)
        pk = next(self.keys[Recommendation])
        row = Recommendation(pk=pk, ref=one.ref, statement_id=statement, passage=passage)
        row.kind, row.pillar, row.strength = one.kind, one.pillar, one.strength
        row.short_form, row.verb, row.addressed_as = one.short_form, one.verb, one.addressed_as
        self._add(row)
        self._many(Recommendation.themes, pk, self.themes, one.themes)
        actors = [addressee.actor for addressee in one.addressees]
        self._many(Recommendation.addressees, pk, self.actors, actors)
        self._many(Recommendation.askers, pk, voices, [voice.ref for voice in one.askers])

    def _many(self, field: Any, pk: int, known: dict[str, int], values: Iterable[str]) -> None:
        own, other = field.field.m2m_field_name(), field.field.m2m_reverse_field_name()
        for value in values:
            if value in known:
                self._add(field.through(**{f"{own}_id": pk, f"{other}_id": known[value]}))


def _keys_of(noun: Any) -> Iterator[int]:
    return count(1 + (noun.objects.aggregate(most=Max("pk"))["most"] or 0))
