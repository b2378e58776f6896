"""What a style of citing is."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from statements.citing.works import Work
from statements.citing.written import Citation


@dataclass(frozen=True, slots=True)
class Style:
    """A manual's way to cite: a code, the name that readers know, and how it is done."""

    code: str
    name: str | Promise
    cite: Callable[[Work], Citation]
