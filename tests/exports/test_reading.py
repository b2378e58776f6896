"""What a file holds when the catalogue changes under it, or its reader goes away."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.catalogue import filters, select, store
from statements.catalogue.records import Live, Tombstone
from statements.catalogue.selection import Selection
from statements.exports import reading
from tests.catalogue import build
from tests.exports import files
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")


@pytest.fixture
def one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "START", 1)
    monkeypatch.setattr(reading, "MOST", 1)


@pytest.fixture
def pieces(client, one_at_a_time) -> Iterator[bytes]:
    """The pieces of a JSON file after its first record, the press release."""
    streamed: Iterator[bytes] = iter(client.get("/statements.json").streaming_content)
    assert b'"results"' in next(streamed)
    assert b"Release release" in next(streamed)
    return streamed


class ReadingTests:
    @pytest.mark.parametrize("kind", ["statement", "recommendation"])
    @pytest.mark.parametrize(
        "asked", [{}, {"sort": "oldest"}, {"q": "victim"}, {"q": "speech OR bed", "sort": "newest"}]
    )
    def test_gives_every_page_in_the_order_of_the_list(self, client, monkeypatch, kind, asked):
        for number in range(24):
            day = build.date(f"20{number % 7:02}-01-01")
            corpus.publish(corpus.speech(f"more-{number:02}", delivered=day))
        monkeypatch.setattr(reading, "WANTED", 3000)

        found = [one["ref"] for one in files.told(client, kind, **asked)["results"]]

        selection = filters.read(kind, {name: [value] for name, value in asked.items()})
        first = select.select(selection)
        pages = [select.select(replace(selection, page=n + 1)) for n in range(first.pages)]
        assert first.pages > 1
        assert found == [card.ref for page in pages for card in page.cards]

    def test_asks_no_more_for_more_of_one_batch(self, client):
        before = self.asked(client)
        for number in range(20):
            store.put(corpus.release(f"more-{number:02}"))
        after = self.asked(client)

        # The revision, the order of the records, their keys, the records, the revision of names.
        assert before == after == 5

    def asked(self, client) -> int:
        """Count the queries when this process has read the present revision."""
        files.rows(client, "statement")
        with CaptureQueriesContext(connection) as queries:
            files.rows(client, "statement")
        return len(queries)

    def test_reads_less_at_once_where_texts_are_long(self, monkeypatch):
        monkeypatch.setattr(reading, "START", 1)
        monkeypatch.setattr(reading, "WANTED", 10)
        keys = reading.keys(Selection(kind="statement"))

        assert [len(batch.slugs) for batch in reading.batches(keys)] == [1, 1, 1]


class SettlingTests:
    """A publication may come in between finding what is in the list and finding its rows."""

    def test_starts_over_where_a_publication_comes_in_between(self, client, monkeypatch):
        numbers = select.numbers
        met: list[Selection] = []

        def outrun(selection: Selection) -> Iterator[int]:
            found = list(numbers(selection))
            if not met:
                met.append(selection)
                speech = store.get("statement", "slug-speech").record
                store.put(replace(speech, version=2, title="Mended"))
            return iter(found)

        monkeypatch.setattr(select, "numbers", outrun)

        found = files.told(client, "statement")["results"]

        assert met
        assert [one["title"][:7] for one in found] == ["Release", "Mended", "=HYPERL"]

    def test_says_no_older_revision_than_it_holds(self, client):
        before = files.told(client, "statement")["revision"]
        store.put(corpus.release("later"))

        assert files.told(client, "statement")["revision"] > before


class ChangeTests:
    """The list is settled when the file begins; each record is read when its turn comes."""

    def test_never_gives_what_was_withdrawn_meanwhile(self, pieces):
        stone = Tombstone(ref="speech", on=dt.date(2026, 1, 1), reason="Harm.", successor="")
        store.withdraw("statement", stone)

        rest = b"".join(pieces)

        assert b"Speech speech" not in rest
        assert b'"count":2' in rest

    def test_gives_the_newest_version(self, pieces):
        speech = store.get("statement", "slug-speech").record
        store.put(replace(speech, version=2, title="Mended"))

        rest = b"".join(pieces)

        assert b"Mended" in rest
        assert b"Speech speech" not in rest

    def test_gives_what_was_tagged_meanwhile(self, pieces):
        store.put_live("statement", "speech", Live(tags=("new",)))

        assert b'"tags":["new"]' in b"".join(pieces)

    def test_leaves_what_came_meanwhile_for_the_next_file(self, pieces):
        store.put(corpus.release("later"))

        assert b"Release later" not in b"".join(pieces)

    def test_is_whole_whatever_happened(self, client, one_at_a_time):
        response = client.get("/statements.json")
        read = b""
        for piece in response.streaming_content:
            read += piece
            for ref in ("release", "speech", "nasty"):
                if store.state("statement", ref) == "live":
                    stone = Tombstone(ref=ref, on=dt.date(2026, 1, 1), reason="Harm.", successor="")
                    store.withdraw("statement", stone)

        found = json.loads(read)
        assert found["count"] == len(found["results"]) == 0


class GoingAwayTests:
    def test_leaves_nothing_open(self, client, one_at_a_time):
        response = client.get("/statements.csv")
        streamed = iter(response.streaming_content)
        next(streamed)
        next(streamed)

        with CaptureQueriesContext(connection) as queries:
            response.close()

        assert len(queries) == 0
        assert list(streamed) == []

    @pytest.mark.django_db(transaction=True)
    def test_holds_no_transaction_while_the_reader_takes_his_time(self, client, one_at_a_time):
        streamed = iter(client.get("/statements.csv").streaming_content)
        next(streamed)
        next(streamed)

        assert connection.in_atomic_block is False
        store.put(corpus.release("meanwhile"))
