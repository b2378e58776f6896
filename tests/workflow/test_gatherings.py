"""Events and campaigns on their own way to the public."""

import pytest

from statements import workflow
from statements.catalogue import store
from statements.models import Publication
from statements.workflow import gatherings


class EventTests:
    def test_is_not_public_until_published(self, event, publisher):
        assert store.state("event", event.ref) == "never"

        gatherings.publish(event, by=publisher)

        assert store.get("event", event.slug).record.title == "Open debate"
        assert store.state("actor", event.host.ref) == "live"
        assert Publication.objects.about("event", event.ref).count() == 1

    def test_an_edit_waits_for_the_next_publication(self, event, publisher):
        gatherings.publish(event, by=publisher)
        event.title = "Another title"

        gatherings.save(event, by=publisher)

        assert store.get("event", event.slug).record.title == "Open debate"

    def test_withdrawn_leaves_a_tombstone_and_its_host_goes(self, event, publisher):
        gatherings.publish(event, by=publisher)

        gatherings.withdraw(event, by=publisher, reason="It never took place.")

        with pytest.raises(store.Withdrawn) as withdrawn:
            store.get("event", event.slug)
        assert withdrawn.value.tombstone.reason == "It never took place."
        assert store.state("actor", event.host.ref) == "never"

    def test_withdrawing_needs_a_reason_and_something_public(self, event, publisher):
        with pytest.raises(workflow.ReasonOwed):
            gatherings.withdraw(event, by=publisher, reason="")
        with pytest.raises(workflow.WrongStage):
            gatherings.withdraw(event, by=publisher, reason="It never took place.")

    def test_of_two_who_saw_one_version_one_wins(self, event, editor, publisher):
        gatherings.save(event, by=editor, seen=1)

        with pytest.raises(workflow.Conflict, match="editor"):
            gatherings.save(event, by=publisher, seen=1)


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


class CampaignTests:
    def test_gathers_the_recommendations_with_its_tag(self, campaign, live, campaigner):
        one = live.recommendations.first()
        workflow.tag([one], by=campaigner, add=["shelter for all"])

        gatherings.publish(campaign, by=campaigner)

        assert store.found_by("recommendation", "campaign", campaign.ref) == [one.ref]
        assert store.found_by("statement", "campaign", campaign.ref) == [live.ref]

    def test_gathers_what_is_tagged_later(self, campaign, live, campaigner):
        gatherings.publish(campaign, by=campaigner)
        one = live.recommendations.first()

        workflow.tag([one], by=campaigner, add=["shelter for all"])

        assert store.found_by("recommendation", "campaign", campaign.ref) == [one.ref]

    def test_withdrawn_gathers_nothing(self, campaign, live, campaigner):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["shelter for all"])
        gatherings.publish(campaign, by=campaigner)

        gatherings.withdraw(campaign, by=campaigner, reason="It is won.")

        assert store.found_by("recommendation", "campaign", campaign.ref) == []
        assert store.get("statement", live.slug).live.campaigns == ()

    def test_a_draft_campaign_is_not_compiled(self, campaign, live, campaigner):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["shelter for all"])

        assert store.get("statement", live.slug).live.campaigns == ()
