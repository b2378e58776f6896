"""From the home page to the words and their citation: with scripts, without, by keyboard alone."""

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.django_db(transaction=True)

THEME = "Emergencies and conflict"
COUNTRY = "Libya"
# More links than any page has before what is looked for.
FAR = 150


@pytest.fixture
def seeded(db):
    call_command("load_seeds", verbosity=0)


def go(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name).first.click()


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until what has the focus is called `wanted`."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        if here.count() and wanted in (here.get_attribute("aria-label") or here.inner_text()):
            return
    raise AssertionError(f"no Tab leads to “{wanted}”")


class JourneyTests:
    @pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
    def test_leads_from_home_to_a_citation(self, seeded, visitor, scripts):
        reader = visitor(scripts=scripts)
        page = reader.page

        reader.open("/")
        go(page, THEME)
        expect(page.get_by_role("heading", level=1)).to_contain_text(THEME)
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Countries").click()
        go(page, COUNTRY)
        expect(page.get_by_role("heading", level=1)).to_contain_text(COUNTRY)
        go(page, "Statement by IOM")
        mark = page.locator("mark.passage").first
        expect(mark).to_be_visible()
        page.locator(".note-links").first.get_by_role("link", name="Cite").click()

        page.wait_for_url("**/recommendations/*/#cite")
        expect(page.locator("#cite")).to_contain_text("On Record")


class KeyboardTests:
    def test_leads_from_home_to_a_copied_citation(self, seeded, visitor):
        reader = visitor()
        page = reader.page
        reader.open("/")

        tab_to(page, "Statement by IOM")
        page.keyboard.press("Enter")
        page.wait_for_url("**/statements/**")
        tab_to(page, "Cite")
        page.keyboard.press("Enter")
        page.wait_for_url("**#cite**")
        tab_to(page, "Copy")
        page.keyboard.press("Enter")

        expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
