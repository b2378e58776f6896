"""A list of replacements says of every place where it is, there and back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.text.repairs import Change, Replacement, between
from tests.text.sources import ANY_TEXT, edits

# Short and alike, so that places are easily mistaken.
FEW = st.text("ab \n", max_size=30)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, Change]:
    """Draw a text and replacements of it that do not touch one another."""
    text = draw(FEW)
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    # Where the drawn ends meet, an insertion stands instead.
    made = [
        Replacement(start, text[start:end], draw(st.text("xyz", max_size=3)))
        for start, end in pairs
    ]
    apart = made[:1] + [after for one, after in pairwise(made) if one.end < after.start]
    return text, Change.of(one for one in apart if one.before != one.after)


class ApplyTests:
    def test_replaces_each_at_its_place(self):
        change = Change.of([Replacement(9, "", " "), Replacement(2, "l", "1")])

        assert change.apply("S/l98, ofhuman".replace("98,", "9,")) == "S/19, ofh uman"

    def test_refuses_a_text_that_it_is_no_change_of(self):
        with pytest.raises(ValueError, match="does not stand at 2"):
            Change.of([Replacement(2, "l", "1")]).apply("S/198")

    def test_refuses_replacements_that_overlap(self):
        with pytest.raises(ValueError, match="overlap"):
            Change.of([Replacement(0, "abc", ""), Replacement(2, "c", "d")])

    @given(changes())
    def test_is_undone_letter_for_letter(self, drawn):
        text, change = drawn

        assert change.inverse().apply(change.apply(text)) == text
        assert change.inverse().inverse() == change


class SpanTests:
    @given(changes(), st.data())
    def test_keeps_the_words_of_what_is_not_touched(self, drawn, data):
        text, change = drawn
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        moved = change.span(start, end)

        if start < end and not change.touches(start, end):
            assert change.apply(text)[slice(*moved)] == text[start:end]

    @given(changes(), st.data())
    def test_leads_there_and_back(self, drawn, data):
        text, change = drawn
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        cut = any(one.start < at < one.end for one in change.replacements for at in (start, end))
        # What was taken out at an end leaves no place to return to.
        gone = any(
            not one.after and {start, end} & {one.start, one.end} for one in change.replacements
        )

        if not cut and not gone and start < end:
            assert change.inverse().span(*change.span(start, end)) == (start, end)

    @given(changes(), st.data())
    def test_holds_all_that_came_in_place_of_its_words(self, drawn, data):
        text, change = drawn
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        begins, ends = change.span(start, end)
        own = Change.of(
            one._replace(start=one.start - start)
            for one in change.replacements
            if start <= one.start and one.end <= end and one.touches(start, end)
        )
        crossing = any(
            one.touches(start, end) and not (start <= one.start and one.end <= end)
            for one in change.replacements
        )

        if start < end and not crossing:
            assert change.apply(text)[begins:ends] == own.apply(text[start:end])

    @given(changes())
    def test_keeps_the_order_of_places(self, drawn):
        text, change = drawn
        spans = [change.span(at, at + 1) for at in range(len(text))]

        assert all(one <= after for one, after in pairwise(spans))
        assert all(one[1] <= after[1] for one, after in pairwise(spans))
        assert all(0 <= start <= end <= len(change.apply(text)) for start, end in spans)

    def test_leaves_out_what_is_put_in_at_its_ends(self):
        change = Change.of([Replacement(2, "", "XX"), Replacement(4, "", "YY")])

        assert change.span(2, 4) == (4, 6)

    def test_takes_in_the_whole_of_what_it_ended_in(self):
        change = Change.of([Replacement(2, "bcd", "XY")])

        assert change.span(3, 6) == (2, 5)
        assert change.span(0, 3) == (0, 4)


class BetweenTests:
    @given(st.one_of(ANY_TEXT, FEW), st.data())
    def test_reads_an_edit_as_a_change(self, text, data):
        start, end, words = data.draw(edits(text))
        edited = text[:start] + words + text[end:]

        assert between(text, edited).apply(text) == edited

    @given(FEW, FEW)
    def test_reads_any_two_texts(self, before, after):
        assert between(before, after).apply(before) == after

    def test_touches_only_the_words_that_were_edited(self):
        change = between("One two three.\nFour five.", "One 2 three.\nFour five.")

        assert change.replacements == (Replacement(4, "two", "2"),)
