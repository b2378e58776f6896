"""Lists of the desk as files: what is in them, for whom, and what is written down of it."""

import csv
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import AuditEvent, Statement
from statements.models.audit import Deed
from statements.text.withholding import token
from tests.cast import SHELTER, TEXT

STATEMENTS = "/admin/statements/statement/export/"
RECOMMENDATIONS = "/admin/statements/recommendation/export/"


def rows(answer):
    """Return the rows of a file, by the names of its columns."""
    assert answer.status_code == 200, answer
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    body = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(body)))


def written_down():
    return list(AuditEvent.objects.filter(deed=Deed.EXPORTED).values_list("details", flat=True))


@pytest.fixture
def another(contributor):
    statement = Statement(title="=1+1", text="Words.")
    workflow.create(statement, by=contributor)
    return statement


class StatementTests:
    def test_have_drafts_with_their_stage(self, at_desk, editor, live, another):
        given = rows(at_desk(editor).post(STATEMENTS))

        assert [(row["title"], row["stage"], row["public"]) for row in given] == [
            ("'=1+1", "Draft", "Never published"),
            ("Iraq on shelter", live.get_stage_display(), "Published"),
        ]
        told = given[1]
        assert (told["ref"], told["voices"]) == (live.ref, "Ms. A, Iraq")
        assert (told["recommendations"], told["themes"]) == ("2", "Shelter")
        assert told["delivered"] == "2017-11-21"
        assert told["desk_url"].endswith(f"/admin/statements/statement/{live.pk}/change/")

    def test_are_those_of_the_list(self, at_desk, editor, live, another):
        given = rows(at_desk(editor).post(f"{STATEMENTS}?public__exact=live&q=shelter"))

        assert [row["ref"] for row in given] == [live.ref]

    def test_leave_a_name_out_that_is_not_published(self, at_desk, editor, draft):
        draft.voices.update(name_is_public=False)

        (row,) = rows(at_desk(editor).post(STATEMENTS))

        assert row["voices"] == "Iraq"

    def test_go_back_to_the_list_where_a_filter_makes_no_sense(self, at_desk, editor):
        answer = at_desk(editor).post(f"{STATEMENTS}?delivered_on__year=x")

        assert answer.status_code == 302
        assert written_down() == []


class RecommendationTests:
    def test_have_words_and_tags_and_where_they_stand(self, at_desk, editor, draft):
        first = draft.recommendations.get(passage__exact=SHELTER)
        workflow.tag([first], by=editor, add=["early help"])

        given = rows(at_desk(editor).post(RECOMMENDATIONS))

        assert len(given) == 2
        (row,) = (row for row in given if row["ref"] == first.ref)
        assert (row["words"], row["short_form"], row["tags"]) == (
            SHELTER,
            "Give shelter",
            "early help",
        )
        assert (row["asked_by"], row["stage"]) == ("Ms. A, Iraq", "Draft")
        assert row["statement_ref"] == draft.ref

    def test_are_read_in_as_many_queries_however_many_there_are(self, at_desk, editor, draft):
        client = at_desk(editor)
        with CaptureQueriesContext(
            connection,
        ) as few:
            one = rows(client.post(f"{RECOMMENDATIONS}?pillar__exact=protection"))
        with CaptureQueriesContext(connection) as many:
            both = rows(client.post(f"{RECOMMENDATIONS}?left_out__exact=0"))

        assert (len(one), len(both)) == (1, 2)
        assert len(many) == len(few)


class WithheldTests:
    @pytest.fixture
    def withheld(self, draft, editor):
        draft.title = "Shelter without conditions"
        draft.text = TEXT
        workflow.edit(draft, by=editor, seen=draft.version)
        workflow.withhold(draft, by=editor, words="without conditions", reason="A person")
        return draft

    def test_words_are_in_no_file_of_those_without_the_right(self, at_desk, campaigner, withheld):
        client = at_desk(campaigner)

        lists = [rows(client.post(address)) for address in (STATEMENTS, RECOMMENDATIONS)]

        assert "without conditions" not in str(lists)
        assert lists[0][0]["title"] == f"Shelter {token('en')}"
        words = {row["words"] for row in lists[1]}
        assert SHELTER.replace("without conditions", token("en")) in words

    def test_words_are_there_for_who_may_withhold_them(self, at_desk, editor, withheld):
        lists = rows(at_desk(editor).post(RECOMMENDATIONS))

        assert SHELTER in {row["words"] for row in lists}


class RightTests:
    def test_is_needed(self, at_desk, contributor, draft):
        client = at_desk(contributor)

        assert client.post(STATEMENTS).status_code == 403
        assert "Download these" not in client.get("/admin/statements/statement/").content.decode()
        assert written_down() == []

    def test_is_one_of_its_own(self, at_desk, contributor, draft):
        right = Permission.objects.get(codename="export_statement")
        Group.objects.get(name="contributor").permissions.add(right)

        assert at_desk(contributor).post(STATEMENTS).status_code == 200

    @pytest.mark.parametrize("noun", ["statement", "recommendation"])
    def test_gives_a_button_that_keeps_the_filter(self, at_desk, editor, draft, noun):
        page = at_desk(editor).get(f"/admin/statements/{noun}/?q=shelter&p=1").content.decode()

        assert f'action="/admin/statements/{noun}/export/?q=shelter"' in page


class WrittenDownTests:
    def test_who_took_what_and_how_much(self, at_desk, editor, administrator, live):
        at_desk(editor).post(f"{STATEMENTS}?public__exact=live&kind__exact=speech&o=1")

        event = AuditEvent.objects.get(deed=Deed.EXPORTED)
        assert event.by == event.person == editor
        assert event.details == "1 row of statements; public: live; kind: speech"
        page = at_desk(administrator).get("/admin/audit/?kind=exports")
        assert [line.what for line in page.context["lines"]] == ["List downloaded"]

    def test_without_the_words_that_were_looked_for(self, at_desk, editor, live):
        """They may be a survivor's name, and the audit cannot be put right."""
        at_desk(editor).post(f"{STATEMENTS}?q=Amina&title__contains=Amina")

        assert written_down() == [
            "0 rows of statements; a search, whose words are not kept; title__contains"
        ]
