"""What is like what."""

import pytest

from statements.catalogue import search
from statements.catalogue.search.words import gists, models
from tests.catalogue import build

pytestmark = pytest.mark.django_db

TEXTS = [
    "Every State should give shelter to victims of debt bondage in brick kilns.",
    "We ask for shelter for all who were held in debt bondage, in kilns or elsewhere.",
    "Train judges, prosecutors and police.",
    "Collect better data on fishing vessels.",
    "Police need to train.",
]


@pytest.fixture(params=["as published", "digested"])
def corpus(request) -> None:
    search.write(
        ("recommendation", number, build.recommendation(str(number), short_form=text))
        for number, text in enumerate(TEXTS)
    )
    if request.param == "digested":
        search.digest()


@pytest.mark.usefixtures("corpus")
class SimilarTests:
    def test_has_first_what_shares_the_rarest_words(self):
        [first, *_rest] = search.similar("recommendation", 0)

        assert first[0] == 1
        assert 0 < first[1] <= 1

    def test_leaves_out_the_record_itself(self):
        assert 0 not in dict(search.similar("recommendation", 0))

    def test_of_nothing_alike_is_nothing(self):
        assert search.similar("recommendation", 3) == []

    def test_of_what_is_not_there_is_nothing(self):
        assert search.similar("recommendation", 99) == []

    def test_keeps_the_limit(self):
        assert len(search.similar("recommendation", 4, limit=1)) == 1

    def test_finds_the_one_among_the_other_when_only_some_are_digested(self):
        text = "Shelter from debt bondage in kilns."
        search.write([("recommendation", 5, build.recommendation("5", short_form=text))])

        assert {0, 1} <= dict(search.similar("recommendation", 5)).keys()
        assert 5 in dict(search.similar("recommendation", 0))


class GistTests:
    def test_is_of_the_words_that_others_share_but_few(self):
        search.write(
            ("recommendation", number, build.recommendation(str(number), short_form=text))
            for number, text in enumerate(TEXTS)
        )
        search.digest()

        digest = models.Digest.objects.get(kind="recommendation")
        gist = gists.read(digest, 0, {})

        assert gist.keys() == {"shelter", "debt", "bondag", "kiln"}
        assert all(weight > 0 for weight in gist.values())

    def test_leaves_no_word_of_what_was_taken_out(self):
        search.write(
            ("recommendation", number, build.recommendation(str(number), short_form=text))
            for number, text in enumerate(TEXTS)
        )
        search.digest()
        before = search.similar("recommendation", 0)

        search.erase([("recommendation", 1)])

        assert dict(before).keys() == {1}
        assert search.similar("recommendation", 0) == []
        search.erase([("recommendation", 0)])
        assert not models.Gist.objects.filter(words__contains="bondag").exists()
        assert not models.GistWord.objects.filter(word__contains="bondag").exists()

    def test_of_a_word_keeps_the_newest(self, monkeypatch):
        monkeypatch.setattr(gists, "MOST", 2)
        same = build.recommendation("same", short_form=TEXTS[0])
        others = [build.recommendation(str(n), short_form=f"Another thing {n}") for n in range(20)]
        for first in (0, 10):
            given = [*([same] * 2), *others[:8]]
            search.write(("recommendation", n, one) for n, one in enumerate(given, start=first))
            search.digest()

        assert list(gists.told("recommendation", ["bondag"])["bondag"]) == [10, 11]
