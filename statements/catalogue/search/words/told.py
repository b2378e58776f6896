"""How often words stand in a few records, as it was told beforehand (see `weighing`)."""

from collections.abc import Iterable, Mapping, Set

from pyroaring import BitMap

from statements.catalogue.search import weighing
from statements.catalogue.search.words import newest, rare, rows
from statements.catalogue.search.words.digestion import CHUNK
from statements.catalogue.search.words.models import Digest

Often = dict[int, float]


def often(
    digest: Digest, terms: Set[str], listed: Mapping[str, bytes], numbers: BitMap
) -> Mapping[str, Often]:
    """Return of each term the records of a few that it stands in, and how often, weighed by field.

    `listed` holds the lists of those that are not common. Read is what is kept of the others, never
    a record: what that costs does not grow with where they stand.
    """
    found: dict[str, Often] = {term: {} for term in terms}
    chunks = sorted({number // CHUNK for number in numbers})
    for term, bitmap, steps in rows.steps(digest.kind, sorted(terms - listed.keys()), chunks):
        held = bitmap & numbers
        found[term] |= _often((number, steps[bitmap.rank(number) - 1]) for number in held)
    for term in terms & listed.keys():
        places = listed[term]
        each = zip(rare.numbers(places), rare.steps(places), strict=True)
        found[term] |= _often((number, step) for number, step in each if number in numbers)
    fresh = newest.newest(digest)
    for term in terms:
        # Another thread may be about to add one more.
        each = zip(fresh.numbers.get(term, ()), fresh.steps.get(term, ()), strict=False)
        found[term] |= _often((number, step) for number, step in each if number in numbers)
    return found


def _often(steps: Iterable[tuple[int, int]]) -> Often:
    return {number: weighing.OFTEN[step] for number, step in steps}
