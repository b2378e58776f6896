"""JSON (RFC 8259): one object, and in it the records as they are stored, byte for byte.

Before a record's own fields stand its links, its tags and its campaigns; after all records the
English names of what they refer to, and how many records there are.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

import msgspec
from django.conf import settings

from statements.catalogue import records
from statements.catalogue.selection import Refused
from statements.exports import lean, rows
from statements.exports.export import Export, Format
from statements.exports.lean import Lean
from statements.exports.names import Names
from statements.exports.rows import Batch

encode = msgspec.json.encode


@cache
def leans(kind: str) -> tuple[Lean, Lean]:
    return lean.referring(records.KINDS[kind]), lean.referring(records.Live)


def write(export: Export) -> Iterator[bytes]:
    """Yield the head, a batch of records at a time, and the end."""
    names, count = Names(), 0
    yield _head(export)
    for batch in rows.batches(export, *leans(export.selection.kind), names):
        pieces = _pieces(batch, rows.links(batch, export, names))
        yield b"".join(islice(pieces, 0 if count else 1, None))
        count += len(batch.stored.slugs)
    yield b'\n],"labels":%b,"count":%d}\n' % (encode(names.told()), count)


def refuse(refused: Refused) -> str:
    error = {"field": refused.field, "message": refused.message}
    return encode({"error": error}).decode()


def _head(export: Export) -> bytes:
    told = {
        "source": settings.SITE_NAME,
        "address": export.address,
        "revision": export.revision,
    }
    return encode(told)[:-1] + b',"results":[\n'


def _pieces(batch: Batch, links: Mapping[str, Sequence[str]]) -> Iterator[bytes | memoryview]:
    """Yield the pieces of a batch: a comma, links and tags, and what is stored, not copied."""
    names = (*links, "tags", "campaigns")
    tags = [one.tags for one in batch.live]
    campaigns = [one.campaigns for one in batch.live]
    ours = zip(*links.values(), tags, campaigns, strict=True)
    for values, body in zip(ours, batch.stored.bodies, strict=True):
        yield b",\n"
        yield encode(dict(zip(names, values, strict=True)))[:-1]
        yield b","
        yield memoryview(body)[1:]


FORMAT = Format(
    suffix="json",
    name="JSON",
    media_type="application/json; charset=utf-8",
    write=write,
    error_type="application/json; charset=utf-8",
    refuse=refuse,
    is_of_one=True,
)
