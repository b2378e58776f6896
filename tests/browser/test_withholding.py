"""A person withholds a name with the keyboard alone, and the public page says so."""

import pytest
from playwright.sync_api import expect

from statements.text.withholding import token

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Trafficking is a crime"


def tab_to(page, name):
    """Press Tab until what has this id or name is reached."""
    for _press in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("[document.activeElement.id, document.activeElement.name]").count(name):
            return
    raise AssertionError(f"Nobody comes to {name} by Tab.")


class WithholdTests:
    def test_takes_selected_words_from_the_public_page(self, visitor, editor, live):
        officer = visitor()
        officer.log_in("editor")
        officer.open(f"/admin/statements/statement/{live.pk}/change/")
        keyboard = officer.page.keyboard

        tab_to(officer.page, "text-pane")
        # Behind "Mr. President," and what parts it from the next paragraph.
        for _letter in live.text[: live.text.index(WORDS)].replace("\n\n", "\n"):
            keyboard.press("ArrowRight")
        for _letter in WORDS:
            keyboard.press("Shift+ArrowRight")
        keyboard.press("w")
        expect(officer.page.get_by_label("Why").first).to_be_focused()
        keyboard.type("It tells who she is.")
        tab_to(officer.page, "_continue")
        keyboard.press("Enter")

        expect(officer.page.get_by_text("The words are withheld, in 1 place.")).to_be_visible()
        reader = visitor()
        reader.open(f"/statements/{live.slug}/")
        expect(reader.page.get_by_text(token("en"))).to_be_visible()
        assert WORDS not in reader.page.content()
