"""What each page asks of the database: always as much, however much is on record."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.views import corpus

# The queries of a list, each once: the revision, the cards of the page, the themes in their
# order, the names of all that is shown. What is found and counted stands in the index.
# Narrowed: the same, and one for the values given.
LIST, NARROWED = 4, 5
# A record, the terms, and the other names on its page.
DETAIL = 3


def portrait(answered: int, *, more: int = 0) -> int:
    """A record, the revision, the entries of each question, terms and names, and what is more.

    A question that nothing answers takes no query.
    """
    return 1 + 1 + answered + 2 + more


COUNTS = {
    # The revision, newest statements, campaigns, themes, names. No event is coming.
    "/": 5,
    "/statements/": LIST,
    "/statements/?by=pk&theme=shelter": NARROWED,
    # And the revision, by whose growth is kept what is like it; where it was made, to be cited;
    # the order of the days around its own, or the cards of what stands there.
    "/statements/slug-speech/": DETAIL + 3,
    "/recommendations/": LIST,
    "/recommendations/?by=pk&pillar=protection": NARROWED,
    # The same, and the statement that is cited.
    "/recommendations/speech-ask/": DETAIL + 3,
    "/events/": LIST,
    # The terms are read anew in a transaction, as tests are, by each who asks for them.
    "/events/slug-meeting/": portrait(3, more=1),
    # The revision, countries and regions.
    "/countries/": 2,
    # And the actor of the State, the events it took part in.
    "/countries/pk/": portrait(4, more=4),
    # The revision, themes.
    "/themes/": 2,
    # No name but of terms.
    "/themes/protection/": portrait(3, more=2),
    "/actors/": LIST,
    "/actors/slug-unodc/": portrait(2, more=3),
    # No panel and no name: the revision, the cards.
    "/campaigns/": 2,
    "/campaigns/slug-shelter-for-all/": portrait(3, more=1),
    "/tags/beds/": portrait(3, more=1),
    # The revision, the countries of the form, the names of its actors.
    "/compare/": 3,
    # And the cards of what is quoted, however many themes and sides there are; terms once more.
    "/compare/?country=iq&country=pk": 5,
    "/about/": 0,
    "/accessibility/": 0,
    # As what the catalogue is filed; whether a publication is overdue.
    "/readyz": 2,
    # The revision, the tags that are used (which no process holds), the terms that are, the
    # addresses of each of five kinds.
    "/sitemap.xml": 8,
}


# What words find, at most: the more that is found, the less is asked for other spellings.
SEARCHES = {
    "/search/": 0,
    "/search/?q=shelter": 13,
    "/search/?q=shelter&country=iq": 12,
    "/search/suggest.json?q=pak": 5,
    "/statements/?q=shelter": 10,
    "/recommendations/?q=shelter&theme=shelter": 10,
}


def asked(client: Client, address: str) -> int:
    """Count the queries of a page when this process has read the present revision."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


class QueryCountTests:
    @pytest.mark.parametrize("address", COUNTS)
    def test_is_what_the_page_needs(self, client, on_record, address):
        assert asked(client, address) == COUNTS[address]

    @pytest.mark.parametrize("address", SEARCHES)
    def test_is_what_a_search_needs(self, client, on_record, address):
        assert asked(client, address) == SEARCHES[address]

    def test_does_not_grow_with_the_corpus(self, client, on_record):
        for number in range(500):
            make = corpus.speech if number % 5 == 0 else corpus.release
            corpus.publish(make(f"more-{number:03}"))

        assert {address: asked(client, address) for address in COUNTS} == COUNTS
        assert [one for one in SEARCHES if asked(client, one) > SEARCHES[one]] == []
