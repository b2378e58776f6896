"""What was measured of one kind of page, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True)
class Sample:
    """One request: milliseconds of server CPU, milliseconds until the answer was whole, bytes."""

    cpu: float
    took: float
    size: int


@dataclass(frozen=True, slots=True)
class Figure:
    """The samples of one kind of page, and of the constant page before and after it.

    `rate` is requests a second for eight readers at once.
    """

    name: str
    samples: Sequence[Sample]
    beside: Sequence[Sample] = ()
    rate: float = 0.0
    problems: Sequence[str] = ()
    skipped: str = ""

    @property
    def cpu(self) -> float:
        return middle([one.cpu for one in self.samples])

    @property
    def in_c(self) -> float:
        """The CPU as a multiple of the constant page's at the same time."""
        return ratio(self.cpu, middle([one.cpu for one in self.beside]))

    @property
    def spread(self) -> tuple[float, float]:
        """Return between which CPU times eight of ten requests lie."""
        held = [one.cpu for one in self.samples]
        return quantile(held, 0.1), quantile(held, 0.9)

    @property
    def kilobytes(self) -> float:
        return middle([one.size for one in self.samples]) / 1000

    def took(self, share: float) -> float:
        return quantile([one.took for one in self.samples], share)


@dataclass(slots=True)
class Run:
    """All figures of one size of corpus on one database."""

    database: str
    statements: int
    recommendations: int
    pages: dict[str, Figure] = field(default_factory=dict)
    growing: dict[str, Figure] = field(default_factory=dict)
    constant: Figure = Figure("constant", ())
    constant_rate: float = 0.0
    singles: dict[str, Sequence[float]] = field(default_factory=dict)
    commits: tuple[int, int] = (0, 0)
    filled: dict[str, float] = field(default_factory=dict)
    size: int = 0
    memory: int = 0
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def problems(self) -> list[str]:
        every = [*self.pages.values(), *self.growing.values()]
        return [*(one for figure in every for one in figure.problems), *self.wrong]


def middle(values: Sequence[float]) -> float:
    return float(median(values)) if values else 0.0


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed."""
    if not values:
        return 0.0
    held = sorted(values)
    return float(held[min(len(held) - 1, int(share * len(held)))])


def ratio(value: float, to: float) -> float:
    return value / to if to else 0.0


def growth(smaller: Run, larger: Run, name: str) -> float:
    """Return how many times dearer a page became from one size to another, each in its own C."""
    before, after = smaller.growing.get(name), larger.growing.get(name)
    if not (before and after and before.samples and after.samples):
        return 0.0
    return ratio(after.in_c, before.in_c)
