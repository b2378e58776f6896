"""The search page answers filters and other words without a reload, as lists do."""

import pytest
from playwright.sync_api import expect

from tests.views import corpus

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two(db):
    corpus.vocabularies()
    corpus.publish(corpus.speech())
    corpus.publish(corpus.release(text="A shelter was opened for the victims."))


def searching(visitor, query: str, **given):
    """Return a reader of the search page who would notice if it were loaded anew."""
    reader = visitor(**given)
    reader.open(f"/search/{query}")
    reader.page.evaluate("window.isSame = true")
    return reader


def is_the_same_page(reader) -> bool:
    return bool(reader.page.evaluate("window.isSame === true"))


class LiveSearchTests:
    def test_answers_a_filter_and_keeps_focus_and_history(self, two, visitor):
        reader = searching(visitor, "?q=shelter")
        counted = reader.page.locator(".count")
        iraq = reader.page.get_by_role("group", name="Country").get_by_label("Iraq")
        expect(counted).to_have_text("1 recommendation, 2 statements")
        expect(counted).to_have_role("status")

        iraq.check()
        expect(counted).to_have_text("1 recommendation, 1 statement")
        assert reader.page.url.endswith("/search/?q=shelter&country=iq")
        expect(iraq).to_be_focused()
        # What is searched for next is searched for within what is chosen.
        expect(reader.page.locator(".find input[name=country]")).to_have_value("iq")

        reader.page.get_by_role("link", name="Remove Iraq").click()
        expect(counted).to_have_text("1 recommendation, 2 statements")
        expect(reader.page.locator("#results")).to_be_focused()
        expect(reader.page.locator(".find input[name=country]")).to_have_count(0)

        reader.page.go_back()
        expect(iraq).to_be_checked()
        assert is_the_same_page(reader)

    def test_answers_other_words_with_their_heading_title_and_head(self, two, visitor):
        reader = searching(visitor, "?q=shelter&country=iq")
        box = reader.page.get_by_role("combobox")

        box.fill("houses")
        box.press("Enter")

        expect(reader.page.get_by_role("heading", level=1)).to_have_text("Search: houses")
        expect(reader.page).to_have_title("houses — search · On Record")
        assert reader.page.url.endswith("/search/?country=iq&q=houses")
        canonical = reader.page.locator("head link[rel=canonical]")
        assert (canonical.get_attribute("href") or "").endswith("/search/?q=houses&country=iq")
        reader.page.go_back()
        expect(reader.page.get_by_role("heading", level=1)).to_have_text("Search: shelter")
        expect(box).to_have_value("shelter")
        assert is_the_same_page(reader)

    def test_makes_of_a_typed_field_a_filter_that_the_box_lets_go(self, two, visitor):
        reader = searching(visitor, "?q=shelter")
        box = reader.page.get_by_role("combobox")

        box.fill("shelter country:iraq")
        box.press("Enter")

        expect(reader.page.locator("#results")).to_be_focused()
        assert reader.page.url.endswith("/search/?q=shelter&country=iq")
        expect(reader.page.locator(".find input[name=country]")).to_have_value("iq")
        expect(box).to_have_value("shelter")
        assert is_the_same_page(reader)

    def test_keeps_what_is_typed_while_it_answers(self, two, visitor):
        reader = searching(visitor, "?q=shelter")
        box = reader.page.get_by_role("combobox")
        reader.page.route(
            "**/search/?q=houses",
            lambda route: (box.fill("houses for"), route.continue_()),
        )

        box.fill("houses")
        box.press("Enter")

        expect(reader.page.get_by_role("heading", level=1)).to_have_text("Search: houses")
        expect(box).to_have_value("houses for")
        assert is_the_same_page(reader)

    def test_narrows_it_to_what_is_related(self, two, visitor):
        reader = searching(visitor, "?q=shelter victim")

        reader.page.locator(".related").get_by_role("link", name="Shelter").click()

        expect(reader.page.get_by_role("link", name="Remove Shelter")).to_be_visible()
        expect(reader.page.locator("#results")).to_be_focused()
        assert is_the_same_page(reader)

    def test_goes_to_another_page_where_the_words_ask_for_one(self, two, visitor):
        reader = searching(visitor, "?q=shelter")
        box = reader.page.get_by_role("combobox")

        box.fill("shelter kind:speech")
        box.press("Enter")

        reader.page.wait_for_url("**/statements/?q=shelter&kind=speech")
        expect(reader.page.get_by_role("heading", level=1)).to_have_text("Statements")
        assert not is_the_same_page(reader)

    def test_finds_its_way_back_from_nothing(self, two, visitor):
        reader = searching(visitor, "?q=shelter", width=360)
        reader.page.locator(".filters > summary").click()

        reader.page.get_by_role("textbox", name="Until").fill("1999")
        reader.page.get_by_role("button", name="Show results").click()

        expect(reader.page.locator(".count")).to_have_text("0 results")
        reader.page.get_by_role("link", name="Remove Until 1999").click()
        expect(reader.page.locator(".count")).to_have_text("1 recommendation, 2 statements")
        assert not reader.is_wider_than_the_screen()
