"""Publishing in bulk leaves what publishing one by one does, whoever analysed it."""

import datetime as dt
import gc
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

import pytest
from django.db import connection, transaction

from statements.catalogue import records, search, store
from statements.catalogue.search.words import bulk, digestion, models
from statements.catalogue.search.words.analysed import analyse
from statements.catalogue.search.words.processes import Processes
from tests.catalogue import build

TEXTS = (
    "Shelters for survivors in S/2017/198.",
    "Shelters again, and a helpline.",
    "A helpline for survivors of trafficking.",
    "Shelters, shelters: survivors say so.",
    "العاملون الاجتماعيون والملاجئ",
    "Re-integration of survivors.",
    "A hotline is no helpline.",
    "保护受害者",
)
TABLES: tuple[tuple[type[Any], tuple[str, ...]], ...] = (
    (models.WordCounts, ("id", "counts")),
    (models.Word, ("kind", "word", "n")),
    (models.WordBitmap, ("kind", "word", "chunk", "bitmap", "steps")),
    (models.RareWord, ("kind", "word", "places")),
    (models.Gist, ("id", "words")),
    (models.GistWord, ("kind", "word", "numbers")),
    (models.Digest, ("kind", "mark", "top", "languages")),
)

pytestmark = pytest.mark.django_db


def publish(first: int = 0, last: int = len(TEXTS)) -> None:
    with store.change():
        for number in range(first, last):
            store.put(build.statement(f"said-{number}", text=TEXTS[number]))


def records_of(texts: Sequence[str]) -> list[records.Statement]:
    return [build.statement(f"said-{number}", text=text) for number, text in enumerate(texts)]


def put(given: Sequence[records.Statement], foreseen: Sequence[records.Statement] = ()) -> None:
    with store.change():
        store.put_all(given)
        store.foresee(foreseen)


def withdraw(number: int) -> None:
    day = dt.date(2026, 1, 1)
    stone = records.Tombstone(ref=f"said-{number}", on=day, reason="Harm.", successor="")
    store.withdraw("statement", stone)


def held() -> list[list[tuple[Any, ...]]]:
    """Return all that is kept of words but their places in texts."""
    return [
        [tuple(bytes(one) if isinstance(one, memoryview) else one for one in row) for row in rows]
        for model, names in TABLES
        for rows in [sorted(model.objects.values_list(*names), key=repr)]
    ]


def undone(act: Callable[[], object]) -> list[list[tuple[Any, ...]]]:
    """Return what is held after doing something, digested, and take that back."""
    with transaction.atomic():
        act()
        search.digest()
        found = held()
        transaction.set_rollback(True)
    return found


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digestion, "COMMON", 3)
    monkeypatch.setattr(digestion, "MOST_UNDIGESTED", {"sqlite": 0, "postgresql": 0})
    monkeypatch.setattr(bulk, "MOST_UNDIGESTED", 5)


