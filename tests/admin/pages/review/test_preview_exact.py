"""A preview shows the event as the public will read it, and ends where the text does harm."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from statements import workflow
from statements.models import Event
from statements.workflow import gatherings
from statements.workflow.coming import previewing
from tests.admin.pages.review.test_preview import main
from tests.cast import DATA


@pytest.fixture
def of_event(draft, contributor, publisher):
    """The draft, of an event that is not public."""
    event = Event(slug="debate", title="The debate", kind="launch")
    gatherings.save(event, by=publisher)
    draft.event = event
    workflow.edit(draft, by=contributor, seen=draft.version)
    return draft


@pytest.fixture
def seen(at_desk, contributor, draft):
    address = f"/admin/statements/statement/{draft.pk}/preview/"
    return lambda: main(at_desk(contributor).get(address))


class EventTests:
    def test_is_shown_where_it_goes_along_at_the_hour(
        self, client, seen, of_event, contributor, publisher
    ):
        hour = timezone.now() + dt.timedelta(days=3)
        workflow.submit(of_event, by=contributor)
        workflow.approve(of_event, by=publisher)
        workflow.schedule(of_event, by=publisher, at=hour, with_event=True)
        before = seen()

        workflow.publish_due(now=hour)

        assert "The debate" in before
        assert before == main(client.get("/statements/iraq-on-shelter/"))

    def test_is_shown_as_published_where_it_was_edited_since(self, seen, of_event, publisher):
        event = of_event.event
        gatherings.publish(event, by=publisher)
        event.title = "A title that nobody published"
        gatherings.save(event, by=publisher)

        shown = seen()

        assert "The debate" in shown
        assert "A title that nobody published" not in shown


class WithdrawnTests:
    def test_ends_its_links(self, live, contributor, publisher):
        live.title = "Another title"
        workflow.edit(live, by=contributor, seen=live.version)
        link = previewing.share(live, by=contributor, for_whom="A", now=timezone.now())
        address = f"/admin/preview/{previewing.token(link)}/"
        before = Client().get(address)

        workflow.withdraw(live, by=publisher, reason="It harms somebody.")

        after = Client().get(address)
        assert (before.status_code, after.status_code) == (200, 410)
        assert DATA not in after.content.decode()
