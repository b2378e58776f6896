"""What is counted of a kind of page, and what is not."""

import os
import subprocess
import sys
from collections.abc import Collection
from typing import Any

import pytest

from bench.driving import measure
from bench.driving.client import Answer
from bench.driving.questions import Question

PAGES = [Question("/a.json", "json", 0), Question("/b.json", "json", 0)]


class Server:
    """A server that spends a second on an address it was never asked for, nothing on others."""

    def __init__(self) -> None:
        self.meter: Any = self
        self.asked: list[str] = []
        self.spent = 0.0

    def watched(self) -> Collection[int]:
        return ()

    def get(self, path: str) -> Answer:
        self.spent += path not in self.asked
        self.asked.append(path)
        return Answer(200, {}, b'{"results":[],"count":0}', 0.0)


class Renewing(Server):
    """A server of which a process ends while it answers for the third time."""

    def __init__(self) -> None:
        super().__init__()
        waits = [sys.executable, "-c", "sum(range(1_000_000)); print(flush=True); input()"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(waits, stdin=pipe, stdout=pipe)
        # It has had some time by now, which is gone with it.
        assert self.process.stdout is not None
        self.process.stdout.readline()

    def watched(self) -> Collection[int]:
        return (os.getpid(),) if self.process.returncode is not None else (self.process.pid,)

    def get(self, path: str) -> Answer:
        if len(self.asked) == 2:
            self.process.communicate(b"\n")
        return super().get(path)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    server = Server()
    monkeypatch.setattr("bench.serving.meter.cpu", lambda _watched: server.spent)
    return server


class AskTests:
    def test_leaves_the_disk_out_of_what_a_file_costs(self, server: Server) -> None:
        found = measure.ask(server, "export_json", PAGES, 2)  # type: ignore[arg-type]

        assert [sample.cpu for sample in found.samples] == [0.0, 0.0]

    def test_counts_all_that_a_page_costs(self, server: Server) -> None:
        found = measure.ask(server, "list_year", PAGES, 2)  # type: ignore[arg-type]

        assert sum(sample.cpu for sample in found.samples) == 1.0

    def test_leaves_out_a_request_during_which_a_process_ended(self) -> None:
        server = Renewing()

        found = measure.ask(server, "list_year", PAGES, 4)  # type: ignore[arg-type]

        assert server.asked == ["/a.json", "/a.json", "/b.json", "/a.json", "/b.json"]
        assert len(found.samples) == 3
        assert all(sample.cpu >= 0 for sample in found.samples)
