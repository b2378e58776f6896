"""The page of a translation names its original, and that one its translations."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.catalogue import records, store
from tests.exports import files
from tests.views import corpus
from tests.views.test_statements import read

pytestmark = pytest.mark.usefixtures("on_record")

TITLE = "باكستان <في>"


@pytest.fixture
def translated(on_record) -> records.Statement:
    arabic = corpus.speech("arabic", title=TITLE, language="ar")
    arabic = replace(arabic, translation_of="speech")
    corpus.publish(arabic)
    return arabic


class TranslationTests:
    def test_names_its_original_in_the_originals_language(self, client, translated):
        page = read(client, "slug-arabic")

        assert "<dt>Translation from English of</dt>" in page
        assert (
            '<dd><a href="/statements/slug-speech/" hreflang="en" lang="en" dir="ltr">'
            "Speech speech</a></dd>" in page
        )

    def test_is_named_by_its_original(self, client, translated):
        page = read(client)

        assert "<dt>Translations</dt>" in page
        assert (
            '<li>Arabic: <a href="/statements/slug-arabic/" hreflang="ar" lang="ar" dir="rtl">'
            "باكستان &lt;في&gt;</a></li>" in page
        )

    def test_says_nothing_of_an_original_that_was_withdrawn(self, client, translated):
        day = translated.first_published_on
        store.withdraw(
            "statement", records.Tombstone(ref="speech", on=day, reason="Wrong.", successor="")
        )

        assert "Translation" not in read(client, "slug-arabic")

    def test_costs_a_query_or_two_more_and_others_none(self, client, translated):
        corpus.publish(corpus.speech("plain"))
        counted = {}
        for slug in ("slug-speech", "slug-arabic", "slug-plain"):
            read(client, slug)
            with CaptureQueriesContext(connection) as queries:
                read(client, slug)
            counted[slug] = len(queries)

        # Those that it names; of a translation, which number its original has.
        assert counted["slug-speech"] - counted["slug-plain"] == 1
        assert counted["slug-arabic"] - counted["slug-plain"] == 2

    def test_names_its_original_in_the_files(self, client, translated):
        [row] = files.rows(client, "statement", language="ar")

        assert (row["translation_of"], row["translation_of_name"]) == ("speech", "Speech speech")
