"""Records that were written under an earlier schema."""

import json
from typing import Any

import msgspec
import pytest

from statements.catalogue import records, revision
from statements.catalogue.upgrades import STEPS, upgrade
from statements.exports import lean
from tests.catalogue import build

# The fields that each schema brought, by kind.
BROUGHT: dict[int, dict[str, tuple[str, ...]]] = {
    2: {"statement": ("groups", "forms"), "recommendation": ("groups", "forms")},
    3: {"statement": ("instruments", "citations", "withheld"), "recommendation": ("instruments",)},
    4: {"statement": ("webcast",)},
    5: {"statement": ("translation_of",)},
    6: {"event": ("series",)},
    7: {"statement": ("changes",)},
    8: {"statement": ("repairs", "sic")},
    9: {"recommendation": ("short_forms",)},
}


def written_under(schema: int, record: records.AnyRecord) -> dict[str, Any]:
    """Return a record as it was stored under a schema: without what came later."""
    body: dict[str, Any] = json.loads(records.dump(record))
    for later, brought in BROUGHT.items():
        if later > schema:
            for part in (body, *body.get("recommendations", ())):
                kind = record.KIND if part is body else "recommendation"
                for name in brought.get(kind, ()):
                    del part[name]
    return body


OF_ALL_KINDS: list[Any] = [
    build.statement(recommendations=(build.recommendation(),)),
    build.recommendation(),
    build.event(),
    build.series("ser"),
    build.actor("act"),
    build.instrument("ins"),
    build.campaign("cam", "tag"),
    build.term("theme", "shelter"),
]


class UpgradeTests:
    def test_there_is_a_step_to_each_schema(self):
        assert len(STEPS) == records.SCHEMA - 1

    @pytest.mark.parametrize("schema", range(1, records.SCHEMA + 1))
    @pytest.mark.parametrize("record", OF_ALL_KINDS, ids=lambda record: record.KIND)
    def test_makes_a_record_of_the_present_schema(self, record, schema):
        body = upgrade(record.KIND, schema, written_under(schema, record))

        assert body == json.loads(records.dump(record))
        assert msgspec.convert(body, type(record)) == record

    @pytest.mark.parametrize("schema", range(1, records.SCHEMA))
    @pytest.mark.parametrize("record", OF_ALL_KINDS, ids=lambda record: record.KIND)
    def test_what_was_not_upgraded_yet_is_read(self, record, schema):
        """Between a new release and the rebuild the public reads on."""
        stored = json.dumps(written_under(schema, record))

        assert records.load(record.KIND, stored) == record

    @pytest.mark.parametrize("record", OF_ALL_KINDS[:2], ids=lambda record: record.KIND)
    def test_what_was_not_upgraded_yet_is_exported(self, record):
        stored = json.dumps(written_under(1, record)).encode()

        drawn = lean.drawn(type(record)).decode(stored)

        assert (drawn.ref, drawn.groups) == (record.ref, [])


def test_the_index_moves_with_the_schema() -> None:
    """A site is filed anew after an update only where the version of its index is another."""
    assert (records.SCHEMA, revision.INDEX) == (9, 11)
