"""Bring in the seed statements through the same door as a person's.

One of the site's own two users writes, the other approves and publishes. What the desk
holds as the files have it is not touched, so loading them again changes nothing; nor is
what people changed.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from statements import workflow
from statements.catalogue import revision
from statements.choices import Public
from statements.ingest.importers import decisions, people, tags
from statements.ingest.importers.decisions import Decisions, Recommended, Written
from statements.ingest.importers.known import Known, SeedError, reading
from statements.ingest.importers.report import Outcome, Report
from statements.ingest.importers.vocabularies import Vocabularies
from statements.models import (
    Actor,
    Campaign,
    Citation,
    Event,
    Person,
    Recommendation,
    Series,
    Statement,
    Tag,
    User,
    Voice,
)
from statements.workflow import gatherings
from statements.workflow.tags import tagging
from statements.workflow.texts import receiving
from statements.workflow.withheld import erasing, withholding

REASON = "From the seeds."


class Seeds:
    """The seeds of one folder, loaded by `writer` and published by `reviewer`."""

    def __init__(
        self, folder: Path, known: Vocabularies, *, writer: User, reviewer: User, report: Report
    ) -> None:
        self.folder, self.known, self.report = folder, known, report
        self.writer, self.reviewer = writer, reviewer
        self.machines = frozenset({writer.pk, reviewer.pk})
        self.events = Known[Event]("event")
        self.series = Known[Series]("series")

    def load(self, progress: Callable[[str], None]) -> None:
        """Load series, events, statements, campaigns, each whole or not. Raises SeedError."""
        events, campaigns = self.folder / "events.json", self.folder / "campaigns.json"
        for written in _read(self.folder / "series.json"):
            self.series[written["slug"]] = self._load_series(written)
        for written in _read(events):
            progress(written["title"])
            with reading(events.name):
                self.events[written["slug"]] = self._load_event(written)
        for path in sorted((self.folder / "statements").glob("*.json")):
            written = _read(path)
            progress(written["title"])
            with reading(path.name):
                self._load_statement(written)
        for written in _read(campaigns):
            progress(written["title"])
            self._load_campaign(written)

    @transaction.atomic
    def _load_series(self, written: Written) -> Series:
        revision.hold()
        ref = written["ref"]
        series = Series.objects.filter(ref=ref).first() or Series(ref=ref)
        values = {name: written[name] for name in ("slug", "title", "summary")}
        self._load_gathering(series, values, [])
        return series

    @transaction.atomic
    def _load_event(self, written: Written) -> Event:
        revision.hold()
        starts, ends = written["starts"], written["ends"]
        names = ("slug", "title", "kind", "place", "summary", "symbol", "source_url")
        values = {name: written[name] for name in names} | {
            "starts_on": date.fromisoformat(starts["on"]),
            "starts_precision": starts["precision"],
            "ends_on": date.fromisoformat(ends["on"]) if ends else None,
            "country": self.known.countries.one(written["country"]),
            "host": self.known.actors.one(written["host"]),
            "series": self.series.one(written["series"]),
        }
        participants = self.known.actors.several(written["participants"])
        event = Event.objects.filter(ref=written["ref"]).first() or Event(ref=written["ref"])
        self._load_gathering(event, values, participants)
        return event

    @transaction.atomic
    def _load_campaign(self, written: Written) -> None:
        revision.hold()
        ref, tag = written["ref"], tags.tag_of(written["tag"])
        campaign = Campaign.objects.filter(ref=ref).first() or Campaign(ref=ref)
        if tag is None and not people.touched(campaign, machines=self.machines):
            tag = Tag(name=written["tag"])
            tagging.save_tag(tag, by=self.writer)
        names = ("slug", "title", "aim", "how_to_help")
        values = {name: written[name] for name in names} | {"tag": tag}
        self._load_gathering(campaign, values, [])

    def _load_gathering(self, noun: Any, values: Written, participants: list[Actor]) -> None:
        outcome = self._outcome(noun, lambda: _holds(noun, values, participants))
        if outcome in {"made", "changed"}:
            for name, value in values.items():
                setattr(noun, name, value)
            gatherings.save(noun, by=self.writer)
            if isinstance(noun, Event):
                noun.participants.set(participants)
            gatherings.publish(noun, by=self.reviewer)
        self.report.add(noun, outcome)

    def _outcome(self, noun: Any, is_same: Callable[[], bool]) -> Outcome:
        if noun.pk is None:
            return "made"
        if people.touched(noun, machines=self.machines):
            return "left"
        return "same" if is_same() else "changed"

    @transaction.atomic
    def _load_statement(self, written: Written) -> None:
        revision.hold()
        ref = written["ref"]
        statement = Statement.objects.filter(ref=ref).first() or Statement(ref=ref)
        if erasing.is_erased(ref):
            self.report.add(statement, "left")
            return
        decided = decisions.of_file(written, self.folder / "documents", self.known, self.events)
        outcome = self._outcome(statement, lambda: decisions.of_desk(statement) == decided)
        if outcome in {"made", "changed"}:
            self._write(statement, decided)
            workflow.submit(statement, by=self.writer)
            workflow.approve(statement, by=self.reviewer)
            workflow.publish(statement, by=self.reviewer)
        if outcome != "left" and self._tag(statement, written) and outcome == "same":
            outcome = "changed"
        self.report.add(statement, outcome)

    def _write(self, statement: Statement, decided: Decisions) -> None:
        for name, value in decided.fields.items():
            setattr(statement, name, value)
        self._receive(statement, decided)
        if statement.pk is None:
            workflow.create(statement, by=self.writer, reason=REASON)
        else:
            workflow.edit(statement, by=self.writer, seen=statement.version, reason=REASON)
        statement.countries.set(decided.countries)
        for name, terms in decided.classes.items():
            getattr(statement, name).set(terms)
        voices = _give_voices(statement, decided)
        _cite(statement, decided)
        for ref, one in decided.recommendations.items():
            _recommend(statement, voices, ref, one)
        withholding.put_withheld(statement, decided.withheld, by=self.writer)
        left_out = statement.recommendations.exclude(ref__in=decided.recommendations)
        left_out.update(left_out=True)

    def _receive(self, statement: Statement, decided: Decisions) -> None:
        held, given = statement.source_document, decided.document
        if given and (held is None or held.text != given.text):
            statement.source_document = receiving.receive(
                given.text, name=given.name, by=self.writer, replaces=held
            )

    def _tag(self, statement: Statement, written: Written) -> bool:
        """Tag as a file says, without a new version; tell whether that changed anything."""
        names = {one["ref"]: one["tags"] for one in written["recommendations"]}
        held = statement.recommendations.filter(ref__in=names).prefetch_related("tags")
        changed = [
            tags.retag(one, names[one.ref], by=self.writer, machines=self.machines) for one in held
        ]
        return any(changed)


def _recommend(statement: Statement, voices: list[Voice], ref: str, decided: Recommended) -> None:
    one = Recommendation.objects.filter(ref=ref).first()
    if one and one.statement_id != statement.pk:
        raise SeedError(f"recommendation of another statement: {ref}")
    held = one.passage if one else None
    one = one or Recommendation(ref=ref, statement=statement)
    one.passage = workflow.anchor(statement, decided.passage, held)
    one.lead_in = workflow.lead_in(statement, decided.lead_in) if decided.lead_in else None
    for name, value in decided.fields.items():
        setattr(one, name, value)
    one.left_out = False
    one.save()
    one.askers.set([voices[place] for place in decided.askers])
    one.addressees.set(decided.addressees)
    for name, terms in decided.classes.items():
        getattr(one, name).set(terms)


def _cite(statement: Statement, decided: Decisions) -> None:
    statement.citations.all().delete()
    for one in decided.citations:
        passage = workflow.anchor(statement, one.passage)
        Citation.objects.create(statement=statement, passage=passage, instrument=one.instrument)


def _give_voices(statement: Statement, decided: Decisions) -> list[Voice]:
    """Return the voices in their order; the one in a place keeps its permanent reference."""
    held = list(statement.voices.all())
    for voice in held[len(decided.voices) :]:
        voice.delete()
    told = zip(decided.voices, decided.people, strict=True)
    voices = []
    for position, (values, person) in enumerate(told):
        is_new = position >= len(held)
        voice = Voice(statement=statement) if is_new else held[position]
        if is_new or any(getattr(voice, name) != value for name, value in values.items()):
            voice.person = _person(person) if person else None
            for name, value in values.items():
                setattr(voice, name, value)
        voice.position = position
        voice.save()
        voices.append(voice)
    return voices


def _person(name: str) -> Person:
    return Person.objects.filter(name=name).first() or Person.objects.create(name=name)


def _holds(noun: Any, values: Written, participants: list[Actor]) -> bool:
    held = set(noun.participants.all()) if isinstance(noun, Event) else set()
    is_live = noun.public == Public.LIVE
    is_same = all(getattr(noun, name) == value for name, value in values.items())
    return is_live and is_same and held == set(participants)


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
