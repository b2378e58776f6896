"""The outlines of the countries, for a map of the world: vendored, see README.md."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec


class Shapes(msgspec.Struct, frozen=True):
    """A picture of the world: its size, paths by code, and dots of what is too small for one."""

    width: int
    height: int
    paths: Mapping[str, str]
    dots: Mapping[str, tuple[int, int]]


@cache
def shapes() -> Shapes:
    """Return the shapes, read once a process."""
    return msgspec.json.decode((Path(__file__).parent / "shapes.json").read_bytes(), type=Shapes)
