"""Whose words a call in a quotation is."""

from statements.ingest.drafting import draft

HEADING = "Press release\n\nConference on trafficking opens\n\n3 May 2021, Oslo\n\n"


def askers(*paragraphs: str) -> list[str]:
    text = HEADING + "\n\n".join(paragraphs)
    return [text[slice(*ask.asker)] if ask.asker else "" for ask in draft(text).recommendations]


class AskerTests:
    def test_is_whom_the_paragraph_quotes(self):
        assert askers(
            "Mr. Olav Berg, Minister of Justice, said: “All States must open shelters.”",
            "“Police must find the missing,” said Ms. Kari Lund, Minister of Health.",
        ) == ["Mr. Olav Berg, Minister of Justice", "Ms. Kari Lund, Minister of Health"]

    def test_is_whose_message_is_read_out(self):
        found = askers(
            "A message was delivered on behalf of H.E. the Ambassador of Norway by Mr. Olav Berg."
            " In the message he said “All States must open shelters for victims.”"
        )

        assert found == ["H.E. the Ambassador of Norway"]

    def test_is_nobody_where_the_paragraph_quotes_two(self):
        assert askers(
            "Mr. Olav Berg, Minister of Justice, said: “All States must open shelters.” “Police"
            " must find the missing,” said Ms. Kari Lund, Minister of Health."
        ) == ["", ""]

    def test_is_nobody_where_somebody_may_have_said_it_whom_nothing_proposes(self):
        first = "Mr. Olav Berg, Minister of Justice, said: “It is a good day for all of us.”"

        assert askers(f"{first} “All States must open shelters,” said Kari of the Fund.") == [""]
        assert askers(f"{first} Later Ms. K. called out: “All States must open shelters.”") == [""]

    def test_is_nobody_where_the_text_itself_calls(self):
        assert askers(
            "All States must open shelters. Mr. Olav Berg, Minister of Justice, said: “It is a good"
            " day for us all.”"
        ) == [""]
