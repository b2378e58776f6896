"""Recommendations found by a short form, which is shown with its words marked."""

import re
from dataclasses import replace

import pytest

from tests.views import corpus
from tests.views.test_search import read

SHORT_FORM = "سرير لكل ضحية"


class ShortFormTests:
    @pytest.fixture(autouse=True)
    def _arabic(self, on_record):
        statement = corpus.speech()
        ask, promise = statement.recommendations
        ask = replace(ask, short_forms={"ar": SHORT_FORM, "fr": "Un lit pour chaque victime"})
        corpus.publish(replace(statement, recommendations=(ask, promise)))

    def test_is_found_and_marked_in_the_language_of_the_reader(self, client):
        page = read(client, "/ar/recommendations/?q=السرير")

        assert re.search(
            r'class="quoted-title"><a [^>]*>[^<]*<mark class="found">سرير</mark>', page
        )

    @pytest.mark.parametrize("address", ["/recommendations/?q=سرير", "/fr/search/?q=سرير"])
    def test_that_was_found_is_shown_to_readers_of_another(self, client, address):
        page = read(client, address)

        assert re.search(r'<bdi lang="ar" dir="rtl">[^<]*<mark class="found">سرير</mark>', page)

    def test_of_the_reader_is_shown_where_it_was_found_as_well(self, client):
        page = read(client, "/fr/recommendations/?q=lits")

        assert 'Un <mark class="found">lit</mark> pour chaque victime' in page
        assert "Give every victim a bed" not in page

    def test_of_the_reader_is_shown_where_other_words_were_found(self, client):
        page = read(client, "/ar/recommendations/?q=speaker:Aa")

        assert SHORT_FORM in page
