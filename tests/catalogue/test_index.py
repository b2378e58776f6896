"""The index of a process: what it reads while the catalogue changes under it."""

import contextlib
from dataclasses import replace

import pytest
from django.db import transaction
from django.db.models import F

from statements.catalogue import filters, rebuild, records, revision, select, store
from statements.catalogue.models import Posting, Record, Revision
from statements.catalogue.postings import changes, index, order
from statements.catalogue.selection import Selection, Value
from tests.catalogue import build

pytestmark = pytest.mark.django_db

ALL = Selection(kind="statement")


def shown() -> list[str]:
    results = select.select(ALL)
    assert results.total == len(results.cards)
    return [card.ref for card in results.cards]


def stone(ref: str) -> records.Tombstone:
    return records.Tombstone(ref=ref, on=build.date("2026-01-01").on, reason="R", successor="")


class GivenUp(Exception):
    """Why a transaction is rolled back."""


@transaction.atomic
def put_and_give_up(ref: str) -> None:
    store.put(build.statement(ref))
    assert ref in shown()
    raise GivenUp


def put_and_go_on(*refs: str) -> None:
    """Put records of one slug in one change, whatever is refused."""
    with store.change():
        for ref in refs:
            with contextlib.suppress(store.SlugTaken):
                store.put(build.statement(ref, slug="one"))


class IndexTests:
    def test_a_page_that_a_publication_outran_starts_over(self, monkeypatch):
        store.put_all([build.statement("a"), build.statement("b")])
        page = order.page
        outran: list[bool] = []

        def outrun(*arguments, **options):
            if not outran:
                outran.append(True)
                store.withdraw("statement", stone("a"))
            return page(*arguments, **options)

        monkeypatch.setattr(order, "page", outrun)

        assert shown() == ["b"]

    def test_it_starts_over_where_one_revision_is_held_on_to(self, monkeypatch):
        store.put_all([build.statement("a"), build.statement("b")])

        with revision.pinned():
            assert shown() == ["a", "b"]
            store.put(build.statement("a", title="Anew"))

            assert sorted(shown()) == ["a", "b"]

    def test_it_starts_over_where_a_value_was_filed_since(self):
        store.put(build.statement("a"))
        of_event = Selection(kind="statement", values={"event": (Value("e", "e", "E"),)})

        with revision.pinned():
            shown()
            store.put(build.statement("b", event="e"))
            results = select.select(of_event)

        assert ([card.ref for card in results.cards], results.total) == (["b"], 1)

    def test_it_starts_over_where_words_were_found_since(self):
        store.put(build.statement("a", text="A shelter."))

        with revision.pinned():
            shown()
            store.put(build.statement("a", text="A shelter, anew."))
            results = select.select(filters.read("statement", {"q": ["shelter"]}))

        assert ([card.ref for card in results.cards], results.total) == (["a"], 1)

    def test_forgets_what_was_rolled_back(self):
        store.put(build.statement("a"))
        with pytest.raises(GivenUp):
            put_and_give_up("b")
        # As many changes as were rolled back, and more: numbers alone would tell nothing.
        store.put(build.statement("c"))
        store.put(build.statement("d"))

        assert shown() == ["a", "c", "d"]

    def test_follows_many_changes_that_it_did_not_see(self):
        store.put(build.statement("a"))
        shown()
        for number in range(revision.RECENT + 5):
            store.put(build.statement("a", title=f"Version {number}"))

        assert shown() == ["a"]

    def test_reads_only_what_is_written_since(self, django_assert_num_queries):
        store.put_all([build.statement(f"s{number}") for number in range(5)])
        shown()
        store.put(build.statement("last"))

        # The revision; what moved, and the rows since; the cards.
        with django_assert_num_queries(4):
            shown()

    def test_counts_by_values_that_it_keeps_and_values_that_drive_them_out(self, monkeypatch):
        monkeypatch.setattr(index, "MOST_ASKED", 1)
        store.put_all([build.statement("a", event="e"), build.statement("b", event="f")])

        with revision.pinned():
            select.filed("statement", "event", ["e", "none"])

            assert select.filed("statement", "event", ["e", "f"]) == {"e": 1, "f": 1}


