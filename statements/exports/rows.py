"""Batches of stored rows, with as much of them decoded as a format asks for, and names for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from statements.exports import lean, reading
from statements.exports.export import Export
from statements.exports.lean import Lean
from statements.exports.names import Names
from statements.exports.reading import Stored


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of an export: as they are stored, and decoded, what is frozen and what is live."""

    stored: Stored
    frozen: Sequence[Any]
    live: Sequence[Any]


def batches(export: Export, frozen: Lean, live: Lean, names: Names) -> Iterator[Batch]:
    """Yield the rows of an export in order; `names` then knows all that they refer to."""
    for stored in reading.batches(export.keys):
        batch = Batch(
            stored, list(map(frozen.decode, stored.bodies)), list(map(live.decode, stored.lives))
        )
        of_frozen = lean.refs(batch.frozen, frozen.references)
        names.learn(chain(of_frozen, lean.refs(batch.live, live.references)))
        yield batch


def links(batch: Batch, export: Export, names: Names) -> dict[str, list[str]]:
    """Return the permanent links of rows, and those of recommendations into their statements."""
    found = {"url": [f"{export.link}{slug}/" for slug in batch.stored.slugs]}
    if export.selection.kind == "recommendation":
        found["statement_url"] = [
            f"{export.statement_link}{names.slugs.get(one.statement, '')}/#r{one.ref}"
            for one in batch.frozen
        ]
    return found
