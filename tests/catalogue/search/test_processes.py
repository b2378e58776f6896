"""The processes that analyse words for whoever publishes in bulk."""

import fcntl

import pytest
from django.db import transaction

from statements.catalogue import store
from statements.catalogue.search.words import models
from statements.catalogue.search.words.fields import Fields, Words
from statements.catalogue.search.words.processes import Processes
from tests.catalogue import build

# The number of a command that no system has.
WIDEN = -1

pytestmark = pytest.mark.django_db


class ProcessesTests:
    @pytest.fixture
    def ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A machine on which no such process can live."""
        monkeypatch.setattr("statements.catalogue.search.words.processes._PROGRAM", "pass")

    @pytest.mark.usefixtures("ended")
    def test_that_ended_let_nothing_be_published(self) -> None:
        with pytest.raises((OSError, EOFError)), store.bulk(1), transaction.atomic():
            store.put(build.statement("said-0"))

        assert not models.WordCounts.objects.exists()
        assert store.state("statement", "said-0") == "never"

    @staticmethod
    def _answered(processes: Processes) -> list[tuple[int, str]]:
        asked = Fields((), (), (Words("Shelters", "en"),), ("en",))
        found = processes.submit("statement", [(1, asked)]).result().counts
        processes.close()
        return found

    @pytest.mark.parametrize("forbidden", [False, True])
    def test_answer_through_wide_pipes_or_through_those_there_are(
        self, forbidden: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[tuple[int, int]] = []

        def widen(_pipe: object, command: int, size: int) -> None:
            asked.append((command, size))
            if forbidden:
                raise PermissionError

        monkeypatch.setattr(fcntl, "F_SETPIPE_SZ", WIDEN, raising=False)
        monkeypatch.setattr(fcntl, "fcntl", widen)

        [(_row, counts)] = self._answered(Processes(1))

        assert "shelter" in counts
        assert asked == [(WIDEN, 1 << 20)] * 2

    def test_are_not_started_for_nothing(self) -> None:
        processes = Processes(2)

        processes.close()

        assert processes._started == []
