"""The page on which an administrator erases a statement."""

from statements import workflow
from statements.models import Erasure, Statement, Tag


def address(statement: Statement) -> str:
    return f"/admin/statements/statement/{statement.pk}/erase/"


class EraseTests:
    def test_says_what_goes_before_anything_does(self, at_desk, live, administrator):
        page = at_desk(administrator).get(address(live)).content.decode()

        assert "This cannot be undone." in page
        assert "2 recommendations, with their permanent links" in page
        assert "the words of 1 publication" in page
        assert f"<code>{live.ref}</code>" in page
        assert Statement.objects.filter(pk=live.pk).exists()

    def test_erases_for_a_reason_and_the_typed_reference(
        self, at_desk, live, administrator, client
    ):
        data = {"reason": "A person is in danger.", "confirmed": live.ref}
        page = at_desk(administrator).post(address(live), data, follow=True).content.decode()

        assert "The statement is erased." in page
        assert live.title not in page
        assert client.get(f"/statements/{live.slug}/").status_code == 404
        listed = at_desk(administrator).get("/admin/statements/erasure/").content.decode()
        assert "A person is in danger." in listed
        assert live.ref in listed

    def test_offers_the_tags_that_may_name_somebody(self, at_desk, live, administrator, publisher):
        one = live.recommendations.first()
        workflow.tag([one], by=publisher, add=["Mr. President", "a list"])
        tag = Tag.objects.get(name="Mr. President")
        page = at_desk(administrator).get(address(live)).content.decode()

        data = {"reason": "In danger.", "confirmed": live.ref, "tags": [tag.pk]}
        at_desk(administrator).post(address(live), data)

        assert f'name="tags" value="{tag.pk}"' in page
        assert "a list" not in page
        assert [one.name for one in Tag.objects.all()] == ["a list"]

    def test_keeps_what_was_typed_where_it_is_refused(self, at_desk, live, administrator):
        data = {"reason": "A person is in danger.", "confirmed": "erase"}
        page = at_desk(administrator).post(address(live), data).content.decode()

        assert "Type the reference of the statement" in page
        assert "A person is in danger." in page
        assert not Erasure.objects.exists()

    def test_is_offered_to_administrators_alone(
        self, at_desk, live, administrator, publisher, form_of
    ):
        assert address(live) in at_desk(administrator).get(form_of(live)).content.decode()
        assert address(live) not in at_desk(publisher).get(form_of(live)).content.decode()
        assert at_desk(publisher).get(address(live)).status_code == 403
