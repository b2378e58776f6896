"""Paragraphs that a text numbers itself."""

import pytest

from statements.text import numbering

REPORT = """Report of the Special Rapporteur

10. States have made laws against trafficking, and few of them are kept.

11. Every State should give shelter to each victim:

(a) For as long as it is needed;

- In every town;

12. Police and judges should be trained together, and paid for it.

Conclusions

13. The Rapporteur thanks all who spoke to her.

Geneva, 2017"""
ARABIC = "1 - على الدول أن تحمي الضحايا.\n\n2 - وأن توفر لهم المأوى.\n\n3 - وأن تدرب الشرطة."
CHINESE = "1. 各国应保护受害者。\n\n2、各国应提供住所。\n\n3. 各国应培训警察。"


def of(words: str, text: str = REPORT) -> tuple[int, int] | None:
    start = text.index(words)
    return numbering.numbers(text, start, start + len(words))


class NumberTests:
    @pytest.mark.parametrize(
        ("words", "numbers"),
        [
            ("Every State should give shelter", (11, 11)),
            ("For as long as it is needed", (11, 11)),
            ("In every town", (11, 11)),
            ("Police and judges", (12, 12)),
            (REPORT[REPORT.index("In every town") : REPORT.index(" and judges")], (11, 12)),
        ],
    )
    def test_is_that_of_the_paragraph_with_the_words(self, words, numbers):
        assert of(words) == numbers

    @pytest.mark.parametrize("words", ["Special Rapporteur", "Conclusions", "Geneva"])
    def test_is_none_outside_of_numbered_paragraphs(self, words):
        assert of(words) is None

    def test_is_none_for_a_passage_that_goes_beyond_them(self):
        assert of("all who spoke to her.\n\nGeneva") is None

    @pytest.mark.parametrize(("text", "words"), [(ARABIC, "المأوى"), (CHINESE, "住所")])
    def test_is_read_as_other_languages_write_it(self, text, words):
        assert of(words, text) == (2, 2)

    @pytest.mark.parametrize(
        "text",
        [
            # A list within a speech.
            "Mr. President, we are met here today to speak of what is done to people, and why.\n\n"
            "1. Shelter.\n\n2. Training.\n\n3. Money.\n\nI thank you for your attention to it.",
            # A list that is most of a text.
            "We, the undersigned, call on all States:\n\n1. To give shelter to each victim.\n\n"
            "2. To train police and judges.\n\n3. To pay for both, and to say so in public.\n\n"
            "Thank you.",
            # Two numbers may be chance, a jump a list, the same again another.
            "1. We call for shelter.\n\n2. We thank you.",
            "1. We call for shelter.\n\n2. We ask.\n\n4. We thank you.",
            "1. We call for shelter.\n\n2. We ask.\n\n1. We thank you.",
            # Years and decimals.
            "2015. We began with shelter.\n\n2016. We asked.\n\n2017. We go on.",
            "1.5 million need shelter.\n\n2.5 million are women.\n\n3.5 million are children.",
            "We call for shelter.",
        ],
    )
    def test_is_none_where_paragraphs_have_none(self, text):
        start = text.find("helter")

        assert numbering.numbers(text, start, start + 6) is None
