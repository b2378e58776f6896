"""The way of a text through review as people go it: remarks, a link for an outsider, an hour."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from statements import workflow
from statements.models import Statement

pytestmark = pytest.mark.django_db(transaction=True)

DESK = "/admin/statements/statement"
ADDRESS = "/statements/iraq-on-shelter/"


def move(person, pk, verb, reason="", **fields):
    """Press a button of the form and confirm it on the page behind it."""
    person.open(f"{DESK}/{pk}/change/")
    person.page.locator(f".move-{verb}").first.click()
    if reason:
        person.page.locator("#id_reason").fill(reason)
    for name, value in fields.items():
        person.page.locator(f"#id_{name}").fill(value)
    person.page.locator(".move-page form").get_by_role("button").last.click()
    expect(person.page.locator(".messagelist .success")).to_be_visible()


class ReviewTests:
    def test_goes_from_a_remark_to_an_hour(self, visitor, draft, contributor, publisher):
        author, reviewer, outsider = visitor(), visitor(), visitor(width=360, dark=True)
        author.log_in("contributor")
        reviewer.log_in("publisher")

        move(author, draft.pk, "submit", reason="Please look at the names.")
        move(reviewer, draft.pk, "return", reason="Is the date right?")
        self.answer(author, draft.pk)
        move(author, draft.pk, "submit")
        move(reviewer, draft.pk, "approve")
        link = self.share(author, draft.pk)
        self.read_it(outsider, link)
        self.schedule(reviewer, draft, outsider)
        self.take_back(author, draft.pk, outsider, link)
        assert outsider.open(ADDRESS) == 404

        workflow.publish_due(now=timezone.now() + dt.timedelta(days=9))

        assert outsider.open(ADDRESS) == 200
        for words in ("Is the date right?", "I asked the speaker.", "The speaker’s office"):
            assert words not in outsider.page.content()

    def answer(self, author, pk):
        author.open("/admin/")
        expect(author.page.get_by_text("Is the date right?")).to_be_visible()
        author.open(f"{DESK}/{pk}/change/")
        expect(author.page.get_by_role("heading", name="Open remarks (2)")).to_be_visible()
        author.page.get_by_role("link", name="Remarks (2)").click()
        author.page.get_by_label("Your remark").fill("I asked the speaker.")
        author.page.get_by_role("button", name="Add the remark").click()
        while author.page.get_by_role("button", name="Seen to").count():
            author.page.get_by_role("button", name="Seen to").first.click()
            author.page.wait_for_load_state()
        author.open(f"{DESK}/{pk}/change/")
        expect(author.page.get_by_role("heading", name="Open remarks")).to_have_count(0)

    def share(self, author, pk):
        author.page.get_by_role("link", name="Preview", exact=True).click()
        expect(author.page.get_by_text("Preview. This is not public.")).to_be_visible()
        author.page.get_by_role("link", name="Links for others").click()
        author.page.get_by_label("For whom").fill("The speaker’s office")
        author.page.get_by_role("button", name="Make a link").click()
        address = author.page.get_by_label("Address").input_value()
        return address[address.index("/admin/preview/") :]

    def read_it(self, outsider, link):
        assert outsider.open(link) == 200
        page = outsider.page
        expect(page.get_by_text("Preview. This is not public.")).to_be_visible()
        expect(page.get_by_role("heading", name="Iraq on shelter")).to_be_visible()
        assert not outsider.is_wider_than_the_screen()
        page.locator(".note-links a", has_text="Recommendation").first.click()
        expect(page.get_by_text("Preview. This is not public.")).to_be_visible()
        expect(page.get_by_role("heading", name="Give shelter")).to_be_visible()
        assert page.context.cookies() == []

    def schedule(self, reviewer, draft, outsider):
        at = f"{timezone.now() + dt.timedelta(days=3):%Y-%m-%dT%H:%M}"
        move(reviewer, draft.pk, "schedule", at=at)
        expect(reviewer.page.get_by_text("It becomes public on").first).to_be_visible()
        reviewer.open("/admin/")
        expect(reviewer.page.get_by_role("heading", name="Scheduled (1)")).to_be_visible()
        assert Statement.objects.get().stage == "scheduled"
        assert outsider.open(ADDRESS) == 404

    def take_back(self, author, pk, outsider, link):
        assert outsider.open(link) == 200
        author.open(f"{DESK}/{pk}/sharing/")
        author.page.get_by_role("button", name="Take back").click()
        expect(author.page.get_by_text("Taken back by contributor")).to_be_visible()
        assert outsider.open(link) == 410
        assert "Iraq on shelter" not in outsider.page.content()


class PagesTests:
    @pytest.mark.parametrize("dark", [False, True])
    def test_fit_a_telephone_and_keep_to_the_policy(self, visitor, publisher, live, dark):
        live.title = "A changed title"
        workflow.edit(live, by=publisher, seen=live.version)
        officer = visitor(width=360, dark=dark)
        officer.log_in("publisher")
        pages = ["history/", "versions/1/", "versions/2/", "remarks/", "sharing/", "preview/"]

        wide = [
            path
            for path in pages
            if officer.open(f"{DESK}/{live.pk}/{path}") != 200 or officer.is_wider_than_the_screen()
        ]

        assert wide == []
