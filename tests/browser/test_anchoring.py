"""Words selected in the text of a statement become a row, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect

from statements import workflow
from statements.models import Statement
from tests.cast import DATA, SHELTER, TEXT

pytestmark = pytest.mark.django_db(transaction=True)

# Select characters of the text as a person does with the mouse; `nth` of those that are alike.
SELECT = """([words, nth]) => {
  const pane = document.getElementById("text-pane");
  const runs = Array.from(pane.querySelectorAll("[data-at]"), (run) => run.firstChild);
  const all = runs.map((run) => run.data).join("");
  let at = -1;
  for (let n = 0; n <= nth; n += 1) at = all.indexOf(words, at + 1);
  const place = (offset, isEnd) => {
    for (const run of runs) {
      if (offset < run.length || (isEnd && offset === run.length)) return [run, offset];
      offset -= run.length;
    }
  };
  pane.focus();
  getSelection().setBaseAndExtent(...place(at), ...place(at + words.length, true));
}"""


def form_of(statement):
    return f"/admin/statements/statement/{statement.pk}/change/"


@pytest.fixture
def officer(visitor, contributor):
    officer = visitor()
    officer.log_in("contributor")
    return officer


@pytest.fixture
def write(contributor):
    def make(text, **fields):
        statement = Statement(title="To be marked", text=text, **fields)
        workflow.create(statement, by=contributor)
        return statement

    return make


def select(page, words, nth=0):
    page.evaluate(SELECT, [words, nth])


def mark(page, button):
    page.get_by_role("button", name=button, exact=True).click()


def save(page):
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()


def recommended(statement):
    return [
        (one.passage.start, one.passage.exact, one.passage.prefix, one.passage.suffix)
        for one in statement.recommendations.all()
    ]


def at(text, words, nth=0):
    """Return what a recommendation of these words holds: place, words, what stands around."""
    start = -1
    for _time in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    return start, words, text[max(0, start - 32) : start], text[end : end + 32]


class SelectedWordsTests:
    def test_become_a_recommendation(self, officer, write):
        statement = write(TEXT)
        officer.open(form_of(statement))

        select(officer.page, SHELTER)
        mark(officer.page, "Recommendation")

        words = officer.page.locator("#id_recommendations-0-words")
        expect(words).to_have_value(SHELTER)
        expect(officer.page.locator("#id_recommendations-0-lead_in_words")).to_be_focused()
        expect(officer.page.get_by_role("status").first).to_contain_text("Row added")
        save(officer.page)
        assert recommended(statement) == [at(TEXT, SHELTER)]

    def test_become_an_instrument_that_is_cited(self, officer, write):
        statement = write("We recall the Palermo Protocol.")
        officer.open(form_of(statement))

        select(officer.page, "the Palermo Protocol")
        mark(officer.page, "Instrument")
        save(officer.page)

        assert [one.passage.exact for one in statement.citations.all()] == ["the Palermo Protocol"]

    def test_are_withheld_with_a_reason(self, officer, write):
        statement = write("I thank Jane Doe, who wrote to us.")
        officer.open(form_of(statement))

        select(officer.page, "Jane Doe")
        mark(officer.page, "Withhold")
        expect(officer.page.get_by_label("Why").first).to_be_focused()
        officer.page.keyboard.type("A survivor.")
        officer.page.get_by_role("button", name="Save and continue editing").click()

        expect(officer.page.get_by_text("The words are withheld, in 1 place.")).to_be_visible()
        assert [str(one) for one in statement.withheld.all()] == ["Jane Doe"]

    def test_are_the_ones_meant_where_a_sentence_is_repeated(self, officer, write):
        text = "We must act now. " * 5 + "\n\n" + "We must act now. " * 5
        statement = write(text)
        officer.open(form_of(statement))

        select(officer.page, "We must act now.", nth=7)
        mark(officer.page, "Recommendation")
        save(officer.page)

        assert recommended(statement) == [at(text, "We must act now.", nth=7)]

    def test_may_overlap(self, officer, write):
        statement = write("We ask for shelter and for counsel and for time.")
        officer.open(form_of(statement))

        select(officer.page, "for shelter and for counsel")
        mark(officer.page, "Recommendation")
        save(officer.page)
        select(officer.page, "for counsel and for time")
        mark(officer.page, "Recommendation")
        save(officer.page)

        assert [words for _, words, *_ in recommended(statement)] == [
            "for shelter and for counsel",
            "for counsel and for time",
        ]

    def test_may_run_over_lines_paragraphs_and_bullets(self, officer, write):
        text = "We ask for:\n\n• shelter 🕊️ 𝒶𝓃𝒹\n• counsel,\n\nand no less. 🙏🏽 Thank you."
        statement = write(text)
        officer.open(form_of(statement))

        select(officer.page, "𝒶𝓃𝒹counsel,and no less. 🙏🏽")
        mark(officer.page, "Recommendation")
        save(officer.page)

        assert recommended(statement) == [at(text, "𝒶𝓃𝒹\n• counsel,\n\nand no less. 🙏🏽")]

    def test_may_be_arabic(self, officer, write):
        text = "السيد الرئيس،\n\nندعو الدول إلى حماية الضحايا. شكرا."
        statement = write(text, language="ar")
        officer.open(form_of(statement))

        select(officer.page, "ندعو الدول إلى حماية الضحايا.")
        mark(officer.page, "Recommendation")
        save(officer.page)

        expect(officer.page.locator("#text-pane")).to_have_attribute("dir", "rtl")
        assert recommended(statement) == [at(text, "ندعو الدول إلى حماية الضحايا.")]

    def test_are_found_in_a_text_that_was_edited_since(self, officer, write):
        text = "We must act now.\n\nWe must act now.\n\nWe thank you all for your patience."
        statement = write(text)
        officer.open(form_of(statement))
        page = officer.page

        page.locator("#id_text").fill(f"Mr. President,\n\n{text}")
        expect(page.get_by_text("The text field above was changed.")).to_be_visible()
        select(page, "We must act now.", nth=1)
        mark(page, "Recommendation")
        save(page)

        edited = Statement.objects.get().text
        assert edited.startswith("Mr. President")
        assert recommended(statement) == [at(edited, "We must act now.", nth=1)]

    def test_have_one_row(self, officer, draft):
        officer.open(form_of(draft))

        select(officer.page, SHELTER)
        mark(officer.page, "Recommendation")

        expect(officer.page.get_by_text("These words have a row already")).to_be_visible()
        expect(officer.page.locator("#id_recommendations-0-words")).to_be_visible()


class KeyboardTests:
    def test_reaches_selects_and_marks_without_a_mouse(self, officer, write):
        text = "We ask for shelter. We thank you."
        statement = write(text)
        officer.open(form_of(statement))
        keyboard = officer.page.keyboard
        tab_to(officer.page, "text-pane")

        for _letter in "We ask ":
            keyboard.press("ArrowRight")
        for _letter in "for shelter.":
            keyboard.press("Shift+ArrowRight")
        keyboard.press("r")
        expect(officer.page.locator("#id_recommendations-0-lead_in_words")).to_be_focused()
        keyboard.press("Shift+Tab")
        expect(officer.page.locator("#id_recommendations-0-words")).to_be_focused()
        for _press in range(60):
            keyboard.press("Tab")
            if officer.page.evaluate("document.activeElement.name") == "_continue":
                break
        else:
            raise AssertionError("Nobody comes to the button by Tab.")
        keyboard.press("Enter")

        expect(officer.page.get_by_text("was changed successfully")).to_be_visible()
        assert [words for _, words, *_ in recommended(statement)] == ["for shelter."]

    def test_reaches_the_buttons_with_the_words_still_selected(self, officer, write):
        statement = write("We ask for shelter.")
        officer.open(form_of(statement))
        tab_to(officer.page, "text-pane")

        officer.page.keyboard.press("Control+Shift+End")
        for _button in ("[sic]", "Withhold", "Instrument"):
            officer.page.keyboard.press("Shift+Tab")
        expect(officer.page.get_by_role("button", name="Instrument")).to_be_focused()
        officer.page.keyboard.press("Enter")

        expect(officer.page.locator("#id_citations-0-words")).to_have_value("We ask for shelter.")

    def test_cannot_change_the_text(self, officer, write):
        statement = write("We ask for shelter.")
        officer.open(form_of(statement))
        pane = officer.page.locator("#text-pane")
        tab_to(officer.page, "text-pane")

        officer.page.keyboard.type("xyz ")
        officer.page.keyboard.press("Delete")
        officer.page.keyboard.press("Enter")
        officer.page.keyboard.press("Control+a")
        officer.page.keyboard.press("Control+x")
        officer.page.keyboard.press("Control+v")

        expect(pane).to_have_text("We ask for shelter.")

    def test_says_that_nothing_is_selected(self, officer, write):
        statement = write("We ask for shelter.")
        officer.open(form_of(statement))
        tab_to(officer.page, "text-pane")

        officer.page.keyboard.press("r")

        expect(officer.page.get_by_text("Select words in the text first.")).to_be_visible()


def tab_to(page, id_):
    page.locator("#id_source_url").focus()
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == id_:
            return
    raise AssertionError(f"Nobody comes to {id_} by Tab.")


class MarkTests:
    def test_leads_to_its_row_and_back(self, officer, draft):
        officer.open(form_of(draft))
        page = officer.page

        page.locator("#text-pane a.sign", has_text="2").click()
        row = page.locator("#recommendations-1")
        expect(row.locator("summary").first).to_be_focused()
        expect(page.locator("#id_recommendations-1-words")).to_have_value(DATA)
        row.get_by_role("link", name="Show in the text").click()

        expect(page.locator("#text-pane")).to_be_focused()
        assert page.evaluate("getSelection().focusNode.data") == DATA

    def test_is_gone_to_by_a_press_on_its_words(self, officer, draft):
        officer.open(form_of(draft))

        officer.page.locator("#text-pane mark", has_text=SHELTER).click()

        expect(officer.page.locator("#id_recommendations-0-words")).to_be_visible()

    def test_is_a_link_without_scripts(self, visitor, contributor, draft):
        officer = visitor(scripts=False)
        officer.log_in("contributor")
        officer.open(form_of(draft))

        officer.page.locator("#text-pane a.sign", has_text="2").click()

        assert officer.page.url.endswith(f"#row-{draft.recommendations.all()[1].ref}")
        expect(officer.page.get_by_role("toolbar")).to_be_hidden()
