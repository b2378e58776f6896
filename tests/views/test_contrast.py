"""The colours can be read: WCAG 2.2, 1.4.3 and 1.4.11, in the light and in the dark."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "statements/static/statements/css"
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
PILLARS = ("prevention", "protection", "prosecution", "partnership")
GROUNDS = ("paper", "surface", "wash")

TEXT = [(over, under) for under in GROUNDS for over in ("ink", "ink-soft", "accent", *PILLARS)]
TEXT += [("ink", "mark"), ("ink-soft", "mark"), ("paper", "accent")]
TEXT += [("surface", pillar) for pillar in (*PILLARS, "ink-soft")]
SHAPES = [("field", ground) for ground in ("paper", "surface")]
SHAPES += [(pillar, "mark") for pillar in PILLARS]


def themes() -> dict[str, dict[str, str]]:
    """Read the tokens: by day, by night, on paper; each falls back on those of the day."""
    blocks = re.split(r"@media \(prefers-color-scheme: dark\)|@media print", _tokens())
    light, dark, paper = (dict(TOKEN.findall(block)) for block in blocks)
    return {"light": light, "dark": light | dark, "print": light | paper}


def _tokens() -> str:
    return (CSS / "tokens.css").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, as WCAG defines it."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


class ContrastTests:
    def test_is_measured_as_the_norm_says(self):
        assert contrast("#000000", "#ffffff") == pytest.approx(21)
        assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)

    @pytest.mark.parametrize("theme", ["light", "dark", "print"])
    @pytest.mark.parametrize(("over", "under"), TEXT)
    def test_of_words_is_enough(self, theme, over, under):
        colours = themes()[theme]

        assert contrast(colours[over], colours[under]) >= 4.5

    @pytest.mark.parametrize("theme", ["light", "dark"])
    @pytest.mark.parametrize(("over", "under"), SHAPES)
    def test_of_lines_that_mean_something_is_enough(self, theme, over, under):
        colours = themes()[theme]

        assert contrast(colours[over], colours[under]) >= 3


class SheetTests:
    def test_are_five_at_most(self):
        assert len(list(CSS.glob("*.css"))) <= 5

    @pytest.mark.parametrize("path", sorted(CSS.glob("*.css")), ids=lambda path: path.stem)
    def test_know_no_left_and_no_right(self, path):
        text = path.read_text(encoding="utf-8")

        physical = (
            r"[^-\w](?:margin|padding|border|inset)-(?:left|right)|text-align: (?:left|right)"
        )
        assert re.findall(physical, text) == []

    def test_name_colours_in_the_tokens_alone(self):
        others = [path for path in CSS.glob("*.css") if path.stem != "tokens"]

        assert [
            path.name for path in others if re.search(r"#[0-9a-f]{3,8}\b", path.read_text())
        ] == []
