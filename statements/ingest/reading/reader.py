"""Read documents in a process of its own: one for many, a new one after many or after a failure."""

import logging
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec

from statements.ingest.documents import limits
from statements.ingest.documents.extracted import ExtractedText
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.reading import sentences
from statements.ingest.reading.child import LENGTH
from statements.ingest.tables.sheet import Sheet

logger = logging.getLogger(__name__)

_ROOT: Final = Path(__file__).resolve().parents[3]
# Isolated (-I): no variable of the environment and no file of the current folder has a say.
_PROGRAM: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from statements.ingest.reading import child; child.serve(0, sys.argv[2])"
)
# What libraries leave behind in memory goes with the process.
DOCUMENTS: Final = 200
# Of the clock; the processor's time is counted by the child.
PATIENCE: Final = limits.SECONDS + 2
# A text of the longest kind as JSON, where a character takes up to twelve bytes.
_LONGEST_ANSWER: Final = {"text": 16 * limits.CHARACTERS, "tables": 16 * limits.TABLE_CHARACTERS}


class Unreadable(Exception):
    """A document was not read; the message is a sentence for whoever brought it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(sentences.why(reason))
        self.reason = reason


class _Answer(msgspec.Struct):
    extracted: ExtractedText | None = None
    sheets: list[Sheet] | None = None
    reason: Reason | None = None
    detail: str = ""


class Reader:
    """Reads documents, one after another; to be used in a `with`, which ends its process.

    One process reads texts or `tables`, not both.
    """

    def __init__(self, what: str = "text") -> None:
        self._what = what
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: socket.socket | None = None
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def read(self, data: bytes) -> ExtractedText:
        """Return the text of a document. Raises Unreadable, with a sentence, where none is had."""
        extracted = self._answered(data).extracted
        assert extracted is not None
        return extracted

    def tables(self, data: bytes) -> list[Sheet]:
        """Return the sheets of a table. Raises Unreadable, with a sentence, where none are had."""
        return self._answered(data).sheets or []

    def _answered(self, data: bytes) -> _Answer:
        if len(data) > limits.SIZE:
            raise Unreadable(Reason.TOO_LARGE)
        try:
            answer = self._asked(data)
        except Unfit as unfit:
            raise Unreadable(unfit.reason) from unfit
        if answer.extracted is None and answer.sheets is None:
            reason = answer.reason or Reason.CRASHED
            if answer.detail:
                logger.warning("A document could not be read: %s", answer.detail)
            if reason in (Reason.TOO_MUCH_MEMORY, Reason.TOO_DEEP, Reason.CRASHED):
                self._end()
            raise Unreadable(reason)
        return answer

    def _asked(self, data: bytes) -> _Answer:
        """Return the child's answer. Raises Unfit where it gave none."""
        if self._read >= DOCUMENTS:
            self._end()
        connection = self._connection or self._start()
        self._read += 1
        until = time.monotonic() + PATIENCE
        try:
            connection.settimeout(PATIENCE)
            connection.sendall(LENGTH.pack(len(data)))
            connection.sendall(data)
            (length,) = LENGTH.unpack(_received(connection, LENGTH.size, until))
            if length > _LONGEST_ANSWER[self._what]:
                raise Unfit(Reason.TOO_LONG)
            return msgspec.json.decode(_received(connection, length, until), type=_Answer)
        except TimeoutError as error:
            self._end()
            raise Unfit(Reason.TOO_SLOW) from error
        except (ConnectionError, EOFError) as error:
            raise Unfit(self._died()) from error
        except Unfit:
            self._end()
            raise

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-I", "-c", _PROGRAM, str(_ROOT), self._what]
        with theirs:
            self._process = subprocess.Popen(
                command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={},
            )
        self._connection, self._read = ours, 0
        return ours

    def _died(self) -> Reason:
        """Return why the process is gone, as far as it can be told."""
        assert self._process
        self._end()
        if self._process.returncode == -signal.SIGXCPU:
            return Reason.TOO_SLOW
        return Reason.CRASHED

    def _end(self) -> None:
        if self._connection is None or self._process is None:
            return
        self._connection.close()
        self._connection = None
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()


def _received(connection: socket.socket, count: int, until: float) -> bytes:
    """Return so many bytes. Raises EOFError and TimeoutError."""
    parts = bytearray()
    while len(parts) < count:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        connection.settimeout(left)
        part = connection.recv(min(count - len(parts), 1 << 16))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)


def read(data: bytes) -> ExtractedText:
    """Return the text of one document. Raises Unreadable, with a sentence, where none is had."""
    with Reader() as reader:
        return reader.read(data)


def tables(data: bytes) -> list[Sheet]:
    """Return the sheets of one table. Raises Unreadable, with a sentence, where none are had."""
    with Reader("tables") as reader:
        return reader.tables(data)
