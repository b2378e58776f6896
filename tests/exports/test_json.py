"""The JSON files: the stored records, with links, tags and names."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from statements.catalogue import records, revision, select, store
from statements.catalogue.models import Record
from statements.catalogue.selection import Selection
from statements.exports import columns
from tests.catalogue import build
from tests.exports import files
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")

OURS = ("url", "statement_url", "tags", "campaigns")


def references(held: Any, of: str = "") -> Iterator[tuple[str, str]]:
    """Yield all that refers to something anywhere in decoded JSON."""
    if isinstance(held, dict):
        for name, value in held.items():
            yield from references(value, columns.OF.get(name, "") if name != "statement" else "")
    elif isinstance(held, list):
        for value in held:
            yield from references(value, of)
    elif of and held:
        yield of, held


class JsonTests:
    def test_speaks_english_whoever_reads_it(self, client):
        labels = {"en": "Iraq", "fr": "Irak"}
        store.put(replace(build.term("country", "iq"), labels=labels))
        store.put(build.statement("here", countries=("iq",)))
        response = client.get("/statements.json", {"country": "iq"})

        with translation.override("fr"):
            found = json.loads(response.getvalue())

        assert found["labels"]["country"]["iq"] == "Iraq"

    def test_tells_where_it_is_from(self, client, settings):
        found = files.told(client, "statement", by="pk", sort="oldest")

        assert found["source"] == settings.SITE_NAME
        assert found["address"] == "http://localhost:8000/statements/?by=pk&sort=oldest"
        assert found["revision"] == revision.current()
        assert found["count"] == len(found["results"]) == 2

    @pytest.mark.parametrize("kind", ["statement", "recommendation"])
    def test_holds_each_record_as_it_is_stored_in_the_order_of_the_list(self, client, kind):
        results = files.told(client, kind)["results"]

        cards = select.select(Selection(kind=kind)).cards
        assert [one["ref"] for one in results] == [card.ref for card in cards]
        for one in results:
            stored = Record.objects.get(kind=kind, ref=one["ref"]).body
            frozen = {name: value for name, value in one.items() if name not in OURS}
            assert json.dumps(frozen) == json.dumps(json.loads(stored))
            assert records.load(kind, json.dumps(frozen))

    def test_adds_links_and_what_tagging_changes(self, client):
        [one] = files.told(client, "recommendation", kind="ask", year="2017")["results"]

        assert {name: one[name] for name in OURS} == {
            "url": "http://localhost:8000/recommendations/speech-ask/",
            "statement_url": "http://localhost:8000/statements/slug-speech/#rspeech-ask",
            "tags": ["beds"],
            "campaigns": ["shelter-for-all"],
        }

    def test_names_in_english_what_its_records_refer_to(self, client):
        found = files.told(client, "statement", year="2017")

        assert found["labels"] == {
            "actor": {"iraq": "Iraq", "pakistan": "Pakistan"},
            "campaign": {"shelter-for-all": "shelter-for-all"},
            "country": {"iq": "Iraq"},
            "event": {"meeting": "The meeting"},
            "tag": {"beds": "beds"},
            "theme": {"shelter": "Shelter"},
        }

    @pytest.mark.parametrize("kind", ["statement", "recommendation"])
    def test_names_whatever_stands_anywhere_in_its_records(self, client, kind):
        speech = store.get("statement", "slug-speech").record
        ask = replace(
            speech.recommendations[0],
            addressees=(build.addressee("unodc"),),
            themes=("remedies",),
        )
        corpus.publish(replace(speech, recommendations=(ask, *speech.recommendations[1:])))

        found = files.told(client, kind)

        assert set(references(found["results"])) == {
            (of, ref) for of, known in found["labels"].items() for ref in known
        }

    def test_of_nothing_is_an_empty_list(self, client):
        found = files.told(client, "statement", country="fj")

        assert (found["results"], found["labels"], found["count"]) == ([], {}, 0)

    def test_keeps_every_character(self, client):
        nasty = files.told(client, "statement")["results"][2]

        record = store.get("statement", "slug-nasty").record
        assert nasty["title"] == record.title
        assert nasty["text"] == record.text

    def test_names_what_nobody_names_any_more_with_nothing(self, client):
        store.remove("actor", "pakistan")

        found = files.told(client, "statement", year="2017")

        assert found["labels"]["actor"]["pakistan"] == ""
        assert corpus.CALL in found["results"][0]["text"]
