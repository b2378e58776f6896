"""Remarks on a statement: a thread that staff read, and nobody else."""

import pytest

from statements import workflow
from statements.models import Remark, Statement
from statements.workflow import remarks


@pytest.fixture
def page(draft):
    return f"/admin/statements/statement/{draft.pk}/remarks/"


@pytest.fixture
def remark(draft, publisher):
    return remarks.write(draft, by=publisher, text="Is the date right?")


def fresh(remark):
    return Remark.objects.get(pk=remark.pk)


class ThreadTests:
    def test_holds_who_said_what_of_which_version(self, at_desk, draft, campaigner, page):
        at_desk(campaigner).post(page, {"text": "A bed each?"})

        shown = at_desk(campaigner).get(page).content.decode()

        one = Remark.objects.get()
        assert (one.text, one.by, one.version, one.is_open) == ("A bed each?", campaigner, 1, True)
        assert "A bed each?" in shown
        assert "version 1" in shown

    def test_takes_up_what_was_said_with_a_move(self, draft, contributor, publisher):
        workflow.submit(draft, by=contributor, reason="Please look at the names.")
        workflow.send_back(draft, by=publisher, reason="The date is missing.")
        workflow.submit(draft, by=contributor)

        told = [(one.verb, one.text, one.by) for one in Remark.objects.all()]
        assert told == [
            ("submit", "Please look at the names.", contributor),
            ("return", "The date is missing.", publisher),
        ]

    def test_is_not_the_place_of_public_reasons(self, live, publisher):
        workflow.withdraw(live, by=publisher, reason="The speaker asked for it.")

        assert not Remark.objects.exists()

    def test_takes_no_empty_remark(self, at_desk, contributor, page):
        answer = at_desk(contributor).post(page, {"text": "  \n"})

        assert "Write something, please." in answer.content.decode()
        assert not Remark.objects.exists()

    def test_keeps_what_looks_like_code_as_words(self, at_desk, draft, contributor, page):
        remarks.write(draft, by=contributor, text="<script>alert(1)</script>")

        assert "<script>alert" not in at_desk(contributor).get(page).content.decode()


class ResolveTests:
    @pytest.mark.parametrize("role", ["contributor", "publisher", "editor"])
    def test_is_for_who_may_edit_and_who_wrote_it(self, request, at_desk, role, remark, page):
        who = request.getfixturevalue(role)
        client = at_desk(who)

        client.post(page, {"resolve": remark.ref})
        resolved = fresh(remark)
        client.post(page, {"reopen": remark.ref})

        assert (resolved.is_open, resolved.resolved_by) == (False, who)
        assert fresh(remark).is_open

    @pytest.mark.parametrize("role", ["other_contributor", "campaigner", "administrator"])
    def test_is_not_for_the_others(self, request, at_desk, role, remark, page):
        client = at_desk(request.getfixturevalue(role))

        shown = client.get(page).content.decode()
        answer = client.post(page, {"resolve": remark.ref}, follow=True)

        assert 'name="resolve"' not in shown
        assert "You may not change this remark." in answer.content.decode()
        assert fresh(remark).is_open

    def test_keeps_who_was_first(self, remark, contributor, editor):
        remarks.resolve(remark, by=contributor)
        remarks.resolve(remark, by=editor)

        assert fresh(remark).resolved_by == contributor

    def test_knows_no_remark_on_another_statement(self, at_desk, editor, remark):
        other = Statement(title="Another", text="Words.")
        workflow.create(other, by=editor)
        page = f"/admin/statements/statement/{other.pk}/remarks/"

        assert at_desk(editor).post(page, {"resolve": remark.ref}).status_code == 404


class PlacesTests:
    def test_is_the_top_of_the_form_while_it_is_open(
        self, at_desk, contributor, draft, form_of, remark
    ):
        client = at_desk(contributor)

        before = client.get(form_of(draft)).content.decode()
        remarks.resolve(remark, by=contributor)
        after = client.get(form_of(draft)).content.decode()

        assert "Open remarks (1)" in before
        assert "Is the date right?" in before
        assert "Is the date right?" not in after

    def test_is_the_start_page_of_those_it_concerns(
        self, at_desk, draft, remark, contributor, other_contributor, publisher, editor
    ):
        remarks.write(draft, by=editor, text="And the place?")
        people = (contributor, other_contributor, publisher, editor)

        told = [at_desk(one).get("/admin/").context["remarked"] for one in people]

        assert [[one.open_remarks for one in rows] for rows in told] == [[2], [], [1], [1]]
