"""Tag and classify many recommendations on the desk: choose, see, make, publish, undo."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.many.filling import published
from statements import workflow
from statements.catalogue import store
from statements.models import Batch, Recommendation, Statement, Tag, TagChange
from statements.workflow.tags import tagging
from tests.admin.choosing import LIST, MANY, again, asked, begin, make, previewed, said


class AskingTests:
    def test_shows_boxes_for_all_some_and_none(self, at_desk, campaigner, live, data):
        one, other = live.recommendations.all()
        workflow.tag([one, other], by=campaigner, add=["Of both"])
        workflow.tag([one], by=campaigner, add=["Of one"])

        page = said(begin(at_desk(campaigner), live))

        assert "Of both all of them" in page
        assert "Of one some of them: 1 of 2" in page
        assert "Data collection none of them" in page

    def test_suggests_tags_with_their_counts(self, at_desk, campaigner, live):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["Shelter now"])

        page = begin(at_desk(campaigner), live).content.decode()

        assert '<option value="Shelter now" label="2 recommendations">' in page

    def test_offers_all_of_the_list_without_scripts(self, at_desk, campaigner, live):
        client, one = at_desk(campaigner), live.recommendations.first()

        page = client.post(LIST, {"action": "change_many", "_selected_action": [one.pk]})

        assert "Take all 2 of the list instead" in said(page)

    def test_takes_all_that_a_filter_finds(self, at_desk, campaigner, live):
        across = {"select_across": "1", "_selected_action": [live.recommendations.first().pk]}

        page = at_desk(campaigner).post(
            f"{LIST}?pillar__exact=partnership", {"action": "change_many", **across}
        )

        assert "1 recommendation chosen" in said(page)

    def test_says_what_is_wrong_and_keeps_what_was_chosen(self, at_desk, campaigner, live):
        client = at_desk(campaigner)

        nothing = previewed(client, begin(client, live))
        damaged = previewed(client, begin(client, live), add_tags="x" * 101, pillar="partnership")

        assert "Choose what to change." in said(nothing)
        assert "This tag is too long" in said(damaged)
        assert '<option value="partnership" selected>' in damaged.content.decode()

    @pytest.mark.parametrize("chosen", ["", "a", "1;DROP", "9" * 40, "999999999"])
    def test_survives_a_damaged_choice(self, at_desk, campaigner, live, chosen):
        answer = at_desk(campaigner).post(MANY, {"chosen": chosen, "_make": "1", "add_tags": "x"})

        assert answer.status_code in {200, 302}
        assert not Batch.objects.exists()


class PreviewTests:
    def test_changes_nothing(self, at_desk, editor, live, data):
        client = at_desk(editor)

        page = said(
            previewed(client, begin(client, live), add_tags="Help", **{"themes-data": "all"})
        )

        assert "2 of 2 recommendations would change" in page
        assert "Tag + Help added to 2 recommendations" in page
        assert "Theme + Data collection added to 2 recommendations" in page
        assert not Batch.objects.exists()
        assert not Tag.objects.exists()

    def test_names_what_is_left_out_and_why(self, at_desk, campaigner, live, data):
        client = at_desk(campaigner)

        page = said(previewed(client, begin(client, live), **{"themes-data": "all"}))

        assert "Nothing would change" in page
        assert "Iraq on shelter 2 recommendations. You may not change this statement." in page

    def test_says_which_reviews_it_voids(self, at_desk, editor, draft, contributor, data):
        workflow.submit(draft, by=contributor)
        client = at_desk(editor)

        page = said(previewed(client, begin(client, draft), **{"themes-data": "all"}))

        assert "1 of the statements is under review or approved" in page

    def test_offers_a_tag_that_means_the_same(self, at_desk, campaigner, live):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["shelter"])
        client = at_desk(campaigner)
        seen = previewed(client, begin(client, live), add_tags="beds, shelters")

        taken = client.post(MANY, again(seen) | {"instead": "shelters,shelter"})

        assert "There is “shelter” already, on 2 recommendations." in said(seen)
        assert again(taken)["add_tags"] == "beds, shelter"
        assert "shelters" not in said(taken)

    def test_goes_back_to_the_choice(self, at_desk, campaigner, live):
        client = at_desk(campaigner)
        seen = previewed(client, begin(client, live), add_tags="Help", pillar="prosecution")

        page = client.post(MANY, again(seen) | {"_change": "1"})

        assert asked(page)["add_tags"] == ["Help"]
        assert asked(page)["pillar"] == ["prosecution"]

    def test_is_drawn_again_where_somebody_edited_meanwhile(
        self, at_desk, contributor, draft, data
    ):
        client = at_desk(contributor)
        seen = previewed(client, begin(client, draft), **{"themes-data": "all"})
        workflow.edit(draft, by=contributor, seen=1)

        page = client.post(MANY, again(seen) | {"_make": "1"})
        assert "Somebody changed some of these statements meanwhile" in said(page)
        assert not Batch.objects.exists()

        client.post(MANY, again(page) | {"_make": "1"})
        assert Batch.objects.count() == 1


class MakingTests:
    def test_shows_the_tag_at_the_very_next_request(self, at_desk, campaigner, live, client):
        make(at_desk(campaigner), live, add_tags="Early help")

        page = client.get("/tags/early-help/")
        assert page.status_code == 200
        assert "shelter to each victim" in page.content.decode()

    def test_leads_to_what_was_done_with_its_way_back(self, at_desk, campaigner, live):
        desk = at_desk(campaigner)

        page = desk.get(make(desk, live, add_tags="Help")["Location"])

        assert "Tag + Help added to 2 recommendations" in said(page)
        assert f"/admin/statements/batch/{Batch.objects.get().pk}/move/undo/" in (
            page.content.decode()
        )

    def test_takes_tags_off_by_their_box(self, at_desk, campaigner, live):
        workflow.tag(live.recommendations.all(), by=campaigner, add=["Help"])

        make(at_desk(campaigner), live, **{f"tag-{Tag.objects.get().pk}": "none"})

        assert not any(one.tags.exists() for one in live.recommendations.all())
        assert store.state("term", "tag/help") == "never"

    def test_gives_every_one_what_some_have(self, at_desk, campaigner, live):
        workflow.tag(live.recommendations.all()[:1], by=campaigner, add=["Help"])

        make(at_desk(campaigner), live, **{f"tag-{Tag.objects.get().pk}": "all"})

        assert TagChange.objects.filter(added=True).count() == 2

    def test_keeps_working_lists_from_the_public(self, at_desk, campaigner, live, client):
        tagging.save_tag(Tag(name="To check", internal=True), by=campaigner)

        make(at_desk(campaigner), live, add_tags="to check")

        assert Recommendation.objects.filter(tags__name="To check").count() == 2
        assert client.get("/tags/to-check/").status_code == 404
        assert store.get("statement", live.slug).live.tags == ()

    def test_classifies_drafts_as_an_edit(self, at_desk, contributor, draft, data):
        choice = {"themes-data": "all", "themes-shelter": "none", "strength": "5"}

        make(at_desk(contributor), draft, pillar="none", **choice)

        held = draft.recommendations.values_list("themes__code", "pillar", "strength")
        assert set(held) == {("data", "", 5)}
        assert Statement.objects.get(pk=draft.pk).version == 2


class QueryTests:
    @pytest.fixture
    def publish(self, draft, contributor, publisher):
        """Publish statements of ten recommendations each."""
        return lambda count: published(draft, count, 10, by=contributor, publisher=publisher)

    def way(self, client, batch_of):
        """Count the queries of asking, of the preview, of making and of undoing it."""
        chosen = Statement.objects.filter(title__startswith="Long")
        counts = []
        with CaptureQueriesContext(connection) as queries:
            page = begin(client, *chosen)
        counts.append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            seen = previewed(client, page, add_tags=batch_of)
        counts.append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            client.post(MANY, again(seen) | {"_make": "1"})
        counts.append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            client.post(f"/admin/statements/batch/{Batch.objects.latest('pk').pk}/move/undo/")
        counts.append(len(queries))
        return counts

    def test_are_as_many_for_forty_as_for_ten(self, publish, at_desk, editor):
        client = at_desk(editor)
        publish(1)
        self.way(client, "Warm")
        few = self.way(client, "One")
        publish(3)
        # The tree of terms is read once more after a tag ceased to be public.
        self.way(client, "Warm again")

        assert self.way(client, "Two") == few
