"""The desk in a real browser: under the strict policy, on a narrow screen, by keyboard."""

import pytest
from playwright.sync_api import expect

from statements.models import Event, Statement
from statements.workflow import gatherings
from tests.cast import DATA, SHELTER

pytestmark = pytest.mark.django_db(transaction=True)

DESK = "/admin/statements"


class EveryPageTests:
    @pytest.mark.parametrize("dark", [False, True])
    def test_fits_a_telephone_and_keeps_to_the_policy(self, visitor, publisher, live, dark):
        event = Event(slug="debate", title="The debate", kind="launch")
        gatherings.save(event, by=publisher)
        officer = visitor(width=360, dark=dark)
        officer.log_in("publisher")
        pages = [
            "/admin/",
            f"{DESK}/statement/add/",
            f"{DESK}/statement/{live.pk}/change/",
            f"{DESK}/statement/{live.pk}/history/",
            f"{DESK}/statement/{live.pk}/move/withdraw/",
            f"{DESK}/event/add/",
            f"{DESK}/event/{event.pk}/move/publish/",
            f"{DESK}/campaign/add/",
            f"{DESK}/actor/add/",
            *(f"{DESK}/{noun}/" for noun in ("statement", "recommendation", "event", "transition")),
        ]

        wide = [
            path
            for path in pages
            if officer.open(path) != 200 or officer.is_wider_than_the_screen()
        ]

        assert wide == []


class StatementFormTests:
    def test_saves_with_the_enter_key(self, visitor, contributor, draft):
        officer = visitor()
        officer.log_in("contributor")
        officer.open(f"{DESK}/statement/{draft.pk}/change/")

        officer.page.locator("#id_title").fill("By keyboard")
        officer.page.keyboard.press("Enter")

        expect(officer.page.get_by_text("was changed successfully")).to_be_visible()
        assert Statement.objects.get().title == "By keyboard"

    def test_asks_before_typed_words_are_left_behind(self, visitor, contributor, draft):
        officer = visitor()
        asked: list[str] = []

        def leave(dialog):
            asked.append(dialog.type)
            dialog.accept()

        officer.page.on("dialog", leave)
        officer.log_in("contributor")
        officer.open(f"{DESK}/statement/{draft.pk}/change/")
        officer.page.locator("#id_title").fill("Not saved yet")

        officer.page.get_by_role("link", name="Statements").click()
        officer.page.wait_for_url(f"**{DESK}/statement/")

        assert asked == ["beforeunload"]

    def test_opens_the_row_that_an_address_points_at(self, visitor, contributor, draft):
        one = draft.recommendations.get(passage__exact=DATA)
        officer = visitor()
        officer.log_in("contributor")

        officer.open(f"{DESK}/statement/{draft.pk}/change/#row-{one.ref}")

        expect(officer.page.locator("#id_recommendations-1-words")).to_be_visible()
        expect(officer.page.locator("#id_recommendations-0-words")).to_be_hidden()

    def test_suggests_tags_after_a_comma(self, visitor, editor, contributor, draft):
        draft.recommendations.first().tags.add("Shelter now", "Forced labour")
        officer = visitor()
        officer.log_in("contributor")
        officer.open(f"{DESK}/statement/{draft.pk}/change/")
        officer.page.locator("#recommendations-1 summary").first.click()

        officer.page.locator("#id_recommendations-1-tag_names").press_sequentially("Forced labour,")

        options = officer.page.locator("#tag-names option")
        expect(options).to_have_count(1)
        expect(options).to_have_attribute("value", "Forced labour, Shelter now")

    def test_lets_a_place_be_chosen_without_scripts(self, visitor, contributor, draft):
        officer = visitor(scripts=False)
        officer.log_in("contributor")
        officer.open(f"{DESK}/statement/{draft.pk}/change/")
        page = officer.page
        page.locator("#id_text").fill(f"{SHELTER}\n\n{DATA}\n\nWe must act. Today we must act.")
        page.locator("#recommendations-0 summary").first.click()
        page.locator("#id_recommendations-0-words").fill("must act")
        page.get_by_role("button", name="Save and continue editing").click()
        page.get_by_label("Today we must act.").last.check()
        page.get_by_role("button", name="Save and continue editing").click()

        expect(page.get_by_text("was changed successfully")).to_be_visible()
        one = Statement.objects.get().recommendations.get(passage__exact="must act")
        assert one.passage.start == Statement.objects.get().text.rindex("must act")

    def test_takes_another_row_without_scripts(self, visitor, contributor, draft):
        officer = visitor(scripts=False)
        officer.log_in("contributor")
        officer.open(f"{DESK}/statement/{draft.pk}/change/")
        page = officer.page
        page.locator("#id_voices-1-name").fill("Ms. Second")
        page.locator("#recommendations-2 summary").first.click()
        page.locator("#id_recommendations-2-words").fill("Trafficking is a crime.")
        page.get_by_role("button", name="Save and continue editing").click()

        expect(page.get_by_text("was changed successfully")).to_be_visible()
        assert draft.voices.filter(name="Ms. Second").exists()
        assert draft.recommendations.filter(passage__exact="Trafficking is a crime.").exists()


class KeyboardTests:
    HIDDEN = """() => {
      const shown = document.activeElement.getBoundingClientRect();
      const bar = document.querySelector(".submit-row").getBoundingClientRect();
      const inBar = document.activeElement.closest(".submit-row");
      return !inBar && shown.top + 10 > bar.top && shown.top < bar.bottom
        && document.activeElement.id;
    }"""

    @pytest.fixture
    def officer(self, visitor, contributor, draft):
        officer = visitor()
        officer.log_in("contributor")
        officer.open(f"{DESK}/statement/{draft.pk}/change/")
        return officer

    def test_never_reaches_what_the_buttons_cover(self, officer):
        hidden = set()

        officer.page.locator("#id_title").focus()
        for _key in range(40):
            officer.page.keyboard.press("Tab")
            hidden.add(officer.page.evaluate(self.HIDDEN))

        assert hidden == {False}

    def test_goes_on_in_the_row_it_added(self, officer):
        officer.page.get_by_text("Add another Recommendation").press("Enter")

        rows = "textarea[id^='id_recommendations-'][id$='-words']:not([id*='__prefix__'])"
        added = officer.page.locator(rows).last
        expect(added).to_be_focused()

    def test_hears_the_name_of_every_choice(self, officer):
        page = officer.page
        page.get_by_text("Add another Recommendation").press("Enter")
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")

        fields = page.locator(".select2-search__field")
        expect(page.locator(".select2-search__field:not([aria-label])")).to_have_count(0)
        names = [field.get_attribute("aria-label") for field in fields.all()]
        page.locator(".field-event .select2-selection").press("Enter")

        assert set(names) == {
            "Asked of",
            "Themes",
            "Countries named",
            "Affected groups",
            "Forms of exploitation",
        }
        expect(page.locator(".select2-dropdown .select2-search__field")).to_have_attribute(
            "aria-label", "Event"
        )
