"""A statement that is published again says publicly what changed, and when."""

import datetime as dt

import pytest
from django.utils import timezone

from statements import workflow
from statements.catalogue import store
from statements.models import Publication


def again(statement, contributor, publisher, reason):
    statement.refresh_from_db()
    statement.title = f"{statement.title} again"
    workflow.edit(statement, by=contributor, seen=statement.version)
    workflow.submit(statement, by=contributor)
    workflow.approve(statement, by=publisher)
    workflow.publish(statement, by=publisher, reason=reason)


def told(statement):
    return [one.note for one in store.get("statement", statement.slug).record.changes]


class ChangesTests:
    def test_are_none_of_the_first_publication(self, draft, contributor, publisher, client):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        workflow.publish(draft, by=publisher, reason="For the files alone.")

        page = client.get("/statements/iraq-on-shelter/").content.decode()

        assert told(draft) == []
        assert "What changed since" not in page
        assert "For the files alone." not in page

    def test_are_told_on_the_page_with_their_day(self, live, contributor, publisher, client):
        again(live, contributor, publisher, "The title was completed.")

        page = client.get("/statements/iraq-on-shelter/").content.decode()

        day = f"{timezone.now():%B %Y}"
        assert told(live) == ["The title was completed."]
        assert "The title was completed." in page
        assert day in page.partition("Updated on")[2][:40]

    def test_are_in_the_files(self, live, contributor, publisher, client):
        again(live, contributor, publisher, "The title was completed.")

        files = [client.get(f"/statements.{suffix}").getvalue() for suffix in ("csv", "json")]

        assert [b"The title was completed." in file for file in files] == [True, True]

    def test_add_up_in_their_order(self, live, contributor, publisher):
        again(live, contributor, publisher, "First.")
        again(live, contributor, publisher, "")
        again(live, contributor, publisher, "Third.")

        assert told(live) == ["First.", "Changed by the editors.", "Third."]

    def test_tell_that_words_were_withheld(self, live, publisher, editor):
        workflow.withhold(live, by=publisher, words="Mr. President", reason="In danger.")
        before = told(live)
        again(live, editor, publisher, "The title was completed.")

        assert before == ["Words are withheld to protect a person."]
        assert told(live) == [*before, "The title was completed."]

    def test_do_not_tell_the_words(self, live, editor, publisher):
        again(live, editor, publisher, "Mr. President’s title was set right.")
        workflow.withhold(live, by=publisher, words="Mr. President", reason="In danger.")
        first = told(live)
        again(live, editor, publisher, "Mr. President is left out.")

        assert all("Mr. President" not in note for note in [*first, *told(live)])

    def test_are_no_change_of_what_stands_approved(self, live, contributor, publisher):
        again(live, contributor, publisher, "First.")
        workflow.withhold(live, by=publisher, words="Mr. President", reason="In danger.")

        live.refresh_from_db()
        assert live.is_public_as_it_stands()

    def test_stand_in_what_is_brought_back(self, live, contributor, publisher):
        again(live, contributor, publisher, "First.")
        workflow.withdraw(live, by=publisher, reason="Wrong text.")
        live.refresh_from_db()
        workflow.bring_back(live, by=publisher, reason="It was right.")

        assert told(live) == ["First."]

    def test_are_those_of_the_day_that_was_scheduled(self, live, contributor, publisher):
        live.title = "Again"
        workflow.edit(live, by=contributor, seen=live.version)
        workflow.submit(live, by=contributor)
        workflow.approve(live, by=publisher)
        hour = timezone.now() + dt.timedelta(days=3)
        workflow.schedule(live, by=publisher, at=hour, reason="The title was completed.")

        workflow.publish_due(now=hour)

        (change,) = store.get("statement", live.slug).record.changes
        assert (change.on, change.note) == (hour.date(), "The title was completed.")

    def test_are_what_the_log_of_publications_has(self, live, contributor, publisher):
        again(live, contributor, publisher, "First.")

        notes = Publication.objects.about("statement", live.ref).values_list("note", flat=True)
        assert list(notes) == ["First.", ""]


class MovePageTests:
    @pytest.fixture
    def page(self, live, contributor, publisher, client):
        live.title = "Again"
        workflow.edit(live, by=contributor, seen=live.version)
        workflow.submit(live, by=contributor)
        workflow.approve(live, by=publisher)
        client.force_login(publisher)
        return f"/admin/statements/statement/{live.pk}/move/publish/"

    def test_asks_what_changed(self, client, live, page):
        shown = client.get(page).content.decode()
        answer = client.post(page, {"version": 2, "reason": ""})

        assert "The public reads it on the page, with the day." in shown
        assert "Say in a few words what changed, please." in answer.content.decode()
        assert told(live) == []
