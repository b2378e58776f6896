"""A change of many on the desk: seen, published, declined and undone; never forged."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from statements import workflow
from statements.catalogue import store
from statements.choices import BatchState
from statements.models import Batch, Tag
from statements.workflow import batches
from tests.admin.choosing import MANY, keys, make, said


class BatchTests:
    @pytest.fixture
    def batch(self, at_desk, editor, live, data):
        make(at_desk(editor), live, add_tags="Help", **{"themes-data": "all"})
        return Batch.objects.get()

    def move(self, client, batch, verb, **fields):
        return client.post(f"/admin/statements/batch/{batch.pk}/move/{verb}/", fields)

    def test_stands_on_the_start_page_of_who_publishes(self, at_desk, batch, publisher, editor):
        address = f"/admin/statements/batch/{batch.pk}/change/"

        assert address in at_desk(publisher).get("/admin/").content.decode()
        assert "Changes of many, to publish" not in at_desk(editor).get("/admin/").content.decode()

    def test_is_seen_approved_and_published_at_once(self, at_desk, batch, publisher, live):
        desk = at_desk(publisher)
        seen = said(desk.get(f"/admin/statements/batch/{batch.pk}/move/publish/"))

        self.move(desk, batch, "publish", reason="A new theme.")

        assert "Data collection added to 2 recommendations" in seen
        assert store.found_by("recommendation", "theme", "data")
        batch.refresh_from_db()
        assert batch.state == BatchState.PUBLISHED

    def test_names_what_was_left_out_of_the_publication(
        self, at_desk, batch, publisher, editor, live
    ):
        workflow.edit(live, by=editor, seen=1)
        desk = at_desk(publisher)

        answer = desk.get(self.move(desk, batch, "publish")["Location"])

        assert "Left out: “Iraq on shelter”." in said(answer)
        assert not store.found_by("recommendation", "theme", "data")

    def test_tells_its_maker_that_somebody_else_publishes_it(self, at_desk, live, data, publisher):
        desk = at_desk(publisher)
        make(desk, live, **{"themes-data": "all"})
        batch = Batch.objects.get()

        page = said(desk.get(f"/admin/statements/batch/{batch.pk}/change/"))
        answer = self.move(desk, batch, "publish")

        assert "Approve and publish" not in page
        assert "Somebody other than who made it publishes it." in page
        assert "somebody else has to publish it" in said(answer)
        assert not store.found_by("recommendation", "theme", "data")

    def test_is_declined_with_a_reason_alone(self, at_desk, batch, publisher):
        desk = at_desk(publisher)

        asked = self.move(desk, batch, "decline")
        self.move(desk, batch, "decline", reason="Not these.")

        assert "Give a reason, please." in said(asked)
        assert "Not these." in said(desk.get(f"/admin/statements/batch/{batch.pk}/change/"))

    def test_is_undone_with_its_tags(self, at_desk, batch, editor, live):
        desk = at_desk(editor)
        seen = said(desk.get(f"/admin/statements/batch/{batch.pk}/move/undo/"))

        self.move(desk, batch, "undo")

        assert "Tag − Help taken off 2 recommendations" in seen
        assert store.get("statement", live.slug).live.tags == ()
        batch.refresh_from_db()
        assert batch.state == BatchState.UNDONE

    def test_says_so_where_it_cannot_be_moved_any_more(self, at_desk, batch, publisher):
        desk = at_desk(publisher)
        self.move(desk, batch, "decline", reason="Not these.")

        answer = self.move(desk, batch, "publish")

        assert answer.status_code == 302
        assert "unpublished" in said(desk.get(answer["Location"]))

    def test_is_listed_with_what_it_does(self, at_desk, batch, publisher):
        page = said(at_desk(publisher).get("/admin/statements/batch/"))

        assert "Tag + Help; Theme + Data collection" in page
        assert "Waits for a publisher" in page


class ForgedTests:
    @pytest.mark.parametrize("who", ["publisher", "campaigner"])
    def test_forms_of_another_site_have_no_effect(self, who, request, at_desk, live):
        person = request.getfixturevalue(who)
        batch = batches.make([int(key) for key in keys(live)], HELP, by=person)
        tag, forger = Tag.objects.get(), Client(enforce_csrf_checks=True)
        forger.force_login(person)
        sent = {"chosen": ",".join(keys(live)), "add_tags": "Forged", "_make": "1"}

        answers = [
            forger.post(MANY, sent),
            forger.post(f"/admin/statements/batch/{batch.pk}/move/undo/"),
            forger.post(f"/admin/statements/tag/{tag.pk}/merge/", {"into": "x", "_merge": "1"}),
        ]

        assert [answer.status_code for answer in answers] == [403] * 3
        assert list(Tag.objects.values_list("name", flat=True)) == ["Help"]
        assert Batch.objects.get().state == BatchState.DONE

    def test_forms_without_the_right_have_none_either(self, at_desk, contributor, live, data):
        sent = {"chosen": ",".join(keys(live)), "add_tags": "Forged", "themes-data": "all"}

        page = at_desk(contributor).post(MANY, sent | {"_make": "1"})

        assert page.status_code == 200
        assert not Batch.objects.exists()
        assert not Tag.objects.exists()

    def test_there_is_no_page_of_taggit(self, at_desk, administrator):
        client = at_desk(administrator)
        paths = ("taggit/tag/merge-tags/", "taggit/tag/", "statements/tag/merge-tags/")

        assert [client.get(f"/admin/{path}").status_code for path in paths[:2]] == [404, 404]
        assert client.post(f"/admin/{paths[2]}").status_code in {302, 403, 404, 405}
        with pytest.raises(NoReverseMatch):
            reverse("admin:taggit_tag_merge_tags")


HELP = batches.Wanted(add_tags=("Help",))
