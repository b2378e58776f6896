"""The least of a client: one request, one connection, the whole answer."""

import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


def get(port: int, path: str, headers: str = "") -> Answer:
    """Ask 127.0.0.1 for a path. Raises OSError where nobody answers.

    HTTP/1.0, so that a streamed answer comes unchunked (RFC 9112, 7.1).
    """
    asked = f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n{headers}\r\n".encode()
    started = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), TIMEOUT) as connection:
        connection.sendall(asked)
        received = bytearray()
        while part := connection.recv(262_144):
            received += part
    seconds = time.perf_counter() - started
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    if not head:
        raise ConnectionError(f"no answer to {path[:200]}")
    first, *lines = head.decode("latin-1").split("\r\n")
    fields = (line.partition(": ") for line in lines)
    found = {name.lower(): value for name, _, value in fields}
    return Answer(int(first.split()[1]), found, body, seconds)


def is_up(port: int, is_alive: Callable[[], bool], patience: float) -> bool:
    """Wait, for so many seconds at most, until somebody answers; tell whether anybody does."""
    until = time.monotonic() + patience
    while is_alive() and time.monotonic() < until:
        try:
            get(port, "/healthz")
        except OSError:
            time.sleep(0.05)
        else:
            return True
    return False
