"""Steps of one colour for numbers that are very unequal: 1, 2 to 4, 5 to 19, 20 or more."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import count

from django.utils.translation import gettext as _

MOST = 5
# Which of five colours fewer steps take: as far apart as can be, the last the strongest.
COLOURS = {0: (), 1: (4,), 2: (2, 5), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


def steps(largest: int) -> tuple[int, ...]:
    """Return where each step begins: at most five, from 1, in round numbers."""
    if largest <= MOST:
        return tuple(range(1, largest + 1))
    rounds = []
    for power in count():
        rounds += [n * 10**power for n in (1, 2, 5) if n * 10**power <= largest]
        if 10 ** (power + 1) > largest:
            break
    if len(rounds) <= MOST:
        return tuple(rounds)
    return tuple(rounds[round(at * (len(rounds) - 1) / (MOST - 1))] for at in range(MOST))


def step(n: int, begins: Sequence[int]) -> int:
    """Return the colour of a number, from 1 to 5; 0 for none."""
    at = bisect_right(begins, n)
    return COLOURS[len(begins)][at - 1] if at else 0


def words(begins: Sequence[int], largest: int) -> list[str]:
    """Return what each step means."""
    ends = [later - 1 for later in begins[1:]]
    found = [
        str(first) if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
        for first, last in zip(begins, ends, strict=False)
    ]
    last = begins[-1]
    return [*found, _("%(n)s or more") % {"n": last} if largest > last else str(last)]
