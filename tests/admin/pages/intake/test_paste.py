"""Texts and files come in on one page, each as a draft; what cannot be read says why."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from statements.ingest.documents import limits
from statements.models import SourceDocument, Statement
from tests.ingest.drafts import DOCUMENT

PASTE = "/admin/statements/statement/paste/"


@pytest.fixture
def desk(at_desk, contributor):
    return at_desk(contributor)


def file(name, content):
    return SimpleUploadedFile(name, content)


class PasteTests:
    def test_makes_a_draft_and_leads_to_what_was_read(self, desk, contributor):
        answer = desk.post(PASTE, {"text": DOCUMENT})

        statement = Statement.objects.get()
        assert answer.url == f"/admin/statements/statement/{statement.pk}/proposals/"
        assert (statement.public, statement.created_by) == ("never", contributor)
        assert SourceDocument.objects.get(statements=statement).text == DOCUMENT

    def test_asks_for_something(self, desk):
        answer = desk.post(PASTE, {"text": "  \n"})

        assert "Paste a text or choose a file" in answer.content.decode()
        assert not Statement.objects.exists()

    def test_takes_no_longer_text_than_of_a_file(self, desk, monkeypatch):
        monkeypatch.setattr(limits, "CHARACTERS", 20)
        answer = desk.post(PASTE, {"text": DOCUMENT})

        assert "The text is too long" in answer.content.decode()
        assert not SourceDocument.objects.exists()

    def test_keeps_the_file_as_it_came(self, desk):
        content = DOCUMENT.encode("utf-16")
        desk.post(PASTE, {"documents": [file("speech.txt", content)]})

        document = SourceDocument.objects.get()
        assert (document.name, bytes(document.content or b"")) == ("speech.txt", content)
        assert document.text == DOCUMENT
        assert document.media_type == "text/plain"

    def test_tells_of_each_file_what_became_of_it(self, desk):
        files = [file("good.txt", DOCUMENT.encode()), file("bad.pdf", b"%PDF-1.4 cut")]
        page = desk.post(PASTE, {"documents": files}).content.decode()

        assert Statement.objects.count() == 1
        assert "bad.pdf" in page
        assert "was not brought in" in page

    def test_says_what_is_here_already(self, desk):
        desk.post(PASTE, {"text": DOCUMENT})
        page = desk.post(PASTE, {"text": DOCUMENT}).content.decode()

        assert "is here already" in page
        assert Statement.objects.count() == 1

    def test_brings_it_in_again_on_purpose(self, desk):
        for _time in range(2):
            desk.post(PASTE, {"text": DOCUMENT, "again": "on"})

        assert Statement.objects.count() == 2

    def test_gives_the_script_the_list_alone(self, desk):
        sent = {"documents": [file("good.txt", DOCUMENT.encode())], "part": "1"}
        answer = desk.post(PASTE, sent)

        assert answer.content.decode().strip().startswith('<li class="made">')

    def test_is_for_who_may_add(self, at_desk, campaigner):
        assert at_desk(campaigner).post(PASTE, {"text": DOCUMENT}).status_code == 403
        assert not Statement.objects.exists()

    def test_is_on_the_start_page(self, desk):
        assert f'href="{PASTE}"' in desk.get("/admin/").content.decode()
