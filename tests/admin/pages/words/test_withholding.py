"""The page on which words are withheld, at once where the public reads them."""

import pytest

from statements import workflow
from statements.models import Statement
from statements.text.withholding import token
from tests.admin.filling import filled

WORDS, REASON = "I thank you", "It tells who she is."


def address(statement: Statement) -> str:
    return f"/admin/statements/statement/{statement.pk}/withhold/"


def withhold(client, statement, words=WORDS, reason=REASON):
    return client.post(address(statement), {"words": words, "reason": reason}, follow=True)


class WithholdTests:
    def test_is_reached_from_the_form_which_saves_first(self, at_desk, contributor, form_of, draft):
        client = at_desk(contributor)
        data = filled(client.get(form_of(draft)))

        answer = client.post(form_of(draft), data | {"title": ["Renamed"], "_withhold": ["1"]})

        draft.refresh_from_db()
        assert (answer.status_code, answer["Location"]) == (302, address(draft))
        assert draft.title == "Renamed"

    def test_lists_what_is_withheld_with_who_and_why(self, at_desk, contributor, draft):
        page = withhold(at_desk(contributor), draft).content.decode()

        assert "The words are withheld, in 1 place." in page
        assert f'<span class="source-words" dir="auto">{WORDS}</span>' in page
        assert REASON in page

    def test_is_gone_from_the_public_page_at_once(self, at_desk, editor, live, client):
        public = f"/statements/{live.slug}/"
        before = client.get(public).content.decode()

        withhold(at_desk(editor), live)

        after = client.get(public).content.decode()
        assert WORDS in before
        assert WORDS not in after
        assert token("en") in after

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"words": "Nobody said this"}, "These words are not in the text"),
            ({"reason": ""}, "This field is required"),
        ],
    )
    def test_keeps_what_was_typed_where_it_is_refused(
        self, at_desk, contributor, draft, given, said
    ):
        page = withhold(at_desk(contributor), draft, **given).content.decode()

        assert said in page
        assert given.get("words", WORDS) in page
        assert not draft.withheld.exists()

    def test_tells_of_recommendations_that_had_to_go(self, at_desk, editor, live):
        page = withhold(at_desk(editor), live, words="without conditions").content.decode()

        assert "1 recommendation held some of them and is taken out" in page

    def test_shows_words_again_with_a_reason(self, at_desk, contributor, draft):
        client = at_desk(contributor)
        withhold(client, draft)
        one = draft.withheld.get()

        client.post(address(draft), {"show": one.pk, "reason": " "})
        kept = draft.withheld.exists()
        client.post(address(draft), {"show": one.pk, "reason": "She asked for it."})

        assert kept
        assert not draft.withheld.exists()

    @pytest.mark.parametrize("sent", ["", "x", "9" * 30, "9" * 5000])
    def test_shows_no_words_again_that_there_are_not(self, at_desk, contributor, draft, sent):
        answer = at_desk(contributor).post(address(draft), {"show": sent, "reason": "Why."})

        assert answer.status_code == 404

    def test_takes_no_words_from_an_address_which_others_may_log(self, at_desk, contributor, draft):
        page = at_desk(contributor).get(address(draft), {"words": "A name"})

        assert "A name" not in page.content.decode()

    def test_is_for_those_who_may(self, at_desk, live, contributor, campaigner, administrator):
        for person in (contributor, campaigner, administrator):
            assert at_desk(person).get(address(live)).status_code == 403
            assert withhold(at_desk(person), live).status_code == 403

        assert not live.withheld.exists()

    def test_is_offered_to_those_who_may(self, at_desk, live, contributor, editor, form_of):
        own = at_desk(contributor).get(form_of(live)).content.decode()
        editors = at_desk(editor).get(form_of(live)).content.decode()

        assert 'name="_withhold"' not in own
        assert 'name="_withhold"' in editors

    def test_says_where_a_form_still_tells_withheld_words(
        self, at_desk, contributor, form_of, draft
    ):
        workflow.withhold(draft, by=contributor, words="without conditions", reason=REASON)

        page = at_desk(contributor).get(form_of(draft)).content.decode()

        assert "Some of these words are withheld. Narrow the recommendation" in page
