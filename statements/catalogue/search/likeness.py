"""Find records like one: those that share its rarest words."""

from collections import Counter
from collections.abc import Sequence

from statements.catalogue.search import weighing
from statements.catalogue.search.expressions import Row
from statements.catalogue.search.finding import Finder
from statements.catalogue.search.weighing import Wanted
from statements.catalogue.search.words import counts
from statements.catalogue.search.words.models import Word, WordCounts

# So many of its words are asked for, and so many found records are weighed.
RAREST, POOL = 12, 100
# A word of more than this share of all records says nothing.
_TELLING = 0.2


def similar(kind: str, number: int, limit: int = 5) -> list[tuple[int, float]]:
    """Return (number, score) of the records most like one, best first, without itself.

    A score is a share of what the record would score for itself: 1 has all its telling words as
    often. Numbers of records that are no longer live may be among them.
    """
    finder = Finder(kind)
    own = WordCounts.objects.filter(id=finder.base + number).values_list("counts", flat=True)
    text = own.first()
    if text is None:
        return []
    words = _telling(finder, text)
    pool = _pool(finder, words, number)
    whole = weighing.weigh(kind, text, words)
    rows = WordCounts.objects.filter(id__in=[finder.base + other for other in pool])
    scores = [
        (row - finder.base, round(min(1.0, weighing.weigh(kind, other, words) / whole), 4))
        for row, other in rows.values_list("id", "counts")
    ]
    return sorted(scores, key=lambda found: (-found[1], -found[0]))[:limit]


def _telling(finder: Finder, text: str) -> list[Wanted]:
    """Return the words of a record that tell most about it: often in it, rarely elsewhere."""
    terms = {*counts.terms(text)}
    plain = sorted(term for term in terms if not term.startswith("_") and not term.isdigit())
    found = Word.objects.filter(kind=finder.kind, word__in=plain).values_list("word", "n")
    numbers = dict(found)
    wanted = [
        Wanted(frozenset([term]), weighing.rarity(numbers.get(term, 1), finder.top))
        for term in plain
        if numbers.get(term, 1) <= _most(finder)
    ]
    weights = {word: weighing.weigh(finder.kind, text, [word]) for word in wanted}
    return sorted(wanted, key=lambda word: (-weights[word], min(word.terms)))[:RAREST]


def _most(finder: Finder) -> int:
    return max(2, int(finder.top * _TELLING))


def _pool(finder: Finder, words: Sequence[Wanted], number: int) -> list[int]:
    """Return the records that share the most of the words, each weighed by how rare it is."""
    shared: Counter[int] = Counter()
    for word in words:
        found = finder.evaluate(Row(tuple(word.terms)))
        # What is not digested yet is not counted either: it may be in every record.
        if len(found) <= _most(finder):
            for other in found:
                shared[other] += round(word.rarity * 1000)
    del shared[number]
    best = sorted(shared, key=lambda other: (-shared[other], -other))
    return best[:POOL]
