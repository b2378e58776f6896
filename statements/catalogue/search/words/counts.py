"""How often each term stands in which field of a record, as a line of text a field.

A line is its length in words and, for each term, a space, the term, a colon and the number of
times, left out for once: `4 victim:2 shelter: trafficking:`. A term is found in it by `str.find`.
What a field is found by besides has a + for its number, what symbols are found by a #.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from statements.catalogue.search.words.layout import GAP, Layout, marked, name_term, title_term

_TERM = re.compile(" ([^ :]+):")
_ALSO, _SYMBOL = "+", "#"
# The lines, and what marks their terms where they are counted by field.
MARKS = ("_t_", "_n_", "")


def dump(layout: Layout) -> str:
    """Return the counts of `layout`: a line each for the title, the names and all else."""
    return "\n".join(
        (
            _line(layout.title, layout.title_also),
            _line(layout.names, layout.names_also),
            _line(layout.body, layout.body_also, sorted({*layout.symbols} - marked(layout))),
        )
    )


def _line(words: tuple[str, ...], also: Iterable[str], symbols: Iterable[str] = ()) -> str:
    counted: dict[str, int | str] = dict(Counter(words))
    counted.pop(GAP, None)
    for besides, sign in ((also, _ALSO), (symbols, _SYMBOL)):
        for term in besides:
            counted.setdefault(term, sign)
    terms = [f" {term}:{n if n != 1 else ''}" for term, n in counted.items()]
    return f"{len(words)}{''.join(terms)} "


def load(counts: str) -> Layout:
    """Return a layout of the same terms in the same columns, each once and in no order."""
    lines = [re.findall(r" ([^ :]+):(\S?)", line) for line in counts.split("\n")]
    words = [tuple(term for term, n in line if n not in (_ALSO, _SYMBOL)) for line in lines]
    also = [tuple(term for term, n in line if n == _ALSO) for line in lines]
    symbols = tuple(term for term, n in lines[2] if n == _SYMBOL)
    layout = Layout(words[0], words[1], words[2], also[0], also[1], also[2], symbols)
    return replace(layout, symbols=(*symbols, *marked(layout)))


def times(term: str, line: str) -> int:
    """Return how often `term` stands in a line."""
    found = line.find(f" {term}:")
    if found < 0:
        return 0
    start = found + len(term) + 2
    n = line[start : line.index(" ", start)]
    return int(n) if n.isdigit() else 1


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
    several = {*in_title, *in_names, *terms(body)}
    return [*several, *map(title_term, in_title), *map(name_term, in_names)]
