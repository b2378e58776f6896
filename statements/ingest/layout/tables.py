"""Tables with lines between their rows: a row a line, however many lines its cells run over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from statements.ingest.layout.rows import Piece, Row, rows

# Lines as thick as that are one, points.
_THICK: Final = 3.0
# Of the widest line of a table, how much each of them takes.
_ALIKE: Final = 0.8
# Lines at the head and foot of a page are two; a table has more.
_FEWEST: Final = 3
# What parts two columns, points. A cell with more lines than that is a page.
_GUTTER: Final = 4.0
_LONGEST: Final = 20


class Rule(NamedTuple):
    """A printed line from left to right, at a height."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, and between which heights they stand."""

    rows: list[Row]
    bottom: float
    top: float


def tables(pieces: Sequence[Piece], rules: Sequence[Rule]) -> list[Table]:
    """Return the ruled tables of a page that have several columns, from top to bottom."""
    found = (_table(pieces, group) for group in _groups(_merged(rules)))
    return [table for table in found if table]


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Return lines from top to bottom, what is drawn piece by piece as one."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda one: -one.y):
        if merged and merged[-1].y - rule.y < _THICK:
            last = merged[-1]
            left, right = min(last.left, rule.left), max(last.right, rule.right)
            merged[-1] = Rule(left, right, last.y)
        else:
            merged.append(rule)
    return merged


def _groups(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield lines that begin and end alike, one below the other."""
    group: list[Rule] = []
    for rule in rules:
        if group and not _are_alike(group[-1], rule):
            yield group
            group = []
        group.append(rule)
    yield group


def _are_alike(one: Rule, other: Rule) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared >= _ALIKE * max(one.right - one.left, other.right - other.left)


def _table(pieces: Sequence[Piece], rules: Sequence[Rule]) -> Table | None:
    """Return what stands between lines as a table; None where it is no table."""
    if len(rules) < _FEWEST:
        return None
    top, bottom = rules[0].y, rules[-1].y
    inside = [piece for piece in pieces if bottom < _middle(piece) < top]
    edges = _columns(inside)
    if len(edges) < 2:
        return None
    found = []
    for upper, lower in pairwise(rules):
        within = [piece for piece in inside if lower.y < _middle(piece) <= upper.y]
        cells = [_cell(within, begin, end) for begin, end in pairwise([*edges, float("inf")])]
        if max((len(cell) for cell in cells), default=0) > _LONGEST:
            return None
        if within:
            found.append(_row(within, cells))
    return Table(found, bottom, top)


def _middle(piece: Piece) -> float:
    return (piece.top + piece.bottom) / 2


def _columns(pieces: Sequence[Piece]) -> list[float]:
    """Return where the columns of a table begin: after strips in which no piece stands."""
    edges: list[float] = []
    reached = float("-inf")
    for piece in sorted(pieces, key=lambda one: one.left):
        if piece.left - reached > _GUTTER:
            edges.append(piece.left)
        reached = max(reached, piece.right)
    return edges


def _cell(pieces: Sequence[Piece], begin: float, end: float) -> list[Row]:
    return rows(piece for piece in pieces if begin <= piece.left < end)


def _row(pieces: Sequence[Piece], cells: Sequence[Sequence[Row]]) -> Row:
    """Return a row whose only piece has the words of all cells, as large as their first line."""
    text = "\t".join(" ".join(line.text for line in cell) for cell in cells)
    first = max(pieces, key=_middle)
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    return Row([Piece(text, left, right, first.bottom, first.top)], is_of_table=True)
