"""Numbers on the shades of a picture can be read, in every theme (WCAG 2.2, 1.4.3)."""

import re
from itertools import pairwise

import pytest

from tests.views.test_contrast import CSS, contrast, themes

SHADE = re.compile(r"\.figure \.step-(\d) \{ fill: color-mix\(in srgb, var\(--accent\) (\d+)%")
ON_DARK = {"4", "5"}


def shades() -> dict[str, int]:
    """Return how much accent each shade has, in percent."""
    text = (CSS / "components.css").read_text(encoding="utf-8")
    return {step: int(share) for step, share in SHADE.findall(text)} | {"5": 100}


def mixed(over: str, under: str, share: int) -> str:
    parts = [
        round(
            int(over[at : at + 2], 16) * share / 100
            + int(under[at : at + 2], 16) * (1 - share / 100)
        )
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


class ShadesTests:
    def test_are_five(self):
        assert sorted(shades()) == ["1", "2", "3", "4", "5"]

    @pytest.mark.parametrize("theme", ["light", "dark", "print"])
    @pytest.mark.parametrize("step", ["1", "2", "3", "4", "5"])
    def test_bear_numbers_that_can_be_read(self, theme, step):
        colours = themes()[theme]
        ground = mixed(colours["accent"], colours["paper"], shades()[step])

        words = colours["paper" if step in ON_DARK else "ink"]

        assert contrast(words, ground) >= 4.5

    @pytest.mark.parametrize("theme", ["light", "dark", "print"])
    def test_grow_away_from_the_paper(self, theme):
        colours = themes()[theme]

        found = [
            contrast(mixed(colours["accent"], colours["paper"], share), colours["paper"])
            for _step, share in sorted(shades().items())
        ]

        assert found == sorted(found)
        assert all(later / one > 1.15 for one, later in pairwise(found))