class CrowdTests:
    """A day on which more records were found than are looked at one by one."""

    @pytest.fixture(autouse=True)
    def crowded(self, monkeypatch):
        monkeypatch.setattr(order, "FEW", 2)
        monkeypatch.setattr(order, "CROWDED", 2)
        monkeypatch.setattr(index, "_present", index.Index(revision.NOTHING, {}, {}, {}, {}))
        day = build.date("2017-05-05")
        store.put_all([build.statement(one, title=one, delivered=day) for one in "edcba"])

    def test_is_in_the_order_of_its_titles(self):
        pages = [select.select(replace(ALL, page=page), size=2).cards for page in (1, 2, 3)]

        assert [[card.ref for card in cards] for cards in pages] == [["a", "b"], ["c", "d"], ["e"]]
        assert [*select.numbers(ALL)] == [
            Record.objects.get(kind="statement", ref=ref).number for ref in "abcde"
        ]

    def test_is_put_in_order_anew_after_a_change(self):
        shown()
        store.put(build.statement("a", title="z", delivered=build.date("2017-05-05")))
        store.withdraw("statement", stone("c"))

        assert shown() == ["b", "d", "e", "a"]

    def test_is_not_put_in_order_again_where_another_day_changes(self):
        shown()
        before = index.present().crowds["statement", "2017-05-05"]

        store.put(build.statement("later", delivered=build.date("2018-01-01")))
        shown()

        assert index.present().crowds["statement", "2017-05-05"] is before

    def test_is_put_in_order_anew_where_a_backup_was_restored(self):
        before = shown()
        Record.objects.filter(kind="statement", ref="a").update(rank="z")
        Revision.objects.update(token=F("token") + 1, recent="")

        assert before == ["a", "b", "c", "d", "e"]
        assert shown() == ["b", "c", "d", "e", "a"]


class ChangeTests:
    def test_moves_the_revision_once_however_much_is_in_it(self):
        before = revision.current()

        with store.change():
            store.put(build.statement("a"))
            store.put(build.statement("b"))
            assert store.found_by("statement", "kind", "speech") == ["a", "b"]
            assert store.refers_to("kind", "speech")

        assert revision.current() == before + 1

    def test_knows_within_what_nothing_carries_any_more(self):
        store.put_all([build.statement("a", event="e"), build.statement("b", event="f")])

        with store.change():
            store.withdraw("statement", stone("a"))
            store.put(build.statement("b", event="g"))

            assert store.carried("event", ["e", "f", "g"]) == {"g"}

        assert store.carried("event", ["e", "f", "g"]) == {"g"}

    def test_moves_nothing_where_nothing_changes(self):
        store.put(build.statement("a"))
        before = revision.seen()

        store.put(build.statement("a"))

        assert revision.seen() == before

    def test_a_part_that_failed_spoils_the_whole(self):
        with pytest.raises(changes.Spoilt):
            put_and_go_on("a", "b")

        assert shown() == []

    def test_never_gives_a_number_again(self):
        store.put(build.statement("a"))
        first = Record.objects.get(ref="a").number or 0
        store.withdraw("statement", stone("a"))
        store.put(build.statement("b"))

        assert Record.objects.get(ref="b").number == first + 1
        assert Record.objects.get(ref="a").number is None


class MigrateTests:
    def test_files_what_was_there_before_postings(self):
        store.put_all([build.statement("a", themes=("x",)), build.statement("b")])
        Record.objects.update(number=None)
        Posting.objects.all().delete()
        Revision.objects.update(index=0, number=F("number"))
        assert not revision.is_filed()

        rebuild.after_migrate()

        assert revision.is_filed()
        assert shown() == ["a", "b"]
        assert store.found_by("statement", "theme", "x") == ["a"]
