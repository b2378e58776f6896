"""A panel that leaves choices out offers all of them: by typing, by a link, without scripts."""

import pytest
from playwright.sync_api import expect

from statements.catalogue import store
from statements.views import panels
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.django_db(transaction=True)


def is_the_same_page(reader) -> bool:
    return bool(reader.page.evaluate("window.isSame === true"))


class WholePanelTests:
    @pytest.fixture
    def many(self, db):
        """Put more countries than a panel offers; Côte d’Ivoire is the last that comes to mind."""
        corpus.vocabularies()
        corpus.publish(corpus.speech())
        corpus.publish(corpus.release())
        corpus.many_countries(panels.MOST + 5)
        store.put(build.term("country", f"c{panels.MOST + 3:03}", label="Côte d’Ivoire"))

    @pytest.mark.parametrize("width", [1360, 360])
    def test_finds_a_rare_choice_by_typing(self, many, visitor, width):
        reader = visitor(width=width)
        reader.open("/statements/")
        if width == 360:
            reader.page.locator(".filters > summary").click()
        panel = reader.page.get_by_role("group", name="Country", exact=True)
        ivory = panel.get_by_label("Côte d’Ivoire")
        expect(ivory).to_have_count(0)

        panel.locator("summary").click()
        box = panel.get_by_label("Find a choice: Country")
        box.fill("cote")
        expect(ivory).to_be_visible()
        expect(panel.locator("label:visible")).to_have_count(1)
        box.fill("nowhere")
        expect(panel.get_by_role("status")).to_have_text("No choice has these words.")
        box.fill("COTE")
        expect(panel.get_by_role("status")).to_have_text("")
        ivory.check()

        expect(reader.page.locator(".count")).to_have_text("1 of 4 statements, newest first.")
        assert reader.page.url.endswith("/statements/?country=c043")
        expect(ivory).to_be_focused()
        assert not reader.is_wider_than_the_screen()

    def test_is_shown_whole_by_its_link_without_leaving(self, many, visitor):
        reader = visitor()
        reader.open("/statements/")
        reader.page.evaluate("window.isSame = true")
        panel = reader.page.get_by_role("group", name="Country", exact=True)
        panel.locator("summary").click()

        panel.get_by_role("link", name="Show all 47").click()
        expect(panel.get_by_role("checkbox")).to_have_count(47)
        expect(panel.get_by_label("Find a choice: Country")).to_be_focused()

        panel.get_by_role("link", name="Show fewer").click()
        expect(panel.get_by_role("checkbox")).to_have_count(panels.MOST)
        expect(panel.get_by_role("link", name="Show all 47")).to_be_focused()
        assert reader.page.url.endswith("/statements/")
        assert is_the_same_page(reader)

    def test_is_a_page_without_scripts(self, many, visitor):
        reader = visitor(scripts=False, width=360)
        reader.open("/statements/?kind=press_release")
        reader.page.locator(".filters > summary").click()
        panel = reader.page.get_by_role("group", name="Country", exact=True)
        panel.locator("summary").click()

        panel.get_by_role("link", name="Show all 45").click()
        panel.get_by_label("Côte d’Ivoire").check()
        reader.page.get_by_role("button", name="Show results").click()

        assert "country=c043&kind=press_release" in reader.page.url
        expect(reader.page.locator(".count")).to_have_text("1 of 4 statements, newest first.")
