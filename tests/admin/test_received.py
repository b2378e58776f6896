"""The page that shows what a statement's words came from."""

from statements import workflow
from statements.models import Statement
from statements.workflow import receiving


def page(client, statement):
    return client.get(f"/admin/statements/statement/{statement.pk}/as-received/")


class ReceivedTests:
    def test_is_one_click_away_from_the_form(self, at_desk, draft, contributor, form_of):
        form = at_desk(contributor).get(form_of(draft)).content.decode()

        assert f"/admin/statements/statement/{draft.pk}/as-received/" in form

    def test_marks_the_slice_that_is_the_text(self, at_desk, contributor):
        record = receiving.receive("Before. <Words> After.", by=contributor, name="record.txt")
        statement = Statement(title="Slice", text="<Words>", source_document=record)
        workflow.create(statement, by=contributor)

        answer = page(at_desk(contributor), statement).content.decode()

        assert 'Before. <mark id="slice">&lt;Words&gt;</mark> After.' in answer
        assert record.sha256 in answer
        assert "record.txt" in answer

    def test_shows_it_whole_where_the_text_was_edited(self, at_desk, draft, contributor):
        received = draft.text
        draft.text = draft.text.replace("Trafficking is", "Trafficking remains")
        workflow.edit(draft, by=contributor, seen=draft.version)

        answer = page(at_desk(contributor), draft).content.decode()

        assert received in answer
        assert "was changed since" in answer

    def test_leads_to_what_was_received_before(self, at_desk, draft, contributor):
        first = draft.source_document
        draft.text = "Pasted anew."
        workflow.edit(draft, by=contributor, seen=draft.version)
        client = at_desk(contributor)

        answer = client.get(
            f"/admin/statements/statement/{draft.pk}/as-received/?earlier={first.ref}"
        )

        assert f"?earlier={first.ref}" in page(client, draft).content.decode()
        assert "Mr. President," in answer.content.decode()

    def test_knows_no_document_of_another_statement(self, at_desk, draft, contributor):
        other = receiving.receive("Others' words.", by=contributor)

        answer = at_desk(contributor).get(
            f"/admin/statements/statement/{draft.pk}/as-received/?earlier={other.ref}"
        )

        assert answer.status_code == 404

    def test_is_for_staff_only(self, client, at_desk, draft, stranger):
        assert page(client, draft).status_code == 302
        assert page(at_desk(stranger), draft).status_code == 302
