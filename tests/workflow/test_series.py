"""An event carries its series while the public may read both."""

import pytest

from statements import workflow
from statements.catalogue import rebuild, store
from statements.models import Event, Publication, Series
from statements.workflow import gatherings


@pytest.fixture
def series(event, publisher) -> Series:
    """A draft, of the open debate."""
    held = Series(slug="open-debates", title="Open debates")
    gatherings.save(held, by=publisher)
    event.series = held
    gatherings.save(event, by=publisher)
    return held


def carried(event: Event) -> str | None:
    series: str | None = store.get("event", event.slug).record.series
    return series


class SeriesTests:
    def test_is_not_carried_while_it_is_a_draft(self, event, series, publisher):
        gatherings.publish(event, by=publisher)

        assert carried(event) is None
        assert store.state("series", series.ref) == "never"

    def test_is_carried_once_it_is_public(self, event, series, publisher):
        gatherings.publish(event, by=publisher)

        gatherings.publish(series, by=publisher)

        last = Publication.objects.about("event", event.ref)[0]
        assert carried(event) == series.ref
        assert store.found_by("event", "series", series.ref) == [event.ref]
        assert series.ref in last.record

    def test_is_not_carried_by_what_was_changed_since(self, event, series, publisher):
        gatherings.publish(event, by=publisher)
        event.title = "Not published"
        gatherings.save(event, by=publisher)

        gatherings.publish(series, by=publisher)

        assert carried(event) is None
        assert store.get("event", event.slug).record.title == "Open debate"

    def test_withdrawn_is_taken_out_and_nothing_else_is_changed(self, event, series, publisher):
        gatherings.publish(series, by=publisher)
        gatherings.publish(event, by=publisher)
        event.title = "Not published"
        gatherings.save(event, by=publisher)

        gatherings.withdraw(series, by=publisher, reason="No such series.")

        assert carried(event) is None
        assert store.get("event", event.slug).record.title == "Open debate"
        assert rebuild.rebuild().differences == []

    def test_is_published_by_publishers_alone(self, series, editor):
        with pytest.raises(workflow.NotAllowed):
            gatherings.publish(series, by=editor)


class WithAStatementTests:
    @pytest.fixture
    def approved(self, draft, event, series, contributor, publisher):
        draft.event = event
        workflow.edit(draft, by=contributor, seen=draft.version)
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        return draft

    def test_goes_public_with_its_event(self, approved, event, series, publisher):
        workflow.publish(approved, by=publisher, with_event=True)

        assert store.get("statement", approved.slug).record.event == event.ref
        assert carried(event) == series.ref

    def test_goes_public_where_the_event_is_already(self, approved, event, series, publisher):
        gatherings.publish(event, by=publisher)

        workflow.publish(approved, by=publisher, with_event=True)

        assert carried(event) == series.ref

    def test_stays_a_draft_where_nobody_asks(self, approved, event, series, publisher):
        workflow.publish(approved, by=publisher)

        assert store.state("series", series.ref) == "never"
        assert store.state("event", event.ref) == "never"

    def test_is_offered_with_its_statement(self, approved, event, series, publisher, client):
        client.force_login(publisher)
        address = f"/admin/statements/statement/{approved.pk}/move/publish/"

        both = client.get(address).content.decode()
        gatherings.publish(event, by=publisher)
        one = client.get(address).content.decode()

        assert "the event “Open debate” and its series “Open debates” too" in both
        assert "the series “Open debates” of its event too" in one

    def test_is_told_where_its_event_is_published(self, event, series, publisher, client):
        client.force_login(publisher)

        page = client.get(f"/admin/statements/event/{event.pk}/move/publish/").content.decode()

        assert "Its series “Open debates” is not public" in page
