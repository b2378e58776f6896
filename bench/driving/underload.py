"""Publish while others read: no page may be older than the last publication acknowledged."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle, islice
from threading import Event, Lock, Thread

from bench.driving import checks, client
from bench.serving.servers import Server, stop
from bench.serving.site import Site

READERS = 8
EVERY = 1.0
# Pages that tell how many statements there are, and others that change with each publication.
COUNTED = "/statements/"
PATHS = (COUNTED, "/", COUNTED, "/recommendations/", "/countries/")


@dataclass(slots=True)
class Watch:
    """What the readers saw; `there` is how many statements were acknowledged as public."""

    there: int
    published: int = 0
    stale: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    publishing: list[float] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def see(self, path: str, at_least: int, answer: client.Answer) -> None:
        """Judge an answer to a question asked when `at_least` statements were public."""
        total = checks.shown_total(answer.text) if path == COUNTED else None
        with self.lock:
            self.took.append(answer.seconds * 1000)
            if answer.status != 200:
                self.failed.append(f"{path}: status {answer.status}")
            elif total is not None and total < at_least:
                self.stale.append(f"{path}: {total} statements when {at_least} were public")


def publish_under_load(one: Site, server: Server, first: int, n: int) -> Watch:
    """Publish `n` statements, one a second, from sheet `first` on, while eight readers read."""
    watch, end = Watch(there=first - 1), Event()
    threads = [Thread(target=_read, args=[server, watch, end, n]) for n in range(READERS)]
    part = ("publish", str(first), str(n), "--every", str(EVERY))
    child = one.publish(*part)
    try:
        for thread in threads:
            thread.start()
        assert child.stdout is not None
        for line in child.stdout:
            watch.publishing.append(json.loads(line)["publish"])
            watch.published += 1
            # From here on, whoever asks has to be told of it.
            watch.there += 1
    finally:
        end.set()
        stop(child)
        for thread in threads:
            thread.join()
    if child.returncode:
        watch.failed.append("the publishing itself failed: see above")
    return watch


def _read(server: Server, watch: Watch, end: Event, reader: int) -> None:
    for path in islice(cycle(PATHS), reader, None):
        if end.is_set():
            return
        at_least = watch.there
        _ask(lambda path=path: server.get(path), path, at_least, watch)  # type: ignore[misc]


def _ask(get: Callable[[], client.Answer], path: str, at_least: int, watch: Watch) -> None:
    try:
        watch.see(path, at_least, get())
    except OSError as error:
        with watch.lock:
            watch.failed.append(f"{path}: {error}")
