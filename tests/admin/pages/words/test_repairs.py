"""The page on which repairs are proposed as a difference, made, left and undone."""

import pytest

from statements import workflow
from statements.models import Statement
from statements.workflow.texts import repairing
from tests.admin.filling import filled
from tests.cast import recommend

TEXT = "The topic (S/2017/l98) is abuse ofhuman rights.\n\nA <b>human</b>  face."


@pytest.fixture
def broken(draft, contributor):
    draft.recommendations.all().delete()
    draft.text = TEXT
    workflow.edit(draft, by=contributor, seen=draft.version)
    return draft


def address(statement: Statement) -> str:
    return f"/admin/statements/statement/{statement.pk}/repairs/"


def press(client, statement, **button):
    data = {"version": statement.version, **button}
    return client.post(address(statement), data, follow=True).content.decode()


class RepairsTests:
    def test_are_reached_from_the_form_which_saves_first(
        self, at_desk, contributor, form_of, broken
    ):
        client = at_desk(contributor)
        page = client.get(form_of(broken))
        answer = client.post(form_of(broken), filled(page) | {"title": ["New"], "_repairs": ["1"]})

        broken.refresh_from_db()
        assert "Repairs (3) …" in page.content.decode()
        assert (answer.status_code, answer["Location"]) == (302, address(broken))
        assert broken.title == "New"

    def test_are_shown_as_differences(self, at_desk, contributor, broken):
        page = at_desk(contributor).get(address(broken)).content.decode()

        assert "(S/2017/<del>l</del><ins>1</ins>98) is" in page
        assert "abuse of<ins>␣</ins>human rights" in page
        assert "A &lt;b&gt;human&lt;/b&gt; <del>␣</del>face." in page
        assert "Accept all 3 repairs" in page

    def test_are_made_together(self, at_desk, contributor, broken):
        page = press(at_desk(contributor), broken, accept="all")

        broken.refresh_from_db()
        assert broken.text == TEXT.replace("l98", "198").replace("ofh", "of h").replace("  ", " ")
        assert "3 repairs are made." in page
        assert "Nothing is proposed" in page

    def test_are_made_by_kind_and_one_by_one(self, at_desk, contributor, broken):
        client = at_desk(contributor)
        press(client, broken, accept="symbol")
        broken.refresh_from_db()
        press(client, broken, accept=repairing.desk(broken).open[0].key)

        broken.refresh_from_db()
        assert broken.text == TEXT.replace("l98", "198").replace("ofh", "of h")

    def test_are_undone_and_shown_as_they_were_made(self, at_desk, contributor, broken):
        client = at_desk(contributor)
        made = press(client, broken, accept="symbol")
        broken.refresh_from_db()
        (row,) = broken.repairs.all()
        undone = press(client, broken, undo=row.pk)

        broken.refresh_from_db()
        assert "(S/2017/<del>l</del><ins>1</ins>98) is" in made
        assert "Misread symbols · contributor" in made
        assert "1 is undone." in undone
        assert broken.text == TEXT

    def test_are_left_as_they_are_and_proposed_again(self, at_desk, contributor, broken):
        client = at_desk(contributor)
        page = press(client, broken, refuse="words")
        (row,) = broken.repairs.all()

        again = press(client, broken, undo=row.pk)

        assert "1 is left as it is" in page
        assert "Left as they are (1)" in page.replace("</h2>", "")
        assert "Accept all 3 repairs" in again

    def test_show_what_became_of_a_recommendation(self, at_desk, contributor, broken):
        recommend(broken, "abuse ofhuman rights")
        page = press(at_desk(contributor), broken, accept="all")

        (_before, after) = page.split("Recommendations whose words changed with them")
        assert "abuse of<ins>␣</ins>human rights" in after

    @pytest.mark.parametrize(
        "button",
        [
            {},
            {"accept": "words-0-0"},
            {"undo": "nine"},
            {"undo": "99"},
            {"undo": "9" * 5000},
            {"refuse": "\x00"},
        ],
    )
    def test_say_why_nothing_was_done(self, at_desk, contributor, broken, button):
        page = press(at_desk(contributor), broken, **button)

        broken.refresh_from_db()
        assert 'class="error"' in page
        assert broken.text == TEXT

    def test_of_another_version_are_refused(self, at_desk, contributor, editor, broken):
        seen = broken.version
        broken.title = "Meanwhile"
        workflow.edit(broken, by=editor, seen=seen)

        data = {"version": seen, "accept": "all"}
        page = at_desk(contributor).post(address(broken), data, follow=True).content.decode()

        broken.refresh_from_db()
        assert "Editor saved this while you were working on it." in page
        assert broken.text == TEXT

    def test_are_read_and_not_made_by_others(self, at_desk, other_contributor, broken):
        client = at_desk(other_contributor)

        page = client.get(address(broken)).content.decode()
        answer = client.post(address(broken), {"version": broken.version, "accept": "all"})

        assert "<ins>1</ins>" in page
        assert 'name="accept"' not in page
        assert answer.status_code == 403

    def test_of_a_clean_text_are_none(self, at_desk, contributor, draft):
        page = at_desk(contributor).get(address(draft)).content.decode()

        assert "Nothing is proposed" in page

    def test_of_a_kind_beyond_twenty_are_folded_away(self, at_desk, contributor, broken):
        broken.text = "a  b\n\n" * 30
        workflow.edit(broken, by=contributor, seen=broken.version)

        page = at_desk(contributor).get(address(broken)).content.decode()

        assert "10 more" in page
        assert page.count('name="accept" value="spaces-') == 30


