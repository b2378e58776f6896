"""What a database is asked for: terms as the analyser wrote them, nothing typed is left in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Terms one behind another; one alone may stand anywhere. `scope` is "" or a name of FIELDS."""

    terms: tuple[str, ...]
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Close:
    """Two terms at most `distance` places apart, in either order."""

    terms: tuple[str, str]
    distance: int
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Any term that begins with these letters."""

    letters: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Both:
    """All of these; none of them is no condition."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of these; none of them finds nothing."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Forms(Either):
    """One of these, which are forms of one word as it was typed."""


@dataclass(frozen=True, slots=True)
class Without:
    """Not this."""

    part: "Expression"


# What one database answers by itself, without anything else combined.
Leaf = Row | Close
Expression = Leaf | Beginning | Both | Either | Without
