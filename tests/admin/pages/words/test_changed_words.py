"""“Words changed: please check”: on the page of a statement, and on the start page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.models import Passage
from statements.text import passages
from tests.admin.filling import filled
from tests.cast import SHELTER

REWORDED = SHELTER.replace("without conditions", "at once")
CHOICE = re.compile(r'name="choice" value="([^"]+)"')


@pytest.fixture
def client(at_desk, contributor):
    return at_desk(contributor)


@pytest.fixture
def reworded(draft, contributor):
    draft.text = draft.text.replace(SHELTER, REWORDED)
    workflow.edit(draft, by=contributor, seen=draft.version)
    return draft


def address_of(statement):
    return f"/admin/statements/statement/{statement.pk}/changed-words/"


def choices(page):
    return CHOICE.findall(page.content.decode())


class StatementPageTests:
    def test_lists_what_was_and_what_is_as_a_difference(self, client, form_of, reworded):
        page = client.get(form_of(reworded)).content.decode()

        section = page[page.index('id="changed-words"') : page.index("What was said")]
        assert "Words changed: please check (1)" in re.sub(r"</?h2[^>]*>", "", section)
        assert SHELTER in section
        assert REWORDED in section
        assert "<del> without conditions</del><ins> at once</ins>" in section

    def test_lists_nothing_where_nothing_changed(self, client, form_of, draft):
        assert 'id="changed-words"' not in client.get(form_of(draft)).content.decode()

    def test_says_that_words_are_gone(self, client, form_of, draft, contributor):
        draft.text = draft.text.replace(f"{SHELTER}\n\n", "")
        workflow.edit(draft, by=contributor, seen=draft.version)

        page = client.get(form_of(draft)).content.decode()

        assert "Words changed: please check" in page
        assert "Nothing: the words are gone." in page

    def test_offers_no_choice_to_who_may_not_change_it(
        self, at_desk, other_contributor, form_of, reworded
    ):
        page = at_desk(other_contributor).get(form_of(reworded))

        assert "at once" in page.content.decode()
        assert choices(page) == []

    def test_looks_at_the_first_of_very_many(self, client, form_of, contributor, draft):
        for _row in range(25):
            passage = workflow.anchor(draft, passages.find(draft.text, SHELTER)[0])
            draft.recommendations.create(passage=passage, strength=3)
        draft.text = draft.text.replace(SHELTER, REWORDED)
        workflow.edit(draft, by=contributor, seen=draft.version)

        page = client.get(form_of(draft)).content.decode()

        assert "please check (26)" in page
        assert page.count('class="lost-words"') == 20
        assert "The others follow once these are done." in page


class ChoiceTests:
    def test_anchors_with_one_click(self, client, form_of, reworded):
        [first, *_] = choices(client.get(form_of(reworded)))

        answer = client.post(address_of(reworded), {"choice": first, "version": reworded.version})

        assert answer.headers["Location"] == f"{form_of(reworded)}#changed-words"
        assert reworded.recommendations.filter(passage__exact=REWORDED).exists()
        assert 'id="changed-words"' not in client.get(form_of(reworded)).content.decode()

    def test_changes_nothing_else_of_the_statement(self, client, form_of, reworded):
        before = filled(client.get(form_of(reworded)))
        [first, *_] = choices(client.get(form_of(reworded)))

        client.post(address_of(reworded), {"choice": first, "version": reworded.version})

        after = filled(client.get(form_of(reworded)))
        changed = {name for name in before if before[name] != after.get(name)}
        kept = {"csrfmiddlewaretoken", "opened", "version"}
        assert changed - kept == {"recommendations-0-words", "recommendations-0-place"}

    @pytest.mark.parametrize("choice", ["", "x", "1:2", "0:1:2", "99:1:2", "1:5:3:4", "-1:0:5"])
    def test_survives_nonsense(self, client, reworded, choice):
        answer = client.post(address_of(reworded), {"choice": choice, "version": "1"}, follow=True)

        assert answer.status_code == 200
        assert Passage.objects.lost().count() == 1

    def test_says_who_saved_in_between(self, client, form_of, reworded, publisher):
        [first, *_] = choices(client.get(form_of(reworded)))
        reworded.title = "Meanwhile"
        workflow.edit(reworded, by=publisher, seen=reworded.version)

        answer = client.post(
            address_of(reworded), {"choice": first, "version": reworded.version - 1}, follow=True
        )

        assert "Publisher saved this while you were working on it." in answer.content.decode()
        assert Passage.objects.lost().exists()

    def test_is_not_for_others(self, at_desk, other_contributor, client, form_of, reworded):
        [first, *_] = choices(client.get(form_of(reworded)))

        answer = at_desk(other_contributor).post(
            address_of(reworded), {"choice": first, "version": reworded.version}
        )

        assert answer.status_code == 403
        assert Passage.objects.lost().exists()

    def test_is_made_by_posting_alone(self, client, form_of, reworded):
        [first, *_] = choices(client.get(form_of(reworded)))

        client.get(f"{address_of(reworded)}?choice={first}&version={reworded.version}")

        assert Passage.objects.lost().exists()


class StartPageTests:
    def test_shows_the_difference_and_takes_the_choice(self, client, reworded):
        page = client.get("/admin/")
        [first, *_] = choices(page)
        data = {"choice": first, "version": reworded.version, "from-start": "1"}

        answer = client.post(address_of(reworded), data)

        assert "<del> without conditions</del><ins> at once</ins>" in page.content.decode()
        assert page.content.decode().count("csrfmiddlewaretoken") >= 2
        assert answer.headers["Location"] == "/admin/"
        assert not Passage.objects.lost().exists()

    def test_costs_the_same_with_many_passages(self, client, form_of, draft, contributor):
        draft.text = draft.text.replace(SHELTER, REWORDED)
        workflow.edit(draft, by=contributor, seen=draft.version)

        def counted(path):
            client.get(path)
            with CaptureQueriesContext(connection) as queries:
                client.get(path)
            return len(queries)

        few = counted("/admin/"), counted(form_of(draft))
        draft.text = "All is new."
        workflow.edit(draft, by=contributor, seen=draft.version)

        assert (counted("/admin/"), counted(form_of(draft))) == few
