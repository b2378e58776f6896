"""Very many statements at the door, batch after batch."""

from collections import Counter
from concurrent.futures import Future
from typing import Any

import pytest

from statements.catalogue import records, store
from statements.catalogue.search.words.processes import Processes
from statements.workflow import door
from tests.catalogue import build

pytestmark = pytest.mark.django_db


def with_recommendations(ref: str) -> records.Statement:
    parts = tuple(
        build.recommendation(f"{ref}-{number}", statement=ref, number=number) for number in (1, 2)
    )
    return build.statement(ref, voices=(), recommendations=parts)


class BatchesTests:
    @pytest.mark.parametrize("size", [1, 2, 5])
    def test_are_each_public_once_they_are_told(self, size: int) -> None:
        said = [build.statement(f"said-{number}", voices=()) for number in range(5)]
        batches = [said[first : first + size] for first in range(0, 5, size)]

        with door.bulk(0):
            for told, batch in zip(door.put_batches(batches), batches, strict=True):
                public = store.live("statement", [one.ref for one in said])

                assert told == batch
                assert public >= {one.ref for one in batch}

        assert store.live("statement", [one.ref for one in said]) == {one.ref for one in said}

    def test_are_analysed_once_and_one_batch_ahead(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[tuple[str, int]] = []

        def noting(_self: Processes, kind: str, numbered: Any) -> "Future[Any]":
            asked.extend((kind, number) for number, _fields in numbered)
            return Future()  # nobody comes to it, so this process does

        monkeypatch.setattr(Processes, "submit", noting)
        said = [with_recommendations(f"said-{number}") for number in range(6)]
        ahead = []

        with door.bulk(1):
            for _told in door.put_batches([said[:2], said[2:4], said[4:]]):
                ahead.append(Counter(kind for kind, _number in asked))

        assert ahead[0] == {"statement": 4, "recommendation": 8}
        assert ahead[1] == ahead[2] == {"statement": 6, "recommendation": 12}
        assert len(asked) == len({*asked})

    def test_may_be_none(self) -> None:
        assert [*door.put_batches([])] == []