class SicTests:
    """Faults that stay as the source has them, marked so."""

    def test_is_marked_and_taken_away(self, at_desk, contributor, broken):
        client = at_desk(contributor)
        (symbol,) = (one for one in repairing.desk(broken).open if one.kind == "symbol")
        page = press(client, broken, sic=symbol.key)
        assert "1 is marked [sic]." in page
        assert "Left, and marked [sic] (1)" in page.replace("</h2>", "")

        broken.refresh_from_db()
        (row,) = broken.repairs.all()
        page = press(client, broken, undo=str(row.pk))

        assert not broken.repairs.exists()
        assert "(S/2017/<del>l</del><ins>1</ins>98)" in page

    def test_is_marked_of_what_was_left_before(self, at_desk, contributor, broken):
        client = at_desk(contributor)
        press(client, broken, refuse="words")
        (row,) = broken.repairs.all()
        press(client, broken, sic_row=str(row.pk))

        assert [row.decision for row in broken.repairs.all()] == ["sic"]

    def test_is_not_offered_of_what_nobody_reads(self, at_desk, contributor, broken):
        page = at_desk(contributor).get(address(broken)).content.decode()

        assert page.count('name="accept" value="spaces') == 1
        assert 'name="sic" value="spaces' not in page
        assert page.count('name="sic"') == 2

    def test_is_marked_on_the_form_among_alike(self, at_desk, contributor, form_of, broken):
        """The words stand twice: the place that is sent says which."""
        client = at_desk(contributor)
        broken.text = "Be it said. Be it said."
        workflow.edit(broken, by=contributor, seen=broken.version)
        form = client.get(form_of(broken))
        place = '{"start": 12, "prefix": "Be it said. ", "suffix": ""}'
        data = filled(form) | {
            "repairs-TOTAL_FORMS": ["1"],
            "repairs-0-words": ["Be it said."],
            "repairs-0-place": [place],
        }
        client.post(form_of(broken), data)

        assert [row.span() for row in broken.repairs.all()] == [(12, 23)]
        page = client.get(form_of(broken)).content.decode()
        assert '<mark class="sic" data-at="12"' in page

    def test_is_for_who_may_edit(self, at_desk, other_contributor, form_of, broken):
        client = at_desk(other_contributor)
        page = client.get(form_of(broken)).content.decode()
        answer = client.post(address(broken), {"version": broken.version, "sic": "symbol-11-21"})

        assert 'data-rows="repairs"' not in page
        assert answer.status_code == 403
        assert not broken.repairs.exists()
