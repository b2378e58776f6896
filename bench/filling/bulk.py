"""Publish a corpus through the door, in batches; killed and run again, it goes on."""

import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from bench.corpus import cast, sheets, writing
from bench.filling.bar import Bar
from statements.catalogue import sql, store
from statements.catalogue.models import Record
from statements.workflow import door

BATCH = 1_000
# So many batches are put one after the other; of a batch alone nothing could be analysed ahead.
ROUND = 5
# The sheets whose recommendations are tagged after they were published: one of so many.
TAGGED = 20


@dataclass(slots=True)
class Filled:
    """What came of it: statements now there and put this time; seconds by what they went to."""

    statements: int = 0
    put: int = 0
    writing: float = 0.0
    door: float = 0.0
    door_cpu: float = 0.0
    memory_first: int = 0
    memory_peak: int = 0

    @property
    def rate(self) -> float:
        """Statements a second at the door, the writing of them left out."""
        return self.put / self.door if self.door else 0.0


def memory() -> int:
    """Return the most bytes that this process ever held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def fill(all_sheets: sheets.Sheets, wanted: int, bar: Bar, batch: int = BATCH) -> Filled:
    """Publish statements until so many are there; those that are stay untouched."""
    cast.make(all_sheets, wanted, bar.say)
    published = there()
    filled = Filled(statements=published)
    writer = writing.Writer(all_sheets, cast.states())
    with ExitStack() as left:
        left.enter_context(door.bulk())
        for some in _groups(range(published + 1, wanted + 1), ROUND * batch):
            started = time.perf_counter()
            # All texts of a round, before the clock of the door starts: none is made meanwhile.
            written = [writer.record(all_sheets.sheet(n)) for n in some]
            filled.writing += time.perf_counter() - started
            with _timed(filled):
                for put in door.put_batches(sql.batched(written, batch)):
                    filled.put += len(put)
                    filled.statements += len(put)
            filled.memory_first = filled.memory_first or memory()
            told = f"{filled.rate:,.0f} a second, {memory() / 2**20:,.0f} MB"
            bar.progress(filled.statements, wanted, told)
        with _timed(filled):
            left.close()
    filled.memory_peak = memory()
    _tag(all_sheets, writer, wanted, bar)
    bar.say("")
    return filled


@contextmanager
def _timed(filled: Filled) -> Iterator[None]:
    """Add the time at the door, and that of processors: of processes that ended as well."""
    started, before = time.perf_counter(), os.times()
    yield
    filled.door += time.perf_counter() - started
    filled.door_cpu += sum(os.times()[:4]) - sum(before[:4])


def there() -> int:
    """Return how many statements are published."""
    return int(Record.objects.live().filter(kind="statement", ref__startswith="s0").count())


def _tag(all_sheets: sheets.Sheets, writer: writing.Writer, wanted: int, bar: Bar) -> None:
    """Give the recommendations of some statements their tags; done again, nothing changes."""
    for group in _groups(range(TAGGED, wanted + 1, TAGGED), 50):
        with store.change():
            for n in group:
                sheet = all_sheets.sheet(n)
                if any(ask.tags for ask in sheet.asks):
                    door.put_live(writing.statement_ref(n), writer.live(sheet))
        bar.say(f"tags: {group[-1]:,} of {wanted:,}")


def _groups(numbers: range, size: int) -> Iterator[range]:
    return (numbers[first : first + size] for first in range(0, len(numbers), size))
