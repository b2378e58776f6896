"""The page that shows what a statement's words came from."""

from statements import workflow
from statements.models import Statement
from statements.workflow.texts import receiving


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

    def test_hides_what_is_withheld_of_others_of_the_record(
        self, at_desk, contributor, other_contributor, editor
    ):
        record = receiving.receive("Ana: Ruth told me.\n\nBo: Yes.", by=editor)
        first = Statement(title="Ana", text="Ruth told me.", source_document=record)
        workflow.create(first, by=editor)
        workflow.withhold(first, by=editor, words="Ruth", reason="To try.")
        first.refresh_from_db()
        first.text = "Other words."
        workflow.edit(first, by=editor, seen=first.version)
        second = Statement(title="Bo", text="Yes.", source_document=record)
        workflow.create(second, by=other_contributor)

        told = page(at_desk(other_contributor), second).content.decode()

        assert "Ruth" not in told
        assert "told me." in told
        assert "Ruth" in page(at_desk(editor), second).content.decode()

    def test_is_for_staff_only(self, client, at_desk, draft, stranger):
        assert page(client, draft).status_code == 302
        assert page(at_desk(stranger), draft).status_code == 302


class FileTests:
    CONTENT = b"%PDF-1.4 \xff <script>"

    def statement(self, contributor, name="speech.pdf"):
        record = receiving.receive(
            "A name. The words.", by=contributor, name=name, content=self.CONTENT
        )
        statement = Statement(title="Kept", text="A name. The words.", source_document=record)
        workflow.create(statement, by=contributor)
        return statement

    def file(self, client, statement):
        return client.get(f"/admin/statements/statement/{statement.pk}/as-received/?file=1")

    def test_comes_byte_for_byte_and_is_never_opened_here(self, at_desk, contributor):
        answer = self.file(at_desk(contributor), self.statement(contributor))

        assert answer.content == self.CONTENT
        assert answer["Content-Disposition"] == 'attachment; filename="speech.pdf"'
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Type"] == "application/octet-stream"

    def test_has_a_safe_name(self, at_desk, contributor):
        statement = self.statement(contributor, name='../../a"b\u202efdp.exe')
        told = self.file(at_desk(contributor), statement)["Content-Disposition"]

        assert told == 'attachment; filename="a_bfdp.exe"'

    def test_is_offered_with_its_checksum(self, at_desk, contributor):
        statement = self.statement(contributor)
        answer = page(at_desk(contributor), statement).content.decode()

        assert "?file=1" in answer
        assert statement.source_document.content_sha256 in answer

    def test_is_none_where_the_text_was_pasted(self, at_desk, contributor, draft):
        assert "?file=1" not in page(at_desk(contributor), draft).content.decode()
        assert self.file(at_desk(contributor), draft).status_code == 404

    def test_is_not_for_who_may_not_read_words_that_it_has(
        self, at_desk, contributor, other_contributor
    ):
        statement = self.statement(contributor)
        same = Statement(title="Same", text="The words.", source_document=statement.source_document)
        workflow.create(same, by=other_contributor)
        workflow.withhold(statement, by=contributor, words="A name", reason="To try.")
        stranger = at_desk(other_contributor)

        assert self.file(at_desk(contributor), statement).status_code == 200
        assert self.file(stranger, statement).status_code == 403
        assert self.file(stranger, same).status_code == 403
        assert "?file=1" not in page(stranger, statement).content.decode()
