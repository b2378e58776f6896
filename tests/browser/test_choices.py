"""What drops down to be chosen from answers the words that were typed last."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Request, Route, expect

from statements.models import Theme

pytestmark = pytest.mark.django_db(transaction=True)

# More than the twenty that one answer brings.
THEMES = [f"Theme {number:02}" for number in range(30)]
ASKED = "**/admin/autocomplete/?*"
# Typed words are asked for once no more came for so long (ms).
DELAY = 250


def term(request: Request) -> str:
    return parse_qs(urlsplit(request.url).query).get("term", [""])[0]


class TypingFasterThanTheLineTests:
    @pytest.fixture
    def page(self, visitor, contributor, draft):
        """Open a draft that has a theme of the first twenty."""
        themes = [Theme.objects.create(code=name[-2:], label=name) for name in THEMES]
        draft.themes.set([themes[18]])
        officer = visitor()
        officer.log_in("contributor")
        officer.page.clock.install()
        officer.open(f"/admin/statements/statement/{draft.pk}/change/")
        return officer.page

    def test_is_offered_what_was_typed_last(self, page):
        asked, given_up, late = list[str](), list[str](), list[Route]()

        def hold_the_first(route: Route) -> None:
            if late:
                route.continue_()
            late.append(route)

        page.on("request", lambda one: asked.extend([term(one)] * ("autocomplete" in one.url)))
        page.on("requestfailed", lambda one: given_up.append(term(one)))
        field = page.locator('[name="themes"] + .select2-container input')
        field.click()
        expect(page.get_by_role("option", name="Theme 00")).to_be_visible()

        page.clock.pause_at(page.evaluate("Date.now() / 1000 + 60"))
        # Chosen from what is there already, sooner than the typed words are asked for.
        field.fill("Theme 00")
        page.get_by_role("option", name="Theme 00").click()
        page.route(ASKED, hold_the_first)
        with page.expect_request(ASKED):
            field.click()
        page.clock.run_for(DELAY)
        # And the next one typed before the whole list came again.
        with page.expect_event("requestfailed"):
            field.fill("Theme 25")
        page.clock.resume()
        page.get_by_role("option", name="Theme 25").click()

        expect(page.locator('[name="themes"] + .select2-container')).to_contain_text("Theme 25")
        assert asked == ["", "", "Theme 25"]
        assert given_up == [""]

    def test_is_not_offered_what_came_as_it_was_typed(self, page):
        """An answer is handed over a moment after it came: just then, something else is typed.

        In the list that should not be there somebody goes down, which asks for more of it.
        """
        asked = list[str]()
        page.on("request", lambda one: asked.append(one.url) if "autocomplete" in one.url else None)
        page.evaluate(
            """() => django.jQuery(document).one("ajaxSuccess", () => {
              const field = document.querySelector(".select2-search__field:focus");
              field.value = "Theme 25";
              field.dispatchEvent(new Event("input", { bubbles: true }));
              const list = document.querySelector(".select2-results__options");
              setTimeout(() => list.scrollTo(0, list.scrollHeight), 20);
            })"""
        )

        page.locator('[name="themes"] + .select2-container input').click()
        page.get_by_role("option", name="Theme 25").click()

        expect(page.locator('[name="themes"] + .select2-container')).to_contain_text("Theme 25")
        assert [("term=Theme" in url, "page=" in url) for url in asked] == [
            (False, False),
            (True, False),
        ]
