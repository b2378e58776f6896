"""The five texts, drawn and marked, are what a reader saw and found right."""

from itertools import groupby

import pytest

from statements.text.marking import Mark, mark
from statements.text.passages import find
from tests.text.sources import GOLDEN, STEMS, document

# Two marks that cross each other, one inside another, one over several blocks.
MARKED = {
    "000_2feb92feee2bfa13": [
        ("Security Council Open Debate", ""),
        ("IOM stands ready to support. Thank you.", "partnership"),
    ],
    "001_a775cdb0c731d94a": [
        ("more work needs to be done to ensure: Access to shelter is an unconditional right", ""),
        ("Access to shelter is an unconditional right of a victim of trafficking", "protection"),
    ],
    "002_3bbbb7175fe88593": [
        ("present best practices for improving border security", "prosecution"),
        ("To share and exchange information", "partnership"),
        ("information concerning", ""),
    ],
    "003_09d7ea120122b81f": [
        ("victim-centered approach, and scale up efforts", "protection"),
        ("We should forge victim-centered approach", "prevention"),
    ],
    "004_83f135e51c9c124e": [
        (
            "It is critically important to ensure the full and effective implementation",
            "prevention",
        ),
        ("law-enforcement cooperation", "partnership"),
        ("binding obligations and standards. It is critically important", "prosecution"),
    ],
}


def page(stem: str) -> str:
    text = document(stem)
    marks = []
    for number, (words, css) in enumerate(MARKED[stem], start=1):
        (passage,) = find(text, words)
        marks.append(Mark(passage.start, passage.end, f"ref{number}", number, css))
    lines = []
    for kind, group in groupby(mark(text, marks), key=lambda block: block.kind):
        if kind == "bullet":
            lines += ["<ul>", *(f"<li>{block.html}</li>" for block in group), "</ul>"]
        else:
            lines += [f"<p>{block.html}</p>" for block in group]
    return "\n".join(lines) + "\n"


class TestGolden:
    def test_has_a_page_for_each_text(self):
        assert set(STEMS) == set(MARKED) == {path.stem for path in GOLDEN.glob("*.html")}

    @pytest.mark.parametrize("stem", STEMS)
    def test_is_what_is_drawn(self, stem):
        golden = (GOLDEN / f"{stem}.html").read_bytes().decode()

        assert page(stem) == golden
