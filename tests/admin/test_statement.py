"""The form of a statement: every byte kept, every row anchored, nothing saved unasked."""

import re

import pytest
from django.contrib.admin.models import LogEntry

from statements import workflow
from statements.models import Person, Statement, Transition, Voice
from statements.workflow import door, editing
from statements.workflow.history import versions
from tests.admin.filling import filled
from tests.cast import SHELTER

ADD = "/admin/statements/statement/add/"


def written(client, **fields):
    """Add a statement through the form and return the answer."""
    data = filled(client.get(ADD))
    for name, value in fields.items():
        data[name] = [value]
    return client.post(ADD, data)


class TextTests:
    @pytest.mark.parametrize(
        "text",
        [
            "\n\nTwo empty lines first.",
            "  Blanks before, blanks after  \n\n\n",
            "Tab\tand no-break\u00a0space, e\u0301 decomposed, \u2028 a line separator.",
            "\n",
            "<b>&amp;</b> </textarea> \u202b\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
        ],
    )
    def test_survives_a_save_without_a_change(self, at_desk, contributor, form_of, text):
        client = at_desk(contributor)
        statement = Statement(title="As it was", text=text)
        workflow.create(statement, by=contributor)
        workflow.submit(statement, by=contributor)
        noted = Transition.objects.count()

        answer = client.post(form_of(statement), filled(client.get(form_of(statement))))

        statement.refresh_from_db()
        assert answer.status_code == 302
        assert statement.text == text
        assert (statement.version, statement.stage) == (1, "in_review")
        assert Transition.objects.count() == noted

    def test_comes_in_byte_for_byte(self, at_desk, contributor):
        written(at_desk(contributor), title="New", text="\r\n  Mr. President,\r\n\r\nI thank you. ")

        assert Statement.objects.get().text == "\n  Mr. President,\n\nI thank you. "

    def test_refuses_nul_in_plain_words(self, at_desk, contributor):
        answer = written(at_desk(contributor), title="New", text="Mr.\x00President")

        assert "Paste it as plain text" in answer.content.decode()
        assert not Statement.objects.exists()

    def test_edits_a_statement_once_for_all_that_changed(
        self, at_desk, contributor, form_of, draft
    ):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))
        data["title"] = ["Another title"]
        data["voices-0-role"] = ["Ambassador"]

        client.post(form_of(draft), data)

        draft.refresh_from_db()
        assert (draft.title, draft.version) == ("Another title", 2)
        assert not LogEntry.objects.exists()
        assert draft.voices.get().role == "Ambassador"


class UnchangedTests:
    def test_is_said_in_place_of_a_change(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)

        answer = client.post(form_of(draft), filled(client.get(form_of(draft))), follow=True)

        assert [str(one) for one in answer.context["messages"]] == ["Nothing was changed."]

    def test_is_not_said_of_a_change_of_tags(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft))) | {"recommendations-0-tag_names": ["New"]}

        answer = client.post(form_of(draft), data, follow=True)

        assert "was changed successfully" in answer.content.decode()


class AtOnceTests:
    """What acts at once holds the catalogue before the row, as a publication does."""

    @pytest.fixture
    def taken(self, monkeypatch):
        order = []
        hold, claim = door.hold, versions.claim

        def held():
            order.append("catalogue")
            return hold()

        def claimed(*arguments, **options):
            order.append("row")
            return claim(*arguments, **options)

        monkeypatch.setattr(door, "hold", held)
        monkeypatch.setattr(editing, "claim", claimed)
        return order

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ({"title": ["Renamed"], "recommendations-0-tag_names": ["New"]}, "catalogue"),
            (
                {
                    "title": ["Renamed"],
                    "withheld-TOTAL_FORMS": ["1"],
                    "withheld-0-words": ["I thank you"],
                    "withheld-0-reason": ["In danger."],
                },
                "catalogue",
            ),
            ({"title": ["Renamed"]}, "row"),
        ],
    )
    def test_comes_in_the_order_of_a_publication(
        self, at_desk, contributor, form_of, draft, taken, typed, expected
    ):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft))) | typed

        client.post(form_of(draft), data)

        assert taken[0] == expected


