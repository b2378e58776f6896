"""Tags that mean the same are merged on a page of their own."""

import pytest

from statements import workflow
from statements.models import Tag
from tests.admin.choosing import said


class MergingTests:
    @pytest.fixture
    def tags(self, live, campaigner):
        one, other = live.recommendations.all()
        workflow.tag([one], by=campaigner, add=["shelters"])
        workflow.tag([one, other], by=campaigner, add=["shelter"])
        return Tag.objects.get(name="shelters"), Tag.objects.get(name="shelter")

    def test_is_offered_in_the_list_to_those_who_may(self, at_desk, tags, campaigner, contributor):
        plural, _single = tags
        link = f"/admin/statements/tag/{plural.pk}/merge/?into=shelter"

        assert link in at_desk(campaigner).get("/admin/statements/tag/").content.decode()
        assert link not in at_desk(contributor).get("/admin/statements/tag/").content.decode()

    def test_shows_first_what_will_change(self, at_desk, tags, campaigner):
        plural, _single = tags

        page = at_desk(campaigner).get(f"/admin/statements/tag/{plural.pk}/merge/?into=shelter")

        assert "1 has both and keeps “shelter”." in said(page)
        assert Tag.objects.count() == 2

    def test_merges_and_leads_to_what_stays(self, at_desk, tags, campaigner, client):
        plural, single = tags
        address = f"/admin/statements/tag/{plural.pk}/merge/"

        answer = at_desk(campaigner).post(address, {"into": "Shelter", "_merge": "1"})

        assert answer["Location"] == f"/admin/statements/tag/{single.pk}/change/"
        assert client.get("/tags/shelters/")["Location"] == "/tags/shelter/"

    @pytest.mark.parametrize(
        ("into", "told"),
        [
            ("", "Name the tag that stays."),
            ("nothing", "no tag of this name"),
            ("shelters", "same"),
        ],
    )
    def test_says_what_is_wrong(self, at_desk, tags, campaigner, into, told):
        plural, _single = tags
        address = f"/admin/statements/tag/{plural.pk}/merge/"

        answer = at_desk(campaigner).post(address, {"into": into, "_merge": "1"})

        assert told in said(answer)
        assert Tag.objects.count() == 2
