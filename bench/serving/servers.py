"""gunicorn on the loopback, as `demo` starts it, on a port nobody else has."""

import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.driving import client
from bench.serving.meter import Meter

ROOT = Path(__file__).resolve().parents[2]
SITE, CONSTANT = "advocacy.wsgi:application", "bench.serving.constant:application"
WORKERS = 2
PATIENCE = 60.0
STOPPING = 10.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers on 127.0.0.1."""

    port: int
    meter: Meter

    def get(self, path: str) -> client.Answer:
        return client.get(self.port, path)


@contextmanager
def serving(
    application: str, environment: Mapping[str, str], log: Path, database: str = ""
) -> Iterator[Server]:
    """Serve an application until the block ends; the process started here is ended here.

    What it says goes to `log`; `database` is the PostgreSQL address whose backends work for it.
    Raises RuntimeError where it does not come up.
    """
    with socket.socket() as listener, log.open("ab") as said:
        listener.bind(("127.0.0.1", 0))
        listener.listen(512)
        port = listener.getsockname()[1]
        process = subprocess.Popen(
            [*_command(application), "--bind", f"fd://{listener.fileno()}"],
            env={**environment, "SITE_URL": f"http://127.0.0.1:{port}"},
            cwd=ROOT,
            pass_fds=[listener.fileno()],
            stderr=said,
        )
    try:
        if not client.is_up(port, lambda: process.poll() is None, PATIENCE):
            raise RuntimeError(f"{application} did not come up: {log.read_text()[-2000:]}")
        yield Server(port, Meter(process.pid, database))
    finally:
        stop(process)


def _command(application: str) -> list[str]:
    options = ["--workers", str(WORKERS), "--log-level", "warning", "--no-control-socket"]
    return [sys.executable, "-m", "gunicorn", application, *options]


def stop(process: "subprocess.Popen[bytes] | subprocess.Popen[str]") -> None:
    """End a process of our own, gently first."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(STOPPING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
