"""A draft as JSON: one flat object, with upper-case codes of countries."""

from typing import Any

from statements.choices import Capacity
from statements.ingest.drafting.draft import Ask, Draft, Proposal, Voice, When
from statements.text import durations


def as_json(draft: Draft, name: str) -> dict[str, Any]:
    """Return the fields of `draft` under the name of its document; what is not said is None."""
    speaker = _voice(draft, Capacity.DELIVERS)
    group = _voice(draft, Capacity.ON_BEHALF_OF)
    event = draft.event
    return {
        "document": name,
        "kind": draft.kind.value.value,
        "title": _text(draft.title),
        "date_delivered": _day(draft.date_delivered),
        "date_published": _day(draft.date_published),
        "speaker_name": (speaker and speaker.name) or None,
        "speaker_role": (speaker and speaker.role) or None,
        "on_behalf_of": (group and group.actor) or (speaker and speaker.actor) or None,
        "event_name": _text(event.name),
        "event_body": _text(event.body),
        "event_start": _day(event.starts),
        "event_end": _day(event.ends),
        "event_place": _text(event.place),
        "countries_mentioned": sorted(country.iso2.upper() for country in draft.countries),
        "recommendations": [_ask(ask) for ask in draft.recommendations],
        "instruments": list(dict.fromkeys(cited.value.words for cited in draft.instruments)),
        "symbols": [symbol.value for symbol in draft.symbols],
        "links": [
            {
                "url": link.value.url or None,
                "label": link.value.label or None,
                "offset": _offset(link.value.offset),
            }
            for link in draft.links
        ],
    }


def _voice(draft: Draft, capacity: Capacity) -> Voice | None:
    voices = (voice.value for voice in draft.voices)
    return next((voice for voice in voices if voice.capacity == capacity), None)


def _text(proposal: Proposal[str] | None) -> str | None:
    return proposal.value if proposal else None


def _day(proposal: Proposal[When] | None) -> str | None:
    return proposal.value.written if proposal else None


def _offset(seconds: int | None) -> str | None:
    return None if seconds is None else durations.written(seconds)


def _ask(ask: Ask) -> dict[str, str | None]:
    return {
        "exact": " ".join(ask.exact.split()),
        "addressed_to": ask.addressee or None,
        "pillar": ask.pillar.value if ask.pillar else None,
    }
