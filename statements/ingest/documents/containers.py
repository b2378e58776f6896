"""ZIP files that others made: their parts are read within limits, or not at all.

Sources: APPNOTE 6.3 (ZIP), sections 4.4.4 (flags) and 4.4.5 (methods).
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from statements.ingest.documents import limits
from statements.ingest.documents.unfit import Reason, Unfit

_ENCRYPTED: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@contextmanager
def opened(data: bytes, *, unpacked: int = limits.UNPACKED) -> Iterator[zipfile.ZipFile]:
    """Give a ZIP whose directory promises no more bytes than `unpacked`. Raises Unfit."""
    with _archive(data) as archive:
        entries = archive.infolist()
        if len(entries) > limits.ENTRIES:
            raise Unfit(Reason.TOO_MANY_ENTRIES)
        if sum(entry.file_size for entry in entries) > unpacked:
            raise Unfit(Reason.BOMB)
        yield archive


def _archive(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Unfit(Reason.DAMAGED) from error


def names(data: bytes) -> set[str]:
    """Return the names of what a ZIP holds. Raises Unfit where it is damaged."""
    with _archive(data) as archive:
        return set(archive.namelist())


def content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return what an entry holds. Raises Unfit where it is more than its directory promised."""
    if entry.flag_bits & _ENCRYPTED:
        raise Unfit(Reason.ENCRYPTED)
    if entry.compress_type not in _METHODS:
        raise Unfit(Reason.DAMAGED)
    if entry.file_size > max(limits.SMALL, limits.RATIO * entry.compress_size):
        raise Unfit(Reason.BOMB)
    try:
        with archive.open(entry) as file:
            return file.read()
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        raise Unfit(Reason.DAMAGED) from error
