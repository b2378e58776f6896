"""Lists that answer without a reload: the address, the way back and the focus are kept."""

from string import ascii_lowercase

import pytest
from playwright.sync_api import Page, expect

from statements.catalogue import store
from statements.views import panels
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.django_db(transaction=True)

ALL, ONE = "2 statements, newest first.", "1 of 2 statements, newest first."


@pytest.fixture
def two(db):
    corpus.vocabularies()
    corpus.publish(corpus.speech())
    corpus.publish(corpus.release())


@pytest.fixture
def many(two):
    """Put on record a release that names so many countries that most of them are folded."""
    codes = [f"x{letter}" for letter in ascii_lowercase]
    for code in codes:
        store.put(build.term("country", code, label=f"Land {code.upper()}"))
    corpus.publish(corpus.release("of-all", countries=tuple(codes)))


@pytest.fixture
def rare(two):
    """Put on record more countries than a panel offers: c043 is left out, c020 is folded."""
    corpus.many_countries(panels.MOST + 5)


def of_the_head(page: Page) -> dict[str, list[str]]:
    """Return what the head says of the address, by relation."""
    return {
        rel: page.locator(f"head link[rel={rel}]").evaluate_all("all => all.map(one => one.href)")
        for rel in ("canonical", "alternate", "prev", "next")
    }


def is_the_same_page(reader) -> bool:
    return bool(reader.page.evaluate("window.isSame === true"))


class LiveListTests:
    def test_answers_a_choice_and_keeps_address_focus_and_history(self, two, visitor):
        reader = visitor()
        reader.open("/statements/")
        reader.page.evaluate("window.isSame = true")
        counted = reader.page.get_by_role("status").filter(has_text="newest first")
        speech = reader.page.get_by_label("Speech")

        speech.check()
        expect(counted).to_have_text(ONE)
        assert reader.page.url.endswith("/statements/?kind=speech")
        expect(speech).to_be_focused()
        french = reader.page.get_by_role("navigation", name="Languages").get_by_text("Français")
        expect(french).to_have_attribute("href", "/fr/statements/?kind=speech")

        reader.page.get_by_role("link", name="Remove Speech").click()
        expect(counted).to_have_text(ALL)
        assert reader.page.url.endswith("/statements/")

        reader.page.go_back()
        expect(counted).to_have_text(ONE)
        expect(speech).to_be_checked()
        assert is_the_same_page(reader)

    def test_answers_with_nothing_and_finds_its_way_back(self, two, visitor):
        reader = visitor()
        reader.open("/statements/")
        reader.page.evaluate("window.isSame = true")
        among = reader.page.locator(".filters [name=q]")

        among.fill("nowhere")
        among.press("Tab")
        expect(reader.page.locator(".listing .count")).to_have_text("0 of 2 statements")
        expect(reader.page.locator(".listing")).to_have_class("listing alone")
        assert is_the_same_page(reader)

        reader.page.go_back()
        expect(reader.page.locator(".listing .count")).to_have_text(ALL)
        expect(reader.page.locator(".listing")).to_have_class("listing")
        expect(reader.page.get_by_label("Speech")).to_be_visible()
        assert is_the_same_page(reader)

    def test_says_in_the_head_what_the_new_page_says(self, two, visitor):
        for number in range(20):
            corpus.publish(corpus.release(f"more-{number}", slug=f"more-{number}"))
        reader = visitor()
        page = reader.page

        reader.open("/statements/")
        page.evaluate("window.isSame = true")
        page.get_by_role("link", name="Next page").click()
        expect(page.get_by_role("link", name="Previous page")).to_be_visible()
        assert is_the_same_page(reader)
        renewed, said = of_the_head(page), page.locator("head script[type*=json]").inner_text()

        page.reload()
        assert not is_the_same_page(reader)
        assert renewed == of_the_head(page)
        assert renewed["canonical"][0].endswith("/statements/?page=2")
        assert said == page.locator("head script[type*=json]").inner_text()

    def test_goes_there_where_it_cannot_be_fetched(self, two, visitor):
        reader = visitor()
        reader.open("/statements/")
        reader.page.evaluate("window.isSame = true")
        reader.page.route(
            "**/statements/?kind=speech",
            lambda route: (
                route.abort() if route.request.resource_type == "fetch" else route.continue_()
            ),
        )

        reader.page.get_by_label("Speech").check()

        reader.page.wait_for_url("**/statements/?kind=speech")
        expect(reader.page.locator(".count")).to_have_text(ONE)
        assert not is_the_same_page(reader)

    def test_leaves_a_link_to_another_page_to_the_browser(self, two, visitor):
        reader = visitor()
        reader.open("/actors/")
        asked = []
        reader.page.on("request", lambda request: asked.append(request.url))

        reader.page.get_by_role("link", name="Compare actors").click()

        reader.page.wait_for_url("**/compare/")
        assert asked.count(f"{reader.site}/compare/") == 1

    @pytest.mark.parametrize("code", ["c043", "c020"], ids=["gone", "folded"])
    def test_leaves_the_focus_to_the_panel_of_a_choice_out_of_sight(self, rare, visitor, code):
        reader = visitor()
        reader.open(f"/statements/?country={code}")
        reader.page.evaluate("window.isSame = true")
        panel = reader.page.get_by_role("group", name="Country", exact=True)
        choice = panel.locator(f"input[value={code}]")

        choice.click()

        expect(choice).to_be_hidden()
        expect(panel.locator("summary")).to_be_focused()
        assert is_the_same_page(reader)

    def test_leaves_the_focus_to_what_was_found_where_a_panel_is_gone(self, db, visitor):
        corpus.vocabularies()
        corpus.publish(corpus.speech())
        corpus.publish(corpus.speech("other", delivered=build.date("2018-09-27")))
        reader = visitor()
        reader.open("/statements/?kind=speech")
        reader.page.evaluate("window.isSame = true")

        reader.page.get_by_label("Speech").click()

        expect(reader.page.locator("#panel-kind")).to_have_count(0)
        expect(reader.page.locator("#results")).to_be_focused()
        assert is_the_same_page(reader)


