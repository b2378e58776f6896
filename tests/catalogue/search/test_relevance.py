"""Whether what is looked for comes first: queries with their right answers.

The answers were decided by reading the texts, before anything was tuned.
"""

import json
import re
from pathlib import Path
from typing import Any as Anything

import pytest

from statements.catalogue import search
from statements.catalogue.search.query import Clause, Phrase, Query, Term
from tests.catalogue import build

pytestmark = pytest.mark.django_db

HERE = Path(__file__).parent / "relevance"
DOCUMENTS = Path(__file__).resolve().parents[4] / "shared" / "gold" / "documents"
SEEDS = Path(__file__).resolve().parents[3] / "seeds" / "documents"


def read(name: str) -> Anything:
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def query(typed: str) -> Query:
    def clause(words: re.Match[str]) -> Clause:
        return Phrase(tuple(words[1].split())) if words[1] else Term(words[0])

    return Query(tuple(map(clause, re.finditer(r'"([^"]+)"|\S+', typed))))


def publish(texts: dict[str, tuple[str, str, str]]) -> None:
    """Publish texts, given by reference as language, title and words."""
    search.write(
        ("statement", number, build.statement(ref, language=language, title=title, text=words))
        for number, (ref, (language, title, words)) in enumerate(texts.items())
    )


def publish_documents(paths: list[Path]) -> list[str]:
    """Publish documents by the first five letters of their names; return these."""
    texts = {path.stem[:5]: path.read_text(encoding="utf-8").strip() for path in sorted(paths)}
    publish({ref: ("en", words.split("\n")[0][:200], words) for ref, words in texts.items()})
    return list(texts)


def measured(queries: list[dict[str, Anything]], refs: list[str]) -> tuple[float, float]:
    """Return the mean reciprocal rank and the recall at 5, and print what fell short."""
    reciprocal, recall = [], []
    for asked in queries:
        finder, wanted = search.Finder("statement"), query(asked["query"])
        found = [refs[one] for one in search.ranked(finder, wanted, finder.hits(wanted))]
        places = [place for place, ref in enumerate(found, start=1) if ref in asked["right"]]
        reciprocal.append(1 / places[0] if places else 0.0)
        recall.append(len(set(found[:5]) & set(asked["right"])) / len(asked["right"]))
        if reciprocal[-1] < 1 or recall[-1] < 1:
            print(asked["query"], asked["right"], found[:5])  # noqa: T201
    figures = sum(reciprocal) / len(queries), sum(recall) / len(queries)
    print(f"MRR {figures[0]:.3f}, recall at 5 {figures[1]:.3f}, {len(queries)} queries")  # noqa: T201
    return figures


class RelevanceTests:
    def test_of_the_documents(self):
        if not DOCUMENTS.is_dir():
            pytest.skip(f"{DOCUMENTS} is not there: the queries need its fifteen documents")
        refs = publish_documents(list(DOCUMENTS.glob("*.txt")))

        reciprocal_rank, recall = measured(read("documents.json"), refs)

        assert reciprocal_rank >= 0.95
        assert recall >= 0.95

    def test_of_the_seeds(self):
        refs = publish_documents(list(SEEDS.glob("*.txt")))
        queries = [
            asked | {"right": right}
            for asked in read("documents.json")
            if (right := [ref for ref in asked["right"] if ref in refs])
        ]

        reciprocal_rank, recall = measured(queries, refs)

        assert len(queries) > 15
        assert reciprocal_rank >= 0.95
        assert recall >= 0.95

    def test_of_lines_in_many_languages(self):
        given = read("lines.json")
        texts = {line["ref"]: (line["language"], "–", line["text"]) for line in given["lines"]}
        publish(texts)

        reciprocal_rank, recall = measured(given["queries"], list(texts))

        assert reciprocal_rank >= 0.95
        assert recall >= 0.95

    def test_never_takes_a_word_for_another_language_s(self):
        given = read("lines.json")
        publish({line["ref"]: (line["language"], "–", line["text"]) for line in given["lines"]})

        found = [
            list(search.Finder("statement").hits(query(word))) for word in ("use", "care", "case")
        ]

        refs = [line["ref"] for line in given["lines"]]
        assert found == [[refs.index("en-1")], [], [refs.index("en-2")]]
