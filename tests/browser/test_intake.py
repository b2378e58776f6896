"""A text comes in by hand: pasted, decided by keyboard, submitted, and published by another."""

import pytest
from playwright.sync_api import expect

from statements.models import Statement, Theme
from statements.workflow import references
from tests.ingest.drafts import HEADING

pytestmark = pytest.mark.django_db(transaction=True)

PASTE = "/admin/statements/statement/paste/"
TITLE = "Statement by Ms. Amal Haddad of Iraq"
SPEECH = f"""{HEADING}Mr. President,

Trafficking is a crime. We call on all States to open shelters for victims of trafficking.

I thank you."""


def move(page, verb):
    page.locator(f".move-{verb}").first.click()
    page.locator(".move-page").get_by_role("button").click()
    expect(page.locator(".move-page")).to_have_count(0)


class IntakeTests:
    def test_goes_from_pasted_words_to_a_publication_by_keyboard(
        self, visitor, contributor, publisher, keeper, make_state
    ):
        theme = Theme(code="shelter-and-accommodation", label="Shelter")
        references.save_term(theme, by=keeper)
        make_state("iq", "Iraq")
        author, reviewer, reader = visitor(), visitor(), visitor(width=360)
        author.log_in("contributor")
        self.paste(author)
        self.decide(author)
        statement = Statement.objects.get()
        move(author.page, "submit")
        reviewer.log_in("publisher")
        reviewer.open(f"/admin/statements/statement/{statement.pk}/change/")
        move(reviewer.page, "approve")
        move(reviewer.page, "publish")

        statement.refresh_from_db()
        assert reader.open(f"/statements/{statement.slug}/") == 200
        expect(reader.page.get_by_role("heading", name=TITLE)).to_be_visible()

    def paste(self, author):
        author.open(PASTE)
        author.page.locator("#id_text").fill(SPEECH)
        author.page.get_by_role("button", name="Read it").press("Enter")
        author.page.wait_for_url("**/proposals/")

    def decide(self, author):
        page = author.page
        cards = page.locator(".proposal")
        number = cards.count()
        page.locator(".decision input").first.focus()
        for _card in range(number):
            page.keyboard.press("k")
        expect(page.locator(".progress [role=status]")).to_have_text(
            f"{number} of {number} decided"
        )
        page.get_by_role("button", name="Save what is decided").press("Enter")
        page.wait_for_url("**/change/")

    def test_takes_several_files_that_are_dropped_one_by_one(self, visitor, contributor):
        author = visitor(width=360)
        author.log_in("contributor")
        author.open(PASTE)
        page = author.page
        page.locator(".paste").evaluate(DROP, [["one.txt", SPEECH], ["two.pdf", "%PDF-1.4 cut"]])
        page.get_by_role("button", name="Read it").press("Enter")

        expect(page.locator(".outcomes .progress")).to_have_text("2 of 2 read")
        expect(page.locator(".outcomes > ul > li")).to_have_count(2)
        expect(page.locator("#outcomes")).to_be_focused()
        assert not author.is_wider_than_the_screen()
        assert Statement.objects.count() == 1


DROP = """(page, files) => {
  const dropped = new DataTransfer();
  for (const [name, words] of files) dropped.items.add(new File([words], name));
  page.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true }));
}"""
