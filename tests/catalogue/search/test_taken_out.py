"""What is left of the words of a record that was taken out: nothing that anybody could read."""

import datetime as dt

import pytest
from django.db.models import F

from statements.catalogue import filters, records, search, select, store
from statements.catalogue.models import Revision
from statements.catalogue.search.offers import suggesting
from statements.catalogue.search.words import digestion, models, newest, rare, rows
from tests.catalogue import build

SECRET = "Zamirova"


def publish(ref: str, text: str) -> None:
    store.put(build.statement(ref, text=text))


def withdraw(ref: str) -> None:
    stone = records.Tombstone(ref=ref, on=dt.date(2026, 1, 1), reason="It did harm.", successor="")
    store.withdraw("statement", stone)


def suggested() -> list[str]:
    return [one.label for one in suggesting.suggest("zami")]


@pytest.mark.django_db
class VocabularyTests:
    @pytest.mark.parametrize("is_digested", [False, True])
    @pytest.mark.parametrize("take_out", [withdraw, lambda ref: publish(ref, "Nobody is named.")])
    def test_suggests_no_word_of_what_was_taken_out(self, is_digested, take_out):
        publish("named", f"A witness, {SECRET}, was heard.")
        if is_digested:
            search.digest()
        before = suggested()

        take_out("named")

        assert before == [SECRET]
        assert suggested() == []
        assert not models.Word.objects.filter(word__contains="zami").exists()
        assert not models.RareWord.objects.filter(word__contains="zami").exists()
        assert not models.WordCounts.objects.filter(counts__contains="zami").exists()
        assert not models.Gist.objects.filter(words__contains="zami").exists()
        assert not models.GistWord.objects.filter(word__contains="zami").exists()

    def test_counts_a_word_in_those_that_are_left(self):
        for ref in ("one", "other"):
            publish(ref, f"{SECRET} was heard.")
        search.digest()

        withdraw("one")

        assert [one.n for one in suggesting.suggest("zami")] == [1]

    def test_keeps_no_place_of_a_word_that_others_have_too(self):
        for ref in ("one", "other"):
            publish(ref, f"{SECRET} was heard.")
        search.digest()
        before = rare.numbers(rare.read("statement", ["zamirova"])["zamirova"])

        withdraw("one")

        left = rare.numbers(rare.read("statement", ["zamirova"])["zamirova"])
        assert list(left) == list(before)[1:]

    def test_keeps_no_place_of_a_word_that_is_common_no_more(self, monkeypatch):
        monkeypatch.setattr(digestion, "COMMON", 2)
        for ref in ("one", "other"):
            publish(ref, f"{SECRET} was heard.")
        search.digest()
        common = models.WordBitmap.objects.filter(word="zamirova").exists()

        withdraw("one")

        left = rare.read("statement", ["zamirova"])["zamirova"]
        assert common
        assert not models.WordBitmap.objects.filter(word="zamirova").exists()
        assert len(rare.numbers(left)) == 1
        assert rare.steps(left) != b"\0"

    def test_finds_a_word_that_is_common_no_more_and_then_again(self, monkeypatch):
        monkeypatch.setattr(digestion, "COMMON", 3)
        for number in range(3):
            publish(f"first-{number}", f"{SECRET} was heard.")
        search.digest()
        withdraw("first-0")
        withdraw("first-1")
        hits = []

        for number in range(3):
            publish(f"later-{number}", f"{SECRET} was heard again.")
            search.digest()
            hits.append(select.total(filters.read("statement", {"q": [SECRET]})))

        assert hits == [2, 3, 4]


@pytest.mark.django_db(transaction=True)
class KeptTests:
    def test_a_process_keeps_no_word_of_what_was_taken_out(self):
        publish("named", f"A witness, {SECRET}, was heard.")
        before = suggested()

        withdraw("named")

        assert before == [SECRET]
        assert suggested() == []

    def test_a_process_keeps_no_form_of_what_was_taken_out(self):
        publish("named", f"{SECRET}s, {SECRET}s and {SECRET}s.")
        publish("other", f"{SECRET} was heard.")
        before = suggested()

        withdraw("named")

        assert before == [f"{SECRET}s"]
        assert suggested() == [SECRET]

    def test_a_process_keeps_no_name_of_what_was_taken_out(self):
        store.put(build.campaign("c", "beds", title=SECRET))
        before = suggested()

        stone = records.Tombstone(ref="c", on=dt.date(2026, 1, 1), reason="R", successor="")
        store.withdraw("campaign", stone)

        assert before == [SECRET]
        assert suggested() == []

    def test_a_process_keeps_words_while_one_publication_follows_another(self):
        publish("named", f"{SECRET} was heard.")
        before = newest.newest(rows.extent("statement")).numbers

        publish("other", "Nobody is named.")
        after = newest.newest(rows.extent("statement")).numbers

        assert after is before
        assert {"zamirova", "nobodi"} <= after.keys()

    def test_a_process_keeps_no_word_of_before_a_backup_was_restored(self):
        publish("named", f"{SECRET} was heard.")
        before = newest.newest(rows.extent("statement")).numbers

        models.WordCounts.objects.update(counts="0\n0\n2=1 nobodi name ")
        Revision.objects.update(token=F("token") + 1, recent="")
        after = newest.newest(rows.extent("statement")).numbers

        assert "zamirova" in before
        assert after.keys() == {"nobodi", "name"}
