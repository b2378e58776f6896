"""Paragraphs and bullets are drawn from a text and lose nothing of it."""

import re

import pytest
from hypothesis import given

from statements.text.blocks import around, blocks
from statements.text.characters import BULLETS, DASHES, INVISIBLE
from tests.text.sources import ANY_TEXT, naughty_strings, needs_shared

TITLE = "Statement by the Permanent Representative at the open debate of the Council on this"
CHINESE = """\
人口贩运是对人权的严重侵犯，各国必须
共同努力加以防止，保护受害者，并将犯
罪者绳之以法，国际社会应当发挥更积极
的作用。"""
ARABIC = """\
إن الاتجار بالأشخاص جريمة خطيرة تنتهك حقوق
الإنسان وكرامته في جميع أنحاء العالم ويجب
على جميع الدول أن تعمل معا من أجل القضاء
عليها وحماية ضحاياها."""
SIGNS = re.compile(rf"[\s{re.escape(BULLETS + DASHES)}*{INVISIBLE}]*")

WRAPPED = """\
The exploitation of people through trafficking,
including forced labour, slavery and recruitment by
armed groups, is a serious abuse of human rights.
It may amount to a war crime wherever it takes place
in the context of armed conflict.
"""


def drawn(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.words(text)) for block in blocks(text)]


def assert_nothing_is_lost(text: str) -> None:
    done = 0
    for block in blocks(text):
        assert block.spans
        for start, end in block.spans:
            assert done <= start < end
            assert SIGNS.fullmatch(text[done:start])
            assert text[start:end] == text[start:end].strip()
            done = end
    assert SIGNS.fullmatch(text[done:])


class TestBlocks:
    def test_are_parted_by_blank_lines(self):
        text = "Mr. President,\n\n \u00a0\n\nI thank you."

        assert drawn(text) == [("paragraph", "Mr. President,"), ("paragraph", "I thank you.")]

    def test_are_lines_where_no_blank_line_parts_them(self):
        text = "On World Day\n30 July 2024\nIraq remains exposed to the crime.\nMuch has been done."

        assert [words for _, words in drawn(text)] == text.split("\n")

    def test_give_back_positions_of_the_text(self):
        text = "  One \n\n • Two"

        assert [block.spans for block in blocks(text)] == [((2, 5),), ((11, 14),)]

    def test_of_nothing_are_none(self):
        assert blocks("") == ()
        assert blocks(" \n\u200b\n\u00a0\n") == ()

    @pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\r", "\r\n", "\v", "\f", "\x85"])
    def test_are_parted_by_any_line_separator(self, separator):
        assert [words for _, words in drawn(f"One.{separator}Two.")] == ["One.", "Two."]

    @given(ANY_TEXT)
    def test_lose_no_character(self, text):
        assert_nothing_is_lost(text)

    @needs_shared
    def test_lose_no_character_of_naughty_strings(self):
        for text in naughty_strings():
            assert_nothing_is_lost(text)


class TestBullets:
    @pytest.mark.parametrize("sign", ["• ", "•", "- ", "* ", "– ", "· ", "  •\u00a0", "\uf0b7\t"])
    def test_stand_by_themselves_without_their_sign(self, sign):
        text = f"The objectives were:\n{sign}To share\n{sign}To present"

        assert drawn(text) == [
            ("paragraph", "The objectives were:"),
            ("bullet", "To share"),
            ("bullet", "To present"),
        ]

    def test_take_a_sign_from_the_line_above(self):
        assert drawn("•\nTo share\n•\n\nThe end") == [
            ("bullet", "To share"),
            ("paragraph", "The end"),
        ]

    @pytest.mark.parametrize("text", ["-5 degrees", "*** ", "-", "--- cut", "New York ● 2017"])
    def test_need_a_sign_of_their_own(self, text):
        assert drawn(text) == [("paragraph", text.strip())]

    def test_go_on_over_the_lines_of_a_wrapped_text(self):
        text = (
            WRAPPED + "- victims are found early and given shelter, care and\n  support\n- others"
        )

        assert drawn(text)[1:] == [
            ("bullet", "victims are found early and given shelter, care and support"),
            ("bullet", "others"),
        ]

    def test_are_not_the_dashes_of_a_sentence_among_themselves(self):
        text = WRAPPED + "- access to shelter for every one of the victims\n- medical care"

        assert [words for kind, words in drawn(text) if kind == "bullet"] == [
            "access to shelter for every one of the victims",
            "medical care",
        ]


