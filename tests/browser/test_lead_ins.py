"""Words that stand before a list, and words that are wrong in the source, selected in the text."""

import pytest
from playwright.sync_api import expect

from statements import workflow
from statements.models import Statement
from tests.browser.test_anchoring import form_of, mark, save, select

pytestmark = pytest.mark.django_db(transaction=True)


class SelectedWordsTests:
    def test_lead_in_to_the_recommendation_that_was_last_made(self, visitor, contributor):
        text = "We call on States:\n\n• to give shelter\n\nFirst and last."
        statement = Statement(title="To be marked", text=text)
        workflow.create(statement, by=contributor)
        officer = visitor()
        officer.log_in("contributor")
        officer.open(form_of(statement))
        page = officer.page

        select(page, "We call on States:")
        mark(page, "Lead-in")
        expect(page.get_by_text("Go to the row of a recommendation first")).to_be_visible()
        select(page, "to give shelter")
        page.keyboard.press("r")
        select(page, "We call on States:")
        page.keyboard.press("l")
        expect(page.locator("#id_recommendations-0-lead_in_words")).to_have_value(
            "We call on States:"
        )
        select(page, "First and last.")
        mark(page, "[sic]")
        save(page)

        anchored = statement.recommendations.values_list("passage__exact", "lead_in__exact")
        assert list(anchored) == [("to give shelter", "We call on States:")]
        assert [row.decision for row in statement.repairs.all()] == ["sic"]
        expect(page.locator("#text-pane mark.sic")).to_have_text("First and last.")
