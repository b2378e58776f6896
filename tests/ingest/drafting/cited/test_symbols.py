"""Symbols of documents in a text."""

import pytest

from statements.ingest.drafting.cited import symbols
from statements.ingest.drafting.page import Page


def found(text: str) -> list[str]:
    return [symbol.value for symbol in symbols.find(Page.of(text))]


class SymbolTests:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("contained in document S/2019/77, and in A/73/PV.12.", ["S/2019/77", "A/73/PV.12"]),
            ("a concept note (S/2018/l14, annex)", ["S/2018/114"]),
            ("the draft resolution (8/2015/3O5)", ["S/2015/305"]),
            ("adopted as S/RES/1820(2008) and A/RES/70/1", ["S/RES/1820(2008)", "A/RES/70/1"]),
            (
                "the report E/CN.15/2014/7 and A/HRC/23/48/Add.1",
                ["E/CN.15/2014/7", "A/HRC/23/48/Add.1"],
            ),
            ("see CTOC/COP/WG.4/2015/2", ["CTOC/COP/WG.4/2015/2"]),
            ("and/or, 24/7, https://example.org/A/1/2 and A/B testing", []),
        ],
    )
    def test_are_found_and_put_right(self, text, expected):
        assert found(text) == expected

    def test_are_proposed_once_at_their_first_place(self):
        text = "First S/2019/l2, then S/2019/12."

        (proposal,) = symbols.find(Page.of(text))

        assert text[proposal.start : proposal.end] == "S/2019/l2"
        assert proposal.why.rule == "symbol-repaired"
