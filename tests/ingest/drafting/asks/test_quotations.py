"""What somebody is quoted as saying stands apart from the words around it."""

import pytest

from statements.ingest.drafting.asks.quotations import parts


def quoted(words: str) -> list[str]:
    raw = "".join(sign for sign in words if sign in '"“”')
    plain = words.replace("“", '"').replace("”", '"')
    return [plain[part.start : part.end].strip() for part in parts(plain, raw) if part.is_quoted]


class PartsTests:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("“No child may be left alone,” said the judge.", ["No child may be left alone,"]),
            ('The judge said "No child may be left alone".', ["No child may be left alone"]),
            ("He was clear: “It ends here and now.” He left.", ["It ends here and now."]),
            (
                "“We waited a long time. Now we act together",
                ["We waited a long time. Now we act together"],
            ),
            (
                "We waited a long time. Now we act.” He left.",
                ["We waited a long time. Now we act."],
            ),
        ],
    )
    def test_are_spoken_sentences(self, words, expected):
        assert quoted(words) == expected

    @pytest.mark.parametrize(
        "words",
        [
            "It ratified the “Protocol on the Rights of Every Working Child” in May.",
            "The “safe home” rule and the “leave no girl behind anywhere” week are known.",
            "A book called “nobody”.",
        ],
    )
    def test_are_no_names_or_slogans(self, words):
        assert quoted(words) == []

    def test_lose_no_character(self):
        words = 'One "Two three four five," said Six. "Seven eight nine ten."'

        found = parts(words, '""""')

        assert [part.start for part in found[1:]] == [part.end for part in found[:-1]]
        assert (found[0].start, found[-1].end) == (0, len(words))
