"""PDF: text in reading order, and what is refused."""

import pytest

from statements.ingest.documents.extracted import ExtractedText, Link, Notice, Noticed
from statements.ingest.documents.unfit import Reason, Unfit
from statements.ingest.extractors import extract
from tests.ingest.extractors.paper import Words, column, joined, pdf

CALL = "We call on all States to ratify the Protocol and to protect every child without delay. "
THANKS = "We thank the Secretary-General for his report, and all who spoke before us for theirs. "


def refusal_of(data: bytes) -> Reason:
    with pytest.raises(Unfit) as refused:
        extract(data)
    return refused.value.reason


class ParagraphTests:
    def test_stand_apart_where_a_gap_parts_them(self):
        assert joined(extract(pdf([column([CALL * 3, THANKS * 2])])).text) == "\n".join(
            [(CALL * 3).strip(), (THANKS * 2).strip()]
        )

    def test_stand_apart_where_the_first_line_is_set_in(self):
        page = column([CALL * 3, THANKS * 2, CALL * 2], gap=0, indent=4)

        assert len(joined(extract(pdf([page])).text).split("\n")) == 3

    def test_keep_their_lines_and_hyphens_as_they_were_received(self):
        page = [Words(72, 700, "traf-"), Words(72, 688, "ficking in persons")]

        assert extract(pdf([page])).text == "traf-\nficking in persons\n"

    def test_go_on_over_the_end_of_a_page(self):
        one, two = column([CALL * 4]), column([CALL * 4])

        extracted = extract(pdf([one[:-3], two[2:]]))

        assert len(joined(extracted.text).split("\n")) == 1
        assert extracted.text[extracted.pages[0] :].startswith(two[2].text)

    def test_of_another_page_begin_where_one_ended(self):
        extracted = extract(pdf([column([CALL * 3]), column([THANKS * 3])]))

        assert joined(extracted.text) == f"{(CALL * 3).strip()}\n{(THANKS * 3).strip()}"

    def test_stay_whole_on_a_page_that_is_turned(self):
        # Shown turned by a quarter, what runs upwards is read from left to right.
        turned = [Words(72 + 12 * row, 100, line, 10, "0 1 -1 0") for row, line in enumerate("AB")]

        assert extract(pdf([turned], rotate=90)).text == "A\nB\n"


class RunningTests:
    @pytest.fixture
    def extracted(self) -> ExtractedText:
        pages = []
        for number in range(1, 7):
            head = [Words(72, 810, "S/PV.8111"), Words(400, 810, "21/11/2017")]
            foot = [Words(72, 30, f"{number}/6"), Words(450, 30, "17-38288")]
            if number % 2:
                foot = [Words(72, 30, "17-38288"), Words(450, 30, f"{number}/6")]
            # The head of a record begins with its second page.
            title = [Words(72, 800, "Security Council", 16)]
            pages.append((head if number > 1 else title) + column([CALL * 4], y=760) + foot)
        return extract(pdf(pages))

    def test_heads_and_page_numbers_are_left_out(self, extracted):
        assert joined(extracted.text) == "\n".join(["Security Council", *[(CALL * 4).strip()] * 6])

    def test_heads_and_page_numbers_are_told_of(self, extracted):
        assert extracted.noticed == (
            Noticed(Notice.RUNNING_HEADS, "17-38288; S/PV.8111; 21/11/2017"),
            Noticed(Notice.PAGE_NUMBERS),
        )

    def test_head_of_the_first_page_stays(self):
        head = Words(72, 810, "A/HRC/23/48")

        extracted = extract(pdf([[head, *column([CALL * 3])] for _ in range(3)]))

        assert extracted.text.startswith("A/HRC/23/48\n\nWe call")
        assert extracted.text.count("A/HRC/23/48") == 1

    def test_number_of_a_year_at_the_foot_of_one_page_stays(self):
        page = [*column([CALL * 3]), Words(290, 40, "2017")]

        assert "2017" in extract(pdf([page])).text

    def test_words_that_repeat_within_pages_stay(self):
        pages = [column([CALL * 20, "Thank you.", CALL * 20]) for _ in range(4)]

        assert extract(pdf(pages)).text.count("Thank you.") == 4


