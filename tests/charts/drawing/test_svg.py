"""Elements are escaped, words fit their lines."""

import pytest
from django.utils.safestring import SafeString

from statements.charts.drawing import shades, svg


class ElementTests:
    def test_escapes_words_and_values_but_not_elements(self):
        inner = svg.element("tspan", "<&>")

        drawn = svg.element("text", inner, "<b>", aria_label='"x" < y', class_="n", x=1.5)

        assert drawn == (
            '<text aria-label="&quot;x&quot; &lt; y" class="n" x="1.5">'
            "<tspan>&lt;&amp;&gt;</tspan>&lt;b&gt;</text>"
        )
        assert isinstance(drawn, SafeString)

    def test_leaves_out_what_is_none(self):
        assert svg.element("g", href=None) == "<g></g>"


class LinesTests:
    def test_parts_words_at_spaces(self):
        assert svg.lines("Data collection and sharing", room=16) == [
            "Data collection",
            "and sharing",
        ]

    def test_cuts_what_does_not_fit(self):
        first, second = svg.lines("one two three four five six", room=8)

        assert first == "one two"
        assert second.endswith("…")
        assert svg.width(second) <= 8

    def test_cuts_a_word_that_is_too_long(self):
        assert svg.lines("incomprehensibilities", room=8) == ["incompr…"]

    def test_parts_chinese_between_characters(self):
        assert svg.lines("打击贩运人口", room=6) == ["打击贩", "运人口"]


class ShadesTests:
    @pytest.mark.parametrize(
        ("largest", "begins", "words"),
        [
            (1, (1,), ["1"]),
            (3, (1, 2, 3), ["1", "2", "3"]),
            (6, (1, 2, 5), ["1", "2 to 4", "5 or more"]),
            (40, (1, 2, 5, 10, 20), ["1", "2 to 4", "5 to 9", "10 to 19", "20 or more"]),
            (
                5000,
                (1, 10, 100, 500, 5000),
                ["1 to 9", "10 to 99", "100 to 499", "500 to 4999", "5000"],
            ),
        ],
    )
    def test_are_five_at_most_in_round_numbers(self, largest, begins, words):
        assert shades.steps(largest) == begins
        assert shades.words(begins, largest) == words

    @pytest.mark.parametrize("largest", [1, 2, 3, 7, 40, 5000])
    def test_grow_from_none_to_the_strongest(self, largest):
        begins = shades.steps(largest)

        found = [shades.step(n, begins) for n in range(largest + 1)]

        assert found == sorted(found)
        assert found[0] == 0
        assert found[-1] == (4 if largest == 1 else 5)
