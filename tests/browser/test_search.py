"""The search box by keyboard, and the way from the home page to the very passage."""

import pytest
from playwright.sync_api import expect

from tests.views import corpus

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Every house must have a door that locks from the inside."


@pytest.fixture
def speech(db):
    corpus.vocabularies()
    text = f"{corpus.TEXT}\n\n" + "\n\n".join(f"Paragraph {n} of a long text." for n in range(40))
    corpus.publish(corpus.speech(text=f"{text}\n\n{WORDS}"))


def box(reader):
    return reader.page.get_by_role("combobox").first


class WayTests:
    def test_leads_from_the_home_page_to_the_very_passage(self, speech, visitor):
        reader = visitor()
        reader.open("/")

        box(reader).fill("locked doors")
        box(reader).press("Enter")
        reader.page.get_by_role("link", name="a door that locks").click()

        reader.page.wait_for_url("**/statements/slug-speech/#p*")
        landed = reader.page.locator(":target")
        assert landed.inner_text() == WORDS
        expect(landed).to_be_in_viewport()

    def test_leads_to_a_recommendation_by_its_words(self, speech, visitor):
        reader = visitor(scripts=False)
        reader.open("/statements/?q=sheltering")

        reader.page.get_by_role("link", name="give shelter to each victim").click()

        reader.page.wait_for_url("**/statements/slug-speech/#rspeech-ask")


class SuggestionTests:
    def test_are_chosen_by_keyboard(self, speech, visitor):
        reader = visitor()
        reader.open("/statements/")

        box(reader).press_sequentially("pak")
        expect(reader.page.get_by_role("option").first).to_contain_text("Pakistan")
        assert box(reader).get_attribute("aria-expanded") == "true"
        box(reader).press("ArrowDown")

        chosen = reader.page.get_by_role("option", selected=True)
        assert box(reader).get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        box(reader).press("Enter")
        reader.page.wait_for_url("**/countries/pk/")

    def test_close_and_give_back_what_was_typed(self, speech, visitor):
        reader = visitor()
        reader.open("/statements/")
        box(reader).press_sequentially("pak")
        expect(reader.page.get_by_role("listbox")).to_be_visible()

        box(reader).press("ArrowDown")
        box(reader).press("Escape")

        expect(reader.page.get_by_role("listbox")).to_be_hidden()
        assert box(reader).input_value() == "pak"
        box(reader).press("Enter")
        reader.page.wait_for_url("**/search/?q=pak")

    def test_are_counted_aloud(self, speech, visitor):
        reader = visitor()
        reader.open("/statements/")

        box(reader).press_sequentially("pakist")

        expect(reader.page.get_by_role("status").first).to_contain_text("suggestion")

    def test_are_not_asked_for_while_one_types(self, speech, visitor):
        reader, asked = visitor(), []
        reader.page.on("request", lambda request: asked.append(request.url))
        reader.open("/statements/")
        asked.clear()

        box(reader).press_sequentially("pakistan")
        expect(reader.page.get_by_role("option").first).to_be_visible()

        assert len([url for url in asked if "suggest" in url]) < len("pakistan")

    def test_leave_a_plain_field_where_there_is_no_line(self, speech, visitor):
        reader = visitor()
        reader.page.route("**/search/suggest.json*", lambda route: route.abort())
        reader.open("/statements/")

        box(reader).press_sequentially("pakistan")
        box(reader).press("Enter")

        reader.page.wait_for_url("**/search/?q=pakistan")


class BoxTests:
    def test_searches_without_scripts(self, speech, visitor):
        reader = visitor(scripts=False)
        reader.open("/statements/")

        field = reader.page.get_by_label("Search", exact=True)
        field.fill("shelter")
        field.press("Enter")

        reader.page.wait_for_url("**/search/?q=shelter")
        assert reader.page.get_by_role("heading", name="Recommendations").is_visible()

    def test_leaves_room_for_the_menu_on_a_phone(self, speech, visitor):
        reader = visitor(width=360)

        reader.open("/statements/")

        assert not reader.is_wider_than_the_screen()
        brand = reader.page.locator(".brand").bounding_box()
        field = reader.page.locator(".top .find").bounding_box()
        assert brand
        assert field
        assert abs(brand["y"] - field["y"]) < 20
