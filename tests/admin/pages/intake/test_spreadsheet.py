"""A spreadsheet comes in on one page, in three steps; nothing is made before the last."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from statements.models import Recommendation, Spreadsheet, Statement
from tests.ingest.tables.books import book

PAGE = "/admin/statements/statement/spreadsheet/"
STATEMENTS = [["Title", "Text", "Country"], ["One", "Every State must open shelters.", ""]]
ASKS = [["Statement", "Exact words"], ["One", "open shelters"]]


@pytest.fixture
def desk(at_desk, contributor):
    return at_desk(contributor)


def bring(desk, sheets=None, name="ours.xlsx", data=None):
    content = book(sheets or {"S": STATEMENTS, "R": ASKS}) if data is None else data
    return desk.post(PAGE, {"bring": "1", "tables": [SimpleUploadedFile(name, content)]})


def sent(desk):
    """Return what the form on the page would send."""
    form = desk.get(PAGE).context["form"]
    values = {name: form[name].value() or "" for name in form.fields}
    return values | {"spreadsheet": Spreadsheet.objects.get().ref}


def test_brings_a_workbook_in_from_the_first_step_to_the_last(desk, contributor):
    assert bring(desk).url == PAGE
    assert "Every State must open shelters." in desk.get(PAGE).content.decode()
    checked = desk.post(PAGE, {**sent(desk), "check": "1"})
    assert checked.context["counts"] == ["1 statement", "1 recommendation"]
    assert not Statement.objects.exists()

    made = desk.post(PAGE, {**sent(desk), "make": "1", "checked": checked.context["checked"]})

    assert made.status_code == 302
    statement = Statement.objects.get()
    assert (statement.title, statement.public) == ("One", "never")
    assert statement.created_by == contributor
    assert Recommendation.objects.get().passage.exact == "open shelters"
    assert not Spreadsheet.objects.exists()


def test_says_what_is_wrong_where(desk):
    bring(desk, {"S": [STATEMENTS[0], ["One", "Text", "Absurdistan"]]})
    page = desk.post(PAGE, {**sent(desk), "check": "1"}).content.decode()

    assert "Row 2, column “Country”: “Absurdistan” is no country we know." in page
    assert 'name="make"' not in page


def test_leaves_a_column_out(desk):
    bring(desk, {"S": [STATEMENTS[0], ["One", "Text", "Absurdistan"]]})
    page = desk.post(PAGE, {**sent(desk), "s0-c2": "", "check": "1"})
    assert page.context["plan"].can_be_made


def test_makes_nothing_that_was_not_seen(desk):
    bring(desk)
    checked = desk.post(PAGE, {**sent(desk), "check": "1"}).context["checked"]
    desk.post(PAGE, {**sent(desk), "s1": "", "s1-was": "", "make": "1", "checked": checked})
    desk.post(PAGE, {**sent(desk), "make": "1"})
    assert not Statement.objects.exists()


def test_asks_for_the_needed_columns_and_each_once(desk):
    bring(desk, {"S": STATEMENTS})
    page = desk.post(PAGE, {**sent(desk), "s0-c1": "title", "check": "1"}).content.decode()
    assert "Choose a column for this, without which there is nothing: Text." in page
    assert "Several columns were said to be this: Title." in page


def test_guesses_columns_anew_for_another_kind(desk):
    bring(desk, {"S": ASKS})
    page = desk.post(PAGE, {**sent(desk), "s0": "statements", "check": "1"})
    assert "were guessed anew" in page.content.decode()
    assert page.context["form"]["s0-was"].value() == "statements"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "This is no table that can be read."),
        (b"", "The file is empty."),
        (b"a,b\n" + b"1,2\n" * 3000, "There are too many rows"),
    ],
)
def test_refuses_a_file_with_a_sentence(desk, data, words):
    assert words in bring(desk, data=data).content.decode()
    assert not Spreadsheet.objects.exists()


def test_asks_for_a_file(desk):
    assert "Choose a file" in desk.post(PAGE, {"bring": "1"}).content.decode()


def test_a_spreadsheet_is_for_one_person_alone(desk, at_desk, editor):
    bring(desk)
    others = at_desk(editor)
    assert "Every State must" not in others.get(PAGE).content.decode()
    answer = others.post(PAGE, {**sent(desk), "check": "1"}, follow=True)
    assert "is not here any more" in answer.content.decode()


def test_another_file_takes_the_place_of_the_first(desk):
    bring(desk)
    old = sent(desk)
    bring(desk, {"S": [["Title", "Text"], ["Two", "b"]]})
    answer = desk.post(PAGE, {**old, "check": "1"}, follow=True)
    assert "is not here any more" in answer.content.decode()
    assert Spreadsheet.objects.count() == 1


def test_puts_it_away(desk):
    bring(desk)
    desk.post(PAGE, {**sent(desk), "drop": "1"})
    assert not Spreadsheet.objects.exists()


def test_reads_several_csv_files_together(desk):
    files = [
        SimpleUploadedFile("s.csv", b"Title,Text\nOne,Words here\n"),
        SimpleUploadedFile("r.csv", b"Statement;Exact words\nOne;Words\n"),
    ]
    desk.post(PAGE, {"bring": "1", "tables": files})
    page = desk.post(PAGE, {**sent(desk), "check": "1"})
    assert page.context["counts"] == ["1 statement", "1 recommendation"]


@pytest.mark.parametrize("where", ["", "statements/statement/", "statements/recommendation/"])
def test_leads_there_whoever_may_add(at_desk, contributor, administrator, where):
    pages = [at_desk(one).get(f"/admin/{where}") for one in (contributor, administrator)]
    assert [PAGE in page.content.decode() for page in pages] == [True, False]


def test_forgets_what_was_never_made(desk):
    bring(desk)
    Spreadsheet.objects.update(brought_at=timezone.now() - dt.timedelta(hours=25))
    assert "form" in desk.get(PAGE).context
    assert not Spreadsheet.objects.exists()


def test_a_second_click_makes_nothing(desk):
    bring(desk)
    checked = desk.post(PAGE, {**sent(desk), "check": "1"}).context["checked"]
    form = {**sent(desk), "make": "1", "checked": checked}
    desk.post(PAGE, form)
    answer = desk.post(PAGE, form, follow=True)
    assert "is not here any more" in answer.content.decode()
    assert Statement.objects.count() == 1
