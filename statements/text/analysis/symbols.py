"""Symbols of United Nations documents, and numbers with a stroke: `S/2017/198`, `71/322`.

Source: "United Nations document symbols" of the Dag Hammarskjöld Library: parts set apart by
strokes, the first of them the body that issues the document. Scanned texts read 1 as l or I, 0 as
O, and the S of the Security Council as 8 or 5; a symbol is put right as it is read.
"""

import re
from dataclasses import dataclass

_BREAK = re.compile(r"[/.\-_]")
_BODY = re.compile(r"[A-Za-z]{1,6}\Z|[0-9]{1,4}\Z")
_GARBLED = re.compile(r"[0-9lIiOo]+\Z")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_NUMBERED = {"add", "corr", "rev"}
_RIGHT = str.maketrans("lIiOo", "11100")
_MOST_PARTS = 8
_LONGEST_PART = 12
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Symbol:
    """A whole symbol, the shorter ones inside it, and its parts; strokes are written `_`."""

    whole: str
    inside: tuple[str, ...]
    parts: tuple[str, ...]


def symbol(run: str) -> Symbol | None:
    """Return the symbol that `run` is, or None: `and/or` and addresses of the web are none."""
    body, stroke, _rest = run.partition("/")
    if not stroke or not _BODY.match(body) or not run.isascii() or len(run) > _LONGEST:
        return None
    parts = _BREAK.split(run)
    shape = len(parts) <= _MOST_PARTS and all(
        part.isalnum() and len(part) <= _LONGEST_PART for part in parts
    )
    if not shape or not (any(map(str.isdigit, run)) or run.isupper()):
        return None
    right = _put_right(parts)
    return Symbol("_".join(right), tuple(_inside(right)), tuple(dict.fromkeys(right)))


def put_right(run: str) -> str | None:
    """Return `run` with its misread digits put right, letter for letter; None for no symbol.

    Only a part that holds a digit is sure to be a number.
    """
    if symbol(run) is None:
        return None
    parts = _BREAK.split(run)
    right = [
        "S"
        if good == "s" and part.isdigit()
        else part.translate(_RIGHT)
        if _is_misread(part)
        else part
        for part, good in zip(parts, _put_right(parts), strict=True)
    ]
    signs = [*_BREAK.findall(run), ""]
    return "".join(part + sign for part, sign in zip(right, signs, strict=True))


def _is_misread(part: str) -> bool:
    return bool(_GARBLED.match(part)) and any(map(str.isdigit, part))


def _put_right(parts: list[str]) -> list[str]:
    right: list[str] = []
    for part in parts:
        before = right[-1] if right else ""
        is_number = any(map(str.isdigit, part)) or before in _NUMBERED or _YEAR.match(before)
        if right and is_number and _GARBLED.match(part):
            part = part.translate(_RIGHT)
        right.append(part.lower())
    if len(right) == 3 and right[0] in "85" and _YEAR.match(right[1]) and right[2].isdigit():
        right[0] = "s"
    return right


def _inside(parts: list[str]) -> list[str]:
    count = len(parts)
    return [
        "_".join(parts[start:end])
        for start in range(count)
        for end in range(start + 2, count + 1)
        if end - start < count
    ]
