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
        self.of_worker = 0.0

    def renew(self) -> None: ...

    def spent(self) -> float | None:
        return self.of_worker

    def get(self, path: str) -> Answer:
        self.of_worker += path not in self.asked
        self.asked.append(path)
        return Answer(200, {}, b'{"results":[],"count":0}', 0.0)


class Renewing(Server):
    """A server with a backend, which ends at some of the answers; the next begins another."""

    def __init__(self, ends_at: set[int]) -> None:
        super().__init__()
        self.backends = {0: 500.0}
        self.watched: set[int] = set()
        self.ends_at = ends_at

    def renew(self) -> None:
        self.watched = {*self.backends}

    def spent(self) -> float | None:
        if not self.watched or not self.watched <= self.backends.keys():
            return None
        return self.of_worker + sum(self.backends[one] for one in self.watched)

    def get(self, path: str) -> Answer:
        if not self.backends:
            self.backends[len(self.asked)] = 0.0
        of_backend = next(iter(self.backends))
        self.backends[of_backend] += 2.0
        if len(self.asked) in self.ends_at:
            self.backends.clear()
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

        # Nothing is left out of what the new backend takes.
        assert [sample.cpu for sample in found.samples] == [2.0, 2.0, 2.0, 2.0]
        assert found.problems == ()

    def test_says_so_where_processes_end_each_time(self) -> None:
        server = Renewing(ends_at={*range(200)})

        found = measure.ask(server, "list_year", PAGES, 2)  # type: ignore[arg-type]

        assert not found.samples
        assert found.skipped
