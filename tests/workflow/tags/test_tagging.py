"""Tags act at once, and it is written down who set them."""

import re

import pytest

from statements import workflow
from statements.catalogue import store
from statements.catalogue.models import Record
from statements.models import Tag, TagChange
from statements.workflow import gatherings
from statements.workflow.tags import tagging


def live_of(kind, slug):
    return store.get(kind, slug).live


class TagTests:
    def test_on_a_draft_nothing_becomes_public(self, draft, contributor):
        workflow.tag(draft.recommendations.all(), by=contributor, add=["shelter"])

        assert not Record.objects.filter(kind="term", ref__startswith="tag/").exists()
        assert [tag.name for tag in draft.recommendations.first().tags.all()] == ["shelter"]

    def test_on_a_live_recommendation_acts_at_once(self, live, campaigner):
        one = live.recommendations.first()

        workflow.tag([one], by=campaigner, add=["Early help"])

        assert live_of("recommendation", one.ref).tags == ("early-help",)
        assert live_of("statement", live.slug).tags == ("early-help",)
        assert live_of("statement", live.slug).recommendations[one.ref].tags == ("early-help",)
        assert store.found_by("statement", "tag", "early-help") == [live.ref]
        assert store.state("term", "tag/early-help") == "live"

    def test_leaves_the_frozen_part_alone(self, live, campaigner):
        before = Record.objects.get(kind="statement", ref=live.ref)

        workflow.tag(live.recommendations.all(), by=campaigner, add=["help"])

        after = Record.objects.get(kind="statement", ref=live.ref)
        assert (after.body, after.version) == (before.body, before.version)

    def test_taken_off_leaves_no_trace_in_public(self, live, campaigner):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["help"])

        workflow.tag(live.recommendations.all(), by=campaigner, remove=["HELP"])

        assert live_of("statement", live.slug).tags == ()
        assert store.state("term", "tag/help") == "never"

    def test_says_who_set_and_who_took_off(self, live, campaigner, editor):
        one = live.recommendations.first()
        workflow.tag([one], by=campaigner, add=["help", "help"])
        workflow.tag([one], by=editor, remove=["help"])

        changes = TagChange.objects.filter(recommendation_ref=one.ref).order_by("pk")

        assert [(change.tag_name, change.added, change.by) for change in changes] == [
            ("help", True, campaigner),
            ("help", False, editor),
        ]

    def test_is_all_or_nothing(self, live, draft, contributor):
        with pytest.raises(workflow.NotAllowed):
            workflow.tag(live.recommendations.all(), by=contributor, add=["help"])

        assert not TagChange.objects.exists()

    def test_an_internal_tag_is_never_compiled(self, live, campaigner):
        Tag.objects.create(name="to check", internal=True)

        workflow.tag(live.recommendations.all(), by=campaigner, add=["to check"])

        assert live_of("statement", live.slug).tags == ()
        assert store.state("term", "tag/to-check") == "never"

    @pytest.mark.parametrize("name", ["é", "保护", "حماية", "!!!", "x" * 100])
    def test_takes_any_script_and_keeps_its_page(self, live, campaigner, client, name):
        workflow.tag(live.recommendations.all(), by=campaigner, add=[name])

        tag = Tag.objects.get(name=name)
        assert re.fullmatch("[a-z0-9-]{1,80}", tag.slug)
        assert client.get(f"/tags/{tag.slug}/").status_code == 200
        assert client.get(f"/statements/{live.slug}/").status_code == 200

    def test_asks_the_database_whether_it_is_live(self, draft, contributor, publisher):
        opened = list(draft.recommendations.select_related("statement"))
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        workflow.publish(draft, by=publisher)

        with pytest.raises(workflow.NotAllowed):
            workflow.tag(opened, by=contributor, add=["late"])


class SaveTagTests:
    def test_a_tag_turned_internal_leaves_the_public(self, live, campaigner):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["help"])
        tag = Tag.objects.get(name="help")
        tag.internal = True

        tagging.save_tag(tag, by=campaigner)

        assert live_of("statement", live.slug).tags == ()
        assert store.state("term", "tag/help") == "never"

    def test_the_tag_of_a_live_campaign_stays_public(self, campaign, campaigner):
        gatherings.publish(campaign, by=campaigner)
        campaign.tag.internal = True

        with pytest.raises(workflow.Refusal, match="campaign gathers"):
            tagging.save_tag(campaign.tag, by=campaigner)

    def test_a_renamed_tag_is_renamed_in_public(self, live, campaigner):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["help"])
        tag = Tag.objects.get(name="help")
        tag.name = "Help for all"

        tagging.save_tag(tag, by=campaigner)

        assert store.get("term", "tag/help").record.labels == {"en": "Help for all"}
