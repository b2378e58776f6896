"""What a reader looks for, as plain data: what parses a query makes it, what searches reads it.

Words are kept as they were typed. Folding and stemming is the search's own work.
"""

from dataclasses import dataclass
from typing import Final

# Names that `Field` may have; `speaker` is the names and roles of a record's voices.
FIELDS: Final = ("title", "speaker", "symbol")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or anything written without a gap: `shelters`, `l'esclavage`, `S/2017/l98`."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one behind another, in this order."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, without its asterisk."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words of which each stands at most `distance` words from the first, before or behind it."""

    words: tuple[str, ...]
    distance: int = 8


@dataclass(frozen=True, slots=True)
class Field:
    """A clause that must hold inside one field; `name` is one of FIELDS."""

    name: str
    clause: "Clause"


@dataclass(frozen=True, slots=True)
class Not:
    """A clause that must not hold."""

    clause: "Clause"


@dataclass(frozen=True, slots=True)
class Any:
    """Clauses of which one must hold."""

    clauses: tuple["Clause", ...]


@dataclass(frozen=True, slots=True)
class All:
    """Clauses that must all hold."""

    clauses: tuple["Clause", ...]


Clause = Term | Phrase | Prefix | Near | Field | Not | Any | All


@dataclass(frozen=True, slots=True)
class Query:
    """Clauses that must all hold; none of them asks for nothing and finds everything."""

    clauses: tuple[Clause, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses)
