"""Two people with a browser each at one statement, and what a closed page leaves behind."""

import pytest
from playwright.sync_api import expect

from statements.models import Statement

pytestmark = pytest.mark.django_db(transaction=True)

DESK = "/admin/statements"
KEPT = "Object.keys(localStorage).some((name) => name.startsWith('on-record/'))"


def wait_until(officer, condition):
    """Wait in the page itself: its policy lets nobody ask it again and again from outside."""
    officer.page.evaluate(
        f"""async () => {{
          while (!({condition})) {{
            await new Promise((then) => setTimeout(then, 50));
          }}
        }}"""
    )


@pytest.fixture
def seated(visitor, draft, contributor, editor):
    """Seat a person before the form of the draft, with a browser of their own."""

    def seat(name, **options):
        officer = visitor(**options)
        officer.log_in(name)
        officer.open(f"{DESK}/statement/{draft.pk}/change/")
        return officer

    return seat


class TwoPeopleTests:
    def test_put_both_their_changes_together(self, seated, draft):
        first, second = seated("editor"), seated("contributor")
        expect(second.page.get_by_text("editor has this open too.")).to_be_visible()
        second.page.locator("#id_source_note").fill("Typed by the second")
        second.page.locator("#id_title").fill("Iraq on safe shelter")
        first.page.locator("#id_title").fill("Iraq on shelter now")
        first.page.get_by_role("button", name="Save", exact=True).first.click()
        expect(first.page.get_by_text("was changed successfully")).to_be_visible()

        second.page.get_by_role("button", name="Save", exact=True).first.click()

        page = second.page
        expect(page.get_by_text("editor saved this while you were working on it.")).to_be_visible()
        expect(page.locator("#id_source_note")).to_have_value("Typed by the second")
        expect(page.locator(".met ins").first).to_have_text(" now")
        page.get_by_label("What was saved meanwhile", exact=True).check()
        page.get_by_role("button", name="Put both together").click()
        expect(page.get_by_text("Both are together below.")).to_be_visible()
        expect(page.locator("#id_title")).to_have_value("Iraq on shelter now")
        page.get_by_role("button", name="Save", exact=True).first.click()
        expect(page.get_by_text("was changed successfully")).to_be_visible()
        draft.refresh_from_db()
        assert (draft.title, draft.source_note) == ("Iraq on shelter now", "Typed by the second")

    @pytest.mark.parametrize("dark", [False, True])
    def test_read_the_difference_on_a_telephone_without_scripts(self, seated, draft, dark):
        officer = seated("contributor", width=360, dark=dark, scripts=False)
        Statement.objects.update(version=2, title="Iraq on shelter now")
        officer.page.locator("#id_source_note").fill("Typed")

        officer.page.get_by_role("button", name="Save", exact=True).first.click()

        expect(officer.page.get_by_role("button", name="Put both together")).to_be_visible()
        assert not officer.is_wider_than_the_screen()


