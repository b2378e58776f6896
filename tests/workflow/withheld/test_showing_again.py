"""Words that are shown again are shown wherever they stand, or in none of those places."""

import pytest

from statements import workflow
from statements.text.withholding import token
from statements.workflow.records import compile

NAME = "Zamira Qadir"
EN = token("en")
REASON = "She is in danger."


@pytest.fixture
def named(draft, contributor):
    draft.text = f"We heard {NAME} today. ZAMIRA QADIR is safe.\n\n{draft.text}"
    workflow.edit(draft, by=contributor, seen=draft.version)
    return draft


class ShowAgainTests:
    def test_shows_words_again_wherever_they_stand(self, named, contributor):
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
        workflow.withhold(named, by=contributor, words="today", reason=REASON)

        places = workflow.show_again(
            named.withheld.first(), by=contributor, reason="She asked for it."
        )

        text = compile.statement(named.pk).text
        assert places == 2
        assert NAME in text
        assert NAME.upper() in text
        assert "withheld" not in self.missing(named)
        assert [one.passage.exact for one in named.withheld.all()] == ["today"]

    def test_shows_one_place_where_the_others_are_withheld_with_a_neighbour(
        self, named, contributor
    ):
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
        workflow.withhold(named, by=contributor, words=f"{NAME} today", reason=REASON)

        workflow.show_again(named.withheld.last(), by=contributor, reason="Another person.")

        text = compile.statement(named.pk).text
        assert text.startswith(f"We heard {EN}. ZAMIRA QADIR is safe.")
        assert "withheld" not in self.missing(named)

    def test_refuses_to_show_what_is_shown_already(self, named, contributor):
        workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
        one, same = named.withheld.all()
        workflow.show_again(one, by=contributor, reason="She asked for it.")

        with pytest.raises(workflow.Refusal, match="withheld no more"):
            workflow.show_again(same, by=contributor, reason="She asked for it.")

    def missing(self, statement):
        return {one.field for one in workflow.missing(statement)}
