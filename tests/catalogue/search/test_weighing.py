"""How far a record is about a term, told beforehand, and what is read of it again."""

import random

import pytest
from pyroaring import BitMap

from statements.catalogue import search
from statements.catalogue.search import reading, weighing
from statements.catalogue.search.words import digestion, models, rare
from tests.catalogue import build

TEXTS = ["A shelter.", "A shelter, a shelter and a third shelter.", "Nothing."]


def counted(title: str = "0", names: str = "0", body: str = "0") -> str:
    return "\n".join((title, names, body))


class StepTests:
    def test_tell_how_often_a_term_stands_in_a_field_as_long_as_usual(self):
        steps = weighing.steps("statement", counted(body="600=1 once =3 thrice =+ besides "))

        often = {term: weighing.OFTEN[step] for term, step in steps.items()}
        assert often == pytest.approx({"once": 1, "thrice": 3, "besides": 1}, rel=0.02)

    def test_count_a_title_more_and_a_long_text_less(self):
        long, usual = counted(body="6000=1 word "), counted(body="600=1 word ")
        title = counted(title="14=1 word ", body="600=1 word ")

        steps = [weighing.steps("statement", text)["word"] for text in (long, usual, title)]

        assert steps == sorted(set(steps))

    def test_take_a_term_that_stands_there_for_that(self):
        text = counted(body="600=5 symbol =# symbol ")

        assert weighing.steps("statement", text) == weighing.steps(
            "statement", counted(body="600=5 symbol ")
        )

    def test_fit_into_a_byte(self):
        steps = weighing.steps("statement", counted("1=200 word ", "0", "1=1 word =200 other "))

        assert all(0 < step < 256 for step in steps.values())


class ListTests:
    def test_gives_back_numbers_and_steps(self):
        chance = random.Random(7)
        held = [(chance.randrange(2**32), chance.randrange(256)) for _ in range(50)]

        places = b"".join(rare.place(number, step) for number, step in held)

        assert list(zip(rare.numbers(places), rare.steps(places), strict=True)) == held

    @pytest.mark.django_db
    def test_grows_behind_and_ends_with_its_last_record(self):
        rare.add("statement", {"word": rare.place(256, 0), "other": rare.place(1, 9)})
        rare.add("statement", {"word": rare.place(65_536, 255)})
        grown = rare.read("statement", ["word", "other", "none"])

        rare.take("statement", {"word": [256], "other": [1]})

        assert grown["word"] == rare.place(256, 0) + rare.place(65_536, 255)
        assert grown["other"] == rare.place(1, 9)
        assert rare.read("statement", ["word", "other"]) == {"word": rare.place(65_536, 255)}


@pytest.mark.django_db
class ToldTests:
    @pytest.mark.parametrize("common", [1, 2, 2_000])
    @pytest.mark.parametrize("digested", [0, 1, 2, 3])
    def test_is_the_same_wherever_the_words_are_kept(self, monkeypatch, common, digested):
        monkeypatch.setattr(digestion, "COMMON", common)
        for number, text in enumerate(TEXTS):
            search.write(
                [("statement", number, build.statement(str(number), text=text, title="T"))]
            )
            if number < digested:
                search.digest()

        found = search.Finder("statement").often({"shelter", "none"}, BitMap([0, 1, 2]))

        held = models.WordCounts.objects.order_by("id").values_list("counts", flat=True)
        expected = {
            number: weighing.OFTEN[steps["shelter"]]
            for number, text in enumerate(held)
            if "shelter" in (steps := weighing.steps("statement", text))
        }
        assert found == {"shelter": expected, "none": {}}
        assert found["shelter"][1] > found["shelter"][0]

    @pytest.mark.parametrize("asked", ["shelter", "shelter*", '"third shelter"'])
    def test_is_the_same_of_what_was_digested_since(self, asked):
        for number, text in enumerate(TEXTS):
            search.write([("statement", number, build.statement(str(number), text=text))])
        before, query = search.extent("statement"), reading.read(asked).query
        finder = search.Finder("statement", before)
        order = search.ranked(finder, query, finder.hits(query))

        search.digest()
        stale = search.Finder("statement", before)

        assert (before.mark, search.extent("statement").mark) == (0, len(TEXTS))
        assert finder.hits(query)
        assert stale.hits(query) == finder.hits(query)
        assert search.ranked(stale, query, stale.hits(query)) == order

    @pytest.mark.parametrize("looked_for", [(), ("shelter",), ("shelter", "border", "none")])
    @pytest.mark.parametrize("common", [1, 2, 2_000])
    def test_knows_in_how_many_digested_records_words_stand(self, monkeypatch, common, looked_for):
        monkeypatch.setattr(digestion, "COMMON", common)
        for number, text in enumerate(("A shelter.", "Shelter and border.", "The border.")):
            search.write([("statement", number, build.statement(str(number), text=text))])
            search.digest()
        search.erase([("statement", 2)])

        finder = search.Finder("statement")
        for asked in looked_for:
            finder.hits(reading.read(asked).query)
        found = finder.numbers_of({"shelter", "border", "none"})

        assert {word: n for word, n in found.items() if n} == {"shelter": 2, "border": 1}

    def test_tells_of_those_alone_that_are_asked_for(self):
        for number in range(3):
            search.write([("statement", number, build.statement(str(number), text=TEXTS[0]))])
            if number < 2:
                search.digest()

        found = search.Finder("statement").often({"shelter"}, BitMap([1]))

        assert list(found["shelter"]) == [1]
