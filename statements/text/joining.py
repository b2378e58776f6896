"""Join what two people made of one text, where they changed different places of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from statements.text.differences import lines, matching, words

_CUTS: tuple[Callable[[str], list[str]], ...] = (lines, words)


@dataclass(frozen=True, slots=True)
class Clash:
    """One place that both changed, each otherwise."""

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A text with the changes of both; where they clash, it has mine."""

    text: str
    clashes: tuple[Clash, ...]


def join(base: str, mine: str, theirs: str) -> Joined:
    """Return both changes of `base` in one text: by lines, and by words within a line."""
    regions = list(_regions(base, mine, theirs, depth=0))
    text = "".join(one.mine if isinstance(one, Clash) else one for one in regions)
    return Joined(text, tuple(one for one in regions if isinstance(one, Clash)))


def _regions(base: str, mine: str, theirs: str, *, depth: int) -> Iterator[str | Clash]:
    """Yield the joined text in order, with a clash for each place that both changed."""
    cut = _CUTS[depth]
    for old, my, their in _parted(cut(base), cut(mine), cut(theirs)):
        if my in (old, their):
            yield their
        elif their == old:
            yield my
        elif depth + 1 < len(_CUTS):
            yield from _regions(old, my, their, depth=depth + 1)
        else:
            yield Clash(old, my, their)


def _parted(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield the three texts in step: what all have, and what stands between that."""
    at = my = their = 0
    for start, in_mine, in_theirs, size in [
        *_kept(matching(base, mine), matching(base, theirs)),
        (len(base), len(mine), len(theirs), 0),
    ]:
        between = base[at:start], mine[my:in_mine], theirs[their:in_theirs]
        if any(between):
            old, one, other = ("".join(part) for part in between)
            yield old, one, other
        same = "".join(base[start : start + size])
        yield same, same, same
        at, my, their = start + size, in_mine + size, in_theirs + size


def _kept(
    mine: list[tuple[int, int, int]], theirs: list[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the runs of the base that both kept: where in each of the three, and how long."""
    first, second = 0, 0
    while first < len(mine) and second < len(theirs):
        (base, in_mine, size), (also, in_theirs, other) = mine[first], theirs[second]
        start, end = max(base, also), min(base + size, also + other)
        if start < end:
            yield start, in_mine + start - base, in_theirs + start - also, end - start
        if base + size <= also + other:
            first += 1
        else:
            second += 1
