"""What somebody brings to be read: files, folders and ZIPs of documents, as single documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from statements.ingest.documents import kinds, limits, names
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.documents.unpacking import unpack
from statements.ingest.reading import sentences

_ZIP: Final = b"PK"


@dataclass(frozen=True, slots=True)
class Brought:
    """A document with its name; or why its bytes are not had, in a sentence."""

    name: str
    data: bytes = b""
    refused: str = ""


def from_paths(paths: Iterable[Path]) -> Iterator[Brought]:
    """Yield the documents at paths, one in memory at a time; a folder with all that is in it."""
    for path in paths:
        if path.is_dir():
            for file in sorted(one for one in path.rglob("*") if _is_document(one, path)):
                yield from _from_file(file, names.safe(str(file.relative_to(path))))
        else:
            yield from _from_file(path, names.safe(path.name))


def _is_document(file: Path, folder: Path) -> bool:
    """Tell files from folders, and from what a computer hides among them."""
    return file.is_file() and not any(
        part.startswith(".") for part in file.relative_to(folder).parts
    )


def _from_file(file: Path, name: str) -> Iterator[Brought]:
    try:
        if not file.is_file():
            yield Brought(name, refused=_missing(file))
        elif file.stat().st_size > _most(file):
            yield Brought(name, refused=sentences.why(Reason.TOO_LARGE))
        else:
            yield from opened(name, file.read_bytes())
    except OSError as error:
        reason = _("The file cannot be opened: %(why)s.") % {"why": error.strerror}
        yield Brought(name, refused=reason)


def _missing(file: Path) -> str:
    return _("This is no file.") if file.exists() else _("There is no such file.")


def _most(file: Path) -> int:
    """Return how many bytes are read of a file; more, if it holds others."""
    with file.open("rb") as stream:
        return limits.ARCHIVE_SIZE if stream.read(len(_ZIP)) == _ZIP else limits.SIZE


def opened(name: str, data: bytes) -> Iterator[Brought]:
    """Yield a document as it is, or what is in it if it is a ZIP of documents."""
    if not data.startswith(_ZIP):
        yield Brought(name, data)
        return
    try:
        if kinds.kind_of(data) != kinds.ARCHIVE:
            yield Brought(name, data)
            return
        for packed in unpack(data):
            refused = sentences.why(packed.refused) if packed.refused else ""
            yield Brought(f"{name}/{packed.name}", packed.data, refused)
    except Unfit as unfit:
        yield Brought(name, refused=sentences.why(unfit.reason))
