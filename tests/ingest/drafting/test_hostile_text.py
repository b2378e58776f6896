"""Texts that nobody wrote to be read: drafts of them end, soon and without an error."""

import pytest

from statements.ingest import drafting
from statements.ingest.drafting.meeting import meeting
from statements.ingest.drafting.sitting import sitting

LONG = 20_000
LONGER = 200_000
SHORT = ("", " ", "\n\n", "\x00", "\u202e", "\u200d", "Mr.", "(", "<p", "[](", "#")
RUNS = (
    "a",
    "A",
    "A ",
    "- ",
    "(",
    "<",
    "[",
    "\n",
    '"',
    "1",
    "1 ",
    "A, ",
    "A-",
    "A.",
    "é",
    "中",
    " ",
)
PHRASES = (
    "on behalf of ",
    "Act ",
    "The Convention on the ",
    "by A, ",
    "Convention on A and ",
    "Mr. A B C D E ",
    "S/",
    "at the Meeting ",
    "de la ",
    "Law on A ",
    "<a href=",
    "Convention de la ",
)


class HostileTests:
    @pytest.mark.parametrize(
        "text",
        [
            *SHORT,
            *(sign * (LONG // len(sign)) for sign in RUNS),
            *(phrase * (LONG // len(phrase)) for phrase in PHRASES),
        ],
        ids=lambda text: repr(text[:12]),
    )
    def test_ends_without_harm(self, text):
        assert drafting.draft(text).text == text

    @pytest.mark.parametrize("words", ["a", " ", "(", "A ", "I shall now make a statement in my "])
    def test_of_who_presides_ends_with_the_meeting(self, words):
        text = f"The President: {words * (LONGER // len(words))}\nMr. Ames: Yes.\nMs. Bo: No."

        held = meeting(text)

        assert held
        assert [one.name for one in held.speeches] == ["Ames", "Bo"]

    def test_of_a_head_is_read_for_a_page(self):
        head = f"Security Council\n9000th meeting\n{'a' * LONGER}\nGeneva"

        assert sitting(head).event.place is None
