"""Records by their words, as they are written: pure, so that other processes may do it."""

from collections.abc import Sequence
from dataclasses import dataclass

from statements.catalogue.search.words import counts, digestible
from statements.catalogue.search.words.backends import BASES, COLUMNS
from statements.catalogue.search.words.fields import Fields
from statements.catalogue.search.words.layout import lay_out

Numbered = Sequence[tuple[int, Fields]]


@dataclass(frozen=True, slots=True)
class Analysed:
    """Rows of some records of a kind: id and columns in the table of words, id and counts.

    `places` and `likely` are what is digested of them (see `digestible`), if that was asked for.
    """

    columns: list[tuple[int | str, ...]]
    counts: list[tuple[int, str]]
    places: dict[str, bytes]
    likely: list[bytes]


def analyse(vendor: str, kind: str, numbered: Numbered, *, digests: bool) -> Analysed:
    """Return the rows of records, in the order of their numbers, for a database of a vendor."""
    base, columns = BASES[kind], COLUMNS[vendor]
    laid_out = [(number, lay_out(fields)) for number, fields in numbered]
    counted = [(number, counts.dump(layout)) for number, layout in laid_out]
    places, likely = digestible.read(kind, counted) if digests else ({}, [])
    return Analysed(
        [(base + number, *columns(layout)) for number, layout in laid_out],
        [(base + number, text) for number, text in counted],
        places,
        likely,
    )
