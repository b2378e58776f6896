"""The door of the catalogue."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pyroaring import BitMap

from statements.catalogue import records, revision, store, vocabulary
from statements.catalogue.models import Posting, Record
from statements.catalogue.rebuild import rebuild
from tests.catalogue import build

pytestmark = pytest.mark.django_db


def counts(kind):
    """Count the rows of all facets, as they are stored."""
    rows = Posting.objects.filter(kind=kind, n__gt=0).exclude(name__in=("on", "span"))
    return {(row.name, row.value): row.n for row in rows}


class PutTests:
    def test_what_goes_in_comes_out(self):
        record = build.statement(delivered=build.date("2017-09-01", "month"))

        store.put(record, records.Live(tags=("help",)))

        entry = store.get("statement", "slug-sta")
        assert (entry.record, entry.live.tags) == (record, ("help",))

    def test_counts_each_record_once(self):
        store.put(build.statement("a", kind="speech"))
        store.put(build.statement("b", kind="speech"))
        store.put(build.statement("b", kind="press_release"))

        held = counts("statement")

        assert held["", ""] == 2
        assert held["kind", "speech"] == 1
        assert held["kind", "press_release"] == 1

    def test_keeps_the_live_part_of_the_version_before(self):
        store.put(build.statement(), records.Live(tags=("help",)))

        store.put(build.statement(title="New"))

        assert store.get("statement", "slug-sta").live.tags == ("help",)
        assert counts("statement")["tag", "help"] == 1

    def test_refuses_a_slug_that_was_ever_another_s(self):
        store.put(build.statement("a", slug="first"))
        store.put(build.statement("a", slug="second"))

        with pytest.raises(store.SlugTaken):
            store.put(build.statement("b", slug="first"))

    def test_moves_the_revision(self):
        before = revision.current()

        store.put(build.statement())

        assert revision.current() == before + 1


class TreeTests:
    """The trees of terms, which records are filed by: read where one may change."""

    @pytest.fixture
    def read(self, monkeypatch):
        """How often the trees were read."""
        times, broader = [], vocabulary.broader

        def counting():
            times.append(1)
            return broader()

        monkeypatch.setattr(vocabulary, "broader", counting)
        return times

    def test_are_not_read_for_what_stands_in_none(self, read):
        store.put_all([build.term("country", "iq"), build.term("tag", "sinai")])
        day = build.date("2026-01-01").on
        gone = records.Tombstone(ref="tag/sinai", on=day, reason="R", successor="")
        store.withdraw("term", gone)
        store.remove("term", "country/iq")

        assert read == []

    @pytest.mark.parametrize("scheme", ["theme", "group", "form"])
    def test_are_read_before_and_after_a_change_of_them(self, read, scheme):
        store.put_all([build.term("country", "iq"), build.term(scheme, "shelter")])
        store.remove("term", f"{scheme}/shelter")

        assert len(read) == 4


class GetTests:
    def test_nothing_is_missing(self):
        with pytest.raises(store.Missing):
            store.get("statement", "nothing")

    def test_a_slug_that_was_given_up_points_at_the_present_one(self):
        store.put(build.statement("a", slug="first"))
        store.put(build.statement("a", slug="second"))

        with pytest.raises(store.Moved) as moved:
            store.get("statement", "first")

        assert moved.value.slug == "second"

    def test_a_removed_record_is_missing(self):
        store.put(build.actor("a"))
        store.remove("actor", "a")

        with pytest.raises(store.Missing):
            store.get("actor", "slug-a")
        assert counts("actor") == {}

    def test_takes_one_query(self, django_assert_num_queries):
        store.put(build.statement())

        with django_assert_num_queries(1):
            store.get("statement", "slug-sta")


class WordsTests:
    def test_of_all_kinds_are_written_together(self):
        given: list[records.AnyRecord] = [build.statement(), build.recommendation()]

        with CaptureQueriesContext(connection) as captured:
            store.put_all(given)

        written = [
            query["sql"] for query in captured if "INTO catalogue_wordcounts" in query["sql"]
        ]
        assert len(written) == 1


class RebuildTests:
    def test_finds_nothing_to_mend_after_ordinary_work(self):
        store.put(build.term("theme", "protection"))
        store.put(build.term("theme", "shelter", "protection"))
        store.put(build.statement("a", themes=("shelter",)), records.Live(tags=("help",)))
        store.put(build.statement("a", themes=()))
        store.put(build.statement("b", themes=("shelter",)))

        report = rebuild()

        assert (report.records, report.differences) == (4, [])

    def test_restores_everything_from_the_records_and_says_what_differed(self):
        store.put(build.term("theme", "protection"))
        store.put(build.term("theme", "shelter", "protection"))
        store.put(build.statement("a", themes=("shelter",)), records.Live(tags=("help",)))
        before = counts("statement"), store.found_by("statement", "theme", "protection")
        Posting.objects.filter(kind="statement", name="theme").delete()
        Posting.objects.filter(kind="statement", name="tag").update(n=9)
        Record.objects.filter(kind="statement").update(card="{}", since="1999-01-01")

        report = rebuild()

        after = counts("statement"), store.found_by("statement", "theme", "protection")
        assert after == before
        assert "statement a: theme=shelter was missing" in report.differences
        assert "statement a: written anew" in report.differences
        assert rebuild().differences == []

    def test_leaves_a_tombstone_as_it_is(self):
        store.put(build.statement("a"))
        stone = records.Tombstone(ref="a", on=build.date("2026-01-01").on, reason="R", successor="")
        store.withdraw("statement", stone)

        assert rebuild().differences == []
        left = Posting.objects.filter(kind="statement", name="kind", value="speech")
        left.update(n=1, bitmap=BitMap([1]).serialize())
        assert rebuild().differences == ["statement number 1: kind=speech was too much"]
        assert rebuild().differences == []
        with pytest.raises(store.Withdrawn):
            store.get("statement", "slug-a")
