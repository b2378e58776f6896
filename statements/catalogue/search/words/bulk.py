"""Very many records, change after change: others help to analyse, and less is digested at once.

What is digested was just written, so it is kept here until then and never read again. The state
of the database decides whether that still holds: where another change came in between, it is
dropped, and read as ever.
"""

import gc
import os
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Final, Protocol

from django.db import connection

from statements.catalogue.records import AnyRecord
from statements.catalogue.search.words.analysed import Analysed, Numbered, analyse
from statements.catalogue.search.words.digestible import Digestible
from statements.catalogue.search.words.fields import Fields, fields
from statements.catalogue.search.words.processes import Processes

# So many records of a kind may wait to be digested: to digest some writes most lists of words
# anew, however few they are.
MOST_UNDIGESTED: Final = 32_768
# Statements have ten times as many words, and others search them one by one until then.
_MOST_LONG: Final = 8_192
# This process writes what the others analyse, and is about as busy as one of them.
_MOST_PROCESSES: Final = 3
# So many characters are analysed at once: about what a process does in a fifth of a second.
_PIECE: Final = 800_000

Row = tuple[str, int, AnyRecord]


class State(Protocol):
    """A state of the catalogue, as its revision has it."""

    token: int


@dataclass(slots=True)
class Piece:
    """Some records of a kind, which another process analyses, or this one, where it would wait."""

    kind: str
    numbered: Numbered
    _asked: "Future[Analysed]"
    _own: Analysed | None = None

    def is_done(self) -> bool:
        return self._own is not None or self._asked.done()

    def take(self) -> bool:
        """Analyse it here, where no other process has begun to; tell whether it was so."""
        if self._own is not None or not self._asked.cancel():
            return False
        self._own = analyse(connection.vendor, self.kind, self.numbered, digests=True)
        return True

    def result(self) -> Analysed:
        return self._own or self._asked.result()

    def cancel(self) -> None:
        self._asked.cancel()


class Asked:
    """What other processes are asked about records, in pieces of each kind."""

    def __init__(self, processes: Processes) -> None:
        self.pieces: dict[str, list[Piece]] = defaultdict(list)
        self._processes = processes
        self._next: dict[str, list[tuple[int, Fields]]] = defaultdict(list)
        self._size = 0

    def add(self, kind: str, number: int, found: Fields) -> None:
        self._next[kind].append((number, found))
        self._size += sum(len(words.text) for words in found.body)
        if self._size >= _PIECE:
            self.ask()

    def ask(self) -> None:
        """Ask about what was added since."""
        for kind, numbered in self._next.items():
            asked = self._processes.submit(kind, numbered)
            self.pieces[kind].append(Piece(kind, numbered, asked))
        self._next.clear()
        self._size = 0

    def renew(self, kind: str, numbered: Mapping[int, Fields]) -> None:
        """Ask about a kind anew, unless it was asked about the very records, in their order."""
        self.ask()
        asked = [number for piece in self.pieces[kind] for number, _fields in piece.numbered]
        if asked == [*numbered]:
            return
        for piece in self.pieces.pop(kind):
            piece.cancel()
        for number, found in numbered.items():
            self.add(kind, number, found)
        self.ask()

    def help(self) -> bool:
        """Analyse what the other processes would come to last; tell whether anything was left."""
        pieces = [*chain.from_iterable(self.pieces.values())]
        return any(piece.take() for piece in reversed(pieces))


class Foreseen:
    """What was asked about records before they came: each has the number it was thought to get."""

    def __init__(self, asked: Asked, rows: Iterable[Row]) -> None:
        self.asked = asked
        self._fields: dict[tuple[str, int], tuple[AnyRecord, Fields]] = {}
        for kind, number, record in rows:
            found = fields(record)
            self._fields[kind, number] = record, found
            asked.add(kind, number, found)
        asked.ask()

    def fields(self, kind: str, number: int, record: AnyRecord) -> Fields | None:
        """Return the fields of a record that came as it was foreseen."""
        foreseen, found = self._fields.get((kind, number), (None, None))
        return found if foreseen is record else None


@dataclass(slots=True)
class Told:
    """What is to be digested of the records of a kind from number `first` on."""

    first: int
    read: Digestible


class Bulk:
    """What one thread publishes in bulk. `told` is true of the state that `after` is in."""

    def __init__(self, processes: int) -> None:
        self._processes = Processes(processes) if processes else None
        self._told: dict[str, Told] = {}
        self._after: State | None = None
        self._foreseen: Foreseen | None = None

    def foresee(self, rows: Iterable[Row]) -> None:
        """Have records analysed that will be written in the next change, if nothing else is."""
        if self._processes:
            self._foreseen = Foreseen(Asked(self._processes), rows)

    def foreseen(self) -> Foreseen | None:
        """Return what was foreseen for the change that begins; nothing is, without processes."""
        found, self._foreseen = self._foreseen, None
        return found or (Foreseen(Asked(self._processes), ()) if self._processes else None)

    def begin(self, state: State | None) -> None:
        """Begin a change of a state: what was told before it is known to hold, or dropped."""
        if self._after is None or state is None or self._after.token != state.token:
            self.forget()

    def end(self, state: State | None) -> None:
        """End a change, which left the catalogue in a state."""
        self._after = state
        # What was made in this change alone: to look through all that is held took a sixth of it.
        gc.collect(0)

    def forget(self) -> None:
        self._told.clear()

    def told(self, kind: str, first: int) -> Told:
        """Return what is to be digested of a kind, to add records to from number `first` on."""
        # It holds where this change does.
        self._after = None
        return self._told.setdefault(kind, Told(first, Digestible()))

    def take(self, kind: str) -> Told | None:
        """Return what was told of a kind, to be digested now."""
        return self._told.pop(kind, None)

    def close(self) -> None:
        if self._processes:
            self._processes.close()


class _Present(threading.local):
    bulk: Bulk | None = None


_present = _Present()


def present() -> Bulk | None:
    """Return what this thread publishes in bulk, None where it does not."""
    return _present.bulk


def most_undigested(kind: str) -> int:
    """Return how many records of a kind may wait while this thread publishes in bulk."""
    return min(_MOST_LONG, MOST_UNDIGESTED) if kind == "statement" else MOST_UNDIGESTED


@contextmanager
def bulk(processes: int | None = None) -> Iterator[Bulk]:
    """Let this thread publish very many records, with so many other processes or as fit here.

    Garbage is looked for at the end of each change, no more while one is going on.
    """
    if _present.bulk:
        yield _present.bulk
        return
    if processes is None:
        processes = min(_MOST_PROCESSES, (os.cpu_count() or 1) - 1)
    begun = _present.bulk = Bulk(processes)
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield begun
    finally:
        if was_enabled:
            gc.enable()
        _present.bulk = None
        begun.close()
