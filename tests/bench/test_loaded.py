"""A corpus of somebody else's, in a folder of JSON lines."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.corpus import loaded, sheets, writing
from bench.corpus.oracle import Oracle


def write(path: Path, *lines: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


@pytest.fixture
def corpus(tmp_path) -> sheets.Sheets:
    """Two statements, of which the second recommends something to Chad and to Mali."""
    write(
        tmp_path / "countries.jsonl",
        *({"iso": "TD", "name": "Chad"}, {"iso": "ML", "name": "Mali"}),
    )
    write(tmp_path / "themes.jsonl", {"slug": "detention", "name": "Detention"})
    write(tmp_path / "organisations.jsonl", {"slug": "union", "name": "Union"})
    write(tmp_path / "speakers.jsonl", {"slug": "amina-rahman", "name": "Amina Rahman"})
    common = {
        "kind": "press-release",
        "date": "2009-01-29",
        "event": None,
        "speaker": "amina-rahman",
        "organisation": "union",
        "countries": ["TD"],
        "themes": ["detention"],
        "body": "Opening.\n\nFirst words.",
    }
    write(tmp_path / "statements.jsonl", {"id": 1} | common, {"id": 2} | common)
    asked = {"themes": ["detention"], "tags": ["beds"]}
    write(
        tmp_path / "recommendations.jsonl",
        {"statement_id": 2, "text": "Chad should act.", "countries": ["TD"]} | asked,
        {"statement_id": 2, "text": "Mali should\n\nact.", "countries": ["ML"]} | asked,
    )
    return loaded.corpus(7, tmp_path)


@pytest.fixture
def record(corpus):
    writer = writing.Writer(corpus, {})
    writer.states = {"td": "chad", "ml": "mali"}
    return writer.record(corpus.sheet(2))


class LoadedTests:
    def test_keeps_the_words_and_ends_them_with_what_is_recommended(self, record):
        assert record.text == "Opening.\n\nFirst words.\n\nChad should act.\n\nMali should act."

    def test_anchors_each_recommendation(self, record):
        places = [(one.passage.start, one.passage.end) for one in record.recommendations]

        assert [record.text[start:end] for start, end in places] == [
            "Chad should act.",
            "Mali should act.",
        ]

    def test_begins_again_past_its_end(self, corpus):
        assert corpus.sheet(4).asks == corpus.sheet(2).asks

    def test_is_counted_like_any_other(self, corpus):
        oracle = Oracle(corpus.register)
        oracle.add(corpus.sheet(1))
        oracle.add(corpus.sheet(2))

        assert oracle.count("statement", {"to": ["ml"]}) == 1
        assert oracle.count("recommendation", {"theme": ["detention"]}) == 2
