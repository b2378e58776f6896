"""Let a record name another actor or event in place of one that was merged into it.

Pure, but for `followed`, which asks what was merged.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from statements.catalogue import records
from statements.catalogue.records import Addressee, AnyRecord, Event, Statement
from statements.models import Actor, Merged

RecordT = TypeVar("RecordT", bound=AnyRecord)


@dataclass(frozen=True, slots=True)
class Kept:
    """What references lead to now: of an actor, with the code of its country if it is a State."""

    ref: str
    state: str | None = None


def pointed(record: RecordT, actors: Mapping[str, Kept], events: Mapping[str, str]) -> RecordT:
    """Return a record in which merged actors and events are those they were merged into.

    Names, roles and words stay as they are in the source.
    """
    moved: Any = _moved(record, actors)
    if isinstance(moved, Statement):
        parts = tuple(_of_event(one, events) for one in moved.recommendations)
        moved = replace(_of_event(moved, events), recommendations=parts)
    elif isinstance(moved, Event) and (host := actors.get(moved.host or "")):
        moved = replace(moved, host=host.ref, host_state=host.state)
    return cast(RecordT, moved)


def followed(record: RecordT) -> RecordT:
    """Return a record that was kept, with what was merged since in place of what it names."""
    merged = Merged.objects.filter(kind__in=["actor", "event"]).values_list("kind", "ref", "into")
    held = {(kind, ref): into for kind, ref, into in merged}
    if not held:
        return record
    refs = {into for (kind, _ref), into in held.items() if kind == "actor"}
    there = Actor.objects.filter(ref__in=refs).select_related("country")
    kept = {actor.ref: kept_of(actor) for actor in there}
    actors = {ref: kept[to] for (kind, ref), to in held.items() if kind == "actor" and to in kept}
    events = {ref: to for (kind, ref), to in held.items() if kind == "event"}
    return pointed(record, actors, events)


def kept_of(actor: Actor) -> Kept:
    is_state = actor.kind == "state" and actor.country is not None
    return Kept(actor.ref, actor.country.iso2 if is_state and actor.country else None)


def _of_event(record: Any, events: Mapping[str, str]) -> Any:
    return replace(record, event=events[record.event]) if record.event in events else record


def _moved(value: Any, actors: Mapping[str, Kept]) -> Any:
    """Return a part of a record, with what stands in it, that names actors as they are now."""
    if isinstance(value, Addressee | records.Voice):
        kept = actors.get(value.actor or "")
        return replace(value, actor=kept.ref, state=kept.state) if kept else value
    if isinstance(value, tuple):
        parts = tuple(_moved(part, actors) for part in value)
        is_asked = parts and all(isinstance(part, Addressee) for part in parts)
        return tuple(dict.fromkeys(parts)) if is_asked else parts
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: _moved(part, actors) for name, part in held.items()}
        changed = {name: part for name, part in changed.items() if part != held[name]}
        return replace(value, **changed) if changed else value
    return value