class NoteTests:
    def test_stand_at_the_end(self):
        page = [*column([CALL * 3]), Words(72, 100, "1 Resolution 2388 (2017).", 7)]
        page.append(Words(72, 92, "Adopted by consensus.", 7))

        extracted = extract(pdf([page, column([THANKS * 3])]))

        assert extracted.text.endswith("1 Resolution 2388 (2017).\nAdopted by consensus.\n")
        assert Noticed(Notice.FOOT_NOTES) in extracted.noticed

    def test_words_set_sideways_are_left_out(self):
        page = [*column([CALL * 3]), Words(20, 300, "Draft of today", 10, "0 1 -1 0")]

        extracted = extract(pdf([page]))

        assert "Draft" not in extracted.text
        assert extracted.noticed == (Noticed(Notice.SIDEWAYS),)

    def test_pages_that_are_pictures_are_named(self):
        file = pdf([column([CALL * 3]), []], picture=True)

        assert extract(file).noticed == (Noticed(Notice.PICTURES, "2"),)


class LinkTests:
    @pytest.mark.parametrize(
        ("action", "address"),
        [
            ("/S /URI /URI (https://un.org/x)", "https://un.org/x"),
            ("/S /URI /URI (javascript:alert\\(1\\))", ""),
            ("/S /Launch /F (calc.exe)", ""),
        ],
    )
    def test_leads_from_its_words_to_an_address(self, action, address):
        page = [Words(72, 700, "Watch the webcast of today.")]
        # "webcast" is the eleventh to the seventeenth letter, each six points wide.
        box = "/Rect [132.5 698 173.5 708]"
        link = f"<< /Type /Annot /Subtype /Link {box} /A << {action} >> >>"

        extracted = extract(pdf([page], annotations=link))

        assert extracted.links == ((Link(10, "webcast", address),) if address else ())


class RefusalTests:
    def test_of_pictures_of_pages(self):
        assert refusal_of(pdf([[], []], picture=True)) == Reason.NO_TEXT_LAYER

    def test_of_ten_thousand_empty_pages(self):
        assert refusal_of(pdf([[]] * 10_000)) == Reason.TOO_MANY_PAGES

    def test_of_a_password(self):
        lock = (
            "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + "5a" * 32 + "> /U <" + "a5" * 32 + "> >>"
        )
        trailer = "/Encrypt 900 0 R /ID [<00> <00>]"
        file = pdf([column([CALL])], objects={900: lock}, trailer=trailer)

        assert refusal_of(file) == Reason.ENCRYPTED

    def test_of_a_truncated_file(self):
        file = pdf([column([CALL * 3])])

        assert {refusal_of(file[: len(file) * part // 10]) for part in range(1, 10)} == {
            Reason.TRUNCATED
        }

    def test_of_rubbish_that_begins_as_a_pdf(self):
        assert refusal_of(b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"%%EOF") == Reason.DAMAGED


class HostileTests:
    def test_scripts_are_not_run_and_told_of(self):
        file = pdf(
            [column([CALL * 3])],
            catalog="/Names << /JavaScript << /Names [(a) 900 0 R] >> >> /OpenAction 900 0 R",
            objects={900: "<< /S /JavaScript /JS (app.alert\\(1\\); while\\(true\\){}) >>"},
        )

        extracted = extract(file)

        assert joined(extracted.text) == (CALL * 3).strip()
        assert extracted.noticed == (Noticed(Notice.SCRIPTS),)

    def test_a_tree_of_pages_in_a_circle_ends(self):
        file = pdf([column([CALL * 3])]).replace(b"/Kids [10 0 R]", b"/Kids [2 0 R ]")

        assert refusal_of(file) in (Reason.DAMAGED, Reason.NO_TEXT_LAYER)

    def test_a_table_of_places_that_is_wrong_is_told_of(self):
        file = pdf([column([CALL * 3])]).replace(b"startxref\n", b"startxref\n9")

        assert Noticed(Notice.REBUILT) in extract(file).noticed
