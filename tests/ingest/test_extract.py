"""The command that drafts documents without a database."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.ingest.extractors.paper import column, pdf
from tests.ingest.extractors.word import document, packed, paragraph
from tests.ingest.hostile import CLEAN, FILES

CALL = "We call on all States to implement resolution S/RES/2388 without delay."


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "in"
    path.mkdir()
    return path


def extracted(path, output):
    """Return what the command said: to whoever reads on, and of what failed."""
    out, err = StringIO(), StringIO()
    failed = ""
    try:
        call_command("extract", path, output=output, stdout=out, stderr=err)
    except CommandError as error:
        failed = str(error)
    return out.getvalue(), err.getvalue(), failed


def test_every_kind_of_document_becomes_a_draft(folder, tmp_path):
    (folder / "plain.txt").write_text(CALL)
    (folder / "page.html").write_text(f"<html><p>{CALL}</p></html>")
    (folder / "word.docx").write_bytes(document(paragraph(CALL)))
    (folder / "paper.pdf").write_bytes(pdf([column([CALL])]))
    (folder / "more.zip").write_bytes(packed({"a/plain.txt": CALL}))

    said = extracted(folder, tmp_path / "out")

    drafts = {path.name: json.loads(path.read_text()) for path in (tmp_path / "out").iterdir()}
    assert said == ("Documents written: 5.\n", "", "")
    assert sorted(drafts) == ["page.json", "paper.json", "plain-2.json", "plain.json", "word.json"]
    assert {tuple(one["symbols"]) for one in drafts.values()} == {("S/RES/2388",)}
    assert drafts["plain-2.json"]["document"] == "plain-2"


def test_goes_on_after_one_that_cannot_be_read(folder, tmp_path):
    (folder / "a.txt").write_text("")
    (folder / "b.txt").write_text(CALL)

    said = extracted(folder, tmp_path / "out")

    assert said == (
        "Documents written: 1.\n",
        "a.txt: The file is empty.\n",
        "Documents that could not be read: 1.",
    )
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.json"]


def test_of_harmful_documents_makes_the_draft_of_what_they_say_alone(folder, tmp_path):
    made = {name: make() for name, (make, came) in FILES.items() if came == CLEAN}
    for name, data in {**made, "laughs.docx": FILES["laughs.docx"][0]()}.items():
        (folder / name).write_bytes(data)

    _, said, _ = extracted(folder, tmp_path / "out")

    drafts = [json.loads(path.read_text()) for path in (tmp_path / "out").iterdir()]
    assert said.startswith("laughs.docx: This Office file declares a document type")
    assert len(drafts) == len(made)
    assert {tuple(one["exact"] for one in draft["recommendations"]) for draft in drafts} == {
        (CLEAN,)
    }


def test_writes_nowhere_but_into_its_folder(folder, tmp_path):
    (folder / "up.zip").write_bytes(packed({"../../up.txt": CALL, "x\u202etxt.exe": CALL}))

    extracted(folder, tmp_path / "out")

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["up.json", "xtxt.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


def test_keeps_the_addresses_that_words_of_a_page_lead_to(folder, tmp_path):
    page = f"<html><p>{CALL} See <a href='https://un.org/x'>the record</a>.</p></html>"
    (folder / "page.html").write_text(page)

    extracted(folder, tmp_path / "out")

    links = json.loads((tmp_path / "out" / "page.json").read_text())["links"]
    assert {"url": "https://un.org/x", "label": "the record", "offset": None} in links
