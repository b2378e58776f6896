"""The first look on a telephone, in each language."""

import pytest
from django.conf import settings

from tests.face import kinds

pytestmark = pytest.mark.django_db(transaction=True)

# How many lines the parts of the page take, each of which has one by its own.
LINES = """(part) => new Set(Array.from(document.querySelectorAll(part), (one) =>
  one.getBoundingClientRect()).map((box) => Math.round(box.top + box.height / 2))).size"""
# The lines of the headline: a part that is broken has more than one box.
BROKEN = """() => Array.from(document.querySelectorAll(".three-lines > span"), (line) => {
  const words = document.createRange();
  words.selectNodeContents(line);
  return new Set(Array.from(words.getClientRects(), (box) => Math.round(box.bottom))).size;
})"""


class FirstLookTests:
    @pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
    def test_has_three_lines_and_all_languages_in_one(self, visitor, language):
        reader = visitor(width=360)
        reader.open(kinds.address("/", language))

        reader.page.evaluate("document.fonts.ready")

        assert reader.page.evaluate(BROKEN) == [1, 1, 1]
        assert reader.page.evaluate(LINES, ".languages li") == 1
