"""Decoders that make of a stored record only what an export needs, in a third of the time."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from itertools import chain
from operator import attrgetter
from types import UnionType
from typing import Any, Optional, get_args, get_origin, get_type_hints

import msgspec

from statements.catalogue import records
from statements.exports import columns
from statements.exports.columns import OF

# Says which fields of a nested public dataclass are decoded.
Choice = Callable[[type], Sequence[str]]
# What a statement's recommendations refer to and the statement itself does not.
OF_RECOMMENDATIONS = frozenset({"addressees", "themes", "groups", "forms"})
# A mark of quotation within a JSON text has a backslash, so these stand nowhere else.
TEXT, AFTER_TEXT = b',"text":"', b'","text_version":'


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that refers to something of a kind, or holds things `within` which others do."""

    get: Callable[[Any], Any]
    is_many: bool
    of: str
    within: tuple["Reference", ...]


@dataclass(frozen=True, slots=True)
class Lean:
    """How part of a record is decoded, and where in it the references are."""

    decode: Callable[[bytes], Any]
    references: tuple[Reference, ...]


def drawn(kind: type) -> Lean:
    """Return what decodes all fields that have columns, in the order of the columns."""
    names = [field.name for field in columns.of(kind)]
    return _lean(kind, names, columns.parts_of)


def referring(kind: type) -> Lean:
    """Return what decodes a record's own ref, and all in it that refers to something else."""
    own = [line.name for line, _hint in columns.public(kind) if line.name == "ref"]
    lean = _lean(kind, [*own, *_referring(kind)], _referring_further)
    if "text" not in {field.name for field in fields(kind)}:
        return lean
    return replace(lean, decode=lambda stored: lean.decode(_without_text(stored)))


def refs(decoded: Sequence[Any], references: Iterable[Reference]) -> Iterator[tuple[str, set[Any]]]:
    """Yield what decoded things refer to, and by which codes or references."""
    for one in references:
        values: Iterable[Any] = map(one.get, decoded)
        if one.is_many:
            values = chain.from_iterable(values)
        if one.of:
            yield one.of, set(values)
        else:
            yield from refs(list(values), one.within)


def _lean(kind: type, names: Sequence[str], choice: Choice) -> Lean:
    decoder = msgspec.json.Decoder(_struct(kind, names, choice))
    return Lean(decoder.decode, tuple(_references(kind, names, choice)))


def _references(kind: type, names: Sequence[str], choice: Choice) -> Iterator[Reference]:
    hints = get_type_hints(kind)
    for name in names:
        is_many = get_origin(columns.bare(hints[name])) is tuple
        item = _item(hints[name])
        if name in OF:
            yield Reference(attrgetter(name), is_many, OF[name], ())
        elif is_many and is_dataclass(item):
            nested: Any = item
            if within := tuple(_references(nested, choice(nested), choice)):
                yield Reference(attrgetter(name), is_many, "", within)


def _struct(kind: type, names: Sequence[str], choice: Choice) -> type[msgspec.Struct]:
    hints = get_type_hints(kind)
    # A record of before a field was there has none of it, until it is written anew.
    defaults = {line.name: _default(line) for line in fields(kind) if _has_default(line)}
    lean = [
        (name, _type(hints[name], choice), defaults[name])
        if name in defaults
        else (name, _type(hints[name], choice))
        for name in names
    ]
    return msgspec.defstruct(kind.__name__, lean, gc=False, kw_only=True)


def _has_default(line: "Field[Any]") -> bool:
    return line.default is not MISSING or line.default_factory is not MISSING


def _default(line: "Field[Any]") -> Any:
    """Return the default of a field as JSON has it."""
    if line.default_factory is not MISSING:
        return msgspec.field(default_factory=line.default_factory)
    return msgspec.field(default_factory=list) if line.default == () else line.default


def _type(hint: Any, choice: Choice) -> Any:
    """Return the type of a value as JSON has it: a date stays the text that it is."""
    if isinstance(hint, UnionType):
        return Optional[_type(columns.bare(hint), choice)]  # noqa: UP045 - known only when run
    if get_origin(hint) is tuple:
        return list[_type(get_args(hint)[0], choice)]  # type: ignore[misc]
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


def _referring_further(kind: type) -> Sequence[str]:
    """Return the same of what a record holds: nothing that it refers to itself."""
    is_own = kind is not records.Recommendation
    return [name for name in _referring(kind) if is_own or name in OF_RECOMMENDATIONS]


def _without_text(stored: bytes) -> bytes:
    """Cut out the text of a statement, the half that would take longest to step over."""
    begin = stored.find(TEXT)
    end = stored.find(AFTER_TEXT, begin)
    return stored[:begin] + stored[end + 1 :] if 0 < begin < end else stored


def _item(hint: Any) -> Any:
    """Return a type without its "or none", or what a tuple is of."""
    bare = columns.bare(hint)
    return get_args(bare)[0] if get_origin(bare) is tuple else bare
