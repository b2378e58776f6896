"""A statement carries its event while the public may read both."""

import pytest

from statements import workflow
from statements.catalogue import store
from statements.models import Publication
from statements.workflow import gatherings


class EventOfAStatementTests:
    def publish(self, draft, contributor, publisher, **options):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        workflow.publish(draft, by=publisher, **options)
        return store.get("statement", draft.slug).record

    def test_a_draft_event_is_not_carried(self, draft, event, contributor, publisher):
        draft.event = event
        draft.save()

        record = self.publish(draft, contributor, publisher)

        assert record.event is None
        assert store.state("event", event.ref) == "never"

    def test_goes_public_with_its_statement_when_asked(self, draft, event, contributor, publisher):
        draft.event = event
        draft.save()

        record = self.publish(draft, contributor, publisher, with_event=True)

        assert record.event == event.ref
        assert store.state("event", event.ref) == "live"

    @pytest.fixture
    def statement(self, draft, event, contributor, publisher):
        draft.event = event
        draft.save()
        self.publish(draft, contributor, publisher)
        return draft

    def test_is_carried_once_it_goes_public_after_its_statement(self, statement, event, publisher):
        gatherings.publish(event, by=publisher)

        record = store.get("statement", statement.slug).record
        last = Publication.objects.about("statement", statement.ref)[0]
        assert record.event == event.ref
        assert {one.event for one in record.recommendations} == {event.ref}
        assert store.found_by("statement", "event", event.ref) == [statement.ref]
        assert len(store.found_by("recommendation", "event", event.ref)) == 2
        assert (last.version, event.ref in last.record) == (statement.version, True)

    def test_does_not_take_tags_from_its_statements(self, statement, event, publisher):
        workflow.tag(statement.recommendations.all(), by=publisher, add=["help"])

        gatherings.publish(event, by=publisher)

        assert store.get("statement", statement.slug).live.tags == ("help",)

    def test_is_not_carried_by_what_nobody_approved(self, statement, event, contributor, publisher):
        statement.title = "Not approved"
        workflow.edit(statement, by=contributor, seen=1)

        gatherings.publish(event, by=publisher)

        record = store.get("statement", statement.slug).record
        assert (record.title, record.event) == ("Iraq on shelter", None)

    def test_is_not_carried_by_what_was_withdrawn(self, statement, event, publisher):
        workflow.withdraw(statement, by=publisher, reason="Wrong text.")

        gatherings.publish(event, by=publisher)

        assert store.state("statement", statement.ref) == "withdrawn"

    def test_leaves_its_statements_alone_when_it_is_only_changed(self, statement, event, publisher):
        gatherings.publish(event, by=publisher)
        gatherings.save(event, by=publisher)
        kept = Publication.objects.about("statement", statement.ref).count()

        gatherings.publish(event, by=publisher)

        assert Publication.objects.about("statement", statement.ref).count() == kept

    def test_withdrawn_stays_so_when_a_statement_is_published(
        self, draft, event, contributor, publisher
    ):
        gatherings.publish(event, by=publisher)
        gatherings.withdraw(event, by=publisher, reason="It never took place.")
        draft.event = event
        draft.save()

        record = self.publish(draft, contributor, publisher, with_event=True)

        assert record.event is None
        assert store.state("event", event.ref) == "withdrawn"
