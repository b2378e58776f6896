"""The text beside the rows: what stands in it, and how a row takes its place from it."""

import json

import pytest

from statements import workflow
from statements.models import Statement
from tests.admin.filling import filled, row
from tests.cast import SHELTER

TWICE = "We must act now.\n\nWe must act now.\n\nWe thank you all for your patience."


@pytest.fixture
def client(at_desk, contributor):
    return at_desk(contributor)


@pytest.fixture
def statement(contributor):
    statement = Statement(title="Twice", text=TWICE)
    workflow.create(statement, by=contributor)
    return statement


def selected(text, start, end):
    around = {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
    return json.dumps({"start": start, **around})


class TextTests:
    def test_shows_the_passages_of_every_kind(self, client, form_of, draft, contributor):
        workflow.withhold(draft, by=contributor, words="Mr. President", reason="A test.")

        page = client.get(form_of(draft)).content.decode()

        assert page.count('<mark class="recommendation" data-at=') == 2
        assert '<mark class="withheld" data-at="0"' in page
        assert f'href="#row-{draft.recommendations.first().ref}"' in page

    def test_is_what_was_saved_while_a_form_has_errors(self, client, form_of, draft):
        data = filled(client.get(form_of(draft)))
        data["title"], data["text"] = [""], ["Quite another text."]

        page = client.post(form_of(draft), data).content.decode()

        shown = page[page.index('id="text-pane"') :]
        assert f">{SHELTER}</mark>" in shown
        assert "Quite another text." not in shown

    def test_has_no_mark_where_the_words_are_lost(self, client, form_of, draft):
        data = filled(client.get(form_of(draft)))
        data["text"] = [data["text"][0].replace("without conditions", "at once")]
        client.post(form_of(draft), data)

        page = client.get(form_of(draft)).content.decode()

        assert page.count('<mark class="recommendation" data-at=') == 1

    def test_has_no_button_for_who_may_not_change_it(
        self, at_desk, other_contributor, form_of, live
    ):
        page = at_desk(other_contributor).get(form_of(live)).content.decode()

        assert f">{SHELTER}</mark>" in page
        assert 'role="toolbar"' not in page

    def test_waits_for_a_text(self, client):
        page = client.get("/admin/statements/statement/add/").content.decode()

        assert "Save the text first" in page
        assert "What is withheld" not in page


class SelectedPlaceTests:
    def test_tells_alike_words_apart(self, client, form_of, statement):
        data = filled(client.get(form_of(statement)))
        start = TWICE.rindex("We must act now.")
        row(data, words="We must act now.", place=selected(TWICE, start, start + 16))

        client.post(form_of(statement), data)

        assert statement.recommendations.get().passage.start == start

    def test_is_found_in_the_text_of_the_same_save(self, client, form_of, statement):
        data = filled(client.get(form_of(statement)))
        start = TWICE.rindex("We must act now.")
        row(data, words="We must act now.", place=selected(TWICE, start, start + 16))
        data["text"] = [f"Mr. President,\r\n\r\n{data['text'][0]}"]

        client.post(form_of(statement), data)

        text = Statement.objects.get().text
        assert statement.recommendations.get().passage.start == text.rindex("We must act now.")

    def test_is_asked_for_where_it_is_in_doubt(self, client, form_of, statement):
        data = filled(client.get(form_of(statement)))
        row(data, words="We must act now.", place=selected("Elsewhere " * 9, 20, 36))

        page = client.post(form_of(statement), data).content.decode()

        assert "stand in the text 2 times" in page
        assert not statement.recommendations.exists()

    @pytest.mark.parametrize(
        "place", ["{", '{"start": "x"}', '{"start": -5, "prefix": "", "suffix": ""}']
    )
    def test_is_nothing_where_it_is_nonsense(self, client, form_of, statement, place):
        data = filled(client.get(form_of(statement)))
        row(data, words="We thank you all", place=place)

        client.post(form_of(statement), data)

        assert statement.recommendations.get().passage.start == TWICE.index("We thank")


class WithheldRowTests:
    def withhold(self, client, form_of, statement, words, reason="A survivor.", **more):
        data = filled(client.get(form_of(statement)))
        data |= {
            "withheld-TOTAL_FORMS": ["1"],
            "withheld-0-words": [words],
            "withheld-0-reason": [reason],
            **more,
        }
        return client.post(form_of(statement), data, follow=True).content.decode()

    def test_is_withheld_as_the_form_is_saved(self, client, form_of, statement):
        page = self.withhold(client, form_of, statement, "We thank you", title=["Renamed"])

        assert "The words are withheld, in 1 place." in page
        assert [str(one) for one in statement.withheld.all()] == ["We thank you"]
        assert Statement.objects.get().title == "Renamed"

    def test_says_nothing_of_a_save_that_was_refused(self, client, form_of, statement):
        more = {"withheld-TOTAL_FORMS": ["2"], "withheld-1-words": ["thank you all"]}

        page = self.withhold(
            client, form_of, statement, "We thank you", **more, **{"withheld-1-reason": ["A test."]}
        )

        assert "choose all of them or none" in page
        assert "The words are withheld" not in page
        assert not statement.withheld.exists()

    def test_needs_a_reason(self, client, form_of, statement):
        page = self.withhold(client, form_of, statement, "We thank you", reason="")

        assert "Please correct the error" in page
        assert not statement.withheld.exists()

    def test_takes_whole_words_of_the_text(self, client, form_of, statement):
        page = self.withhold(client, form_of, statement, "thank y")

        assert "begin or end within a word" in page
        assert not statement.withheld.exists()

    def test_of_a_live_text_is_gone_at_once(self, at_desk, editor, form_of, live, client):
        self.withhold(at_desk(editor), form_of, live, "Trafficking is a crime")

        page = client.get("/statements/iraq-on-shelter/").content.decode()
        assert "Trafficking is a crime" not in page

    def test_leaves_an_approval_of_what_the_public_reads(self, at_desk, editor, form_of, live):
        self.withhold(at_desk(editor), form_of, live, "Mr. President")

        live.refresh_from_db()
        assert live.is_public_as_it_stands()

    def test_cannot_be_changed_or_deleted(self, client, form_of, statement, contributor):
        workflow.withhold(statement, by=contributor, words="We thank you", reason="A test.")
        data = filled(client.get(form_of(statement)))
        data |= {"withheld-0-reason": ["Forged"], "withheld-0-DELETE": ["on"]}

        client.post(form_of(statement), data)

        assert statement.withheld.get().reason == "A test."

    def test_is_not_for_who_may_not_withhold(self, at_desk, contributor, form_of, live):
        client = at_desk(contributor)
        self.withhold(client, form_of, live, "Mr. President")

        assert not live.withheld.exists()
