"""Where made answers lie: near in each process, and far in a cache that all workers share.

An entry carries the state it is of, and who reads it compares. So no copy can be stale. What was
taken out for somebody's safety does not lie about either: with the first question after a change
a process throws away all it holds, and what is far ends by itself within the hour.
"""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from django.core.cache import caches
from django.core.cache.backends.dummy import DummyCache

from advocacy.answers.entry import Entry
from advocacy.answers.far import Far
from advocacy.answers.question import Question

NEAR, FAR = "default", "shared"
# Longer bodies are made each time: a whole export.
LONGEST = 512 * 1024
# So many seconds somebody waits for an answer that another is making, then makes it too.
PATIENCE = 5.0
# So often, in seconds, who waits for another worker looks.
GLANCE = 0.02


@dataclass(slots=True)
class Turn:
    """Somebody's turn to make an answer. `entry` is the one already made by another, or the one
    that the others get who wait for this turn to end."""

    entry: Entry | None = None


class Shelf:
    """Finds and keeps answers, and lets one at a time make what several ask for."""

    def __init__(self) -> None:
        self._near = caches[NEAR]
        self._far = Far(caches[FAR]) if FAR in caches.settings else None
        self._state = ""
        self._lock = threading.Lock()
        self._making: dict[Question, Future[Entry | None]] = {}

    def find(self, question: Question) -> Entry | None:
        """Return the answer to a question if it lies here."""
        self._throw_away_before(question)
        entry = cast("Entry | None", self._near.get(question.place))
        if entry is not None and entry.answers(question):
            return entry
        entry = self._far.get(question.place) if self._far else None
        if entry is None or not entry.answers(question):
            return None
        self._near.set(question.place, entry)
        return entry

    def keep(self, question: Question, entry: Entry) -> None:
        """Keep an answer, unless it took so long that the state has moved on meanwhile."""
        if len(entry.body) <= LONGEST and self._state in ("", question.state.tag):
            self._throw_away_before(question)
            self._near.set(question.place, entry)
            if self._far:
                self._far.set(question.place, entry)

    def _throw_away_before(self, question: Question) -> None:
        """Throw all away that is of another state than what is asked for now."""
        if self._state != question.state.tag:
            self._near.clear()
            self._state = question.state.tag

    @contextmanager
    def turn(self, question: Question) -> Iterator[Turn]:
        """Wait while others make this very answer, in this process or in another worker.

        The wait has a bound; who has waited in vain makes the answer too.
        """
        if isinstance(self._near, DummyCache):
            yield Turn()
            return
        mine: Future[Entry | None] = Future()
        with self._lock:
            first = self._making.setdefault(question, mine)
        if first is not mine:
            yield Turn(_outcome(first))
            return
        turn = Turn()
        try:
            with self._only_worker(question) as turn.entry:
                yield turn
        finally:
            with self._lock:
                del self._making[question]
            mine.set_result(turn.entry)

    @contextmanager
    def _only_worker(self, question: Question) -> Iterator[Entry | None]:
        """Take the turn among all workers; give what another made before or meanwhile."""
        if self._far is None:
            yield self.find(question)
            return
        name = f"{question.place}.{question.state.tag}"
        is_taken = self._far.take(name, PATIENCE)
        try:
            yield self.find(question) if is_taken else self._made_elsewhere(question, name)
        finally:
            if is_taken:
                self._far.give_back(name)

    def _made_elsewhere(self, question: Question, name: str) -> Entry | None:
        assert self._far
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            is_taken = self._far.is_taken(name)
            # Looked for after: what was made by then was kept before its turn was given back.
            entry = self.find(question)
            if entry or not is_taken:
                return entry
            time.sleep(GLANCE)
        return None


def _outcome(first: Future[Entry | None]) -> Entry | None:
    try:
        return first.result(timeout=PATIENCE)
    except TimeoutError:
        return None
