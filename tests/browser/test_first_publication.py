"""The main job as people do it: from pasted words to a published, tagged, citable sentence."""

import pytest
from playwright.sync_api import expect

from statements.models import Campaign, Statement, Tag
from statements.workflow import gatherings

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "All States must give every victim a safe place to sleep."
SPEECH = f"""Mr. President,

Lavender is the word by which this speech is found. {WORDS}

I thank you."""
ADDRESS = "/statements/lavender-speech-on-shelter/"


@pytest.fixture
def campaign(campaigner):
    tag = Tag.objects.create(name="shelter for all")
    campaign = Campaign(slug="safe-beds", title="Safe beds", aim="A bed for each.", tag=tag)
    gatherings.save(campaign, by=campaigner)
    gatherings.publish(campaign, by=campaigner)
    return campaign


def choose(page, field, words):
    """Pick something in an autocomplete field by typing a part of its name."""
    page.locator(f".field-{field} .select2-selection").last.click()
    page.locator(".select2-search__field:focus").fill(words)
    page.locator(".select2-results__option--highlighted", has_text=words).click()


def write(page):
    page.get_by_role("link", name="Add a statement").click()
    page.locator("#id_title").fill("Lavender speech on shelter")
    page.locator("#id_text").fill(SPEECH)
    page.locator("#id_delivered").fill("21 November 2017")
    page.locator("#id_voices-0-name").fill("Ms. Example")
    choose(page, "actor", "Iraq")
    page.locator("#id_recommendations-0-words").fill(WORDS)
    page.locator("#id_recommendations-0-strength").select_option("4")
    page.locator("#id_recommendations-0-pillar").select_option("protection")
    page.locator("#id_recommendations-0-short_form").fill("A safe place for every victim")
    page.locator("#id_recommendations-0-tag_names").fill("shelter for all")
    for field in page.locator(".field-themes .select2-selection").all():
        field.click()
        page.keyboard.type("Shelter")
        page.locator(".select2-results__option--highlighted", has_text="Shelter").click()
    page.get_by_role("button", name="Save and continue editing").click()


def move(page, verb, reason=""):
    """Press a button of the form and confirm it on the page behind it."""
    page.locator(f".move-{verb}").first.click()
    if reason:
        page.locator("#id_reason").fill(reason)
    page.locator(".move-page").get_by_role("button").click()
    expect(page.locator(".move-page")).to_have_count(0)


def sees_nothing(someone):
    """Tell whether no page of the site says anything of the speech."""
    for path in ("/", "/statements/", "/recommendations/", "/countries/", "/campaigns/safe-beds/"):
        assert someone.open(path) == 200
        if "lavender" in someone.page.content().casefold():
            return False
    return someone.open(ADDRESS) == 404


class FirstPublicationTests:
    def test_goes_from_pasted_words_to_a_marked_passage_and_back(
        self, visitor, contributor, publisher, campaign, shelter, make_state
    ):
        make_state("iq", "Iraq")
        author, reviewer, reader = visitor(), visitor(), visitor(width=360, dark=True)

        author.log_in("contributor")
        write(author.page)
        move(author.page, "submit")
        assert sees_nothing(reader)

        reviewer.log_in("publisher")
        reviewer.page.get_by_role("link", name="Lavender speech on shelter").first.click()
        move(reviewer.page, "approve")
        assert sees_nothing(reader)
        move(reviewer.page, "publish")

        self.find_it(reader)
        self.edit_it(author, reader)
        self.withdraw_it(reviewer, reader)

    def find_it(self, reader):
        page = reader.page
        for query in ("theme=shelter", "country=iq", "theme=protection&country=iq"):
            reader.open(f"/statements/?{query}")
            expect(page.get_by_role("heading", name="Lavender speech")).to_be_visible()
        reader.open("/campaigns/safe-beds/")
        expect(page.get_by_text(WORDS).first).to_be_visible()
        reader.open(ADDRESS)
        ref = Statement.objects.get(slug="lavender-speech-on-shelter").recommendations.get().ref
        page.get_by_role("link", name="Link to these words").click()
        page.wait_for_url(f"**{ADDRESS}#r{ref}")
        marked = page.locator(f"mark#r{ref}")
        expect(marked).to_have_text(WORDS)
        expect(marked).to_be_in_viewport()
        assert not reader.is_wider_than_the_screen()

    def edit_it(self, author, reader):
        author.open("/admin/")
        author.page.get_by_role("link", name="Lavender speech on shelter").first.click()
        text = author.page.locator("#id_text")
        text.fill(SPEECH.replace("Lavender is", "Rosemary is"))
        author.page.get_by_role("button", name="Save and continue editing").click()
        expect(author.page.locator(".messagelist .success")).to_be_visible()
        expect(author.page.locator(".errornote")).to_have_count(0)
        reader.open(ADDRESS)
        expect(reader.page.get_by_text("Lavender is the word")).to_be_visible()
        assert "Rosemary" not in reader.page.content()

    def withdraw_it(self, reviewer, reader):
        reviewer.open("/admin/")
        reviewer.page.get_by_role("link", name="Lavender speech on shelter").first.click()
        move(reviewer.page, "withdraw", reason="The speaker asked for it.")
        assert reader.open(ADDRESS) == 410
        content = reader.page.content()
        assert "The speaker asked for it." in content
        assert "safe place to sleep" not in content
        assert "shelter" not in reader.page.inner_text("main").casefold()
