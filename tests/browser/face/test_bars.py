"""The bar of a quotation stands where its words begin, whichever way the page runs."""

import pytest

from tests.views import corpus

pytestmark = pytest.mark.django_db(transaction=True)

SIDES = "one => [getComputedStyle(one).borderLeftWidth, getComputedStyle(one).borderRightWidth]"


@pytest.fixture
def spoken(db):
    corpus.vocabularies()
    corpus.publish(corpus.speech())


@pytest.mark.parametrize("language", ["", "/ar"])
@pytest.mark.parametrize(
    ("address", "bar"),
    [
        ("/", ".opening-quotation blockquote"),
        ("/statements/", ".quotation"),
        ("/countries/iq/", "li.ask"),
    ],
)
def test_stands_on_the_left_of_english_words(spoken, visitor, language, address, bar):
    reader = visitor()

    reader.open(f"{language}{address}")

    left, right = reader.page.locator(bar).first.evaluate(SIDES)
    assert (left != "0px", right) == (True, "0px")
