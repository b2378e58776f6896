"""The first lines of a text: heads of printed pages, records, and where the text begins."""

import pytest

from statements.ingest.drafting.heading.head import Head
from statements.ingest.drafting.page import Page


def head(text: str) -> Head:
    return Head.of(Page.of(text))


class RecordTests:
    def test_begins_below_the_head_of_a_printed_page(self):
        found = head("S/PV.7000 Protection of civilians 03/05/2012\n\nMs. Roe (Peru): We agree.")

        assert found.record
        assert (found.record["name"], found.record["state"]) == ("Roe", "Peru")

    def test_is_of_the_delegation_that_the_president_gives_the_floor(self):
        found = head(
            "The President: I now give the floor to the representative of Peru.\n\n"
            "Ms. Roe (Peru) (spoke in Spanish): We would add this in our national capacity."
        )

        assert found.record
        assert found.record["state"] == "Peru"

    def test_is_the_presidents_where_nobody_else_speaks(self):
        found = head(
            "The President: I shall now put the draft to the vote.\n\nAll in favour, please."
        )

        assert found.record
        assert found.presides

    def test_may_have_a_state_in_brackets_of_its_own(self):
        found = head("Mr. Roe (Bolivia (Plurinational State of)): We agree.")

        assert found.record
        assert found.record["state"] == "Bolivia (Plurinational State of)"

    @pytest.mark.parametrize(
        ("text", "name", "state"),
        [
            ("M. Roe (Tchad) : Je remercie le Pérou.", "Roe", "Tchad"),
            ("Sra. Roe (Perú): Gracias.", "Roe", "Perú"),
            ("Г-н Роу (Чад): Мы благодарим Перу.", "Роу", "Чад"),
            ("罗先生（乍得）：我们感谢秘鲁。", "罗", "乍得"),
            ("السيد رو (تشاد): نشكر بيرو.", "رو", "تشاد"),
        ],
    )
    def test_is_known_in_every_language(self, text, name, state):
        found = head(text)

        assert found.record
        assert (found.record["name"], found.record["state"]) == (name, state)


class LineTests:
    def test_end_where_somebody_is_addressed(self):
        found = head("A Title\n\n3 May 2012\n\nMr. President,\n\nWe agree.")

        assert [line.words for line in found.lines] == ["A Title", "3 May 2012"]
        assert found.body.startswith("Mr. President")

    def test_are_none_where_the_first_sentence_is_spoken(self):
        assert (
            head("I congratulate you on your election, Sir.\n\nThe world is changing.").lines == ()
        )

    def test_tell_dates_from_places_and_labels(self):
        found = head(
            "A Title\nDate published:\nFriday, 4 May 2012\nNew York, 3 May 2012\nExcellencies,\nWe "
            "agree."
        )

        assert [(line.label, line.place) for line in found.dates] == [
            ("date published:", ""),
            ("", "New York"),
        ]
