"""Word documents: their words, lists, tables and foot notes, and what is refused."""

import zipfile
from io import BytesIO

import pytest

from statements.ingest.documents.extracted import Link, Notice, Noticed
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.extractors import extract
from tests.ingest.extractors.word import document, link, note, packed, paragraph, run, table

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><l>&c;</l>'
)
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'


def refusal_of(data: bytes) -> Reason:
    with pytest.raises(Unfit) as refused:
        extract(data)
    return refused.value.reason


class WordsTests:
    def test_are_set_in_paragraphs(self):
        body = (
            paragraph("The call", style="Heading1") + paragraph("We ", "call.") + paragraph("Now.")
        )

        assert extract(document(body)).text == "The call\n\nWe call.\n\nNow.\n"

    def test_of_lists_have_bullets_and_numbers(self):
        body = paragraph("We ask:") + paragraph("one", numbered=1) + paragraph("two", numbered=1)
        body += paragraph("Then:") + paragraph("three", numbered=2) + paragraph("four", numbered=2)

        expected = "We ask:\n\n• one\n• two\n\nThen:\n\n1. three\n2. four\n"
        assert extract(document(body)).text == expected

    def test_of_a_table_stand_in_rows(self):
        body = table(("State", "Vote"), ("Peru", "For"))

        assert extract(document(body)).text == "State\tVote\nPeru\tFor\n"

    def test_of_foot_notes_stand_at_the_end(self):
        body = paragraph("We call", note(1), " on all.") + paragraph("Thank you.")

        extracted = extract(document(body, notes="Resolution 2388."))

        assert extracted.text == "We call[1] on all.\n\nThank you.\n\n1. Resolution 2388.\n"
        assert extracted.noticed == (Noticed(Notice.FOOT_NOTES),)

    def test_of_links_lead_where_they_did(self):
        extracted = extract(document(paragraph("See ", link("it")), address="https://un.org/x"))

        assert extracted.links == (Link(4, "it", "https://un.org/x"),)

    def test_that_were_deleted_are_left_out(self):
        inserted = f'<w:ins w:id="1">{run("all")}</w:ins>'
        deleted = '<w:del w:id="2"><w:r><w:delText>some</w:delText></w:r></w:del>'

        extracted = extract(document(paragraph("We call on ", inserted, deleted)))

        assert extracted.text == "We call on all\n"
        assert extracted.noticed == (Noticed(Notice.CHANGES),)


class RefusalTests:
    @pytest.mark.parametrize("part", ["word/document.xml", "docProps/app.xml", "word/x.bin"])
    @pytest.mark.parametrize("content", [LAUGHS, EXTERNAL, LAUGHS.encode("utf-16")])
    def test_of_a_document_type_in_any_part(self, part, content):
        assert refusal_of(document(paragraph("x"), parts={part: content})) == Reason.DOCTYPE

    def test_of_macros(self):
        assert refusal_of(document("", parts={"word/vbaProject.bin": b"x"})) == Reason.MACROS

    def test_of_a_document_made_for_macros(self):
        types = "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"

        assert refusal_of(document("", parts={"[Content_Types].xml": types})) == Reason.MACROS

    def test_of_a_bomb(self):
        body = paragraph("x" * 5_000_000)

        assert refusal_of(document(body)) == Reason.BOMB

    def test_of_a_directory_that_promises_too_much(self):
        data = bytearray(packed({"word/document.xml": "<x/>"}))
        place = data.index(b"PK\x01\x02")
        data[place + 24 : place + 28] = (200_000_000).to_bytes(4, "little")

        assert refusal_of(bytes(data)) == Reason.BOMB

    def test_of_a_directory_that_promises_too_little(self):
        data = bytearray(document(paragraph("We call on all States. " * 10)))
        place = data.rindex(b"PK\x01\x02")
        data[place + 24 : place + 28] = (10).to_bytes(4, "little")

        assert refusal_of(bytes(data)) == Reason.DAMAGED

    def test_of_too_many_parts(self):
        parts = {f"word/{number}.txt": b"" for number in range(2_001)}

        assert refusal_of(document("", parts=parts)) == Reason.TOO_MANY_ENTRIES

    def test_of_a_part_under_a_password(self):
        data = bytearray(document(paragraph("x")))
        data[data.rindex(b"PK\x01\x02") + 8] |= 1

        assert refusal_of(bytes(data)) == Reason.ENCRYPTED

    def test_of_a_file_under_a_password(self):
        stream = "EncryptedPackage".encode("utf-16-le")

        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream

        assert refusal_of(data) == Reason.ENCRYPTED

    def test_of_a_truncated_file(self):
        data = document(paragraph("We call on all States."))

        assert {refusal_of(data[: len(data) * part // 10]) for part in range(1, 10)} == {
            Reason.DAMAGED
        }

    def test_of_elements_too_deep(self):
        deep = "<w:smartTag>" * 300 + run("x") + "</w:smartTag>" * 300

        assert refusal_of(document(f"<w:p>{deep}</w:p>")) == Reason.TOO_DEEP

    def test_of_a_document_without_words(self):
        assert refusal_of(document(paragraph())) == Reason.NO_WORDS

    @pytest.mark.parametrize("name", ["xl/workbook.xml", "ppt/presentation.xml"])
    def test_of_other_documents(self, name):
        assert refusal_of(packed({"[Content_Types].xml": "", name: ""})) == Reason.OTHER_OFFICE

    def test_of_a_zip_of_documents(self):
        assert refusal_of(packed({"one.txt": "We call."})) == Reason.ARCHIVE


def test_a_picture_is_not_opened():
    # Its part is missing, which whoever looked would find.
    picture = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        'main" r:link="rId9"/></wp:inline></w:drawing></w:r>'
    )
    data = document(paragraph("We call.", picture), address="http://127.0.0.1:9/x.png")

    assert extract(data).text == "We call.\n"
    assert zipfile.ZipFile(BytesIO(data)).testzip() is None
