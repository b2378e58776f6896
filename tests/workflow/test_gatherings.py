"""Events and campaigns on their own way to the public."""

import pytest

from statements import workflow
from statements.catalogue import store
from statements.catalogue.models import Record, Redirect
from statements.models import Campaign, Event, Publication, Tag, Transition
from statements.workflow import gatherings
from statements.workflow.tags import tagging


def verbs(noun, person):
    return [move.verb for move in gatherings.moves(noun, person)]


class MovesTests:
    def test_are_those_of_where_it_stands(self, event, publisher):
        found = [verbs(event, publisher)]
        gatherings.publish(event, by=publisher)
        found.append(verbs(event, publisher))
        gatherings.save(event, by=publisher)
        found.append(verbs(event, publisher))
        gatherings.withdraw(event, by=publisher, reason="It never took place.")
        found.append(verbs(event, publisher))

        assert found == [["publish"], ["withdraw"], ["publish", "withdraw"], ["publish"]]

    def test_are_none_without_the_right(self, event, campaign, editor):
        assert verbs(event, editor) == verbs(campaign, editor) == []

    def test_owe_a_reason_for_all_but_a_first_publication(self, event, publisher):
        publish, withdraw = gatherings.MOVES["publish"], gatherings.MOVES["withdraw"]

        owed = [publish.owes(event)]
        gatherings.publish(event, by=publisher)
        owed.append(withdraw.owes(event))
        gatherings.withdraw(event, by=publisher, reason="It never took place.")
        owed.append(publish.owes(event))

        assert owed == [False, True, True]


class SaveTests:
    @pytest.mark.parametrize("kind", ["event", "campaign"])
    def test_needs_the_right_to_change(self, kind, request, contributor):
        noun = request.getfixturevalue(kind)
        noun.title = "Not mine"

        with pytest.raises(workflow.NotAllowed):
            gatherings.save(noun, by=contributor)

    @pytest.mark.parametrize("model", [Event, Campaign])
    def test_needs_the_right_to_add(self, model, stranger):
        with pytest.raises(workflow.NotAllowed):
            gatherings.save(model(slug="new", title="New"), by=stranger)

    def test_with_an_old_row_does_not_undo_a_withdrawal(self, event, editor, publisher):
        gatherings.publish(event, by=publisher)
        old = Event.objects.get()
        gatherings.withdraw(event, by=publisher, reason="It never took place.")

        gatherings.save(old, by=editor)

        assert Event.objects.get().public == old.public == "withdrawn"


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
        with pytest.raises(workflow.WrongStage):
            gatherings.withdraw(event, by=publisher, reason="It never took place.")
        gatherings.publish(event, by=publisher)
        with pytest.raises(workflow.ReasonOwed):
            gatherings.withdraw(event, by=publisher, reason=" ")

    def test_published_again_owes_a_reason_that_is_kept(self, event, publisher):
        gatherings.publish(event, by=publisher)
        gatherings.withdraw(event, by=publisher, reason="It never took place.")

        with pytest.raises(workflow.ReasonOwed):
            gatherings.publish(event, by=publisher)
        gatherings.publish(event, by=publisher, reason="It did.")

        assert store.get("event", event.slug).record.title == "Open debate"
        assert Transition.objects.about("event", event.ref)[0].reason == "It did."

    def test_is_not_published_twice_as_it_stands(self, event, publisher):
        gatherings.publish(event, by=publisher)

        with pytest.raises(workflow.WrongStage):
            gatherings.publish(event, by=publisher)

    @pytest.mark.parametrize("verb", ["publish", "withdraw"])
    def test_moves_only_as_the_person_saw_it(self, event, editor, publisher, verb):
        if verb == "withdraw":
            gatherings.publish(event, by=publisher)
        seen = Event.objects.get()
        event.title = "Another title"
        gatherings.save(event, by=editor)

        with pytest.raises(workflow.Conflict, match="editor"):
            getattr(gatherings, verb)(seen, by=publisher, reason="A reason.")

        assert Event.objects.get().public == ("live" if verb == "withdraw" else "never")

    def test_goes_out_as_its_row_says(self, event, publisher):
        event.title = "Never saved"

        gatherings.publish(event, by=publisher)

        assert store.get("event", event.slug).record.title == "Open debate"

    def test_is_refused_at_the_address_of_another_that_was_public(self, event, publisher):
        gatherings.publish(event, by=publisher)
        event.slug = "moved"
        gatherings.save(event, by=publisher)
        gatherings.publish(event, by=publisher)
        other = Event(slug="open-debate-2017", title="Another", kind="launch")
        gatherings.save(other, by=publisher)

        with pytest.raises(workflow.Refusal, match="“open-debate-2017” belonged to another"):
            gatherings.publish(other, by=publisher)

    def test_is_refused_with_a_host_whose_address_was_anothers(self, event, publisher):
        Redirect.objects.create(kind="actor", slug="security-council", ref="another")

        with pytest.raises(workflow.Refusal, match="“security-council” belonged to another"):
            gatherings.publish(event, by=publisher)

        assert not Record.objects.filter(kind="event").exists()

    def test_of_two_who_saw_one_version_one_wins(self, event, editor, publisher):
        gatherings.save(event, by=editor, seen=1)

        with pytest.raises(workflow.Conflict, match="editor"):
            gatherings.save(event, by=publisher, seen=1)


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

    def test_is_refused_with_an_internal_tag(self, campaign, live, campaigner):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["shelter for all"])
        tag = Tag.objects.get(name="shelter for all")
        tag.internal = True
        tagging.save_tag(tag, by=campaigner)

        with pytest.raises(workflow.Refusal, match="“shelter for all” is internal"):
            gatherings.publish(campaign, by=campaigner)

        assert store.state("campaign", campaign.ref) == "never"
        assert store.state("term", f"tag/{tag.slug}") == "never"

    def test_with_another_tag_gathers_what_carries_that(self, campaign, live, campaigner):
        first, second = live.recommendations.all()
        workflow.tag([first], by=campaigner, add=["shelter for all"])
        workflow.tag([second], by=campaigner, add=["data"])
        gatherings.publish(campaign, by=campaigner)
        campaign.tag = Tag.objects.get(name="data")
        gatherings.save(campaign, by=campaigner)

        gatherings.publish(campaign, by=campaigner)

        assert store.found_by("recommendation", "campaign", campaign.ref) == [second.ref]

    def test_a_draft_campaign_is_not_compiled(self, campaign, live, campaigner):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["shelter for all"])

        assert store.get("statement", live.slug).live.campaigns == ()
