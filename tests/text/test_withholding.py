"""The text that the public reads: tokens in place of words, and all else where it was."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statements.text.marking import Gap, Mark, mark
from statements.text.withholding import Withheld, are_same, hidden, places, shown, token

TEXT = "Maria, 17, spoke. We thank Maria and her sister Mariana."
EN = token("en")


class ShownTests:
    def test_puts_a_token_in_place_of_each_span(self):
        public = shown(TEXT, places(TEXT, "Maria"), "en")

        assert public.text == f"{EN}, 17, spoke. We thank {EN} and her sister Mariana."
        assert [public.text[start:end] for start, end in public.tokens] == [EN, EN]

    def test_is_the_text_itself_where_nothing_is_withheld(self):
        public = shown(TEXT, (), "en")

        assert (public.text, public.tokens) == (TEXT, ())
        assert public.place(3, 9) == (3, 9)

    def test_makes_one_token_of_spans_that_touch_or_overlap(self):
        public = shown("A Maria Lopez B", [(2, 7), (7, 13), (4, 9)], "en")

        assert public.text == f"A {EN} B"

    def test_speaks_the_language_of_the_text(self):
        assert shown("Maria est venue.", [(0, 5)], "fr").text.startswith("[omis")
        assert shown("Maria kom.", [(0, 5)], "sv").text.startswith("[withheld")

    @pytest.mark.parametrize("span", [(-1, 3), (0, 200)])
    def test_refuses_a_span_outside_the_text(self, span):
        with pytest.raises(ValueError, match="outside"):
            shown(TEXT, [span], "en")

    def test_has_no_place_for_what_is_withheld(self):
        public = shown(TEXT, [(0, 5)], "en")

        assert public.overlaps(3, 8)
        with pytest.raises(ValueError, match="withheld"):
            public.place(3, 8)

    @given(st.data())
    def test_moves_all_else_with_the_text(self, data):
        text = data.draw(st.text(min_size=1))
        place = st.integers(0, len(text))
        cuts = data.draw(st.lists(st.tuples(place, place).map(sorted).map(tuple), max_size=4))
        start, end = sorted((data.draw(place), data.draw(place)))

        public = shown(text, cuts, "en")

        if start < end and not public.overlaps(start, end):
            left, right = public.place(start, end)
            assert public.text[left:right] == text[start:end]
        assert all(public.text[left:right] == EN for left, right in public.tokens)


class PlacesTests:
    def test_finds_whole_words_only(self):
        assert len(places(TEXT, "Maria")) == 2

    def test_finds_them_in_capitals_and_over_a_line_s_end(self):
        assert len(places("MARIA LOPEZ came. Maria\nLopez spoke.", "Maria Lopez")) == 2

    def test_finds_an_arabic_name_behind_its_particles(self):
        text = "قال محمد ومحمد ولمحمد، لا محمدين ولا أحمحمد."

        assert [text[begin:end] for begin, end in places(text, "محمد")] == ["محمد"] * 3

    @pytest.mark.parametrize(
        ("text", "name"), [("我是王小明说的话。", "王小明"), ("กล่าวว่าสมชายได้", "สมชาย")]
    )
    def test_finds_a_name_where_no_space_parts_the_words(self, text, name):
        ((start, end),) = places(text, name)

        assert text[start:end] == name

    def test_finds_nothing_for_nothing(self):
        assert places(TEXT, " ") == ()


class HiddenTests:
    def test_takes_words_out_of_a_line(self):
        assert hidden("Maria's story", ["Maria"], "en") == f"{EN}'s story"


class GapTests:
    def test_is_said_in_the_reader_s_language_and_escaped(self):
        gap = Gap(0, len(EN), "<omis>", "fr")

        (block,) = mark(f"{EN} spoke. We should act.", [], [gap])

        assert block.html == (
            '<bdi class="withheld" lang="fr">&lt;omis&gt;</bdi> spoke. We should act.'
        )

    def test_stands_beside_a_mark(self):
        text = f"{EN} spoke. We should act."
        start = text.index("We")

        (block,) = mark(text, [Mark(start, len(text), "x", 1)], [Gap(0, len(EN), EN, "en")])

        assert block.starts == ("x",)
        assert f'lang="en">{EN}</bdi> spoke. <mark' in block.html


class WithheldTests:
    held = Withheld(("Maria", "Maria Lopez"), places=((0, 5),), language="en")

    def test_shows_nothing_of_them_wherever_they_stand(self):
        assert self.held.shown(TEXT).text == shown(TEXT, places(TEXT, "Maria"), "en").text

    def test_finds_words_of_which_a_part_is_withheld_already(self):
        text = f"{EN} Lopez spoke."

        assert self.held.spans(text, tokens=[(0, len(EN))]) == {(0, len(EN) + 6)}

    def test_names_an_address_that_is_made_of_them(self):
        assert self.held.names("https://example.org/2026/maria-lopez.html")
        assert not self.held.names("https://example.org/mariana")

    def test_quotes_a_part_of_the_text_without_a_part_of_them(self):
        assert self.held.quoted(3, "ia, 17") == f"{EN}, 17"
        assert replace(self.held, lost=("Ana",)).quoted(6, "17, spoke") == EN

    def test_is_the_same_whatever_the_capitals(self):
        assert are_same("Maria Lopez", "MARIA\nLOPEZ")
        assert not are_same("Maria", "Maria Lopez")

    @given(st.data())
    def test_leaves_what_is_around_a_span(self, data):
        text = data.draw(st.text(min_size=1))
        place = st.integers(0, len(text))
        cuts = data.draw(st.lists(st.tuples(place, place).map(sorted).map(tuple), max_size=4))
        start, end = sorted((data.draw(place), data.draw(place)))

        assume(start < end)

        public = shown(text, cuts, "en")
        left, right = public.around(start, end)

        assert public.text[left:right] == shown(text[start:end], held(cuts, start, end), "en").text


def held(cuts, start, end):
    """Return the cuts within a span, which they begin and end where they cross it."""
    return [(max(a, start) - start, min(b, end) - start) for a, b in cuts if a < end and start < b]
