"""The process that reads documents: bytes come in by a socket, and what was found goes out.

It is started without Django, may use so much time and memory, and can reach nothing: a document
that takes it over finds no network, no file to write and no program to start.
"""

import json
import resource
import socket
import struct
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from typing import Any, Final, NoReturn

from statements.ingest import extractors
from statements.ingest.documents import limits
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.tables import reading

# A message is its length in eight bytes, and as many bytes.
LENGTH: Final = struct.Struct("!Q")

_FORBIDDEN: Final = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system"),
    *("ctypes.dlopen.remote", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser."),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "shutil."),
)


class Forbidden(BaseException):
    """Something was asked for that no reading of a document needs."""


def serve(descriptor: int, what: str) -> None:
    """Read documents, or tables, from a socket and answer each, until it is closed."""
    read = READ[what]
    connection = socket.socket(fileno=descriptor)
    stream = connection.makefile("rwb")
    while header := stream.read(LENGTH.size):
        data = stream.read(*LENGTH.unpack(header))
        if not sys.dont_write_bytecode:
            prepare(data, what)
            restrict()
        grant_time()
        answer = json.dumps(answered(data, read)).encode()
        stream.write(LENGTH.pack(len(answer)) + answer)
        stream.flush()


def text_of(data: bytes) -> dict[str, Any]:
    return {"extracted": asdict(extractors.extract(data))}


def tables_of(data: bytes) -> dict[str, Any]:
    return {"sheets": [asdict(sheet) for sheet in reading.sheets(data)]}


READ: Final = {"text": text_of, "tables": tables_of}


def answered(data: bytes, read: Callable[[bytes], dict[str, Any]] = text_of) -> dict[str, Any]:
    """Return what a document holds, or why it cannot be read, as JSON has it."""
    try:
        return read(data)
    except Unfit as unfit:
        return {"reason": unfit.reason.value}
    except MemoryError:
        return {"reason": Reason.TOO_MUCH_MEMORY.value}
    except RecursionError:
        return {"reason": Reason.TOO_DEEP.value}
    except Exception as error:
        # Libraries fail on broken documents in every way there is.
        return {"reason": Reason.CRASHED.value, "detail": place_of(error)}


def place_of(error: Exception) -> str:
    """Return where an error arose, for a log, which must not hold words of the document."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {last.name}, {last.filename}:{last.lineno}"


def prepare(data: bytes, what: str = "text") -> None:
    """Load what reads the first document while its compiled form may still be kept."""
    with suppress(Unfit):
        if what == "tables":
            reading.reader_for(data)
        else:
            extractors.extractor_for(data)


def restrict() -> None:
    """Give up for good what reading does not need."""
    sys.dont_write_bytecode = True
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            # macOS does not limit memory; the clock of whoever waits holds there too.
            continue
    sys.addaudithook(_guard)


def grant_time() -> None:
    """Allow the processor's time for one more document; the system ends who takes more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + limits.SECONDS + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard != resource.RLIM_INFINITY:
        until = min(until, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN) or (event == "open" and _writes(*arguments)):
        _refuse(event)


def _writes(path: object, mode: object, flags: object) -> bool:
    return isinstance(mode, str) and any(sign in mode for sign in "wax+")


def _refuse(event: str) -> NoReturn:
    raise Forbidden(event)
