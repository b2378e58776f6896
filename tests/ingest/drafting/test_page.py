"""Pages: folded words with the way back to every character."""

from statements.ingest.drafting.page import Page

WRAPPED = """\
Mr. Example (Chad): At the outset, let me say that we are
glad to see this matter of law enforcement taken up by law-
enforcement officers and by all who work with them, for
it was left too long to those who had no part in it.

A second paragraph begins after a line left blank here
and goes on below.
"""


def at(page: Page, words: str) -> str:
    start = page.words.index(words)
    return page.text[slice(*page.place(start, start + len(words)))]


class PageTests:
    def test_joins_the_lines_of_a_paragraph(self):
        page = Page.of(WRAPPED)

        assert len(page.lines) == 2
        assert "taken up by law-enforcement officers" in page.words
        assert page.words.count("\n") == 1

    def test_knows_where_words_stand_in_the_text(self):
        page = Page.of("\n  “First”   line\n\n• second  –  third")

        assert at(page, '"First" line') == "“First”   line"
        assert at(page, "second - third".replace(" - ", " ")) == "second  –  third"
        assert [line.is_bullet for line in page.lines] == [False, True]

    def test_blanks_markup_and_keeps_places(self):
        page = Page.of("<h1>A &amp; B</h1><p>Some <em>strong</em> words</p>")

        assert [line.words for line in page.lines] == ["A & B", "Some strong words"]
        assert at(page, "A & B") == "A &amp; B"
        assert at(page, "strong words") == "strong</em> words"

    def test_leaves_what_is_no_markup(self):
        assert Page.of("1 < 2 and 3 > 2").words == "1 < 2 and 3 > 2"

    def test_blanks_signs_of_markdown(self):
        page = Page.of("# Title\n\n**Bold** [label](https://example.org/a)\n\n\\###")

        assert page.words == "Title\nBold label"
