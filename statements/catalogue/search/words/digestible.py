"""What of the words of records is digested: worked out from their counts alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from statements.catalogue import sql
from statements.catalogue.search import weighing
from statements.catalogue.search.words import gists, rare

# So few records at once that what their common words have is copied in no time.
_PIECE = 500
# By number, the words that are likely to make a gist and how often each stands there.
Likely = Mapping[int, Mapping[str, int]]


@dataclass(slots=True)
class Digestible:
    """The places of each word (see `rare`) in records of a kind, added in the order of numbers.

    `likely` is kept in MessagePack, a piece for some records each: it is read once, and would
    be ten times as large.
    """

    places: dict[str, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    likely: list[bytes] = field(default_factory=list)

    def add(self, kind: str, counts: Iterable[tuple[int, str]]) -> None:
        """Add records by their numbers and counts."""
        for some in sql.batched(counts, _PIECE):
            self.join(*read(kind, some))

    def join(self, places: Mapping[str, bytes | bytearray], likely: Iterable[bytes]) -> None:
        """Add what is known of records with higher numbers."""
        held = self.places
        for word, more in places.items():
            held[word] += more
        self.likely += likely

    def gists(self, most: int) -> Iterator[Likely]:
        """Yield what is likely of all, of about so many records at a time."""
        some: dict[int, Mapping[str, int]] = {}
        for piece in self.likely:
            some |= msgspec.msgpack.decode(piece, type=dict[int, dict[str, int]])
            if len(some) >= most:
                yield some
                some = {}
        if some:
            yield some


def read(kind: str, counts: Iterable[tuple[int, str]]) -> tuple[dict[str, bytes], list[bytes]]:
    """Return the places of words in a few records, and what is likely of them.

    The records are given by number and counts, in the order of their numbers.
    """
    likely: dict[int, Mapping[str, int]] = {}
    places: dict[str, bytes] = {}
    before = places.get
    for number, text in counts:
        steps = weighing.keys(kind, text)
        # Most words of a record stand there as often as others.
        place = {step: rare.place(number, step) for step in {*steps.values()}}
        # Most stand in one of the records alone: an array for each would take twice as long.
        for word, step in steps.items():
            places[word] = before(word, b"") + place[step]
        if kind in gists.KINDS:
            likely[number] = gists.likely(kind, text)
    return places, [msgspec.msgpack.encode(likely)] if likely else []
