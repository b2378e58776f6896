"""Plain text of one statement: a line that cites it, an empty line, and its text as it stands."""

from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext_lazy as _

from statements.catalogue.selection import Refused
from statements.citing.styles import un
from statements.exports import reading, works
from statements.exports.export import Export, Format


class _Text(msgspec.Struct):
    text: str


_decode = msgspec.json.Decoder(_Text).decode


def write(export: Export) -> Iterator[bytes]:
    """Yield the citation and the text of each statement."""
    cited = (un.STYLE.cite(work).text for batch in works.batches(export) for work in batch)
    bodies = (body for stored in reading.batches(export.keys) for body in stored.bodies)
    for citation, body in zip(cited, bodies, strict=False):
        yield f"{citation}\n\n{_decode(body).text}\n".encode()


def refuse(refused: Refused) -> str:
    return f"{refused.field}: {refused.message}\n"


FORMAT = Format(
    suffix="txt",
    name=_("text"),
    media_type="text/plain; charset=utf-8",
    write=write,
    error_type="text/plain; charset=utf-8",
    refuse=refuse,
    is_of_lists=False,
    is_of_one=True,
)
