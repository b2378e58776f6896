"""A text drawn so that each of its characters can be traced back."""

import re
from html import unescape

import pytest

from statements.text.blocks import blocks
from statements.text.tracing import Note, trace

RUN = re.compile(r'<(?:span|mark)[^>]* data-at="(\d+)"[^>]*>([^<]*)</')
WRAPPED = """The group calls on every State to give shelter to each victim of
trafficking, whatever she says or does not say to the police that
found her, and to do so at once and without conditions of any sort.

• shelter
• counsel 🕊️ for <all>
"""
ARABIC = "السيد الرئيس،\n\nندعو الدول إلى حماية الضحايا."


def note(text, words, kind="recommendation", row="row-1"):
    start = text.index(words)
    return Note(start, start + len(words), row, kind, "1", "Recommendation 1")


def runs(text, notes=()):
    drawn = "".join(block.html for block in trace(text, notes))
    return [(int(at), unescape(words)) for at, words in RUN.findall(drawn)]


class TestTrace:
    @pytest.mark.parametrize("text", [WRAPPED, ARABIC, "One line.", "", "\n \n"])
    def test_says_of_every_character_shown_where_it_stands(self, text):
        shown = [text[slice(*span)] for block in blocks(text) for span in block.spans]

        assert [words for _, words in runs(text)] == shown
        assert all(text.startswith(words, at) for at, words in runs(text))

    def test_counts_a_sign_of_two_surrogates_once(self):
        text = "🕊🕊 peace"

        assert runs(text, [note(text, "peace")]) == [(0, "🕊🕊 "), (3, "peace")]

    def test_cuts_where_notes_cross(self):
        text = "one two three"
        crossing = [note(text, "one two"), note(text, "two three", "withheld", "row-2")]

        assert runs(text, crossing) == [(0, "one "), (4, "two"), (7, " three")]

    def test_links_each_note_with_its_row_both_ways(self):
        [first, *_] = trace(WRAPPED, [note(WRAPPED, "the police that\nfound her")])

        assert first.html.count('<span id="at-recommendation-row-1"></span>') == 1
        assert first.html.count('<a class="sign recommendation" href="#row-1"') == 1
        assert first.html.index("at-recommendation-row-1") < first.html.index("the police")
        assert first.html.index("found her") < first.html.index('href="#row-1"')

    def test_marks_what_joins_two_lines_but_gives_it_no_place(self):
        [first, *_] = trace(WRAPPED, [note(WRAPPED, "that\nfound")])

        assert '<mark class="recommendation" data-rows="row-1"> </mark>' in first.html

    def test_escapes_the_text(self):
        assert "&lt;all&gt;" in trace(WRAPPED, [])[-1].html

    def test_refuses_a_note_outside_the_text(self):
        with pytest.raises(ValueError, match="outside the text"):
            trace("short", [Note(0, 9, "row-1", "withheld", "x", "x")])
