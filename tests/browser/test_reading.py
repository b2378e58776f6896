"""How the words of a source stand on the screen: marks, notes, panels, letters."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.views import corpus

pytestmark = pytest.mark.django_db(transaction=True)

# What the fonts of a page in Latin letters may weigh, in bytes.
FONTS = 150_000
SPEECH = "/statements/slug-speech/"


@pytest.fixture
def speech(db):
    corpus.vocabularies()
    corpus.publish(corpus.speech())


def place(reader: Any, selector: str) -> dict[str, float]:
    box = reader.page.locator(selector).bounding_box()
    assert box is not None
    return dict(box)


class StatementTests:
    def test_opens_at_the_words_a_link_names(self, speech, visitor):
        reader = visitor()
        reader.page.set_viewport_size({"width": 1360, "height": 300})

        reader.open(f"{SPEECH}#rspeech-promise")

        assert reader.page.locator(":target").inner_text() == corpus.PROMISE
        assert 0 <= place(reader, ":target")["y"] < 300

    def test_has_its_notes_beside_their_paragraph(self, speech, visitor):
        reader = visitor()

        reader.open(SPEECH)

        mark, note = place(reader, "#rspeech-ask"), place(reader, "#nspeech-ask")
        assert note["x"] > mark["x"] + mark["width"]
        assert abs(note["y"] - mark["y"]) < 24

    def test_has_its_notes_after_their_paragraph_on_a_phone(self, speech, visitor):
        reader = visitor(width=360)

        reader.open(SPEECH)

        mark, note = place(reader, "#rspeech-ask"), place(reader, "#nspeech-ask")
        assert note["y"] > mark["y"] + mark["height"]

    def test_loads_fonts_of_little_weight(self, speech, visitor):
        reader, weights = visitor(), []
        reader.page.on("response", lambda answer: weights.append(weight(answer)))

        reader.open(SPEECH)
        reader.page.wait_for_load_state("networkidle")

        assert 0 < sum(weights) < FONTS


class FilterTests:
    def test_stand_open_beside_the_list_and_folded_on_a_phone(self, speech, visitor):
        box = 'input[name="country"][value="pk"]'
        wide, phone = visitor(), visitor(width=360)
        corpus.publish(corpus.release())

        for reader in (wide, phone):
            reader.open("/statements/")

        assert wide.page.locator(box).is_visible()
        assert not phone.page.locator(box).is_visible()

        phone.page.get_by_text("Filter:").click()

        expect(phone.page.locator(box)).to_be_visible()


def weight(answer: Any) -> int:
    return len(answer.body()) if answer.url.endswith(".woff2") else 0
