"""The five seed documents, from pasting to publishing, by hands in a real browser.

How many corrections of facts, recommendations and themes each needs is printed. That none needs as
many as `FEW` corrections of facts keeps their average below it too.
"""

import sys

import pytest
from playwright.sync_api import expect

from statements.choices import Public
from statements.models import Statement
from tests.browser import by_hand
from tests.ingest import correcting, seeded
from tests.ingest.seeded import WRITTEN, decided, facts, still_wrong, text_of

pytestmark = pytest.mark.django_db(transaction=True)

# Of these every recommendation is put right by hand as well; of the others, which keep what was
# read with themes, by the requests of tests/admin/pages/intake/test_seeds.py.
WHOLLY = ("003_09d7ea120122b81f", "004_83f135e51c9c124e")
DESK = "/admin/statements/statement"


@pytest.fixture
def seeds(browser, tmp_path):
    """Give the site of the seeds without their statements, as of one commit."""
    return seeded.without_statements(tmp_path)


class Desk:
    """Somebody who brings documents in, and somebody else who publishes them."""

    def __init__(self, author, reviewer):
        self.author, self.reviewer = author, reviewer
        self.page = author.page

    def paste(self, text):
        self.author.open(f"{DESK}/paste/")
        self.page.locator("#id_text").fill(text)
        self.page.get_by_role("button", name="Read it").click()
        self.page.wait_for_url("**/proposals/")
        return Statement.objects.latest("pk")

    def change(self, form, *corrections, press):
        """Type what has to be typed into a form, and save it."""
        held = by_hand.served(self.page, form)
        wanted = dict(held)
        for correct in corrections:
            correct(wanted)
        by_hand.type_in(self.page, held, wanted)
        # The page before has a message of success too: what is read next must be the new one.
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=press, exact=True).click()

    def put_right(self, statement, told, *, wholly):
        def by(correct):
            return lambda data: correct(data, statement, told)

        self.change("proposals_form", by(correcting.put_right), press="Keep all the rest, and save")
        self.page.wait_for_url("**/change/")
        calls = correcting.add_missing_calls if wholly else correcting.give_themes
        self.save(by(correcting.add_missing), by(calls))
        if wholly:
            self.save(by(correcting.put_calls_right))

    def save(self, *corrections):
        self.change("statement_form", *corrections, press="Save and continue editing")
        expect(self.page.locator(".messagelist .success").last).to_be_visible()
        expect(self.page.locator(".errornote")).to_have_count(0)

    def move(self, who, statement, verb):
        who.open(f"{DESK}/{statement.pk}/move/{verb}/")
        who.page.locator(".move-page").get_by_role("button").click()
        who.page.wait_for_url(f"**/{statement.pk}/change/")


@pytest.fixture
def desk(visitor, editor, publisher):
    desk = Desk(visitor(), visitor())
    desk.author.log_in("editor")
    desk.reviewer.log_in("publisher")
    return desk


class SeedTests:
    @pytest.mark.parametrize("stem", sorted(WRITTEN))
    def test_goes_from_pasting_to_publishing(
        self, stem, seeds, desk, visitor, capsys, record_property
    ):
        told = decided(stem, seeds)
        statement = desk.paste(text_of(stem))
        found = still_wrong(statement, told)
        record_property("corrections of facts", len(facts(found)))
        with capsys.disabled():
            sys.stdout.write(f"\n{seeded.row(stem, found)}")
        assert len(facts(found)) < seeded.FEW

        desk.put_right(statement, told, wholly=stem in WHOLLY)
        desk.move(desk.author, statement, "submit")
        desk.move(desk.reviewer, statement, "approve")
        desk.move(desk.reviewer, statement, "publish")

        statement.refresh_from_db()
        left = still_wrong(statement, told)
        assert (left if stem in WHOLLY else facts(left)) == []
        assert statement.public == Public.LIVE
        reader = visitor(width=360)
        assert reader.open(f"/statements/{statement.slug}/") == 200
        title = " ".join(statement.title.split())
        expect(reader.page.get_by_role("heading", name=title, level=1)).to_be_visible()
