"""Find records like one: those that share the words that tell most about it.

What that costs does not grow with what is on record: see `words.gists`.
"""

from collections import Counter, defaultdict
from typing import Final

from statements.catalogue.search.words import gists, newest, rows

# What shares less than so many of these words is like it by chance.
_SHARED: Final = 2


def similar(kind: str, number: int, limit: int = 5) -> list[tuple[int, float]]:
    """Return (number, score) of the records most like one, best first, equals newest first.

    `kind` is one of `gists.KINDS`. A score is a share of what the record's own telling words
    weigh, by BM25F: 1 where the other has all of them. The record itself is not among them;
    numbers of records that are no longer live may be.
    """
    digest = rows.extent(kind)
    undigested = newest.newest(digest).numbers
    gist = gists.read(digest, number, undigested)
    told = gists.told(kind, gist)
    shared: Counter[int] = Counter()
    weights: dict[int, float] = defaultdict(float)
    for word, weight in gist.items():
        for other in {*told.get(word, ()), *undigested.get(word, ())[-gists.MOST :]}:
            shared[other] += 1
            weights[other] += weight
    whole = sum(gist.values())
    scores = {
        other: round(weights[other] / whole, 4)
        for other, words in shared.items()
        if words >= _SHARED and other != number
    }
    return sorted(scores.items(), key=lambda found: (-found[1], -found[0]))[:limit]
