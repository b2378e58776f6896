"""A row beyond the first gets its fields when somebody opens it, and is saved like any other."""

import pytest
from playwright.sync_api import expect

from statements import workflow
from statements.admin.forms.opening import READY
from statements.models import Statement
from tests.cast import recommend

pytestmark = pytest.mark.django_db(transaction=True)


class FoldedRowTests:
    @pytest.fixture
    def long(self, contributor, council):
        asks = [f"We ask for thing {n:02}, at once." for n in range(READY + 2)]
        statement = Statement(title="Long", text="\n\n".join(asks))
        workflow.create(statement, by=contributor)
        for ask in asks:
            recommend(statement, ask, addressees=[council])
        return statement

    def test_is_opened_from_its_mark_and_saved(self, visitor, contributor, long):
        officer = visitor()
        officer.log_in("contributor")
        officer.open(f"/admin/statements/statement/{long.pk}/change/")
        page, row = officer.page, f"#id_recommendations-{READY + 1}"
        expect(page.locator(f"{row}-words")).to_have_count(0)

        page.locator("#text-pane a.sign", has_text=str(READY + 2)).click()
        expect(page.locator(f"{row}-words")).to_have_value(
            f"We ask for thing {READY + 1}, at once."
        )
        expect(
            page.locator(f"#recommendations-{READY + 1} .select2-container").first
        ).to_be_visible()
        page.locator(f"{row}-short_form").fill("The last of them")
        page.get_by_role("button", name="Save and continue editing").click()

        expect(page.get_by_text("was changed successfully")).to_be_visible()
        last = long.recommendations.order_by("passage__start").last()
        assert last.short_form == "The last of them"
        assert last.addressees.exists()
        assert long.recommendations.count() == READY + 2
