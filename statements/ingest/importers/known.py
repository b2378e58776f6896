"""Nouns by the codes that the files know them by; a code that names nothing is an error."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Noun = TypeVar("Noun")


class SeedError(ValueError):
    """A file of the seeds asks for what cannot be; the message is for whoever wrote it."""


class Known(dict[str, Noun]):
    """Nouns of one kind by their codes or slugs in the files.

    An address that an editor changed on the desk changes nothing here.
    """

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def several(self, codes: Iterable[str]) -> list[Noun]:
        """Return what the codes name. Raises SeedError with all that name nothing."""
        asked = list(codes)
        if unknown := [code for code in dict.fromkeys(asked) if code not in self]:
            raise SeedError(f"unknown {self.kind}: {', '.join(unknown)}")
        return [self[code] for code in asked]

    def one(self, code: str | None) -> Noun | None:
        """Return what a code names, nothing for none. Raises SeedError."""
        return self.several([code])[0] if code else None


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Put the name of a file before what is wrong in it."""
    try:
        yield
    except SeedError as error:
        raise SeedError(f"{file}: {error}") from error
