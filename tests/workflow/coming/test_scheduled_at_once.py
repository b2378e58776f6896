"""Several workers at the hour, and a person who thinks better of it at that very moment."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from statements import workflow
from statements.catalogue import store
from statements.models import Publication, Statement
from tests.workflow.people import at_once, refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="SQLite's test database is in memory, for one connection: PostgreSQL is needed",
    ),
]

LATER = timezone.now() + dt.timedelta(days=2)


@pytest.fixture
def waiting(draft, contributor, publisher):
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)
    workflow.schedule(draft, by=publisher, at=timezone.now() + dt.timedelta(days=1))
    return draft


def publish() -> object:
    return workflow.publish_due(now=LATER)


class HourTests:
    def test_is_kept_by_one_of_two_workers(self, waiting):
        outcome = at_once(publish, publish)

        assert refused(outcome) == []
        assert Publication.objects.about("statement", waiting.ref).count() == 1

    @pytest.mark.parametrize("first", ["worker", "person"])
    def test_is_kept_or_given_up_but_never_both(self, waiting, publisher, first):
        mine = Statement.objects.get(pk=waiting.pk)

        def stop() -> None:
            workflow.unschedule(mine, by=publisher)

        outcome = at_once(publish, stop) if first == "worker" else at_once(stop, publish)

        is_live = store.state("statement", waiting.ref) == "live"
        assert refused(outcome) == ([workflow.WrongStage] if first == "worker" else [])
        assert is_live == (first == "worker")
        assert Statement.objects.get().publish_at is None
