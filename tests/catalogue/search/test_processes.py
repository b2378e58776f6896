"""The processes that analyse words for whoever publishes in bulk."""

import pytest
from django.db import transaction

from statements.catalogue import store
from statements.catalogue.search.words import models
from statements.catalogue.search.words.processes import Processes
from tests.catalogue import build

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

    def test_are_not_started_for_nothing(self) -> None:
        processes = Processes(2)

        processes.close()

        assert processes._started == []
