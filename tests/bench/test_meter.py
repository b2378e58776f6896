"""What the processes that answer have had of CPU, and when that is not known."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bench.serving.meter import Meter


@pytest.fixture
def process() -> Iterator["subprocess.Popen[bytes]"]:
    """Give a process that has worked a little and waits."""
    waits = [sys.executable, "-c", "sum(range(100_000)); print(flush=True); input()"]
    with subprocess.Popen(waits, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process


class MeterTests:
    def test_knows_nothing_before_it_has_looked(self, process: "subprocess.Popen[bytes]") -> None:
        assert Meter(process.pid).spent() is None

    def test_tells_what_workers_and_backends_had(self, monkeypatch: pytest.MonkeyPatch) -> None:
        meter = Meter(os.getpid(), "postgres://nobody@127.0.0.1/none")
        monkeypatch.setattr("bench.serving.meter._cpu_of", {1: 3.0, 2: 4.5}.get)
        monkeypatch.setattr(meter, "workers", lambda: [1])
        monkeypatch.setattr(meter, "backends", lambda: [2])

        meter.renew()

        assert meter.spent() == 7.5

    def test_knows_nothing_of_a_worker_without_a_backend(
        self, process: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch
    ) -> None:
        meter = Meter(process.pid, "postgres://nobody@127.0.0.1/none")
        monkeypatch.setattr(meter, "workers", lambda: [process.pid])
        monkeypatch.setattr(meter, "backends", list)

        meter.renew()

        assert meter.spent() is None

    def test_knows_nothing_where_one_has_ended(
        self, process: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch
    ) -> None:
        meter = Meter(process.pid)
        monkeypatch.setattr(meter, "workers", lambda: [process.pid])

        meter.renew()
        process.communicate(b"\n")

        assert meter.spent() is None
