"""Marks are balanced and escaped, and the words between the tags are the text's."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.text.blocks import blocks
from statements.text.marking import Mark, mark
from tests.text.sources import ANY_TEXT, naughty_strings, needs_shared


class Page(HTMLParser):
    """Reads the HTML of a block, which has to balance: words without badges, marks, ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        self.marked: dict[str, str] = {}
        self.ids: list[str] = []
        self.badges: list[str] = []
        self.refs: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_attrs = dict(attrs)
        assert tag in ("mark", "span", "a")
        assert set(given_attrs) <= {"class", "id", "data-refs", "href"}
        self.open.append(tag)
        self.refs = (given_attrs.get("data-refs") or "").split()
        self.ids += [given_attrs["id"] or ""] if "id" in given_attrs else []
        self.badges += [given_attrs["href"] or ""] if tag == "a" else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.refs = []

    def handle_data(self, data: str) -> None:
        if "a" in self.open:
            return
        self.words += data
        for ref in self.refs:
            self.marked[ref] = self.marked.get(ref, "") + data


def html(text: str, *marks: Mark) -> list[str]:
    return [str(block.html) for block in mark(text, marks)]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(ANY_TEXT.filter(bool))
    marks = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        marks.append(Mark(start, end, f"ref{number}", number, draw(st.sampled_from(["", "x y"]))))
    return text, marks


def squeezed(words: str) -> str:
    return "".join(words.split())


def assert_marks_are_sound(text: str, marks: list[Mark]) -> None:
    shown = mark(text, marks)
    pages = [Page(block.html) for block in shown]
    drawn = blocks(text)

    assert [page.words for page in pages] == [block.words(text) for block in drawn]
    assert [block.kind for block in shown] == [block.kind for block in drawn]
    ids = [name for page in pages for name in page.ids]
    badges = [href for page in pages for href in page.badges]
    ends = [ref for block in shown for ref in block.starts]
    visible = []
    for one in marks:
        spans = [
            text[max(start, one.start) : min(end, one.end)]
            for block in drawn
            for start, end in block.spans
        ]
        marked = "".join(page.marked.get(one.ref, "") for page in pages)
        assert squeezed(marked) == squeezed("".join(spans))
        visible += [one.ref] if any(spans) else []
    assert sorted(ids) == sorted(f"r{ref}" for ref in visible)
    assert sorted(badges) == sorted(f"#n{ref}" for ref in visible)
    assert sorted(ends) == sorted(visible)


class TestMark:
    def test_shows_a_passage_with_its_number(self):
        text = "We must act. Thank you."

        assert html(text, Mark(3, 11, "abc", 1, "protection")) == [
            'We <mark class="passage protection" id="rabc" data-refs="abc">must act</mark>'
            '<a class="badge protection" href="#nabc">1</a>. Thank you.'
        ]

    def test_cuts_passages_that_cross(self):
        assert html("abcdef", Mark(0, 4, "one", 1, "x"), Mark(2, 6, "two", 2, "y")) == [
            '<mark class="passage x" id="rone" data-refs="one">ab</mark>'
            '<mark class="passage x y" id="rtwo" data-refs="one two">cd</mark>'
            '<a class="badge x" href="#none">1</a>'
            '<mark class="passage y" data-refs="two">ef</mark>'
            '<a class="badge y" href="#ntwo">2</a>'
        ]

    def test_gives_each_of_two_passages_on_the_same_words_its_id(self):
        assert html("abc", Mark(0, 3, "one", 1), Mark(0, 3, "two", 2)) == [
            '<span id="rone"></span>'
            '<mark class="passage" id="rtwo" data-refs="one two">abc</mark>'
            '<a class="badge" href="#none">1</a><a class="badge" href="#ntwo">2</a>'
        ]

    def test_goes_on_over_blocks_and_numbers_the_last(self):
        shown = mark("One.\n\n• Two.", [Mark(0, 12, "abc", 1)])

        assert [block.html for block in shown] == [
            '<mark class="passage" id="rabc" data-refs="abc">One.</mark>',
            '<mark class="passage" data-refs="abc">Two.</mark><a class="badge" href="#nabc">1</a>',
        ]
        assert [block.starts for block in shown] == [(), ("abc",)]

    def test_is_one_run_over_the_lines_of_a_paragraph(self):
        text = "We are of one mind that all the States\nmust act together against this crime."

        (shown,) = mark(text, [Mark(28, 47, "abc", 1)])

        assert Page(shown.html).marked == {"abc": "the States must act"}
        assert shown.html.count("<mark") == 1

    def test_names_the_link_of_a_number(self):
        (shown,) = html("We must act.", Mark(3, 7, "abc", 1, name='Note "1"'))

        assert '<a class="badge" href="#nabc" aria-label="Note &quot;1&quot;">1</a>' in shown

    def test_escapes_words_refs_and_classes(self):
        (shown,) = html("<b>&amp;'\"", Mark(0, 3, '"><script>', 1, '"><i>'))

        assert "<b>" not in shown
        assert "<script>" not in shown
        assert "<i>" not in shown
        assert Page(shown).words == "<b>&amp;'\""

    def test_shows_a_passage_of_nothing_to_see_nowhere(self):
        (first, second) = mark("One.\n\nTwo.", [Mark(4, 6, "abc", 1)])

        assert (first.html, second.html) == ("One.", "Two.")
        assert first.starts == second.starts == ()

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (0, 4)])
    def test_refuses_positions_outside(self, start, end):
        with pytest.raises(ValueError, match="abc"):
            mark("One", [Mark(start, end, "abc", 1)])

    @given(marked_texts())
    def test_is_balanced_and_escaped_and_complete(self, marked_text):
        assert_marks_are_sound(*marked_text)

    @needs_shared
    def test_is_sound_over_naughty_strings(self):
        for text in naughty_strings():
            marks = [Mark(0, len(text), "one", 1), Mark(len(text) // 2, len(text), "two", 2)]
            assert_marks_are_sound(text, marks if text else [])


class SicTests:
    TEXT = "They spoke ofhuman rights.\nAnd of humn"

    def test_stands_behind_the_words_and_is_none_of_them(self):
        first, second = mark(self.TEXT, [], sic=[self.TEXT.index(" rights"), len(self.TEXT)])

        sic = '<small class="sic"> <bdi lang="la" dir="ltr">[sic]</bdi></small>'
        assert first.html == f"They spoke ofhuman{sic} rights."
        assert second.html == f"And of humn{sic}"

    def test_stands_within_a_mark_that_goes_on(self):
        (block, _) = mark(self.TEXT, [Mark(0, 26, "a", 1)], sic=[self.TEXT.index(" rights")])

        assert str(block.html).count("[sic]") == 1
        assert str(block.html).count("data-refs") == 2
