"""The history of a statement as one page, each version's changes, and earlier ones again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import Publication, Statement

WORDS = "Mr. President"


def changed(statement, by, **fields):
    statement = Statement.objects.get(pk=statement.pk)
    for name, value in fields.items():
        setattr(statement, name, value)
    workflow.edit(statement, by=by, seen=statement.version)
    return statement


@pytest.fixture
def address(draft):
    return f"/admin/statements/statement/{draft.pk}"


class HistoryPageTests:
    def test_tells_who_did_what_when_and_why(self, at_desk, draft, contributor, publisher, address):
        workflow.submit(draft, by=contributor)
        workflow.send_back(draft, by=publisher, reason="The date is missing.")

        page = at_desk(contributor).get(f"{address}/history/").content.decode()

        for words in ("Added", "Submitted for review", "publisher", "The date is missing."):
            assert words in page

    def test_lists_the_publications_with_their_notes(
        self, at_desk, live, contributor, publisher, address
    ):
        again = changed(live, contributor, title="Again")
        workflow.submit(again, by=contributor)
        workflow.approve(again, by=publisher)
        workflow.publish(again, by=publisher, reason="The title was completed.")

        page = at_desk(contributor).get(f"{address}/history/")

        assert [note for _one, note in page.context["publications"]] == [
            "The title was completed.",
            "",
        ]

    def test_takes_the_same_queries_for_many_moves(self, at_desk, draft, contributor, address):
        client = at_desk(contributor)
        client.get(f"{address}/history/")
        with CaptureQueriesContext(connection) as few:
            client.get(f"{address}/history/")
        for _ in range(5):
            changed(draft, contributor)

        with CaptureQueriesContext(connection) as many:
            client.get(f"{address}/history/")

        assert len(few) == len(many)


class VersionPageTests:
    def test_shows_what_it_changed_of_words_and_fields(self, at_desk, draft, contributor, address):
        changed(draft, contributor, title="Iraq on beds", text=f"{draft.text} And more.")

        page = at_desk(contributor).get(f"{address}/versions/2/").content.decode()

        assert "<del> shelter</del><ins> beds</ins>" in page
        assert "<ins> And more.</ins>" in page
        assert "Language" not in page

    def test_shows_a_row_that_came(self, at_desk, draft, contributor, address):
        changed(draft, contributor)
        draft.voices.create(name="Ms. C", role="Minister")

        page = at_desk(contributor).get(f"{address}/versions/2/").content.decode()

        assert "Voice “Ms. C”" in page
        assert "<ins>Minister</ins>" in page

    def test_restores_it(self, at_desk, draft, contributor, address):
        changed(draft, contributor, title="Worse")
        client = at_desk(contributor)

        shown = client.get(f"{address}/versions/1/").content.decode()
        answer = client.post(f"{address}/versions/1/", {"seen": "2"}, follow=True)

        assert "Restore this version" in shown
        assert Statement.objects.get().title == "Iraq on shelter"
        assert "Version 1 is restored as a draft." in answer.content.decode()

    @pytest.mark.parametrize("seen", ["", "x", "1", "9" * 30])
    def test_restores_nothing_over_what_was_not_seen(
        self, at_desk, draft, contributor, address, seen
    ):
        changed(draft, contributor, title="Worse")

        at_desk(contributor).post(f"{address}/versions/1/", {"seen": seen})

        assert Statement.objects.get().title == "Worse"

    def test_offers_nothing_to_others(self, at_desk, draft, contributor, campaigner, address):
        changed(draft, contributor, title="Worse")
        client = at_desk(campaigner)

        shown = client.get(f"{address}/versions/1/").content.decode()
        answer = client.post(f"{address}/versions/1/", {"seen": "2"})

        assert "Restore this version" not in shown
        assert answer.status_code == 403

    @pytest.mark.parametrize("version", [0, 7])
    def test_knows_no_other_version(self, at_desk, contributor, address, version):
        assert at_desk(contributor).get(f"{address}/versions/{version}/").status_code == 404


class WithheldTests:
    """Withheld words stand in no earlier version for who has not the right to see them."""

    @pytest.fixture
    def pages(self, live, contributor, publisher, address):
        again = changed(live, contributor, title=f"{WORDS} on shelter")
        workflow.submit(again, by=contributor, reason=f"{WORDS} is named.")
        workflow.approve(again, by=publisher)
        workflow.publish(again, by=publisher, reason=f"{WORDS} is in the title.")
        workflow.withhold(again, by=publisher, words=WORDS, reason="In danger.")
        return [
            f"{address}/history/",
            *(f"{address}/versions/{number}/" for number in (1, 2, 3)),
            *(
                f"/admin/statements/publication/{one.pk}/change/"
                for one in Publication.objects.about("statement", live.ref)
            ),
        ]

    @pytest.mark.parametrize("role", ["contributor", "campaigner"])
    def test_are_hidden_from_the_others(self, request, at_desk, role, pages):
        client = at_desk(request.getfixturevalue(role))

        told = [client.get(path).content.decode().partition("<h2>")[2] for path in pages]

        assert len(pages) == 7
        assert [words for words in told if WORDS in words] == []

    @pytest.mark.parametrize("role", ["editor", "publisher", "administrator"])
    def test_are_shown_to_who_may_withhold_or_erase(self, request, at_desk, role, pages):
        client = at_desk(request.getfixturevalue(role))

        assert all(WORDS in client.get(path).content.decode() for path in (pages[1], pages[-1]))

    def test_are_told_as_withheld_in_the_record_of_a_publication(self, at_desk, contributor, pages):
        record = at_desk(contributor).get(pages[-1]).content.decode().partition("<pre>")[2]

        assert "[withheld to protect a person]" in record
