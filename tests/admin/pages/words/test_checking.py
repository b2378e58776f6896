"""The page that asks about words which may tell who a person is."""

import pytest

from statements import workflow
from statements.models import KeptWords, Statement

NUMBER = "+964 770 123 4567"


@pytest.fixture
def telling(draft, contributor):
    draft.text += f"\n\nCall {NUMBER} now."
    workflow.edit(draft, by=contributor, seen=draft.version)
    return draft


def address(statement: Statement, page: str = "check") -> str:
    return f"/admin/statements/statement/{statement.pk}/{page}/"


def press(client, statement, **data):
    return client.post(address(statement), data, follow=True).content.decode()


class CheckTests:
    def test_is_named_on_the_form_and_before_submitting(
        self, at_desk, telling, contributor, form_of
    ):
        client = at_desk(contributor)

        for page in (form_of(telling), address(telling, "move/submit")):
            body = client.get(page).content.decode()
            assert "1 place may tell who a person is" in body
            assert address(telling) in body

    def test_shows_the_words_in_their_place(self, at_desk, telling, contributor):
        page = at_desk(contributor).get(address(telling)).content.decode()

        assert "A telephone number" in page
        assert f"Call <mark>{NUMBER}</mark> now." in page

    def test_withholds_with_one_press(self, at_desk, telling, contributor):
        page = press(at_desk(contributor), telling, words=NUMBER, withhold="1")

        assert "The words are withheld, in 1 place." in page
        assert "Nothing waits for a decision" in page
        assert telling.withheld.get().reason == "A telephone number"

    def test_keeps_with_a_reason_and_asks_again(self, at_desk, telling, contributor):
        client = at_desk(contributor)
        owed = press(client, telling, words=NUMBER, keep="1")
        kept = press(client, telling, words=NUMBER, keep="1", reason="A public hotline.")
        again = press(client, telling, again=KeptWords.objects.get().pk)

        assert "Give a reason, please." in owed
        assert "A public hotline. · contributor" in kept
        assert f"<mark>{NUMBER}</mark>" in again

    def test_refuses_a_forged_submission(self, at_desk, telling, contributor):
        data = {"version": telling.version, "reason": ""}
        page = at_desk(contributor).post(address(telling, "move/submit"), data).content.decode()

        telling.refresh_from_db()
        assert "1 place in the text may tell who a person is" in page
        assert telling.stage == "draft"

    @pytest.mark.parametrize(
        "data", [{}, {"again": "x"}, {"again": "9" * 5000}, {"words": "nowhere", "keep": "1"}]
    )
    def test_takes_no_nonsense(self, at_desk, telling, contributor, data):
        answer = at_desk(contributor).post(address(telling), data)

        assert answer.status_code in {302, 404}
        assert not KeptWords.objects.exists()

    def test_lets_others_read_and_not_decide(self, at_desk, telling, other_contributor):
        client = at_desk(other_contributor)

        page = client.get(address(telling)).content.decode()
        answer = client.post(address(telling), {"words": NUMBER, "withhold": "1"})

        assert 'name="withhold"' not in page
        assert answer.status_code == 403
        assert not telling.withheld.exists()
