"""Entries of lists, set into stencils: a template is drawn once for each shape that entries have.

The parts of an entry are drawn already. To have Django look up a dozen of them for each of twenty
entries took longer than all else that a list needs; so it draws the template once with a mark in
the place of each part, and what stands between the marks is kept. A template may ask whether a
part is there, and must show it as it is: `{{ entry.title }}`, without a filter.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.template import loader
from django.utils.html import escape
from django.utils.safestring import SafeString

from statements.templatetags.drawing import NOTHING

# Which of the parts of an entry are there.
Shape = tuple[bool, ...]
# What stands before a part, and where that is among the parts; behind the last of them, the end.
Stencil = tuple[tuple[tuple[str, int], ...], str]

_MARK = re.compile("\0([0-9]+)\0")
# So many stencils are kept: templates by languages and shapes, of which there are few.
KEPT = 1_000


def drawn(reader: str, entries: Iterable[Any], **context: str | bool) -> SafeString:
    """Return entries one behind another, each drawn by the template of its class.

    `context` is what the templates are told besides; its values are hashable.
    """
    more = tuple(sorted(context.items()))
    return SafeString("".join([_set(reader, entry, more) for entry in entries]))


def _set(reader: str, entry: Any, more: tuple[tuple[str, str | bool], ...]) -> str:
    named = names(entry)
    parts = [one if type(one) is SafeString else escape(one) for one in _PARTS[named](entry)]
    shape = tuple([bool(part) for part in parts])
    cut = _cut if settings.DEBUG else _stencil
    gaps, end = cut(reader, entry.template, named, more, shape)
    return "".join([words + parts[place] for words, place in gaps]) + end


def _cut(
    _reader: str,
    template: str,
    named: tuple[str, ...],
    more: tuple[tuple[str, str | bool], ...],
    shape: Shape,
) -> Stencil:
    """Return a template as it is drawn around parts of a shape."""
    marks = [SafeString(f"\0{place}\0") if there else NOTHING for place, there in enumerate(shape)]
    entry = dict(zip(named, marks, strict=True))
    pieces = _MARK.split(loader.render_to_string(template, {"entry": entry, **dict(more)}))
    before, places = pieces[:-1:2], [int(place) for place in pieces[1::2]]
    return tuple(zip(before, places, strict=True)), pieces[-1]


_stencil = lru_cache(maxsize=KEPT)(_cut)
# By class, and what takes them from an entry by their names.
_NAMES: dict[type[Any], tuple[str, ...]] = {}
_PARTS: dict[tuple[str, ...], Callable[[Any], tuple[str, ...]]] = {}


def names(entry: Any) -> tuple[str, ...]:
    """Return the names of the parts of an entry or of its class, all but the card drawn from."""
    of = entry if isinstance(entry, type) else type(entry)
    if of not in _NAMES:
        named = tuple([one.name for one in fields(of) if one.name != "card"])
        # Of a single name `attrgetter` gives what bears it, not a row of one.
        _PARTS[named] = attrgetter(*named) if len(named) > 1 else _only(named[0])
        _NAMES[of] = named
    return _NAMES[of]


def _only(name: str) -> Callable[[Any], tuple[str, ...]]:
    return lambda entry: (getattr(entry, name),)
