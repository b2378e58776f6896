"""Records that are like one by their words, kept until the next change of the catalogue."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from statements.catalogue import records, revision, search, sql
from statements.catalogue.models import Record

MOST = 5
# Of what a record says by its telling words, another must say so much to be called like it.
FLOOR = 0.3
# More are asked for than are shown: some stand in the same statement.
_ASKED = 12
_KEPT = 4_000


def recommendations(ref: str) -> Sequence[Any]:
    """Return the cards of up to five recommendations of other statements most like one."""
    held = revision.reading().seen
    return _recommendations(ref, held.token if held else "")


@lru_cache(maxsize=_KEPT)
def _recommendations(ref: str, _revision: str) -> Sequence[Any]:
    of_ref = Record.objects.live().filter(kind="recommendation", ref=ref)
    row = of_ref.values_list("number", "part_of").first()
    if row is None:
        return ()
    number, part_of = row
    scores = search.similar("recommendation", number, limit=_ASKED)
    numbers = [other for other, score in scores if score >= FLOOR]
    rows = dict(sql.records("number, card", "recommendation", numbers)) if numbers else {}
    cards = [records.load_card("recommendation", rows[one]) for one in numbers if one in rows]
    return tuple([card for card in cards if card.statement != part_of][:MOST])
