"""The records that a term stands in which is not common: five bytes each, in order.

Four are its number, the fifth how far the record is about the term (see `weighing`). So the whole
list of a term is one read, and what is new is put behind it.
"""

import sys
from array import array
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from django.db import connection
from pyroaring import BitMap

from statements.catalogue import sql
from statements.catalogue.search.words.models import RareWord

_TABLE: Final = RareWord._meta.db_table
_NUMBER, PLACE = 4, 5
_KEY: Final = ("kind", "word")
_STEP: Final = tuple(bytes([step]) for step in range(256))
# SQLite takes whatever is put together for a text.
_BINARY: Final = {"sqlite": "BLOB", "postgresql": "bytea"}


def place(number: int, step: int) -> bytes:
    """Return one record of a list."""
    return number.to_bytes(_NUMBER, "little") + _STEP[step]


def numbers(places: bytes) -> "array[int]":
    """Return the numbers of a list."""
    flat = bytearray(len(places) // PLACE * _NUMBER)
    for byte in range(_NUMBER):
        flat[byte::_NUMBER] = places[byte::PLACE]
    found = array("I", bytes(flat))
    if sys.byteorder == "big":
        found.byteswap()
    return found


def steps(places: bytes) -> bytes:
    """Return the steps of a list, in the order of its numbers."""
    return places[_NUMBER::PLACE]


def read(kind: str, words: Collection[str]) -> Mapping[str, bytes]:
    """Return the lists of those of the words that have one."""
    held = sql.looked_up("word, places", _TABLE, kind, "word", words)
    return {word: bytes(places) for word, places in held}


def add(kind: str, places: Mapping[str, bytes | bytearray]) -> None:
    """Put records behind those that the lists of words have."""
    held = [(kind, word, bytes(of_word)) for word, of_word in sorted(places.items())]
    both = f"CAST({_TABLE}.places || excluded.places AS {_BINARY[connection.vendor]})"
    grow = f"ON CONFLICT (kind, word) DO UPDATE SET places = {both}"
    sql.insert(_TABLE, (*_KEY, "places"), held, grow)


def take(kind: str, gone: Mapping[str, Iterable[int]]) -> None:
    """Take records out of the lists of words; an empty list goes."""
    for some in sql.batched(sorted(gone)):
        left = {word: _without(held, gone[word]) for word, held in read(kind, some).items()}
        kept = [(kind, word, held) for word, held in left.items() if held]
        sql.upsert(_TABLE, (*_KEY, "places"), _KEY, kept)
        drop(kind, [word for word, held in left.items() if not held])


def drop(kind: str, words: Collection[str]) -> None:
    """Take the whole lists of words out."""
    RareWord.objects.filter(kind=kind, word__in=words).delete()


def _without(places: bytes, gone: Iterable[int]) -> bytes:
    out = BitMap(gone)
    return b"".join(
        places[place * PLACE : (place + 1) * PLACE]
        for place, number in enumerate(numbers(places))
        if number not in out
    )
