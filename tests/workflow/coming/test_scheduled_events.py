"""The event that becomes public with a statement at its hour: the one that was meant, by right."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from statements import workflow
from statements.catalogue import store
from statements.models import Event, Scheduled
from statements.workflow import gatherings
from tests.cast import person


@pytest.fixture
def hour():
    return timezone.now() + dt.timedelta(days=3)


@pytest.fixture
def make_event(publisher):
    def make(slug: str) -> Event:
        event = Event(slug=slug, title=slug.title(), kind="launch")
        gatherings.save(event, by=publisher)
        return event

    return make


@pytest.fixture
def held(draft, make_event, contributor, publisher):
    """The draft event of an approved statement."""
    event = make_event("debate")
    draft.event = event
    workflow.edit(draft, by=contributor, seen=draft.version)
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)
    return event


class ScheduledEventTests:
    def test_is_the_one_of_the_approved_version(
        self, held, make_event, draft, contributor, publisher, hour
    ):
        secret = make_event("secret")
        workflow.schedule(draft, by=publisher, at=hour, with_event=True)
        draft.refresh_from_db()
        draft.event = secret
        workflow.edit(draft, by=contributor, seen=draft.version)

        workflow.publish_due(now=hour)

        assert store.state("event", secret.ref) == "never"
        assert store.get("statement", draft.slug).record.event == held.ref

    def test_needs_the_right_to_publish_events(self, held, draft, hour):
        by = person("of-statements-alone")
        by.user_permissions.add(Permission.objects.get(codename="publish_statement"))

        with pytest.raises(workflow.NotAllowed, match="You may not publish the event"):
            workflow.schedule(draft, by=by, at=hour, with_event=True)

        assert not Scheduled.objects.exists()
