"""Tag and classify many recommendations in a real browser, with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from statements import workflow
from statements.catalogue import store
from statements.models import Recommendation, Tag

pytestmark = pytest.mark.django_db(transaction=True)

LIST = "/admin/statements/recommendation/"
# More often than this nobody presses Tab to get anywhere on these pages.
MOST_TABS = 120


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until what is meant has the focus, as one does without a mouse."""
    for _press in range(MOST_TABS):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not lead to {selector}")


def choose_all(page: Page) -> None:
    """Tick every row of the list, choose what to do with them, and go."""
    tab_to(page, "#action-toggle")
    page.keyboard.press("Space")
    tab_to(page, "select[name=action]", "Shift+Tab")
    page.keyboard.type("Tag and")
    tab_to(page, ".actions button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#many_form")


@pytest.fixture
def officer(visitor, campaigner, live):
    """A campaigner before the list; one of two recommendations has a tag."""
    workflow.tag(live.recommendations.all()[:1], by=campaigner, add=["Some"])
    officer = visitor()
    officer.log_in("campaigner")
    officer.open(LIST)
    return officer


class KeyboardTests:
    def test_tags_sees_makes_and_undoes(self, officer, live):
        page = officer.page
        choose_all(page)
        tab_to(page, "#id_add_tags")
        page.keyboard.type("Early help")
        tab_to(page, "input[type=checkbox]")
        page.keyboard.press("Space")
        tab_to(page, "[name=_preview]")
        page.keyboard.press("Enter")
        page.wait_for_selector("[name=_make]")
        expect(page.get_by_text("added to 2 recommendations")).to_be_visible()
        expect(page.get_by_text("added to 1 recommendation", exact=True)).to_be_visible()

        tab_to(page, "[name=_make]")
        page.keyboard.press("Enter")
        page.wait_for_url("**/batch/*/change/")

        assert store.get("statement", live.slug).live.tags == ("early-help", "some")
        tab_to(page, "a[href$='/move/undo/']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/move/undo/")
        tab_to(page, ".submit-row input[type=submit]")
        page.keyboard.press("Enter")
        page.wait_for_url("**/batch/*/change/")

        assert store.get("statement", live.slug).live.tags == ("some",)
        assert Recommendation.objects.filter(tags__isnull=False).count() == 1


class BoxTests:
    def box(self, page: Page):
        return page.get_by_role("checkbox", name="Some")

    def test_goes_from_some_to_all_to_none_and_back(self, officer):
        choose_all(officer.page)
        box = self.box(officer.page)
        seen = []

        for _press in range(4):
            is_mixed = box.evaluate("box => box.indeterminate")
            seen.append("some" if is_mixed else "all" if box.is_checked() else "none")
            box.press("Space")

        assert seen == ["some", "all", "none", "some"]
        expect(box).to_have_accessible_description("some of them: 1 of 2")

    def test_says_in_words_what_it_will_do(self, officer):
        choose_all(officer.page)

        self.box(officer.page).press("Space")

        expect(officer.page.get_by_text("will be on all of them")).to_be_visible()

    def test_is_a_choice_of_three_without_scripts(self, visitor, campaigner, live):
        workflow.tag(live.recommendations.all()[:1], by=campaigner, add=["Some"])
        officer = visitor(scripts=False)
        officer.log_in("campaigner")
        officer.open(LIST)
        page = officer.page
        page.locator("input.action-select").first.check()
        page.locator("select[name=action]").select_option("change_many")
        page.get_by_role("button", name="Go").click()
        page.get_by_role("button", name="Take all 2 of the list instead").click()
        page.locator(f"[name=tag-{Tag.objects.get().pk}]").select_option("none")
        page.get_by_role("button", name="Show what would change").click()
        page.get_by_role("button", name="Make these changes").click()

        assert store.get("statement", live.slug).live.tags == ()

    @pytest.mark.parametrize("dark", [False, True])
    def test_fits_a_telephone(self, visitor, campaigner, live, dark):
        officer = visitor(width=360, dark=dark)
        officer.log_in("campaigner")
        officer.open(LIST)
        choose_all(officer.page)
        assert not officer.is_wider_than_the_screen()

        officer.page.locator("#id_add_tags").fill("Early help")
        officer.page.get_by_role("button", name="Show what would change").press("Enter")
        officer.page.wait_for_selector("[name=_make]")

        assert not officer.is_wider_than_the_screen()
