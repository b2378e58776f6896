"""What is like what."""

import pytest

from statements.catalogue import search
from tests.catalogue import build

pytestmark = pytest.mark.django_db

TEXTS = [
    "Every State should give shelter to victims of debt bondage in brick kilns.",
    "We ask for shelter for all who were held in debt bondage, in kilns or elsewhere.",
    "Train judges and prosecutors in every State.",
    "Collect better data on fishing vessels.",
    "Every State should train its police.",
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
        assert 0 < first[1] < 1

    def test_leaves_out_the_record_itself(self):
        assert 0 not in dict(search.similar("recommendation", 0))

    def test_of_nothing_alike_is_nothing(self):
        assert search.similar("recommendation", 3) == []

    def test_of_what_is_not_there_is_nothing(self):
        assert search.similar("recommendation", 99) == []

    def test_keeps_the_limit(self):
        assert len(search.similar("recommendation", 4, limit=1)) == 1
