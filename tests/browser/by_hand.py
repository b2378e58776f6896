"""Make a form in a browser say what it should, by the controls that a person uses."""

import json
import re

from django.apps import apps
from playwright.sync_api import Locator, Page

from tests.admin.filling import Data, controls

# Select what stands between two code points of the text, as a person does with the mouse.
SELECT = """([start, end]) => {
  const pane = document.getElementById("text-pane");
  const places = [start, end].map((place, isEnd) => {
    for (const run of pane.querySelectorAll("[data-at]")) {
      const letters = Array.from(run.firstChild.data);
      const at = place - Number(run.dataset.at);
      if (at >= 0 && (at < letters.length || (isEnd && at === letters.length))) {
        return [run.firstChild, letters.slice(0, at).join("").length];
      }
    }
  });
  pane.focus();
  getSelection().setBaseAndExtent(...places[0], ...places[1]);
}"""
CHOSEN = "control => Array.from(control.selectedOptions, (one) => one.value)"
# The buttons beside the text, by the rows that they make.
MARKING = {"recommendations": "Recommendation", "citations": "Instrument", "withheld": "Withhold"}
ROW = re.compile(r"(?P<group>recommendations|citations|voices|withheld)-(?P<number>\d+)-")


def served(page: Page, form: str) -> Data:
    """Return what the form of a page says, as it was served."""
    return controls(page.content(), form)


def type_in(page: Page, held: Data, wanted: Data) -> None:
    """Change a form from what it says to what it should, control by control."""
    for name in [name for name, values in wanted.items() if held.get(name, [""]) != values]:
        _type(page, name, wanted)


def _type(page: Page, name: str, wanted: Data) -> None:
    row, values = ROW.match(name), wanted[name]
    control = page.locator(f'[name="{name}"]')
    if row and not control.count():
        words, place = (wanted.get(f"{row.group()}{of}", [""])[0] for of in ("words", "place"))
        _add(page, row["group"], words, place)
    elif row:
        _open(page, row)
    if "admin-autocomplete" in (control.first.get_attribute("class") or ""):
        _choose(page, control, values)
        return
    match control.first.evaluate("one => one.type"):
        case "hidden":
            pass
        case "radio":
            page.locator(f'[name="{name}"][value="{values[0]}"]').check()
        case "checkbox":
            for one in control.all():
                one.set_checked((one.get_attribute("value") or "on") in values)
        case "select-one" | "select-multiple":
            control.select_option(values)
        case _:
            control.fill(values[0].replace("\r\n", "\n"))


def _add(page: Page, group: str, words: str, place: str) -> None:
    """Add a row: of words that are in the text by marking them there."""
    if not place:
        page.locator(f"#{group}-group .add-row a").click()
        return
    start = json.loads(place)["start"]
    page.evaluate(SELECT, [start, start + len(words)])
    page.get_by_role("button", name=MARKING[group], exact=True).click()


def _open(page: Page, row: re.Match[str]) -> None:
    folded = page.locator(f"#{row['group']}-{row['number']} > details:not([open])")
    if folded.count():
        folded.locator("> summary").click()


def _choose(page: Page, control: Locator, values: list[str]) -> None:
    """Choose rows of the desk by their names; take away what is chosen and should not be."""
    box = control.locator("xpath=following-sibling::*[1]").locator(".select2-selection")
    held = [one for one in control.evaluate(CHOSEN) if one]
    names = _names(control, {*values, *held} - {""})
    many = control.get_attribute("multiple") is not None
    for value in set(held) - set(values):
        chosen = box.get_by_title(names[value], exact=True) if many else box
        chosen.locator(".select2-selection__choice__remove, .select2-selection__clear").click()
        page.keyboard.press("Escape")
    for value in values:
        if value and value not in held:
            # In the middle of several there may stand what takes one away.
            (box.locator("input") if many else box).click()
            page.locator(".select2-search__field:focus").fill(names[value].partition(" (")[0])
            page.get_by_role("option", name=names[value], exact=True).click()
    assert sorted(filter(None, control.evaluate(CHOSEN))) == sorted(filter(None, values))


def _names(control: Locator, keys: set[str]) -> dict[str, str]:
    """Return by key what the desk calls that which may be chosen in a control."""
    model = apps.get_model(
        control.get_attribute("data-app-label") or "", control.get_attribute("data-model-name")
    )
    related = model._meta.get_field(control.get_attribute("data-field-name") or "").related_model
    return {str(one.pk): str(one) for one in related._default_manager.filter(pk__in=keys)}