class UnsavedTests:
    def test_of_two_new_ones_stay_apart(self, visitor, contributor):
        officer = visitor()
        officer.log_in("contributor")
        add = f"{officer.site}{DESK}/statement/add/"
        first, second = officer.page, officer.page.context.new_page()
        for number, page in enumerate((first, second), start=1):
            page.goto(add)
            page.locator("#id_title").fill(f"Number {number}")
            officer.page = page
            wait_until(officer, f"Object.keys(localStorage).length === {number}")
            expect(page.get_by_text("that was not saved")).to_be_hidden()

        for number, page in enumerate((first, second), start=1):
            page.goto("about:blank")
            page.goto(add)
            page.get_by_role("button", name="Put it back into the form").click()
            expect(page.locator("#id_title")).to_have_value(f"Number {number}")

    def test_comes_back_after_the_page_was_closed(self, seated, draft):
        officer = seated("contributor")
        officer.page.locator("#id_title").fill("Typed and not saved")
        wait_until(officer, KEPT)
        officer.page.goto("about:blank")

        officer.open(f"{DESK}/statement/{draft.pk}/change/")

        page = officer.page
        expect(page.get_by_text("You typed something here that was not saved")).to_be_visible()
        expect(page.locator(".kept-here ins")).to_have_text("Typed and not saved")
        expect(page.locator("#id_title")).to_have_value("Iraq on shelter")
        page.get_by_role("button", name="Put it back into the form").click()
        expect(page.get_by_text("It is not saved yet: look, then save.")).to_be_visible()
        expect(page.locator("#id_title")).to_have_value("Typed and not saved")
        page.get_by_role("button", name="Save", exact=True).first.click()
        expect(page.get_by_text("was changed successfully")).to_be_visible()
        wait_until(officer, f"!{KEPT}")
        assert Statement.objects.get().title == "Typed and not saved"

    def test_meets_what_was_saved_since(self, seated, draft):
        officer = seated("contributor")
        officer.page.locator("#id_source_note").fill("Typed and not saved")
        wait_until(officer, KEPT)
        officer.page.goto("about:blank")
        Statement.objects.update(version=2, title="Saved since")

        officer.open(f"{DESK}/statement/{draft.pk}/change/")
        expect(officer.page.get_by_text("Somebody saved since: you will see both.")).to_be_visible()
        officer.page.get_by_role("button", name="Put it back into the form").click()

        expect(officer.page.get_by_role("button", name="Put both together")).to_be_visible()
        expect(officer.page.locator(".met ins")).to_have_text("Saved since")
        expect(officer.page.locator("#id_source_note")).to_have_value("Typed and not saved")

    def test_is_thrown_away_when_asked(self, seated, draft):
        officer = seated("contributor")
        officer.page.locator("#id_title").fill("Typed and not saved")
        wait_until(officer, KEPT)
        officer.page.goto("about:blank")
        officer.open(f"{DESK}/statement/{draft.pk}/change/")

        officer.page.get_by_role("button", name="Throw it away").click()

        wait_until(officer, f"!{KEPT}")
        expect(officer.page.locator(".kept-here")).to_be_hidden()

    def test_lies_nowhere_in_plain_words_and_goes_with_the_log_out(self, seated, draft):
        officer = seated("contributor")
        officer.page.locator("#id_title").fill("A very secret name")
        wait_until(officer, KEPT)
        stored = officer.page.evaluate("JSON.stringify({...localStorage})")
        officer.page.on("dialog", lambda dialog: dialog.accept())

        officer.page.get_by_role("button", name="Log out").click()
        officer.page.wait_for_url("**/logout/")

        assert "secret" not in stored
        assert officer.page.evaluate(f"!{KEPT}")

    def test_is_kept_nowhere_where_a_person_wants_that(self, seated, draft):
        officer = seated("contributor")
        officer.open("/admin/codes/")
        officer.page.get_by_role("button", name="Keep nothing in this browser").click()
        expect(officer.page.get_by_role("button", name="Keep it until I save")).to_be_visible()
        officer.open(f"{DESK}/statement/{draft.pk}/change/")

        officer.page.locator("#id_title").fill("Typed")

        assert officer.page.evaluate("kept.isOn()") is False
        assert officer.page.evaluate(f"!{KEPT}")


class AlikeTests:
    def test_says_what_is_here_already_as_soon_as_it_is_pasted(self, seated, draft):
        officer = seated("contributor")
        officer.open(f"{DESK}/statement/add/")
        expect(officer.page.locator(".alike")).to_be_hidden()

        officer.page.locator("#id_text").fill(draft.text)
        officer.page.locator("#id_title").focus()

        expect(officer.page.locator(".alike")).to_contain_text("Iraq on shelter: the same text.")
        officer.page.locator("#id_text").fill("Other words.")
        officer.page.locator("#id_title").focus()
        expect(officer.page.locator(".alike")).to_be_hidden()
        officer.page.on("dialog", lambda dialog: dialog.accept())
