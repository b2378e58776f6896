"""Every kind of page as people meet it: narrow, dark, without scripts, read aloud."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

pytestmark = pytest.mark.django_db(transaction=True)

IOM = "iom-security-council-trafficking-conflict-2017"
PAGES = {
    "/": 200,
    "/statements/": 200,
    "/statements/?theme=protection&country=iq&since=2017": 200,
    "/statements/?country=fr": 200,
    f"/statements/{IOM}/": 200,
    "/recommendations/": 200,
    "/recommendations/?pillar=protection&sort=oldest": 200,
    "/events/": 200,
    "/events/unodc-regional-conference-islamabad-2017/": 200,
    "/countries/": 200,
    "/countries/pk/": 200,
    "/themes/": 200,
    "/themes/shelter-and-accommodation/": 200,
    "/actors/": 200,
    "/actors/unodc/": 200,
    "/campaigns/": 200,
    "/campaigns/reduce-demand/": 200,
    "/tags/reduce-demand/": 200,
    "/search/": 200,
    "/search/?q=trafficking+victims&country=iq": 200,
    "/search/?q=zebra": 200,
    "/statements/?q=victims": 200,
    "/about/": 200,
    "/statements/?thme=x": 400,
    "/nothing-here/": 404,
    "/statements/?page=7": 404,
}


@pytest.fixture
def seeded(db):
    call_command("load_seeds", verbosity=0)


class PagesTests:
    def test_read_well_narrow_and_wide_light_and_dark(self, seeded, visitor):
        axe = Axe()
        for width, dark in ((1360, False), (360, True)):
            reader = visitor(width=width, dark=dark)
            for path, status in PAGES.items():
                assert reader.open(path) == status, path
                assert not reader.is_wider_than_the_screen(), (path, width)
                found = axe.run(reader.page).response["violations"]
                assert [(one["id"], one["impact"]) for one in found] == [], (path, width)

    def test_read_the_same_without_scripts(self, live, visitor):
        with_scripts, without = visitor(), visitor(scripts=False)
        for path in ("/", "/statements/", "/recommendations/", f"/statements/{live.slug}/"):
            with_scripts.open(path)
            without.open(path)

            assert without.page.inner_text("main") == with_scripts.page.inner_text("main"), path

    def test_take_filters_by_keyboard_without_scripts(self, live, visitor):
        reader = visitor(scripts=False)
        reader.open("/statements/")
        choice = reader.page.get_by_label("Protection").first

        choice.focus()
        reader.page.keyboard.press("Space")
        reader.page.keyboard.press("Enter")

        reader.page.wait_for_url("**/statements/?**=protection**")
        assert reader.page.get_by_role("heading", name="Iraq on shelter").is_visible()

    def test_skip_to_the_content_by_keyboard(self, live, visitor):
        reader = visitor()
        reader.open("/statements/")

        reader.page.keyboard.press("Tab")
        reader.page.keyboard.press("Enter")

        reader.page.wait_for_url("**#main")
