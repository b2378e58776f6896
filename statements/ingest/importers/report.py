"""What an import did, in words: made, changed, left as people want it, the same as before."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from statements.workflow.history import log

Outcome = Literal["made", "changed", "left", "same"]


@dataclass(slots=True)
class Report:
    """Counts by kind and outcome; the names of all that was left because people changed it."""

    counts: Counter[tuple[str, Outcome]] = field(default_factory=Counter)
    left: list[str] = field(default_factory=list)

    def add(self, noun: log.Versioned, outcome: Outcome) -> None:
        self.counts[log.kind_of(noun), outcome] += 1
        if outcome == "left":
            self.left.append(f"{log.kind_of(noun)} {noun.ref}: {noun}")

    def lines(self) -> list[str]:
        kinds = dict.fromkeys(kind for kind, _outcome in self.counts)
        return [
            f"{kind:<10} {self.counts[kind, 'made']:>4} made, {self.counts[kind, 'changed']:>4} "
            f"changed, {self.counts[kind, 'left']:>4} left to people, "
            f"{self.counts[kind, 'same']:>4} the same"
            for kind in kinds
        ]
