"""A preview knows what would become public along with the statement, as it would be then."""

import datetime as dt

from statements import workflow
from statements.catalogue import store
from statements.models import Series
from statements.workflow import gatherings
from statements.workflow.coming import previewing


class DraftEventTests:
    def test_is_as_it_will_be_with_its_draft_series(self, draft, event, contributor, publisher):
        series = Series(slug="open-debates", title="Open debates")
        gatherings.save(series, by=publisher)
        event.series = series
        gatherings.save(event, by=publisher)
        draft.event = event
        workflow.edit(draft, by=contributor, seen=draft.version)

        beside = previewing.of(draft, on=dt.date(2026, 1, 1), of_scheduled=False).beside
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        workflow.publish(draft, by=publisher, with_event=True)

        found = {one.KIND: one for one in beside}
        published = store.get("event", event.slug).record
        assert (found["event"], published.series) == (published, series.ref)
        assert found["series"] == store.get("series", series.slug).record
