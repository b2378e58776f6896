"""Tags that mean the same are offered as such, merged, and found by their former names."""

import pytest

from statements import workflow
from statements.catalogue import store
from statements.models import Campaign, Recommendation, Tag, TagAlias, TagChange
from statements.workflow import gatherings
from statements.workflow.tags import tag_merging, tag_names, tagging
from statements.workflow.tags.tag_names import Counted


@pytest.fixture
def two(live, campaigner):
    """“shelters” on one recommendation, “shelter” on the other; both public."""
    one, other = live.recommendations.all()
    workflow.tag([one], by=campaigner, add=["shelters"])
    workflow.tag([other], by=campaigner, add=["shelter"])
    return Tag.objects.get(name="shelters"), Tag.objects.get(name="shelter")


class AlikeTests:
    @pytest.mark.parametrize(
        ("typed", "held"),
        [
            ("shelters", "shelter"),
            ("Shelters", "shelter"),
            ("safe shelters", "Shelter, safe"),
            ("forced labor", "forced labour"),
            ("child-victims", "Child victims"),
            ("traficking", "trafficking"),
            ("Élan", "elan"),
            ("الضحايا", "ضحايا"),
            ("保护", "保 护"),
        ],
    )
    def test_are_offered(self, typed, held):
        assert tag_names.alike(typed, [Counted(held, 12)]) == [Counted(held, 12)]

    @pytest.mark.parametrize(
        ("typed", "held"),
        [
            ("shelter", "data"),
            ("2016", "2017"),
            ("COP 21", "COP 22"),
            ("men", "sea"),
            ("women", "children"),
            ("safe shelter", "shelter"),
        ],
    )
    def test_are_not_offered_where_the_words_differ(self, typed, held):
        assert tag_names.alike(typed, [Counted(held, 12)]) == []

    def test_are_the_most_carried_of_the_same_words_first(self):
        tags = [Counted("sheltr", 90), Counted("sheltered", 2), Counted("shelters", 7)]

        found = tag_names.alike("shelter", tags)

        assert [one.name for one in found] == ["shelters", "sheltered", "sheltr"]


class RenameTests:
    def test_keeps_the_address_and_the_former_name(self, two, live, campaigner, client):
        plural, _single = two
        plural.name = "Safe houses"
        tagging.save_tag(plural, by=campaigner)

        workflow.tag(live.recommendations.all(), by=campaigner, add=["shelters"])

        assert client.get("/tags/shelters/").status_code == 200
        assert "Safe houses" in client.get("/tags/shelters/").content.decode()
        assert Tag.objects.count() == 2

    def test_leaves_the_former_name_to_who_takes_it(self, two, campaigner):
        plural, _single = two
        plural.name = "Safe houses"
        tagging.save_tag(plural, by=campaigner)

        tagging.save_tag(Tag(name="shelters"), by=campaigner)

        assert Tag.objects.get(name="shelters").slug == "shelters-1"
        assert not TagAlias.objects.exists()


class MergeTests:
    def test_moves_what_carried_it(self, two, live, campaigner):
        plural, single = two

        tag_merging.merge(plural, into=single, by=campaigner)

        assert {tuple(one.tags.names()) for one in live.recommendations.all()} == {("shelter",)}
        assert store.get("statement", live.slug).live.tags == ("shelter",)
        assert not Tag.objects.filter(name="shelters").exists()
        assert TagChange.objects.filter(tag_name="shelters", added=False).count() == 1

    def test_lets_the_old_addresses_lead_to_the_new(self, two, campaigner, client):
        plural, single = two

        tag_merging.merge(plural, into=single, by=campaigner)

        page, listed = client.get("/tags/shelters/"), client.get("/recommendations/?tag=shelters")
        assert (page.status_code, page["Location"]) == (301, "/tags/shelter/")
        assert listed["Location"].endswith("/recommendations/?tag=shelter")

    def test_leads_on_where_one_is_merged_after_the_other(self, two, live, campaigner, client):
        plural, single = two
        workflow.tag(live.recommendations.all(), by=campaigner, add=["refuge"])
        tag_merging.merge(plural, into=single, by=campaigner)

        tag_merging.merge(single, into=Tag.objects.get(name="refuge"), by=campaigner)

        for slug in ("shelters", "shelter"):
            assert client.get(f"/tags/{slug}/")["Location"] == "/tags/refuge/"

    def test_takes_the_name_of_what_is_gone_for_the_other(self, two, live, campaigner):
        plural, single = two
        tag_merging.merge(plural, into=single, by=campaigner)
        one = live.recommendations.first()
        workflow.tag([one], by=campaigner, remove=["shelter"])

        workflow.tag([one], by=campaigner, add=["Shelters"])

        assert list(one.tags.all()) == [single]
        assert Tag.objects.count() == 1

    def test_counts_what_had_both_once(self, two, live, campaigner):
        plural, single = two
        workflow.tag(live.recommendations.all(), by=campaigner, add=["shelter"])

        told = tag_merging.preview(plural, single)
        tag_merging.merge(plural, into=single, by=campaigner)

        assert (told.moved, told.both) == (0, 1)
        assert Recommendation.objects.filter(tags=single).count() == 2

    def test_lets_campaigns_gather_the_other(self, two, live, campaigner):
        plural, single = two
        campaign = Campaign(slug="bed", title="A bed", aim="One for each.", tag=plural)
        gatherings.save(campaign, by=campaigner)
        gatherings.publish(campaign, by=campaigner)
        campaign.title = "Not published yet"
        gatherings.save(campaign, by=campaigner)

        tag_merging.merge(plural, into=single, by=campaigner)

        record = store.get("campaign", "bed").record
        assert (record.tag, record.title) == ("shelter", "A bed")
        assert len(store.found_by("recommendation", "campaign", campaign.ref)) == 2
        assert Campaign.objects.get().tag == single

    def test_is_refused_for_a_working_list_and_a_public_tag(self, two, campaigner):
        plural, _single = two
        hidden = Tag(name="to check", internal=True)
        tagging.save_tag(hidden, by=campaigner)

        for gone, into in ((plural, hidden), (hidden, plural)):
            with pytest.raises(workflow.Refusal, match="working list"):
                tag_merging.merge(gone, into=into, by=campaigner)

    def test_is_refused_with_itself(self, two, campaigner):
        with pytest.raises(workflow.Refusal, match="same tag"):
            tag_merging.merge(two[0], into=two[0], by=campaigner)

    @pytest.mark.parametrize("who", ["contributor", "administrator"])
    def test_is_refused_without_the_right(self, two, who, request):
        with pytest.raises(workflow.NotAllowed):
            tag_merging.merge(two[0], into=two[1], by=request.getfixturevalue(who))

        assert Tag.objects.count() == 2