class LongPanelTests:
    def test_folds_most_choices_and_finds_one_by_its_name(self, many, visitor):
        reader = visitor()
        reader.open("/statements/")
        reader.page.evaluate("window.isSame = true")
        panel = reader.page.get_by_role("group", name="Country")
        box = panel.get_by_role("searchbox", name="Find a choice: Country")
        sought = panel.get_by_label("Land XZ")
        other = panel.get_by_label("Land XY")

        expect(box).to_be_hidden()
        expect(sought).to_be_hidden()
        panel.locator("summary").click()
        expect(sought).to_be_visible()
        box.press_sequentially("land xz")
        expect(other).to_be_hidden()
        expect(sought).to_be_visible()

        # Enter belongs to the box: what is typed is no choice yet.
        box.press("Enter")
        assert reader.page.url.endswith("/statements/")
        sought.check()
        expect(reader.page.locator(".count")).to_have_text("1 of 3 statements, newest first.")
        assert reader.page.url.endswith("/statements/?country=xz")
        assert is_the_same_page(reader)
        expect(sought).to_be_checked()
        expect(sought).to_be_focused()
        # What was open stays open, and nothing is sought any more.
        expect(box).to_be_visible()
        expect(other).to_be_visible()

    def test_shows_all_again_where_nothing_is_sought(self, many, visitor):
        reader = visitor()
        reader.open("/statements/")
        panel = reader.page.get_by_role("group", name="Country")
        panel.locator("summary").click()
        box = panel.get_by_role("searchbox")

        box.fill("nowhere")
        expect(panel.get_by_label("Land XY")).to_be_hidden()
        box.fill("")

        expect(panel.get_by_label("Land XY")).to_be_visible()

    def test_asks_for_the_whole_once_each_time_its_box_is_gone_to(self, rare, visitor):
        reader = visitor()
        reader.open("/statements/")
        reader.page.route("**/statements/?all=country*", lambda route: route.abort())
        failed = []
        reader.page.on("requestfailed", lambda request: failed.append(request.url))
        panel = reader.page.get_by_role("group", name="Country", exact=True)
        panel.locator("summary").click()
        box = panel.get_by_role("searchbox")

        for times in (1, 2):
            with reader.page.expect_event("requestfailed"):
                box.focus()
            box.press_sequentially("abc")
            box.blur()
            assert len(failed) == times

        reader.page.unroute("**/statements/?all=country*")
        box.fill("c043")
        expect(panel.locator("input[value=c043]")).to_be_visible()
