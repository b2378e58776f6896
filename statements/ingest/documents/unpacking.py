"""A ZIP of documents: its files one after another, each within limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from statements.ingest.documents import containers, limits, names
from statements.ingest.documents.unfit import Reason, Unfit

# What computers put beside the files of people.
_SYSTEM: Final = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of a ZIP under a safe name; without its bytes where they are refused."""

    name: str
    data: bytes = b""
    refused: Reason | None = None


def unpack(data: bytes) -> Iterator[Packed]:
    """Yield the files of a ZIP, one in memory at a time. Raises Unfit where it is none, or a bomb.

    A ZIP within it stays closed: whoever reads it is told so.
    """
    with containers.opened(data, unpacked=limits.ARCHIVE_UNPACKED) as archive:
        for entry in archive.infolist():
            name = names.safe(entry.filename)
            if entry.is_dir() or any(part in _SYSTEM for part in name.split("/")):
                continue
            if entry.file_size > limits.SIZE:
                yield Packed(name, refused=Reason.TOO_LARGE)
                continue
            try:
                content = containers.content(archive, entry)
            except Unfit as unfit:
                yield Packed(name, refused=unfit.reason)
            else:
                yield Packed(name, content)
