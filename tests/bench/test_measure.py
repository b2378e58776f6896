"""What is counted of a kind of page, and what is not."""

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
        self.processes = {1: 0.0}

    def spent(self) -> dict[int, float]:
        return dict(self.processes)

    def get(self, path: str) -> Answer:
        self.processes[1] += path not in self.asked
        self.asked.append(path)
        return Answer(200, {}, b'{"results":[],"count":0}', 0.0)


class Renewing(Server):
    """A server with a second process, which ends at some of the answers for another to begin."""

    def __init__(self, ends_at: set[int]) -> None:
        super().__init__()
        self.processes[2] = 500.0
        self.ends_at = ends_at

    def get(self, path: str) -> Answer:
        if len(self.asked) in self.ends_at:
            del self.processes[max(self.processes)]
        if len(self.processes) == 1:
            self.processes[len(self.asked) + 10] = 0.0
        self.processes[max(self.processes)] += 2.0
        return super().get(path)


@pytest.fixture
def server() -> Server:
    return Server()


class AskTests:
    def test_leaves_the_disk_out_of_what_a_file_costs(self, server: Server) -> None:
        found = measure.ask(server, "export_json", PAGES, 2)  # type: ignore[arg-type]

        assert [sample.cpu for sample in found.samples] == [0.0, 0.0]

    def test_counts_all_that_a_page_costs(self, server: Server) -> None:
        found = measure.ask(server, "list_year", PAGES, 2)  # type: ignore[arg-type]

        assert sum(sample.cpu for sample in found.samples) == 1.0

    def test_asks_again_where_a_process_ended_meanwhile(self) -> None:
        server = Renewing(ends_at={2})

        found = measure.ask(server, "list_year", PAGES, 4)  # type: ignore[arg-type]

        # The first is asked before anything is counted.
        assert server.asked == ["/a.json", "/a.json", "/b.json", "/b.json", "/a.json", "/b.json"]
        assert [sample.cpu for sample in found.samples] == [2.0, 2.0, 2.0, 2.0]

    def test_says_so_where_processes_end_each_time(self) -> None:
        server = Renewing(ends_at={*range(1, 20)})

        found = measure.ask(server, "list_year", PAGES, 2)  # type: ignore[arg-type]

        assert not found.samples
        assert found.skipped
        assert len(server.asked) == 1 + 2 * measure.ATTEMPTS
