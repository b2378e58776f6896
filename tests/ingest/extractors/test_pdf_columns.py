"""PDF in columns and with tables: what stands side by side is read in order."""

import textwrap

import pytest

from statements.ingest.documents.extracted import Notice, Noticed
from statements.ingest.extractors import extract
from tests.ingest.extractors.paper import Box, Words, column, joined, pdf, poured

CALL = "We call on all States to ratify the Protocol and to protect every child without delay. "
THANKS = "We thank the Secretary-General for his report, and all who spoke before us for theirs. "


class ColumnTests:
    def test_are_read_one_after_the_other(self):
        page = column([CALL * 3, CALL * 2], letters=36) + column([THANKS * 4], x=320, letters=36)

        extracted = extract(pdf([page]))

        assert joined(extracted.text) == "\n".join(
            [(CALL * 3).strip(), (CALL * 2).strip(), (THANKS * 4).strip()]
        )
        assert extracted.noticed == (Noticed(Notice.COLUMNS),)

    def test_are_read_so_however_the_file_has_them(self):
        left, right = column([CALL * 3], letters=36), column([THANKS * 3], x=320, letters=36)
        mixed = [words for pair in zip(left, right, strict=False) for words in pair]

        assert joined(extract(pdf([mixed])).text).startswith((CALL * 3).strip())

    def test_are_read_where_their_rows_stand_at_other_heights(self):
        page = column([CALL * 3], letters=36) + column([THANKS * 3], x=320, y=765, letters=36)

        assert joined(extract(pdf([page])).text) == f"{(CALL * 3).strip()}\n{(THANKS * 3).strip()}"

    def test_of_three_are_read_too(self):
        page = [
            words
            for number in range(3)
            for words in column([f"{'abc'[number]}{CALL}" * 3], x=40 + 180 * number, letters=26)
        ]

        text = joined(extract(pdf([page])).text)

        assert [text.index(f"{letter}We") for letter in "abc"] == sorted(
            text.index(f"{letter}We") for letter in "abc"
        )
        assert text.count("\n") == 2

    def test_end_at_words_that_stand_across(self):
        above, below = CALL.strip(), THANKS.strip()
        columns = column([CALL * 3], y=700, letters=36)
        columns += column([THANKS * 3], x=320, y=700, letters=36)
        page = column([above], y=760, letters=80) + columns + column([below], y=400, letters=80)

        text = joined(extract(pdf([page])).text)

        assert text == "\n".join([above, (CALL * 3).strip(), (THANKS * 3).strip(), below])

    def test_are_not_seen_in_a_table(self):
        rows = [
            ("Argentina", "In favour", "12"),
            ("Bolivia", "Against", "7"),
            ("Chad", "Absent", ""),
        ]
        page = column([CALL * 2], y=790)
        for number, row in enumerate(rows * 3):
            page += [
                Words(72 + 160 * place, 700 - 14 * number, cell) for place, cell in enumerate(row)
            ]

        text = extract(pdf([page])).text

        assert "Argentina\tIn favour\t12\nBolivia\tAgainst\t7\nChad\tAbsent\n" in text

    def test_are_no_table_where_paragraphs_begin_at_one_height_by_chance(self):
        one, other = "We call on all States to ratify it. ", "We thank all who have spoken to us. "
        left = column([one * lines for lines in (3, 4, 3, 4)], letters=36, gap=18)
        right = column([other * lines for lines in (4, 3, 4, 3)], x=320, letters=36, gap=18)

        text = joined(extract(pdf([left + right])).text)

        assert text.rindex(one.strip()) < text.index(other.strip())

    def test_are_not_seen_where_the_cells_of_a_table_are_long(self):
        page = []
        for row in range(4):
            y = 780 - 90 * row
            page += column([f"{row}a {CALL}"], x=72, y=y, letters=30)
            page += column([f"{row}b {THANKS}"], x=320, y=y, letters=30)

        text = joined(extract(pdf([page])).text)

        begun = [text.index(f"{row}{cell} We") for row in range(4) for cell in "ab"]
        assert begun == sorted(begun)

    def test_of_a_record_keep_forty_speakers_in_their_order(self):
        spoken = [
            f"Ms. Speaker{number} (State{number}): I am number {number}. {CALL}{THANKS}{CALL}"
            for number in range(40)
        ]
        lines = [
            line
            for words in spoken
            for line in textwrap.wrap(words, 38, initial_indent="  ", break_on_hyphens=False)
        ]
        pages = poured(lines, rows=55, columns=[60, 320])
        for number, page in enumerate(pages, start=1):
            page += [Words(60, 810, "S/PV.8111", 8), Words(60, 30, f"{number}/{len(pages)}", 8)]

        text = joined(extract(pdf(pages)).text).removeprefix("S/PV.8111\n")

        assert text.split("\n") == [" ".join(words.split()) for words in spoken]


class TableTests:
    @pytest.mark.parametrize("width", [80, 450], ids=["boxes", "lines"])
    def test_with_lines_has_a_row_a_line(self, width):
        page: list[Words | Box] = [*column([CALL], y=800)]
        for row in range(3):
            y = 700 - 72 * row
            page += column([f"State {row}"], x=76, y=y + 58, letters=10)
            page += column([f"{row}: {CALL}"], x=160, y=y + 58, letters=30)
            page += column([THANKS], x=360, y=y + 58, letters=24)
            page += [Box(72 + start, y, width, 72) for start in range(0, 451 - width, 74)]
        page += column([THANKS], y=480)

        extracted = extract(pdf([page]))

        call, thanks = CALL.strip(), THANKS.strip()
        cells = [f"State {row}\t{row}: {call}\t{thanks}" for row in range(3)]
        assert "\n\n" + "\n".join(cells) + "\n\n" in extracted.text
        assert joined(extracted.text).endswith(thanks)
        assert extracted.noticed == ()

    def test_is_not_seen_between_the_lines_at_head_and_foot(self):
        page = column([CALL * 3], letters=36) + column([THANKS * 3], x=320, letters=36)

        text = joined(extract(pdf([[*page, Box(60, 800, 480), Box(60, 50, 480)]])).text)

        assert text == f"{(CALL * 3).strip()}\n{(THANKS * 3).strip()}"