class DateTests:
    @pytest.mark.parametrize(
        ("typed", "on", "precision"),
        [
            ("2017", "2017-01-01", "year"),
            ("2017-09", "2017-09-01", "month"),
            ("2017-09-27", "2017-09-27", "day"),
            ("27 September 2017", "2017-09-27", "day"),
            ("September 27, 2017", "2017-09-27", "day"),
            ("Sept. 2017", "2017-09-01", "month"),
            ("", "None", "unknown"),
        ],
    )
    def test_is_read_with_its_precision(self, at_desk, contributor, typed, on, precision):
        written(at_desk(contributor), title="New", text="Words", delivered=typed)

        statement = Statement.objects.get()
        assert str(statement.delivered_on) == on
        assert statement.delivered_precision == precision

    @pytest.mark.parametrize("typed", ["31 June 2017", "2017-02-31", "2017-13", "0000"])
    def test_says_that_a_date_does_not_exist(self, at_desk, contributor, typed):
        answer = written(at_desk(contributor), title="New", text="Words", delivered=typed)

        page = answer.content.decode()
        assert "There is no such date." in page
        assert "Write it as" not in page

    @pytest.mark.parametrize("typed", ["27/09/2017", "27-09-2017", "soon", "20170927"])
    def test_says_how_to_write_one(self, at_desk, contributor, typed):
        answer = written(at_desk(contributor), title="New", text="Words", delivered=typed)

        assert "Write it as 27 September 2017" in answer.content.decode()
        assert not Statement.objects.exists()


class VoiceTests:
    @pytest.fixture
    def person(self, db):
        return Person.objects.create(name="Jane Roe")

    def saved(self, client, address, **fields):
        data = filled(client.get(address))
        for name, value in fields.items():
            data[f"voices-0-{name}"] = [value]
        client.post(address, data)
        return Voice.objects.get()

    def test_without_a_name_takes_its_persons(self, at_desk, contributor, form_of, draft, person):
        fields = {"person": str(person.pk), "name": ""}

        voice = self.saved(at_desk(contributor), form_of(draft), **fields)

        assert (voice.person, voice.name) == (person, "Jane Roe")

    def test_of_a_new_statement_takes_it_too(self, at_desk, contributor, person):
        written(
            at_desk(contributor), title="New", text="Words", **{"voices-0-person": str(person.pk)}
        )

        assert Voice.objects.get().name == "Jane Roe"

    def test_keeps_the_name_as_the_source_writes_it(
        self, at_desk, contributor, form_of, draft, person
    ):
        voice = self.saved(at_desk(contributor), form_of(draft), person=str(person.pk))

        assert voice.name == "Ms. A"

    def test_of_another_person_does_not_keep_the_first_ones_name(
        self, at_desk, contributor, form_of, draft, person
    ):
        client, other = at_desk(contributor), Person.objects.create(name="Mary Major")
        self.saved(client, form_of(draft), person=str(person.pk), name="")

        voice = self.saved(client, form_of(draft), person=str(other.pk))

        assert voice.name == "Mary Major"

    def test_keeps_its_name_where_the_person_is_renamed(
        self, at_desk, contributor, form_of, draft, person
    ):
        client = at_desk(contributor)
        self.saved(client, form_of(draft), person=str(person.pk), name="")
        Person.objects.update(name="Jane Doe")

        voice = self.saved(client, form_of(draft), role="Ambassador")

        assert (voice.role, voice.name) == ("Ambassador", "Jane Roe")


class AnotherOfThisEventTests:
    def test_starts_with_what_the_event_says(self, at_desk, editor, form_of, draft, council):
        client = at_desk(editor)
        data = filled(client.get(form_of(draft))) | {"_another_of_event": ["1"]}

        answer = client.post(form_of(draft), data, follow=True)

        again = filled(answer)
        assert again["delivered"] == ["2017-11-21"]
        assert again["kind"] == ["speech"]
        assert again["title"] == [""]


class ViewOnlyTests:
    def test_shows_the_text_to_those_who_may_not_change_it(
        self, at_desk, campaigner, form_of, draft
    ):
        client = at_desk(campaigner)

        page = client.get(form_of(draft))

        assert SHELTER in page.content.decode()
        assert "2017-11-21" in page.content.decode()
        assert b'name="text"' not in page.content
        assert client.post(form_of(draft), {"title": "Mine"}).status_code == 403

    def test_lets_contributors_change_their_own_only(
        self, at_desk, other_contributor, form_of, draft
    ):
        client = at_desk(other_contributor)

        assert client.get(form_of(draft)).status_code == 200
        assert client.post(form_of(draft), {"title": "Mine"}).status_code == 403


class UnlistedTests:
    def test_are_for_an_editor_to_add(self, at_desk, contributor, editor):
        pages = [at_desk(one).get(ADD).content.decode() for one in (contributor, editor)]

        assert [page.count("Not in the list?") > 2 for page in pages] == [True, False]
        assert "Not in the list?" not in pages[1]


class WithoutScriptsTests:
    def test_is_told_what_cannot_be_chosen(self, at_desk, contributor, draft, form_of):
        page = at_desk(contributor).get(form_of(draft)).content.decode()

        assert "<noscript><p" in page

    def test_finds_a_spare_row_folded(self, at_desk, contributor, draft, form_of):
        page = at_desk(contributor).get(form_of(draft)).content.decode()

        rows = re.findall(r'id="recommendations-(\d+|empty)".*?<details( open)?>', page, re.DOTALL)
        opened = {row: bool(is_open) for row, is_open in rows}
        assert opened == {"0": False, "1": False, "2": False, "empty": True}
