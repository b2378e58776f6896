"""What a person still has to put right in a draft, counted against what people decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from statements.ingest.importers.decisions import CLASSES, DESCRIBED, SPOKEN, Cited, Decisions
from statements.text.passages import Passage

# One value to the person who corrects it.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "title_is_ours"),
    "kind": ("kind",),
    "language": ("language",),
    "text version": ("text_version",),
    "text": ("text",),
    "delivered": ("delivered_on", "delivered_precision", "delivered_source"),
    "published": ("published_on", "published_precision", "published_source"),
    "event": ("event",),
    "source": ("source_url",),
    "source note": ("source_note",),
    "webcast": ("webcast_url",),
    "webcast offset": ("webcast_offset",),
}
Spoken = Mapping[str, Any]
# Told apart in the count: what belongs to recommendations, and what follows from them.
FACTS, ASKS, TERMS = "facts", "recommendations", "themes"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing to put right: what it is about, and what is wrong with it."""

    group: str
    what: str
    how: str


def corrections(drafted: Decisions, decided: Decisions) -> list[Correction]:
    """Return what has to be corrected in a draft to make it what people decided."""
    return [
        *_fields(drafted, decided),
        *_voices(drafted.voices, decided.voices),
        *_of_set(FACTS, "country", drafted.countries, decided.countries),
        *_citations(drafted.citations, decided.citations),
        *_of_classes(drafted.classes, decided.classes),
        *_recommendations(drafted, decided),
    ]


def _fields(drafted: Decisions, decided: Decisions) -> Iterator[Correction]:
    for what, names in FIELDS.items():
        held = [_plain(drafted.fields[name]) for name in names]
        wanted = [_plain(decided.fields[name]) for name in names]
        if held != wanted:
            yield Correction(FACTS, what, f"{_short(held)} -> {_short(wanted)}")


def _voices(
    drafted: Sequence[Mapping[str, Any]], decided: Sequence[Mapping[str, Any]]
) -> Iterator[Correction]:
    """Compare each voice with the one that is most like it; each wrong value is one."""
    left = list(drafted)
    for wanted in decided:
        held = same_voice(wanted, left)
        if held is None:
            yield Correction(FACTS, "voice", f"missing: {wanted['name'] or wanted['actor']}")
            continue
        left.remove(held)
        for name in SPOKEN:
            if held[name] != wanted[name]:
                yield Correction(FACTS, f"voice {name}", f"{held[name]} -> {wanted[name]}")
    for one in left:
        yield Correction(FACTS, "voice", f"extra: {one['name'] or one['actor']}")


def same_voice(one: Mapping[str, Any], among: Iterable[Spoken]) -> Spoken | None:
    """Return the voice that is most like one, if any is the same."""
    same = [other for other in among if is_same_voice(one, other)]
    return max(same, key=lambda other: _likeness(one, other), default=None)


def _likeness(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> int:
    return sum(bool(held[name] == wanted[name]) for name in SPOKEN)


def is_same_voice(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Tell whether two voices are one: they share the last word of their name, or the actor."""
    last = [one["name"].split()[-1:] for one in (held, wanted)]
    if last[0] and last[0] == last[1]:
        return True
    return held["actor"] is not None and held["actor"] == wanted["actor"]


def _of_set(group: str, what: str, held: Iterable[Any], wanted: Iterable[Any]) -> list[Correction]:
    missing, extra = set(wanted) - set(held), set(held) - set(wanted)
    told = [f"missing: {one}" for one in missing] + [f"extra: {one}" for one in extra]
    return [Correction(group, what, how) for how in sorted(told)]


def _of_classes(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[Correction]:
    return [one for name in CLASSES for one in _of_set(TERMS, name, held[name], wanted[name])]


def _citations(drafted: Sequence[Cited], decided: Sequence[Cited]) -> Iterator[Correction]:
    left = list(drafted)
    for wanted in decided:
        held = next((one for one in left if meet(one.passage, wanted.passage)), None)
        if held is None:
            yield Correction(FACTS, "citation", f"missing: {wanted.passage.exact}")
            continue
        left.remove(held)
        if (held.passage.start, held.passage.end) != (wanted.passage.start, wanted.passage.end):
            told = f"{held.passage.exact} -> {wanted.passage.exact}"
            yield Correction(FACTS, "citation words", told)
        if held.instrument != wanted.instrument:
            told = f"{held.instrument} -> {wanted.instrument}"
            yield Correction(FACTS, "citation instrument", told)
    for one in left:
        yield Correction(FACTS, "citation", f"extra: {one.passage.exact}")


def _recommendations(drafted: Decisions, decided: Decisions) -> Iterator[Correction]:
    left = list(drafted.recommendations.values())
    for wanted in decided.recommendations.values():
        held = next((one for one in left if meet(one.passage, wanted.passage)), None)
        if held is None:
            yield Correction(ASKS, "recommendation", f"missing: {wanted.passage.exact}")
            continue
        left.remove(held)
        if (held.passage.start, held.passage.end) != (wanted.passage.start, wanted.passage.end):
            yield Correction(ASKS, "words", f"{held.passage.exact} -> {wanted.passage.exact}")
        for name in DESCRIBED:
            if held.fields[name] != wanted.fields[name]:
                yield Correction(ASKS, name, f"{held.fields[name]} -> {wanted.fields[name]}")
        if held.addressees != wanted.addressees:
            yield Correction(ASKS, "addressees", f"{held.addressees} -> {wanted.addressees}")
        askers = [
            sorted(of.voices[place]["name"] for place in one.askers)
            for of, one in ((drafted, held), (decided, wanted))
        ]
        if askers[0] != askers[1]:
            yield Correction(ASKS, "askers", f"{askers[0]} -> {askers[1]}")
        if held.classes != wanted.classes:
            yield Correction(ASKS, "classes", "themes, groups or forms")
    for one in left:
        yield Correction(ASKS, "recommendation", f"extra: {one.passage.exact}")


def meet(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _plain(value: Any) -> Any:
    return value if value is None or not isinstance(value, str) else str(value)


def _short(values: list[Any]) -> str:
    return ", ".join(
        f"{str(one)[:60]}…{str(one)[-40:]}" if len(str(one)) > 100 else str(one) for one in values
    )