def nobody_else(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Let no other process come to what is asked; return the numbers asked about, each time."""
    found: list[list[int]] = []

    def noting(_self: Processes, _kind: str, numbered: Any) -> "Future[Any]":
        found.append([number for number, _fields in numbered])
        return Future()

    monkeypatch.setattr(Processes, "submit", noting)
    return found


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many records were read again to be digested, each time that any were."""
    found: list[int] = []
    reading = digestion._read

    def counting(kind: str, low: int, high: int) -> Any:
        of_kind = models.WordCounts.objects.filter(id__gte=low, id__lt=high)
        found.extend([of_kind.count()] if low < high and of_kind.exists() else [])
        return reading(kind, low, high)

    monkeypatch.setattr(digestion, "_read", counting)
    return found


class BulkTests:
    @pytest.mark.parametrize("processes", [0, 1])
    def test_leaves_what_one_change_does(self, processes: int) -> None:
        def several() -> None:
            with store.bulk(processes):
                publish(0, 3)
                publish(3, 4)
                publish(4)

        whole = undone(publish)
        found = undone(several)

        # The gists hang on what was digested before.
        assert found[:4] == whole[:4]
        assert found[-1] == whole[-1]

    def test_analyses_here_what_no_process_has_begun(self, monkeypatch: pytest.MonkeyPatch) -> None:
        here: list[str] = []

        def told(*given: Any, **options: Any) -> Any:
            here.append(given[1])
            return analyse(*given, **options)

        def several() -> None:
            with store.bulk(1):
                publish(0, 4)
                publish(4)

        whole = undone(publish)
        monkeypatch.setattr(bulk, "analyse", told)
        monkeypatch.setattr(bulk, "_PIECE", 1)
        nobody_else(monkeypatch)
        found = undone(several)

        assert here == ["statement"] * len(TEXTS)
        assert found[:4] == whole[:4]
        assert found[-1] == whole[-1]

    def test_analyses_once_what_comes_as_foreseen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = nobody_else(monkeypatch)
        said = records_of(TEXTS)

        def several() -> None:
            with store.bulk(1):
                put(said[:3], foreseen=said[3:])
                put(said[3:])

        found = undone(several)

        assert asked == [[1, 2, 3], [4, 5, 6, 7, 8]]
        assert found[:4] == undone(publish)[:4]

    @pytest.mark.parametrize(
        "foreseen",
        [[5, 6, 7], [3, 4, 6, 5, 7], [3, 4], [3, 4, 5, 6, 7, 0], [4, 5, 6, 7]],
        ids=["none", "two changed over", "too few", "one too many", "one too few"],
    )
    def test_analyses_anew_what_comes_otherwise(
        self, foreseen: list[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        nobody_else(monkeypatch)
        said = records_of(TEXTS)

        def several() -> None:
            with store.bulk(1):
                put(said[:3], foreseen=[said[number] for number in foreseen])
                put(said[3:])

        found = undone(several)

        assert found[:4] == undone(publish)[:4]

    def test_drops_what_was_foreseen_of_a_change_that_is_taken_back(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        nobody_else(monkeypatch)
        said = records_of(TEXTS)

        def several() -> None:
            with store.bulk(1):
                with transaction.atomic():
                    put(said[4:6], foreseen=said)
                    transaction.set_rollback(True)
                put(said)

        assert undone(several)[:4] == undone(publish)[:4]

    def test_looks_for_garbage_after_each_change(self, monkeypatch: pytest.MonkeyPatch) -> None:
        looked: list[int] = []
        was_enabled = gc.isenabled()
        monkeypatch.setattr(gc, "collect", looked.append)

        with store.bulk(0):
            publish(0, 3)
            is_looked_for_within = gc.isenabled()
            publish(3)

        assert (is_looked_for_within, gc.isenabled()) == (False, was_enabled)
        assert looked == [0, 0]

    def test_reads_nothing_again(self, read: list[int]) -> None:
        with store.bulk(0):
            publish(0, 3)
            publish(3, 6)
            publish(6)

        assert read == []
        assert models.Digest.objects.get(kind="statement").mark == 9

    def test_digests_together_what_changes_wrote(self, monkeypatch: pytest.MonkeyPatch) -> None:
        digested = []
        digest = digestion._digest

        def counting(kind: str, high: int, told: Any) -> None:
            digested.append(high)
            digest(kind, high, told)

        monkeypatch.setattr(digestion, "_digest", counting)

        with store.bulk(0):
            for number in range(7):
                publish(number, number + 1)

        assert digested == [6, 8]

    def test_reads_what_another_wrote_in_between(self, read: list[int]) -> None:
        def several() -> None:
            with store.bulk(0):
                publish(0, 3)
                with pytest.MonkeyPatch.context() as another:
                    another.setattr(bulk._present, "bulk", None)
                    another.setattr(digestion, "MOST_UNDIGESTED", {connection.vendor: 100})
                    publish(3, 4)
                publish(4)

        found = undone(several)

        assert read == [4]
        assert found[:4] == undone(publish)[:4]

    def test_forgets_what_is_withdrawn(self) -> None:
        def one_by_one() -> None:
            publish(0, 3)
            withdraw(1)
            publish(3)

        def several() -> None:
            with store.bulk(0):
                publish(0, 3)
                withdraw(1)
                publish(3)

        whole = undone(one_by_one)
        found = undone(several)

        assert found[:4] == whole[:4]

    def test_forgets_what_was_taken_back(self) -> None:
        def taken_back() -> None:
            with transaction.atomic():
                publish(2, 5)
                transaction.set_rollback(True)

        def several() -> None:
            with store.bulk(0):
                publish(0, 2)
                taken_back()
                publish(2)

        whole = undone(publish)
        found = undone(several)

        assert found[:4] == whole[:4]

    def test_counts_the_last_version_alone_of_what_one_change_wrote_twice(self) -> None:
        def twice() -> None:
            with store.change():
                store.put(build.statement("said-0", text="Something else."))
                publish()

        def several() -> None:
            with store.bulk(1):
                twice()

        assert undone(several)[:4] == undone(twice)[:4]
