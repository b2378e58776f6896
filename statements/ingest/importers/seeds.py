"""Bring in the seed statements through the same door as a person's.

One of the site's own two users writes, the other approves and publishes. A file is
known by its checksum, kept as the reason of the edit: loading it again changes nothing.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import models, transaction

from statements import workflow
from statements.choices import Precision, Public
from statements.ingest.importers.report import Outcome, Report
from statements.models import (
    Actor,
    Campaign,
    Country,
    Event,
    Person,
    Recommendation,
    Statement,
    Tag,
    Theme,
    Transition,
    User,
    Voice,
)
from statements.text import passages
from statements.workflow import gatherings, log

Decisions = Mapping[str, Any]


class Seeds:
    """The seeds of one folder, loaded by `writer` and published by `reviewer`."""

    def __init__(self, folder: Path, *, writer: User, reviewer: User, report: Report) -> None:
        self.folder, self.writer, self.reviewer, self.report = folder, writer, reviewer, report
        self.machines = frozenset({writer.pk, reviewer.pk})

    def load(self, progress: Callable[[str], None]) -> None:
        for decisions in self._read("events.json"):
            progress(decisions["title"])
            self._load_event(decisions)
        for path in sorted((self.folder / "statements").glob("*.json")):
            decisions = json.loads(path.read_text("utf-8"))
            progress(decisions["title"])
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            self._load_statement(decisions, f"From the seeds: {path.name}, {digest[:12]}")
        for decisions in self._read("campaigns.json"):
            progress(decisions["title"])
            self._load_campaign(decisions)

    def _read(self, name: str) -> list[Decisions]:
        read: list[Decisions] = json.loads((self.folder / name).read_text("utf-8"))
        return read

    @transaction.atomic
    def _load_event(self, decisions: Decisions) -> None:
        starts, ends = decisions["starts"], decisions["ends"]
        values = {
            "slug": decisions["slug"],
            "title": decisions["title"],
            "kind": decisions["kind"],
            "starts_on": date.fromisoformat(starts["on"]),
            "starts_precision": starts["precision"],
            "ends_on": date.fromisoformat(ends["on"]) if ends else None,
            "place": decisions["place"],
            "country": _country(decisions["country"]),
            "host": _actor(decisions["host"]),
            "summary": decisions["summary"],
            "symbol": decisions["symbol"],
            "source_url": decisions["source_url"],
        }
        participants = list(Actor.objects.filter(slug__in=decisions["participants"]))
        self._load_gathering(Event, decisions["ref"], values, participants)

    @transaction.atomic
    def _load_campaign(self, decisions: Decisions) -> None:
        tag = Tag.objects.get_or_create(name=decisions["tag"])[0]
        names = ("slug", "title", "aim", "how_to_help")
        values = {name: decisions[name] for name in names} | {"tag": tag}
        self._load_gathering(Campaign, decisions["ref"], values, [])

    def _load_gathering(
        self, model: type[Any], ref: str, values: Decisions, participants: list[Actor]
    ) -> None:
        noun = model.objects.filter(ref=ref).first() or model(ref=ref)
        outcome = self._outcome_of_gathering(noun, values, participants)
        if outcome in {"made", "changed"}:
            for name, value in values.items():
                setattr(noun, name, value)
            gatherings.save(noun, by=self.writer)
            if participants:
                noun.participants.set(participants)
            gatherings.publish(noun, by=self.reviewer)
        self.report.add(noun, outcome)

    def _outcome_of_gathering(
        self, noun: Any, values: Decisions, participants: list[Actor]
    ) -> Outcome:
        if noun.pk is None:
            return "made"
        if log.was_touched_by_people(noun, besides=self.machines):
            return "left"
        is_same = _holds(noun, values) and _takes_part(noun) == {one.pk for one in participants}
        return "same" if is_same else "changed"

    @transaction.atomic
    def _load_statement(self, decisions: Decisions, seal: str) -> None:
        statement = Statement.objects.filter(ref=decisions["ref"]).first()
        statement = statement or Statement(ref=decisions["ref"])
        outcome = self._outcome(statement, seal)
        if outcome in {"made", "changed"}:
            self._write(statement, decisions, seal)
            workflow.submit(statement, by=self.writer)
            workflow.approve(statement, by=self.reviewer)
            workflow.publish(statement, by=self.reviewer)
        self.report.add(statement, outcome)

    def _outcome(self, statement: Statement, seal: str) -> Outcome:
        if statement.pk is None:
            return "made"
        if log.was_touched_by_people(statement, besides=self.machines):
            return "left"
        moves = Transition.objects.about("statement", statement.ref)
        last = moves.filter(verb__in=log.AUTHORING).first()
        return "same" if last and last.reason == seal else "changed"

    def _write(self, statement: Statement, decisions: Decisions, seal: str) -> None:
        self._fill(statement, decisions)
        if statement.pk is None:
            workflow.create(statement, by=self.writer, reason=seal)
        else:
            workflow.edit(statement, by=self.writer, seen=statement.version, reason=seal)
        self._classify(statement, decisions)
        voices = _voices(statement, decisions["voices"])
        for one in decisions["recommendations"]:
            self._recommend(statement, voices, one)
        _leave_out(statement, {one["ref"] for one in decisions["recommendations"]})

    def _fill(self, statement: Statement, decisions: Decisions) -> None:
        document = self.folder / "documents" / decisions["document"]
        for name in ("slug", "title", "title_is_ours", "kind", "language", "text_version"):
            setattr(statement, name, decisions[name])
        statement.text = _slice(document.read_bytes().decode("utf-8"), decisions["text"])
        statement.source_url, statement.source_note = (
            decisions["source_url"],
            decisions["source_note"],
        )
        for name in ("delivered", "published"):
            given = decisions[name] or {"on": None, "precision": Precision.UNKNOWN, "source": ""}
            setattr(statement, f"{name}_on", given["on"] and date.fromisoformat(given["on"]))
            setattr(statement, f"{name}_precision", given["precision"])
            setattr(statement, f"{name}_source", given["source"])
        slug = decisions["event"]
        statement.event = Event.objects.get(slug=slug) if slug else None

    def _classify(self, statement: Statement, decisions: Decisions) -> None:
        statement.countries.set(Country.objects.filter(iso2__in=decisions["countries"]))
        statement.themes.set(Theme.objects.filter(code__in=decisions["themes"]))

    def _recommend(
        self, statement: Statement, voices: Mapping[str, Voice], decisions: Decisions
    ) -> None:
        one = Recommendation.objects.filter(ref=decisions["ref"]).first()
        held = one.passage if one else None
        one = one or Recommendation(ref=decisions["ref"], statement=statement)
        place = _find(statement, decisions["exact"], decisions.get("occurrence", 1))
        one.passage = workflow.anchor(statement, place, held)
        lead_in = decisions["lead_in"] and _find(statement, decisions["lead_in"])
        one.lead_in = workflow.lead_in(statement, lead_in) if lead_in else None
        for name in ("kind", "addressed_as", "verb", "strength", "short_form"):
            setattr(one, name, decisions[name])
        one.pillar = decisions["pillar"] or ""
        one.save()
        one.askers.set([voices[key] for key in decisions["askers"]])
        one.addressees.set(Actor.objects.filter(slug__in=decisions["addressees"]))
        one.themes.set(Theme.objects.filter(code__in=decisions["themes"]))
        held = set(one.tags.names())
        wanted = set(decisions["tags"])
        workflow.tag([one], by=self.writer, add=wanted - held, remove=held - wanted)


def _slice(text: str, bounds: Mapping[str, str]) -> str:
    """Return the body as delivered: one contiguous slice of its source document.

    Raises ValueError where its first words are not in the document, or its last after them.
    """
    start = text.index(bounds["begins"])
    end = text.index(bounds["ends"], start) + len(bounds["ends"])
    return text[start:end]


def _find(statement: Statement, words: str, occurrence: int = 1) -> passages.Passage:
    places = passages.find(statement.text, words)
    if len(places) < occurrence:
        raise ValueError(f"{statement.slug}: these words are not in the text: {words}")
    return places[occurrence - 1]


def _voices(statement: Statement, decisions: list[Decisions]) -> dict[str, Voice]:
    """Make the voices of a statement anew, by the key that its recommendations use."""
    statement.voices.all().delete()
    made = {}
    for position, one in enumerate(decisions):
        person = Person.objects.get_or_create(name=one["person"])[0] if one["person"] else None
        made[one["key"]] = Voice.objects.create(
            statement=statement,
            position=position,
            actor=_actor(one["actor"]),
            person=person,
            name=one["name"],
            role=one["role"],
            capacity=one["capacity"],
        )
    return made


def _leave_out(statement: Statement, kept: set[str]) -> None:
    statement.recommendations.exclude(ref__in=kept).update(left_out=True)


def _holds(noun: models.Model, values: Decisions) -> bool:
    is_live = getattr(noun, "public", Public.LIVE) == Public.LIVE
    return is_live and all(getattr(noun, name) == value for name, value in values.items())


def _takes_part(noun: Any) -> set[int]:
    return set(noun.participants.values_list("pk", flat=True)) if isinstance(noun, Event) else set()


def _actor(slug: str | None) -> Actor | None:
    return Actor.objects.get(slug=slug) if slug else None


def _country(iso2: str | None) -> Country | None:
    return Country.objects.get(iso2=iso2) if iso2 else None
