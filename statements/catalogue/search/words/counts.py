"""How often each term stands in which field of a record, as a line of text a field.

A line is its length in words and, for each term, a space, the term, a colon and the number of
times, left out for once: `4 victim:2 shelter: trafficking:`. A term is found in it by `str.find`.
"""

import re
from collections import Counter
from collections.abc import Iterable

from statements.catalogue.search.words.layout import GAP, Layout

_TERM = re.compile(" ([^ :]+):")
# The lines, and what marks their terms where they are counted by field.
MARKS = ("_t_", "_n_", "")


def dump(layout: Layout) -> str:
    """Return the counts of `layout`: a line each for the title, the names and all else."""
    rest = layout.body_also + layout.symbols
    return "\n".join(
        (
            _line(layout.title, layout.title_also),
            _line(layout.names, layout.names_also),
            _line(layout.body, rest),
        )
    )


def _line(words: tuple[str, ...], also: Iterable[str]) -> str:
    counted = Counter(words)
    counted.pop(GAP, None)
    for term in also:
        counted.setdefault(term, 1)
    terms = [f" {term}:{n if n > 1 else ''}" for term, n in counted.items()]
    return f"{len(words)}{''.join(terms)} "


def times(term: str, line: str) -> int:
    """Return how often `term` stands in a line."""
    found = line.find(f" {term}:")
    if found < 0:
        return 0
    start = found + len(term) + 2
    return int(line[start : line.index(" ", start)] or 1)


def length(line: str) -> int:
    """Return how many words a field has."""
    return int(line[: line.index(" ")])


def terms(line: str) -> list[str]:
    """Return the terms of a line."""
    return _TERM.findall(line)


def keys(counts: str) -> list[str]:
    """Return each term of a record once, and again with its mark for its title and its names."""
    title, names, body = counts.split("\n")
    in_title, in_names = terms(title), terms(names)
    marked = [f"_t_{term}" for term in in_title] + [f"_n_{term}" for term in in_names]
    return [*{*in_title, *in_names, *terms(body)}, *marked]
