"""Records that are like one by their words.

Which ones is kept in the process until the catalogue has grown by a few in a hundred, or a backup
of it was restored; that they are still public, and what they say now, is asked each time.
"""

import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from statements.catalogue import records, revision, search, sql
from statements.catalogue.records import Recommendation, Statement
from statements.catalogue.store import Entry

MOST, MOST_STATEMENTS = 5, 3
# Of what a record says by its telling words, another must say so much to be called like it.
FLOOR = 0.3
# More are asked for than are shown: some stand in the same statement, or are no longer public.
_ASKED = 8
_KEPT = 10_000
# The leading binary digits of the revision; when they change, what is like what is found anew.
_DIGITS = 6

_lock = threading.Lock()
# The token of the revision that was read last, and how many histories were read before its own.
_known = ("", 0)


def statements(entry: Entry[Statement]) -> Sequence[Any]:
    """Return the cards of up to three statements most like one."""
    return _cards("statement", entry.number)[:MOST_STATEMENTS]


def recommendations(entry: Entry[Recommendation]) -> Sequence[Any]:
    """Return the cards of up to five recommendations of other statements most like one."""
    cards = _cards("recommendation", entry.number)
    return [card for card in cards if card.statement != entry.record.statement][:MOST]


def forget() -> None:
    """Forget what is like what."""
    _numbers.cache_clear()


def _cards(kind: str, number: int) -> list[Any]:
    """Return the cards of what is like a record and still public, the most alike first."""
    numbers = _numbers(kind, number, _era(), _history())
    rows = dict(sql.records("number, card", kind, numbers)) if numbers else {}
    return [records.load_card(kind, rows[one]) for one in numbers if one in rows]


def _era() -> int:
    """Return what stays as it is until the catalogue has grown by a few in a hundred."""
    now = revision.current()
    return now >> max(0, now.bit_length() - _DIGITS)


def _history() -> int:
    """Return what stays as it is while each revision follows from the one before."""
    global _known
    with _lock:
        token, before = _known
        token, is_followed = revision.followed(token)
        _known = token, before if is_followed else before + 1
        return _known[1]


@lru_cache(maxsize=_KEPT)
def _numbers(kind: str, number: int, _since: int, _of: int) -> tuple[int, ...]:
    scores = search.similar(kind, number, limit=_ASKED)
    return tuple(other for other, score in scores if score >= FLOOR)
