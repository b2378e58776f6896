"""Decoders that make of a stored record only what an export needs, in a third of the time."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import is_dataclass
from itertools import chain
from types import UnionType
from typing import Any, Optional, get_args, get_origin, get_type_hints

import msgspec

from statements.exports import columns
from statements.exports.columns import OF

Decoder = msgspec.json.Decoder[Any]
# Says which fields of a nested public dataclass are decoded.
Choice = Callable[[type], Sequence[str]]
# In a statement's own recommendations: the statement itself.
ITSELF = "statement"


def drawn(kind: type) -> Decoder:
    """Return a decoder of all fields that have columns, in the order of the columns."""
    names = [field.name for field in columns.of(kind)]
    return msgspec.json.Decoder(_struct(kind, names, columns.parts_of))


def references(kind: type) -> Decoder:
    """Return a decoder of a record's own ref, and of all in it that refers to something else."""
    own = [line.name for line, _hint in columns.public(kind) if line.name == "ref"]
    return msgspec.json.Decoder(_struct(kind, [*own, *_referring(kind)], _referring_elsewhere))


def refs(decoded: Sequence[Any]) -> Iterator[tuple[str, set[str | None]]]:
    """Yield what decoded things of one kind refer to, and by which codes or references."""
    for name in decoded[0].__struct_fields__ if decoded else ():
        values = [getattr(one, name) for one in decoded]
        if many := [value for value in values if isinstance(value, list)]:
            values = list(chain.from_iterable(many))
        if name in OF:
            yield OF[name], set(values)
        elif many and values and isinstance(values[0], msgspec.Struct):
            yield from refs(values)


def _struct(kind: type, names: Sequence[str], choice: Choice) -> type[msgspec.Struct]:
    hints = get_type_hints(kind)
    lean = [(name, _lean(hints[name], choice)) for name in names]
    return msgspec.defstruct(kind.__name__, lean, gc=False)


def _lean(hint: Any, choice: Choice) -> Any:
    """Return the type of a value as JSON has it: a date stays the text that it is."""
    if isinstance(hint, UnionType):
        return Optional[_lean(columns.bare(hint), choice)]  # noqa: UP045 - known only when run
    if get_origin(hint) is tuple:
        return list[_lean(get_args(hint)[0], choice)]  # type: ignore[misc]
    if is_dataclass(hint):
        kind: Any = hint
        return _struct(kind, choice(kind), choice)
    return str if hint is dt.date else hint


def _referring(kind: type) -> Sequence[str]:
    """Return the fields of a public dataclass that refer to something, or have what does."""
    return [
        line.name
        for line, hint in columns.public(kind)
        if line.name in OF or (is_dataclass(item := _item(hint)) and _referring(item))  # type: ignore[arg-type]
    ]


def _referring_elsewhere(kind: type) -> Sequence[str]:
    return [name for name in _referring(kind) if name != ITSELF]


def _item(hint: Any) -> Any:
    """Return a type without its "or none", or what a tuple is of."""
    bare = columns.bare(hint)
    return get_args(bare)[0] if get_origin(bare) is tuple else bare
