"""Texts that nobody means well with: nothing is raised, and all of it is read once."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.text import analysis
from statements.text.analysis.runs import RUN

FAMILIES = json.loads((Path(__file__).parents[2] / "naughty.json").read_text(encoding="utf-8"))
NAUGHTY = [text for family in FAMILIES.values() for text in family]
LONG = [
    "a" * 1_000_000,
    "a-" * 100_000,
    "a/" * 100_000,
    "1," * 100_000,
    "l'" * 100_000,
    "a-" + " " * 100_000,
    "人" * 100_000,
    "a" + "\u0301" * 100_000,
    "\u202e" * 100_000 + "x",
    "\ud800\x00" * 50_000,
    "-\n" * 100_000,
]


def analyse(text: str, language: str) -> None:
    """Analyse `text` in each way, and check what holds for any text."""
    stream = analysis.stream(text, language)
    found = list(analysis.tokens(text, language))
    analysis.looked_for(text, language)
    analysis.beginning(text)
    assert [token.term for token in found] == stream.words
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    for term in {*stream.words, *stream.also, *stream.symbols}:
        assert 0 < len(term) <= 64
        assert not set(term) & set(" =:'\"\\\n\x00")
        term.encode()


class HostileTests:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_is_read(self, family):
        for text in FAMILIES[family]:
            analyse(text, "en")

    @pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:3]))
    def test_is_read_however_long(self, text):
        analyse(text, "fr")

    @given(st.text(), st.sampled_from(["en", "fr", "ar", "fa", "ru", "zh", "xx", ""]))
    def test_is_read_whatever_it_is(self, text, language):
        analyse(text, language)

    @given(st.text("a1lIO/.-'’,@_ \u200c\nSé人ا", max_size=60))
    def test_is_read_however_it_is_joined(self, text):
        analyse(text, "fr")


class RunTests:
    @pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:3]))
    def test_has_no_more_than_sixteen_parts(self, text):
        assert all(run.count("-") <= 15 for run in RUN.findall(text))
