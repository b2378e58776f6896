"""Names of files that others chose, made safe to show and to write."""

import re
import unicodedata
from typing import Final

from statements.text.characters import INVISIBLE

# Of a part, in characters: with an ending it stays within the 255 bytes of most file systems.
_LONGEST: Final = 60
_NAMELESS: Final = "document"
# What no file system takes, or one of them reads as something else.
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f-\x9f]')
_PARTS = re.compile(r"[/\\]")
_DRIVE = re.compile(r"\A[A-Za-z]:")


def safe(name: str) -> str:
    """Return a relative path: no way up, no drive, nothing that hides how the name ends."""
    parts = [_part(part) for part in _PARTS.split(_DRIVE.sub("", name))]
    return "/".join(part for part in parts if part) or _NAMELESS


def _part(part: str) -> str:
    """Return one step of a path; empty where nothing is left of it."""
    seen = "".join(one for one in unicodedata.normalize("NFC", part) if _is_seen(one))
    name = _FORBIDDEN.sub("_", seen).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if dot and len(ending) <= 5:
        return f"{stem[:_LONGEST]}.{ending}"
    return name[:_LONGEST]


def _is_seen(letter: str) -> bool:
    return letter not in INVISIBLE and unicodedata.category(letter) not in ("Cs", "Cn", "Co")


def stem(name: str) -> str:
    """Return the last part of a safe path without its ending."""
    last = name.rpartition("/")[2]
    return last.rpartition(".")[0] or last


class Distinct:
    """Gives names that differ from all it gave before, whatever their case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, name: str) -> str:
        """Return a name, with a number behind it where it is taken."""
        found, number = name, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{name}-{number}"
        self._taken.add(found.casefold())
        return found
