"""The texts that these tests read, and any text at all."""

import json
from pathlib import Path

import pytest
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "seeds" / "documents"
STATEMENTS = ROOT / "seeds" / "statements"
GOLDEN = Path(__file__).parent / "golden"
SHARED = ROOT.parent / "shared"
STEMS = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="../shared is not beside this checkout: its words are passed over"
)

# What trips code that cuts texts: signs, quotation marks, spaces and separators of many kinds,
# combining marks, right to left, characters beyond the basic plane, markup.
PIECES = [
    *"aAbé.,;:!?-–—*•·●'’\"“” \n\t\u00a0\u200b\u00ad\ufeff\u2028\u2029\r\v\f\x85\x00<>&",
    *("the ", "We must act. ", "\n\n", "\n- ", "\n• ", "\n•", " - ", "e\u0301", "😀", "</mark>"),
    *("人口", "贩运。", "ように", "الاتجار", " بالأشخاص؟", "한국 ", "&amp;", "𐍈"),
    "The international legal framework for combatting\n",
    "human trafficking is based on the rules operating\n",
]
ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)


def document(stem: str) -> str:
    """Read a seed document without touching its line ends."""
    return (DOCUMENTS / f"{stem}.txt").read_bytes().decode()


def seed_words(stem: str) -> list[str]:
    """Return the words that the seeds of a document hold to stand in it."""
    path = STATEMENTS / f"{stem}.json"
    asks = json.loads(path.read_text("utf-8"))["recommendations"] if path.exists() else []
    return [words for ask in asks for words in (ask["exact"], ask["lead_in"]) if words]


def expected_words(stem: str) -> list[str]:
    """Return the words that the expected answers find in a document."""
    path = SHARED / "gold" / "expected" / f"{stem}.json"
    return [ask["exact"] for ask in json.loads(path.read_text("utf-8"))["recommendations"]]


def naughty_strings() -> list[str]:
    """Return the big list of naughty strings."""
    strings: list[str] = json.loads((SHARED / "naughty" / "blns.json").read_text("utf-8"))
    return strings


@st.composite
def edits(draw: st.DrawFn, text: str) -> tuple[int, int, str]:
    """Draw an edit of `text`: what stands between two positions is replaced by other words."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 20)))
    return start, end, draw(st.one_of(st.just(""), ANY_TEXT))


@st.composite
def repeated(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a text that holds the same words several times, each between words of its own."""
    words = draw(st.sampled_from(["X", "act now", "We urge action now."]))
    between = [
        f" {letter * length} " for letter in "abcdef" if (length := draw(st.integers(0, 12)))
    ]
    return words.join(between) if len(between) > 1 else f"a {words} b", words


@st.composite
def cuts(draw: st.DrawFn, text: str) -> tuple[int, int, str]:
    """Draw an edit of `text` that may take out all of it and brings nothing the text held."""
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return start, end, draw(st.text("z", max_size=12))
