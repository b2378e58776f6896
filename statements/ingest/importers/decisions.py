"""What people decided about a statement, read from its file or from the desk.

Both readings have one shape: where they are equal, there is nothing to load.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from statements.choices import Precision
from statements.ingest.importers.known import Known, SeedError
from statements.ingest.importers.vocabularies import Vocabularies
from statements.models import Actor, Country, Event, Instrument, Recommendation, Statement
from statements.models.vocabulary import NestedTerm
from statements.text import passages

Written = Mapping[str, Any]
# Terms by the field that holds them.
Classes = Mapping[str, frozenset[NestedTerm]]

PLAIN = (
    "slug",
    "title",
    "title_is_ours",
    "kind",
    "language",
    "text_version",
    "source_url",
    "source_note",
    "webcast_url",
    "webcast_offset",
)
DATED = tuple(
    f"{name}_{part}"
    for name in ("delivered", "published")
    for part in ("on", "precision", "source")
)
CLASSES = ("themes", "groups", "forms")
SPOKEN = ("actor", "name", "role", "capacity")
DESCRIBED = ("kind", "addressed_as", "verb", "strength", "pillar", "short_form")


@dataclass(frozen=True, slots=True)
class Recommended:
    """One recommendation; its askers are places among the statement's voices."""

    fields: Written
    passage: passages.Passage
    lead_in: passages.Passage | None
    askers: frozenset[int]
    addressees: frozenset[Actor]
    classes: Classes


@dataclass(frozen=True, slots=True)
class Document:
    """The file that a statement's text is a slice of."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Words that cite an instrument; none while nobody knows which."""

    passage: passages.Passage
    instrument: Instrument | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """A statement, its voices in their order, its recommendations by their refs.

    `withheld` gives the reason why words are withheld. `people` are the names of who lends a
    voice; the desk tells namesakes apart, and is not asked whether it named them otherwise.
    `document` is what the text came from.
    """

    fields: Written
    countries: frozenset[Country]
    classes: Classes
    voices: tuple[Written, ...]
    citations: tuple[Cited, ...]
    recommendations: Mapping[str, Recommended]
    withheld: Mapping[str, str]
    people: tuple[str | None, ...] = field(default=(), compare=False)
    document: Document | None = field(default=None, compare=False)


def of_file(
    written: Written, documents: Path, known: Vocabularies, events: Known[Event]
) -> Decisions:
    """Return what a file decides. Raises SeedError for what it names and does not exist."""
    fields = {name: written[name] for name in PLAIN}
    for name in ("delivered", "published"):
        given = written[name] or {"on": None, "precision": Precision.UNKNOWN, "source": ""}
        fields[f"{name}_on"] = given["on"] and date.fromisoformat(given["on"])
        fields[f"{name}_precision"] = given["precision"]
        fields[f"{name}_source"] = given["source"]
    fields["event"] = events.one(written["event"])
    path = documents / written["document"]
    document = Document(path.name, path.read_bytes().decode("utf-8"))
    text = fields["text"] = _slice(document.text, written["text"])
    voices = Known[int]("voice")
    for place, one in enumerate(written["voices"]):
        voices[one["key"]] = place
    return Decisions(
        fields=fields,
        countries=frozenset(known.countries.several(written["countries"])),
        classes=_classes_of_file(written, known),
        voices=tuple(
            {**{name: one[name] for name in SPOKEN}, "actor": known.actors.one(one["actor"])}
            for one in written["voices"]
        ),
        citations=tuple(
            Cited(_find(text, one["exact"]), known.instruments.one(one["instrument"]))
            for one in written["citations"]
        ),
        recommendations={
            one["ref"]: _recommended(one, text, known, voices) for one in written["recommendations"]
        },
        withheld={one["exact"]: one["reason"] for one in written.get("withheld", ())},
        people=tuple(one["person"] for one in written["voices"]),
        document=document,
    )


def _recommended(
    written: Written, text: str, known: Vocabularies, voices: Known[int]
) -> Recommended:
    fields = {name: written[name] for name in DESCRIBED}
    return Recommended(
        fields={**fields, "pillar": written["pillar"] or ""},
        passage=_find(text, written["exact"], written.get("occurrence", 1)),
        lead_in=_find(text, written["lead_in"]) if written["lead_in"] else None,
        askers=frozenset(voices.several(written["askers"])),
        addressees=frozenset(known.actors.several(written["addressees"])),
        classes=_classes_of_file(written, known),
    )


def _classes_of_file(written: Written, known: Vocabularies) -> Classes:
    return {
        "themes": frozenset(known.themes.several(written["themes"])),
        "groups": frozenset(known.groups.several(written["groups"])),
        "forms": frozenset(known.forms.several(written["forms"])),
    }


def _slice(text: str, bounds: Mapping[str, str]) -> str:
    """Return the body as delivered: one contiguous slice of its source document."""
    start = text.find(bounds["begins"])
    end = text.find(bounds["ends"], max(start, 0))
    if start < 0 or end < 0:
        raise SeedError(f"not in the document: {bounds['begins' if start < 0 else 'ends']}")
    return text[start : end + len(bounds["ends"])]


def _find(text: str, words: str, occurrence: int = 1) -> passages.Passage:
    places = passages.find(text, words)
    if len(places) < occurrence:
        raise SeedError(f"these words are not in the text: {words}")
    return places[occurrence - 1]


def of_desk(statement: Statement) -> Decisions:
    """Return what the desk holds, without what is left out."""
    voices = list(statement.voices.select_related("actor"))
    places = {voice.pk: place for place, voice in enumerate(voices)}
    kept = (
        statement.recommendations.filter(left_out=False)
        .select_related("passage", "lead_in")
        .prefetch_related("askers", "addressees", *CLASSES)
    )
    return Decisions(
        fields=_values(statement, (*PLAIN, *DATED, "event", "text")),
        countries=frozenset(statement.countries.all()),
        classes=_classes_of_desk(statement),
        voices=tuple(_values(voice, SPOKEN) for voice in voices),
        citations=tuple(
            Cited(one.passage.selector(), one.instrument)
            for one in statement.citations.select_related("passage", "instrument")
        ),
        recommendations={one.ref: _held(one, places) for one in kept},
        withheld=dict(statement.withheld.values_list("passage__exact", "reason")),
    )


def _held(one: Recommendation, places: Mapping[int, int]) -> Recommended:
    return Recommended(
        fields=_values(one, DESCRIBED),
        passage=one.passage.selector(),
        lead_in=one.lead_in.selector() if one.lead_in else None,
        askers=frozenset(places[voice.pk] for voice in one.askers.all()),
        addressees=frozenset(one.addressees.all()),
        classes=_classes_of_desk(one),
    )


def _classes_of_desk(noun: Statement | Recommendation) -> Classes:
    return {name: frozenset(getattr(noun, name).all()) for name in CLASSES}


def _values(noun: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(noun, name) for name in names}
