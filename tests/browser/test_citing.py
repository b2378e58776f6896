"""Copying: a citation, the link of words and their quotation; and what tells of each other."""

import datetime as dt
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.views import corpus

pytestmark = pytest.mark.django_db(transaction=True)

SPEECH = "/statements/slug-speech/"


@pytest.fixture
def reader(db, visitor):
    corpus.vocabularies()
    corpus.publish(corpus.speech())
    reader = visitor()
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(SPEECH)
    return reader


def told(reader: Any, words: str) -> str:
    """Wait until the page says that something is copied; return what is."""
    expect(reader.page.locator("[data-told]")).to_have_text(words)
    return str(reader.page.evaluate("navigator.clipboard.readText()"))


class CitationTests:
    def test_is_copied_with_the_day_of_the_reader(self, reader):
        reader.page.get_by_role("button", name="Copy United Nations").click()

        copied = told(reader, "The citation is copied.")
        today = dt.datetime.now().astimezone().date()
        assert copied.startswith("Pakistan, “Speech speech”, speech delivered by Ms. Aa, Minister")
        assert copied.endswith(f"(accessed on {today.day} {today:%B %Y}).")

    def test_is_reached_and_copied_by_the_keyboard_alone(self, reader):
        note = reader.page.locator("#nspeech-ask")
        note.get_by_role("link", name="Cite").focus()
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator("#cite")).to_be_visible()
        button = reader.page.get_by_role("button", name="Copy APA")
        button.focus()
        reader.page.keyboard.press("Enter")

        assert corpus.CALL in told(reader, "The citation is copied.").replace("’", "'")


class SelectionTests:
    def select(self, reader: Any, paragraph: str = "#p3") -> Any:
        reader.page.locator(paragraph).click(click_count=3)
        bar = reader.page.get_by_role("group", name="The words you selected")
        expect(bar).to_be_visible()
        return bar

    def test_gives_a_link_that_opens_at_the_words(self, reader):
        self.select(reader).get_by_role("button", name="Copy link").click()

        copied = told(reader, "The link is copied.")
        words = "Every%20State%20should%20give%20shelter%20to%20each%20victim."
        assert copied.endswith(f"{SPEECH}#p3:~:text={words}")

    def test_gives_a_quotation_with_its_source(self, reader):
        self.select(reader).get_by_role("button", name="Copy quotation with citation").click()

        quotation, citation = told(reader, "The quotation is copied with its source.").split("\n")
        assert quotation == f"“{corpus.CALL}”"
        assert citation.startswith("Pakistan, “Speech speech”")
        assert f"{SPEECH}#p3 (accessed on " in citation

    def test_leads_to_its_bar_by_the_next_tab(self, reader):
        bar = self.select(reader, "#p2")

        reader.page.keyboard.press("Tab")

        expect(bar.get_by_role("button", name="Copy link")).to_be_focused()

    def test_takes_its_bar_along_when_it_goes(self, reader):
        bar = self.select(reader)

        reader.page.locator("h1").click()

        expect(bar).to_be_hidden()


class NoteTests:
    def test_lights_up_with_its_words_and_they_with_it(self, reader):
        note, mark = reader.page.locator("#nspeech-ask"), reader.page.locator("#rspeech-ask")

        mark.hover()
        expect(note).to_contain_class("lit")

        reader.page.locator("#nspeech-promise").hover()
        expect(note).not_to_contain_class("lit")
        expect(reader.page.locator("#rspeech-promise")).to_contain_class("lit")

    def test_copies_the_link_of_its_words(self, reader):
        reader.page.locator("#nspeech-ask [data-link-to-words]").click()

        assert told(reader, "The link is copied.").endswith(f"{SPEECH}#rspeech-ask")


class PaperTests:
    def test_has_the_notes_behind_the_text_and_no_tools(self, reader):
        reader.page.emulate_media(media="print")

        last = reader.page.locator(".words").last.bounding_box()
        note = reader.page.locator("#nspeech-ask").bounding_box()
        assert last
        assert note
        assert note["y"] >= last["y"] + last["height"]
        expect(reader.page.locator(".tools")).to_be_hidden()

    def test_ends_with_the_address_alone(self, reader, settings):
        reader.page.emulate_media(media="print")

        words = reader.page.locator(".bottom").inner_text().split()
        assert words == [f"{settings.SITE_URL}{SPEECH}"]
