"""What a person wants of many recommendations, and what that changes in one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from statements.models import AffectedGroup, ExploitationForm, Theme

# The lists of terms that a recommendation carries, by the name of its field.
SCHEMES: Mapping[str, Any] = {"themes": Theme, "groups": AffectedGroup, "forms": ExploitationForm}
# What it has one value of.
VALUES = ("pillar", "strength")
FIELDS = (*SCHEMES, *VALUES)

Value = str | int | None
Codes = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The same for all that were chosen: tags by name, terms by code, values.

    A field that `values` does not name is left as it is.
    """

    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    add: Codes = field(default_factory=dict)
    remove: Codes = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)

    def classifies(self) -> bool:
        """Tell whether anything but tags is wanted."""
        return any(self.add.values()) or any(self.remove.values()) or bool(self.values)

    def __bool__(self) -> bool:
        return bool(self.add_tags or self.remove_tags or self.classifies())


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """What changes in one recommendation: codes that come and go; old and new values."""

    add: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    remove: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, tuple[Value, Value]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.add or self.remove or self.values)

    def turned(self) -> "Delta":
        """Return what takes it back."""
        values = {name: (new, old) for name, (old, new) in self.values.items()}
        return Delta(add=self.remove, remove=self.add, values=values)


@dataclass(frozen=True, slots=True)
class Classes:
    """How a recommendation is classified: the codes of each list, and the values."""

    codes: Codes
    values: Mapping[str, Value]

    def wanted(self, wanted: Wanted) -> Delta:
        """Return what a wish changes here."""
        return Delta(
            add=_some({name: more - self.codes[name] for name, more in wanted.add.items()}),
            remove=_some({name: less & self.codes[name] for name, less in wanted.remove.items()}),
            values={
                name: (self.values[name], new)
                for name, new in wanted.values.items()
                if self.values[name] != new
            },
        )

    def still(self, delta: Delta) -> Delta:
        """Return what of a change can still be made: the rest somebody made, or made otherwise."""
        return Delta(
            add=_some({name: {*more} - self.codes[name] for name, more in delta.add.items()}),
            remove=_some({name: {*less} & self.codes[name] for name, less in delta.remove.items()}),
            values={
                name: (old, new)
                for name, (old, new) in delta.values.items()
                if self.values[name] == old
            },
        )

    def after(self, delta: Delta) -> "Classes":
        """Return how it is classified once it is changed."""
        codes = {
            name: held.difference(delta.remove.get(name, ())).union(delta.add.get(name, ()))
            for name, held in self.codes.items()
        }
        news = {name: new for name, (_old, new) in delta.values.items()}
        return Classes(codes, {**self.values, **news})


def _some(codes: Mapping[str, frozenset[str] | set[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(sorted(some)) for name, some in codes.items() if some}
