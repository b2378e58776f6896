"""A statement as the public would read it, for staff and by links that end."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from statements import workflow
from statements.catalogue import store
from statements.models import Actor, Event, PreviewLink, Statement, Tag, Voice
from statements.workflow import gatherings, references
from statements.workflow.coming import previewing
from tests.cast import DATA, SHELTER

DAY = dt.timedelta(days=1)


TOOLS = re.compile(
    r'<(ul|section|div) class="(?:tools|citing|selected)".*?</\1>',
    re.DOTALL,
)


def main(page):
    """Return what stands in the page but its bar, as words, and without where it leads.

    Without the tools as well, which only what is public has: nothing else can be cited.
    """
    _before, _main, rest = page.content.decode().partition("<main")
    return " ".join(strip_tags(TOOLS.sub("", rest.partition("</main>")[0])).split())


def approve(draft, contributor, publisher):
    workflow.submit(draft, by=contributor)
    workflow.approve(draft, by=publisher)


@pytest.fixture
def preview_of():
    return lambda draft: f"/admin/statements/statement/{draft.pk}/preview/"


@pytest.fixture
def link(draft, contributor):
    return previewing.share(draft, by=contributor, for_whom="The speaker", now=timezone.now())


@pytest.fixture
def address(link):
    return f"/admin/preview/{previewing.token(link)}/"


class StaffPreviewTests:
    def test_is_the_page_that_the_public_will_read(
        self, at_desk, client, draft, contributor, publisher, keeper, preview_of
    ):
        house = Actor(slug="house", kind="civil_society", name="A house that nobody knows")
        references.save_actor(house, by=keeper)
        event = Event(slug="debate", title="The debate", kind="launch")
        gatherings.save(event, by=publisher)
        draft.event = event
        workflow.edit(draft, by=contributor, seen=draft.version)
        Voice.objects.create(statement=draft, actor=house, capacity="hosts")
        workflow.tag(draft.recommendations.all(), by=contributor, add=["a new tag"])
        before = main(at_desk(contributor).get(preview_of(draft)))

        approve(draft, contributor, publisher)
        workflow.publish(draft, by=publisher, with_event=True)

        assert before == main(client.get("/statements/iraq-on-shelter/"))
        for words in ("A house that nobody knows", "The debate", "a new tag"):
            assert words in before

    def test_has_pages_of_its_recommendations(
        self, at_desk, client, draft, contributor, publisher, preview_of
    ):
        one = draft.recommendations.get(passage__exact=SHELTER)
        shown = at_desk(contributor).get(preview_of(draft)).content.decode()
        before = main(at_desk(contributor).get(f"{preview_of(draft)}{one.ref}/"))

        approve(draft, contributor, publisher)
        workflow.publish(draft, by=publisher)

        assert f'href="{preview_of(draft)}{one.ref}/"' in shown
        assert "/recommendations/" + one.ref not in shown
        assert before == main(client.get(f"/recommendations/{one.ref}/"))

    def test_says_that_it_is_none_and_is_kept_nowhere(
        self, at_desk, draft, contributor, preview_of
    ):
        page = at_desk(contributor).get(preview_of(draft))

        assert "Preview. This is not public." in page.content.decode()
        assert '<meta name="robots" content="noindex, nofollow">' in page.content.decode()
        assert "no-store" in page["Cache-Control"]
        assert page["X-Robots-Tag"] == "noindex, nofollow"
        assert page["Referrer-Policy"] == "no-referrer"

    def test_changes_nothing_that_is_public(self, at_desk, draft, contributor, preview_of):
        at_desk(contributor).get(preview_of(draft))

        assert store.state("statement", draft.ref) == "never"

    def test_lacks_what_is_withheld_wherever_it_stands(
        self, at_desk, draft, contributor, preview_of
    ):
        draft.title = "Mr. President speaks"
        workflow.edit(draft, by=contributor, seen=draft.version)
        workflow.withhold(draft, by=contributor, words="Mr. President", reason="Harm.")
        workflow.withhold(draft, by=contributor, words="better data", reason="Harm.")

        page = at_desk(contributor).get(preview_of(draft)).content.decode()

        assert "Mr. President" not in page
        assert "better data" not in page
        assert "1 recommendation is not shown" in page
        assert page.count("[withheld to protect a person]") >= 3

    def test_leaves_out_words_that_changed(self, at_desk, draft, contributor, preview_of):
        draft.text = draft.text.replace(DATA, "All is new.")
        workflow.edit(draft, by=contributor, seen=draft.version)

        page = at_desk(contributor).get(preview_of(draft)).content.decode()

        assert "1 recommendation is not shown" in page
        assert DATA not in page

    def test_is_refused_where_nobody_can_tell_what_is_withheld(
        self, at_desk, draft, contributor, preview_of, address
    ):
        workflow.withhold(draft, by=contributor, words="Mr. President", reason="Harm.")
        draft.refresh_from_db()
        draft.text = draft.text.replace("Mr. President", "Mr President")
        workflow.edit(draft, by=contributor, seen=draft.version)

        staff = at_desk(contributor).get(preview_of(draft), follow=True)
        outside = Client().get(address)

        assert "say first which words are meant now" in staff.content.decode()
        assert outside.status_code == 409
        assert "Mr President" not in outside.content.decode()

    def test_shows_what_is_scheduled_and_what_came_later(
        self, at_desk, draft, contributor, publisher, preview_of
    ):
        approve(draft, contributor, publisher)
        workflow.schedule(draft, by=publisher, at=timezone.now() + DAY)
        draft.title = "Changed since"
        workflow.edit(draft, by=contributor, seen=draft.version)
        client = at_desk(contributor)

        later = client.get(preview_of(draft)).content.decode()
        planned = client.get(f"{preview_of(draft)}?scheduled").content.decode()

        assert "Changed since</h1>" in later
        assert "Iraq on shelter</h1>" in planned
        assert "It becomes public on" in planned

    def test_knows_no_other_part(self, at_desk, draft, contributor, preview_of):
        assert at_desk(contributor).get(f"{preview_of(draft)}nothing/").status_code == 404


class SharedPreviewTests:
    def test_shows_somebody_without_a_log_in_the_same(
        self, at_desk, draft, contributor, address, preview_of
    ):
        page = Client().get(address)

        assert main(page) == main(at_desk(contributor).get(preview_of(draft)))
        assert "This link ends on" in page.content.decode()
        assert "Back to the desk" not in page.content.decode()
        assert "no-store" in page["Cache-Control"]
        assert page["Referrer-Policy"] == "no-referrer"
        assert not page.cookies

    def test_leads_to_its_recommendations(self, draft, address):
        one = draft.recommendations.get(passage__exact=SHELTER)

        page = Client().get(f"{address}{one.ref}/")

        assert f'href="{address}{one.ref}/"' in Client().get(address).content.decode()
        assert SHELTER in page.content.decode()

    def test_ends_after_two_weeks_to_the_second(self, link):
        token, end = previewing.token(link), link.made_at + 14 * DAY

        assert previewing.opened(token, now=end - dt.timedelta(seconds=1)) == link
        with pytest.raises(previewing.Ended):
            previewing.opened(token, now=end)

    def test_ends_at_publication_and_says_where_it_is(self, draft, contributor, publisher, address):
        approve(draft, contributor, publisher)
        workflow.publish(draft, by=publisher)

        page = Client().get(address)

        assert page.status_code == 410
        assert 'href="/statements/iraq-on-shelter/"' in page.content.decode()

    def test_ends_when_it_is_taken_back_and_tells_nothing(self, draft, link, editor, address):
        previewing.revoke(link, by=editor, now=timezone.now())

        page = Client().get(address)

        assert page.status_code == 410
        assert "Iraq on shelter" not in page.content.decode()
        assert "no-store" in page["Cache-Control"]

    @pytest.mark.parametrize("change", [lambda token: token[:-1], lambda token: f"{token}x"])
    def test_cannot_be_made_up(self, link, change):
        token = change(previewing.token(link))

        assert Client().get(f"/admin/preview/{token}/").status_code == 404

    def test_takes_no_form(self, address):
        assert Client().post(address).status_code == 405


class SharingPageTests:
    @pytest.fixture
    def page(self, draft):
        return f"/admin/statements/statement/{draft.pk}/sharing/"

    def test_makes_a_link_and_takes_it_back(self, at_desk, draft, contributor, page):
        client = at_desk(contributor)

        client.post(page, {"for_whom": "The speaker’s office"})
        shown = client.get(page).content.decode()
        link = PreviewLink.objects.get()
        good = Client().get(f"/admin/preview/{previewing.token(link)}/").status_code
        client.post(page, {"revoke": link.ref})

        assert "The speaker’s office" in shown
        assert previewing.token(link) in shown
        assert "Made by contributor" in shown
        assert good == 200
        assert "Taken back by contributor" in client.get(page).content.decode()
        assert Client().get(f"/admin/preview/{previewing.token(link)}/").status_code == 410

    def test_asks_for_whom(self, at_desk, contributor, page):
        answer = at_desk(contributor).post(page, {"for_whom": " "})

        assert "This field is required." in answer.content.decode()
        assert not PreviewLink.objects.exists()

    @pytest.mark.parametrize("role", ["other_contributor", "campaigner", "administrator"])
    def test_is_refused_to_who_may_not_change_it(self, request, at_desk, role, link, page):
        client = at_desk(request.getfixturevalue(role))

        answers = [client.get(page), client.post(page, {"revoke": link.ref})]

        assert [answer.status_code for answer in answers] == [403, 403]
        assert PreviewLink.objects.get().revoked_at is None

    def test_offers_no_link_to_what_the_public_reads(self, at_desk, publisher, live):
        client = at_desk(publisher)
        page = f"/admin/statements/statement/{live.pk}/sharing/"

        shown = client.get(page).content.decode()
        client.post(page, {"for_whom": "Anybody"})

        assert "send its public address" in shown
        assert not PreviewLink.objects.exists()

    def test_knows_no_link_of_another_statement(self, at_desk, link, twin, publisher):
        page = f"/admin/statements/statement/{twin.pk}/sharing/"

        assert at_desk(publisher).post(page, {"revoke": link.ref}).status_code == 404

    @pytest.fixture
    def twin(self, contributor):
        twin = Statement(title="Another", text="Words.")
        workflow.create(twin, by=contributor)
        return twin


class TagTests:
    def test_stay_out_where_they_are_internal(self, draft, contributor):
        Tag.objects.create(name="a worklist", internal=True)
        workflow.tag(draft.recommendations.all(), by=contributor, add=["a worklist"])

        found = previewing.of(draft, on=timezone.now().date(), of_scheduled=False)

        assert found.live.tags == ()
