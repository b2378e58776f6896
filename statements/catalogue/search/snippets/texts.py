"""The texts of found statements, and the places of their recommendations in them."""

from collections.abc import Iterable, Mapping

import msgspec

from statements.catalogue import sql

_BODIES = (
    f"SELECT ref, body FROM {sql.RECORDS}"  # noqa: S608
    " WHERE NOT withdrawn AND kind = 'statement' AND ref IN "
)


class Place(msgspec.Struct, frozen=True):
    start: int
    end: int


class Passage(msgspec.Struct, frozen=True):
    """A recommendation's permanent reference and its place in the text."""

    ref: str
    passage: Place


class Text(msgspec.Struct, frozen=True):
    """What a statement's record holds of its text; the rest of the record is passed over."""

    text: str
    recommendations: tuple[Passage, ...]

    def passage_at(self, position: int) -> str:
        """Return the reference of the shortest passage around a position, or ""."""
        around = [
            (one.passage.end - one.passage.start, one.ref)
            for one in self.recommendations
            if one.passage.start <= position < one.passage.end
        ]
        return min(around, default=(0, ""))[1]


def texts(refs: Iterable[str]) -> Mapping[str, Text]:
    """Return the texts of live statements by their references, in one query."""
    wanted = sorted(refs)
    if not wanted:
        return {}
    rows = sql.rows(_BODIES + sql.marks(wanted), wanted)
    return {ref: _decode(body) for ref, body in rows}


_decode = msgspec.json.Decoder(Text).decode
