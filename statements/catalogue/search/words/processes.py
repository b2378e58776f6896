"""Other processes that analyse, for whoever publishes very many records.

Each reads questions at its standard input, and answers at its output: a length of four bytes and
MessagePack. It never asks the database, and ends where its input does. None is forked: a fork
would share the connections and locks of this process.
"""

import fcntl
import gc
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import IO, Final

import msgspec
from django.db import connection

from statements.catalogue.search.words.analysed import Analysed, Numbered, analyse
from statements.catalogue.search.words.fields import Fields

_LENGTH: Final = 4
# An answer has about two megabytes. Through a pipe of 64 kB both sides waited for each other some
# thirty times; Linux lets anybody have a megabyte.
_PIPE: Final = 1 << 20
_PROGRAM: Final = f"import django; django.setup(); from {__name__} import serve; serve()"
_questions = msgspec.msgpack.Decoder(tuple[str, str, list[tuple[int, Fields]]])
_answers = msgspec.msgpack.Decoder(Analysed)


class Processes:
    """So many processes, started when they are first asked; `close` ends them."""

    def __init__(self, n: int) -> None:
        self._vendor = connection.vendor
        self._threads = ThreadPoolExecutor(n, "analysis")
        self._own = threading.local()
        self._started: list[subprocess.Popen[bytes]] = []

    def submit(self, kind: str, numbered: Numbered) -> "Future[Analysed]":
        """Have records analysed, with what is digested of them."""
        return self._threads.submit(
            self._ask, msgspec.msgpack.encode((self._vendor, kind, numbered))
        )

    def close(self) -> None:
        self._threads.shutdown(cancel_futures=True)
        for process in self._started:
            process.communicate()

    def _ask(self, question: bytes) -> Analysed:
        """Ask the process of this thread. Raises OSError or EOFError where it has ended."""
        process = self._own.__dict__.get("process") or self._start()
        _send(process.stdin, question)
        answer = _received(process.stdout)
        if answer is None:
            raise EOFError("A process that analyses words has ended.")
        return _answers.decode(answer)

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", _PROGRAM]
        pipe = subprocess.PIPE
        # Else Python would look for this program in the folder it is started from alone.
        paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=os.environ | paths)
        self._started.append(process)
        for end in (process.stdin, process.stdout):
            _widen(end)
        self._own.process = process
        return process


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold more, where the system can, and its administrator allows it."""
    if pipe and hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def serve() -> None:
    """Answer until nobody asks any more."""
    # Who interrupts the program means the one that publishes, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What was made until now stays, so nobody need look at it again and again.
    gc.freeze()
    while (question := _received(sys.stdin.buffer)) is not None:
        vendor, kind, numbered = _questions.decode(question)
        analysed = analyse(vendor, kind, numbered, digests=True)
        try:
            _send(sys.stdout.buffer, msgspec.msgpack.encode(analysed))
        except BrokenPipeError:
            return


def _send(to: IO[bytes] | None, message: bytes) -> None:
    assert to is not None
    to.write(len(message).to_bytes(_LENGTH, "little"))
    to.write(message)
    to.flush()


def _received(source: IO[bytes] | None) -> bytes | None:
    """Return the next message, None where there is none any more."""
    assert source is not None
    head = source.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "little")
    message = source.read(length)
    return message if len(message) == length else None
