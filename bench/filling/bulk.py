"""Publish a corpus through the door, in batches; killed and run again, it goes on."""

import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from bench.corpus import cast, sheets, writing
from bench.filling.bar import Bar
from statements.catalogue import store
from statements.catalogue.models import Record
from statements.workflow import door

BATCH = 1_000
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
    for first in range(published + 1, wanted + 1, batch):
        started = time.perf_counter()
        chosen = [all_sheets.sheet(n) for n in range(first, min(first + batch, wanted + 1))]
        written = [writer.record(sheet) for sheet in chosen]
        at_door, cpu = time.perf_counter(), time.process_time()
        door.put_statements(written)
        filled.door_cpu += time.process_time() - cpu
        filled.writing += at_door - started
        filled.door += time.perf_counter() - at_door
        filled.put += len(written)
        filled.statements += len(written)
        filled.memory_first = filled.memory_first or memory()
        told = f"{filled.rate:,.0f} a second, {memory() / 2**20:,.0f} MB"
        bar.progress(filled.statements, wanted, told)
    filled.memory_peak = memory()
    _tag(all_sheets, writer, wanted, bar)
    bar.say("")
    return filled


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
