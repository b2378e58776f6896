"""The rows of an export as works to cite: what they say of actors, statements and events."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from django.conf import settings

from statements.catalogue import records, store
from statements.citing import works
from statements.citing.works import Work
from statements.exports import reading
from statements.exports.export import Export
from statements.exports.names import Names
from statements.text.characters import on_one_line

_DECODERS = {kind: msgspec.json.Decoder(card) for kind, card in records.CARDS.items()}


def batches(export: Export) -> Iterator[list[Work]]:
    """Yield the works of a few rows at a time; three queries each, whatever they hold."""
    kind, names = export.selection.kind, Names()
    for stored in reading.batches(export.keys):
        cards = [_DECODERS[kind].decode(body) for body in stored.bodies]
        if kind == "recommendation":
            yield _of_words(export, cards, names)
        else:
            yield _of_statements(export, cards, names)


def _of_statements(export: Export, cards: Sequence[Any], names: Names) -> list[Work]:
    actors, events = _actors(cards, names), _events(cards)
    return [_work(card, actors, events, address=f"{export.link}{card.slug}/") for card in cards]


def _of_words(export: Export, cards: Sequence[Any], names: Names) -> list[Work]:
    """Return the works of recommendations: words of statements, of those that are public now."""
    held = store.cards("statement", sorted({card.statement for card in cards}))
    actors, events = _actors(held.values(), names), _events(held.values())
    return [
        _work(
            statement,
            actors,
            events,
            ref=card.ref,
            address=f"{export.statement_link}{statement.slug}/#r{card.ref}",
            quotation=on_one_line(card.passage.exact),
        )
        for card in cards
        if (statement := held.get(card.statement))
    ]


def _work(
    statement: Any, actors: Mapping[Any, str], events: Mapping[str, Any], **given: Any
) -> Work:
    event = events.get(statement.event or "")
    return works.work(statement, actors=actors, event=event, site=settings.SITE_NAME, **given)


def _actors(statements: Any, names: Names) -> Mapping[Any, str]:
    names.learn([("actor", {voice.actor for one in statements for voice in one.voices})])
    return names.titles("actor")


def _events(statements: Any) -> Mapping[str, Any]:
    refs = sorted({one.event for one in statements if one.event})
    return store.held("event", refs) if refs else {}
