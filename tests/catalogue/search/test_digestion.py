"""What is counted and kept of words does not hang on how many records are digested at once."""

import pytest
from pyroaring import BitMap

from statements.catalogue import search, store
from statements.catalogue.search.words import digestion, gists, models
from tests.catalogue import build

TEXTS = (
    "Shelters for survivors.",
    "Shelters again, and a helpline.",
    "A helpline for survivors of trafficking.",
    "Shelters, shelters: survivors say so.",
    "Trafficking for forced labour.",
    "Survivors ask for shelters and a helpline.",
    "A hotline is no helpline.",
)


def publish() -> None:
    with store.change():
        for number, text in enumerate(TEXTS):
            store.put(build.statement(f"said-{number}", text=text))


def often() -> dict[str, int]:
    return dict(models.Word.objects.filter(kind="statement").values_list("word", "n"))


def common() -> dict[str, list[int]]:
    held = models.WordBitmap.objects.filter(kind="statement").values_list("word", "bitmap")
    return {word: list(BitMap.deserialize(bytes(numbers))) for word, numbers in held}


@pytest.fixture(autouse=True)
def three_are_common(monkeypatch):
    monkeypatch.setattr(digestion, "COMMON", 3)


@pytest.mark.django_db
class DigestionTests:
    @pytest.mark.parametrize("at_once", [1, 2, 3, 100])
    def test_counts_words_and_keeps_the_numbers_of_common_ones(self, at_once, monkeypatch):
        monkeypatch.setattr(digestion, "_BATCH", at_once)
        publish()

        search.digest()

        first = min(common()["shelter"])
        kept = {word: [number - first for number in held] for word, held in common().items()}
        assert often()["shelter"] == 4
        assert often()["hotlin"] == 1
        assert kept["shelter"] == [0, 1, 3, 5]
        assert kept["helplin"] == [1, 2, 5, 6]
        assert kept["survivor"] == [0, 2, 3, 5]
        assert "traffick" not in kept

    def test_keeps_a_gist_of_each_record(self, monkeypatch):
        monkeypatch.setattr(digestion, "_BATCH", 2)
        publish()

        search.digest()

        assert models.Gist.objects.count() == len(TEXTS)
        (helpline,) = gists.told("statement", ["helplin"]).values()
        assert len(helpline) >= 2

    def test_digests_what_little_is_left_with_the_rest(self, monkeypatch):
        monkeypatch.setattr(digestion, "_BATCH", 4)
        tops = []
        write = gists.write

        def counting(kind, top, likely):
            tops.append(top)
            write(kind, top, likely)

        monkeypatch.setattr(gists, "write", counting)
        publish()

        search.digest()

        assert len(tops) == 1