class TestWrappedLines:
    def test_are_one_paragraph_where_a_slice_begins_inside_the_first(self):
        text = WRAPPED[WRAPPED.index("through") :]

        assert [words[:30] for _kind, words in drawn(text)] == ["through trafficking, including"]

    def test_are_one_paragraph(self):
        assert drawn(WRAPPED) == [("paragraph", " ".join(WRAPPED.split()))]

    def test_end_where_a_line_was_ended_on_purpose(self):
        text = WRAPPED + "The Council has a role.\n" + WRAPPED

        assert [words for _, words in drawn(text)] == [
            " ".join(WRAPPED.split()),
            "The Council has a role.",
            " ".join(WRAPPED.split()),
        ]

    @pytest.mark.parametrize("heading", ["Agenda item five", TITLE])
    def test_leave_a_heading_right_above_alone(self, heading):
        text = heading + "\n" + WRAPPED * 3

        assert [words for _, words in drawn(text)][:2] == [heading, " ".join(WRAPPED.split())]

    def test_may_end_a_sentence_before_the_edge(self):
        ragged = WRAPPED + "in the context of the conflicts of now.\nIt is important to act.\n"

        assert drawn(ragged)[-1][1].endswith("conflicts of now. It is important to act.")

    @pytest.mark.parametrize(
        ("end", "shown"),
        [
            ("UN-\nWomen", "UN-Women"),
            ("twenty‐\nfirst", "twenty‐first"),
            ("e\u0301lite-\nbased", "e\u0301lite-based"),
            ("trafficking -\nincluding", "trafficking - including"),
            ("trafficking —\nincluding", "trafficking — including"),
            ("trafficking—\nincluding", "trafficking— including"),
            ("2016-\n2017", "2016- 2017"),
            ("sex-\n2017", "sex- 2017"),
        ],
    )
    def test_part_no_word_at_its_hyphen(self, end, shown):
        text = WRAPPED.replace("trafficking,\n", f"{end} ")

        assert f"through {shown} including" in drawn(text)[0][1]

    def test_may_begin_with_the_dash_of_a_sentence(self):
        text = WRAPPED.replace("\narmed groups", "\n— armed groups")

        assert "recruitment by — armed groups" in drawn(text)[0][1]

    def test_leave_a_wide_title_above_a_blank_line_alone(self):
        assert drawn(f"{TITLE}\n\n{WRAPPED}") == [
            ("paragraph", TITLE),
            ("paragraph", " ".join(WRAPPED.split())),
        ]

    def test_join_without_a_space_in_chinese(self):
        assert drawn(CHINESE) == [("paragraph", CHINESE.replace("\n", ""))]

    def test_end_where_a_chinese_line_was_ended_on_purpose(self):
        assert drawn(f"{CHINESE}\n谢谢主席。\n{CHINESE}")[1] == ("paragraph", "谢谢主席。")

    def test_are_more_than_two_where_no_small_letter_tells(self):
        text = "关于打击人口贩运行为的高级别会议上的发言\n联合国大会第七十二届会议纽约联合国总部内"

        assert len(blocks(text)) == 2

    def test_join_with_a_space_in_arabic(self):
        assert drawn(ARABIC) == [("paragraph", ARABIC.replace("\n", " "))]

    def test_are_not_lines_that_end_their_sentences(self):
        text = "We must act, and we must act together and soon.\n" * 5

        assert len(blocks(text)) == 5

    def test_are_not_items_that_end_with_a_semicolon(self):
        text = "to protect the victims of trafficking in a war;\n" * 5

        assert len(blocks(text)) == 5

    @pytest.mark.parametrize("line", ["de facto", "and so on " * 20])
    def test_are_neither_very_narrow_nor_very_wide(self, line):
        assert len(blocks(f"{line}\n" * 5)) == 5

    def test_are_not_headings_in_capitals(self):
        text = (
            "Statement by the Minister of Foreign Affairs\nSecurity Council of the United Nations\n"
            "Open Debate on Trafficking in Persons\nNew York, the twenty-first of November"
        )

        assert len(blocks(text)) == 4

    def test_are_not_lines_of_uneven_width(self):
        text = "\n".join(["a word and a word", "and then very many more words " * 3, "so"] * 4)

        assert len(blocks(text)) == 12


class AroundTests:
    @pytest.mark.parametrize(
        ("text", "words", "paragraph"),
        [
            ("One.\n\nTwo is here.\n\nThree.", "is", "Two is here."),
            ("One.\nTwo is here.\nThree.", "is", "Two is here."),
            ("One.\n• Two is here.\n• Three.", "• Two", "• Two is here."),
            ("One.\n\nTwo is here.\n\nThree.", "here.\n\nThree", "Two is here.\n\nThree."),
            (f"Before.\n\n{WRAPPED}\nAfter.", "serious abuse", WRAPPED.rstrip()),
            ("Alone", "Alone", "Alone"),
        ],
    )
    def test_ends_where_the_paragraphs_of_a_passage_do(self, text, words, paragraph):
        start = text.index(words)

        begin, end = around(text, start, start + len(words))

        assert text[begin:end] == paragraph

    @given(ANY_TEXT)
    def test_holds_the_passage(self, text):
        start, end = len(text) // 3, 2 * len(text) // 3

        begin, stop = around(text, start, end)

        assert 0 <= begin <= start <= end <= stop <= len(text)
