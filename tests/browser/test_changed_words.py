"""A sentence is reworded: it is flagged, and a person says which words are meant."""

import pytest
from playwright.sync_api import expect

from tests.cast import SHELTER, TEXT

pytestmark = pytest.mark.django_db(transaction=True)


class ChangedWordsTests:
    def test_are_flagged_and_anchored_again_with_one_click(self, visitor, live, contributor):
        reworded = SHELTER.replace("without conditions", "at once and for good")
        officer = visitor()
        officer.log_in("contributor")
        officer.open(f"/admin/statements/statement/{live.pk}/change/")
        page = officer.page
        page.locator("#id_text").fill(TEXT.replace(SHELTER, reworded))
        page.get_by_role("button", name="Save and continue editing").click()

        changed = page.locator("#changed-words")
        expect(changed.get_by_text("Words changed: please check (1)")).to_be_visible()
        expect(changed.locator("ins").first).to_contain_text("at once and for good")
        assert [one.exact for one in live.passages.filter(orphaned=True)] == [SHELTER]
        changed.get_by_role("button", name="These words are meant").first.click()

        expect(page.get_by_text("The words were found again.")).to_be_visible()
        expect(changed).to_have_count(0)
        expect(page.locator("#text-pane mark", has_text=reworded)).to_be_visible()
        reader = visitor()
        reader.open("/statements/iraq-on-shelter/")
        expect(reader.page.locator("mark", has_text=SHELTER)).to_be_visible()
