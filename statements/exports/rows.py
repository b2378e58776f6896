"""Batches of stored rows, with as much of them decoded as a format asks for, and names for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from statements.exports import lean, reading
from statements.exports.export import Export
from statements.exports.lean import Decoder
from statements.exports.names import Names
from statements.exports.reading import Stored


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of an export: as they are stored, and decoded, what is frozen and what is live."""

    stored: Sequence[Stored]
    frozen: Sequence[Any]
    live: Sequence[Any]


def batches(export: Export, frozen: Decoder, live: Decoder, names: Names) -> Iterator[Batch]:
    """Yield the rows of an export in order; `names` then knows all that they refer to."""
    for stored in reading.batches(export.keys):
        if stored:
            batch = Batch(
                stored,
                [frozen.decode(one.body) for one in stored],
                [live.decode(one.live) for one in stored],
            )
            names.learn(chain(lean.refs(batch.frozen), lean.refs(batch.live)))
            yield batch


def links(batch: Batch, export: Export, names: Names) -> dict[str, list[str]]:
    """Return the permanent links of rows, and those of recommendations into their statements."""
    found = {"url": [f"{export.link}{one.slug}/" for one in batch.stored]}
    if export.selection.kind == "recommendation":
        found["statement_url"] = [
            f"{export.statement_link}{names.slugs.get(one.statement, '')}/#r{one.ref}"
            for one in batch.frozen
        ]
    return found
