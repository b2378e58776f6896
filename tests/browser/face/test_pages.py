"""Every kind of page as people meet it: narrow, dark, without scripts, read aloud."""

from typing import Any

import pypdfium2
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.core.management import call_command

from tests.face import kinds

pytestmark = pytest.mark.django_db(transaction=True)

# All rules of every grade, what is only good practice too; and those that colours change.
RULES: dict[str, Any] = {"resultTypes": ["violations"]}
OF_COLOURS = RULES | {"runOnly": ["color-contrast", "link-in-text-block"]}
# A screen, a phone, and a small phone: 1280 px at 400 %.
WIDTHS = (360, 320)
# What moves by itself after it was shown; and what the browser refuses to load by the policy.
WATCH = """
window.moved = 0;
window.refused = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
# When words stand on the screen, in whichever font.
PAINTED = """() => new Promise((done) => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) done();
  }).observe({ type: "paint", buffered: true });
})"""
# When the fonts are there and the page has been drawn with them.
DRAWN = """() => document.fonts.ready.then(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done([window.moved, window.refused])));
}))"""

# What only a script can give: buttons to print, copy and share, and the day it is at the reader's.
WITHOUT_MORE = """() => {
  const buttons = document.querySelectorAll("[data-scripted], [data-copy]");
  for (const button of buttons) button.hidden = true;
  for (const slot of document.querySelectorAll("[data-accessed]")) slot.textContent = "";
}"""


# The first place of each rule that is broken.
BROKEN = """(options) => axe.run(document, options).then(({ violations }) => violations.map(
  (one) => [one.id, one.nodes[0].html.slice(0, 200)]
))"""
FONTS = "**/*.woff2"


def open_before_its_fonts(page: Any, address: str) -> None:
    """Let the fonts of a page come when its words stand on the screen already."""
    late, shown = [], False

    def hold(route: Any) -> None:
        if shown:
            route.continue_()
        else:
            late.append(route)

    page.route(FONTS, hold)
    page.goto(address, wait_until="commit")
    page.evaluate(PAINTED)
    assert late, address
    shown = True
    for route in late:
        route.continue_()
    page.wait_for_load_state()
    page.unroute(FONTS, hold)


class PagesTests:
    @pytest.mark.parametrize("language", kinds.SPOKEN)
    def test_are_for_everyone(self, visitor, language):
        call_command("load_seeds", verbosity=0)
        reader = visitor()
        page = reader.page
        page.add_init_script(WATCH)
        trouble: dict[str, Any] = {}
        for path, status in kinds.KINDS.items():
            address = kinds.address(path, language)
            page.set_viewport_size({"width": 1360, "height": 900})
            page.emulate_media(color_scheme="light")
            assert reader.open(address) == status, address
            moved, refused = page.evaluate(DRAWN)
            page.evaluate(AXE_SCRIPT)
            found = {
                "moved": round(moved, 2),
                "refused": refused,
                "light": page.evaluate(BROKEN, RULES),
            }
            page.emulate_media(color_scheme="dark")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                found[f"wider than {width}"] = reader.is_wider_than_the_screen()
            found["dark"] = page.evaluate(BROKEN, OF_COLOURS)
            found["cookies"] = page.context.cookies()
            if any(found.values()):
                trouble[address] = {what: said for what, said in found.items() if said}

        assert trouble == {}

    @pytest.mark.parametrize("language", kinds.SPOKEN)
    def test_do_not_jump_when_a_font_comes_late(self, live, visitor, language):
        reader = visitor()
        page = reader.page
        page.add_init_script(WATCH)
        moved = {}
        for path in ("/", "/search/?q=trafficking+victims&country=iq", f"/statements/{live.slug}/"):
            open_before_its_fonts(page, reader.site + kinds.address(path, language))
            # To a hundredth, as it is counted.
            moved[path] = round(page.evaluate(DRAWN)[0], 2)

        assert set(moved.values()) == {0}, moved

    def test_read_the_same_without_scripts(self, live, visitor):
        with_scripts, without = visitor(), visitor(scripts=False)
        for path in ("/", "/statements/", "/recommendations/", f"/statements/{live.slug}/"):
            with_scripts.open(path)
            without.open(path)
            for reader in (with_scripts, without):
                reader.page.evaluate(WITHOUT_MORE)

            assert without.page.inner_text("main") == with_scripts.page.inner_text("main"), path

    def test_begin_on_the_first_sheet_of_paper(self, live, visitor):
        reader = visitor()
        reader.open(f"/recommendations/{live.recommendations.get(short_form='Give shelter').ref}/")

        # Small sheets, so that it takes more than one.
        with pypdfium2.PdfDocument(reader.page.pdf(width="10cm", height="10cm")) as paper:
            sheets = [sheet.get_textpage().get_text_bounded() for sheet in paper]

        assert len(sheets) > 1
        assert "Give shelter" in sheets[0]

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
