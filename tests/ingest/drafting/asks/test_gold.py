"""How well the calls of annotated documents are found."""

import json
import sys
from pathlib import Path

import pytest

from statements.ingest import drafting
from statements.ingest.drafting import wire
from tests.text.sources import SHARED, needs_shared

GOLD = SHARED / "gold"


@needs_shared
class GoldTests:
    @pytest.fixture
    def result(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        for file in sorted((GOLD / "documents").glob("*.txt")):
            drafted = wire.as_json(drafting.draft(file.read_text("utf-8")), file.stem)
            (tmp_path / f"{file.stem}.json").write_text(json.dumps(drafted), "utf-8")
        monkeypatch.syspath_prepend(str(GOLD))
        import score  # type: ignore[import-not-found]

        yield score.score(GOLD / "expected", tmp_path)
        sys.modules.pop("score")

    def test_holds(self, result):
        assert result["sets"]["recommendations"]["f1"] >= 0.9
        assert result["pillar_accuracy"] >= 0.6
        assert result["addressed_to_hit"] >= 0.7
        assert result["not_a_statement"]["recommendations_made_up"] <= 1
