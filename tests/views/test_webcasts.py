"""Where a statement can be watched, on its page and in the files."""

from dataclasses import replace

import pytest

from statements.catalogue import records, store
from tests.exports import files
from tests.views import corpus
from tests.views.test_statements import read

pytestmark = pytest.mark.usefixtures("on_record")

ADDRESS = "https://media.un.org/watch"


def watched(url: str, offset: int | None) -> records.Statement:
    return replace(corpus.speech(), webcast=records.Webcast(url=url, offset=offset))


class WebcastTests:
    @pytest.mark.parametrize(
        ("url", "offset", "said"),
        [
            (ADDRESS, 8220, f'<a href="{ADDRESS}#t=8220" rel="external">Watch, from 2:17:00</a>'),
            (ADDRESS, None, f'<a href="{ADDRESS}" rel="external">Watch</a>'),
            (f"{ADDRESS}#x", 60, f'<a href="{ADDRESS}#x" rel="external">Watch, from 0:01:00</a>'),
            ("", 8220, "begins at 2:17:00"),
            (f"{ADDRESS}?a=1&b=2", 0, f'<a href="{ADDRESS}?a=1&amp;b=2" rel="external">Watch, '),
        ],
    )
    def test_opens_at_the_words(self, client, url, offset, said):
        store.put(watched(url, offset))

        page = read(client)

        assert "<dt>Webcast</dt>" in page
        assert said in page

    def test_is_not_mentioned_where_there_is_none(self, client):
        assert "Webcast" not in read(client)

    def test_has_two_columns(self, client):
        store.put(watched(ADDRESS, 8220))

        [row] = files.rows(client, "statement", kind="speech")

        assert (row["webcast_url"], row["webcast_offset"]) == (ADDRESS, "8220")
