"""What each page asks of the database: always as much, however much is on record."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.views import corpus

# The queries of a list, each once: how many there are in all, the cards of the page, the counts
# of the panels (counted beforehand), the themes in their order, the names of all that is shown.
# Narrowed: the same, and one for the values given, one for how many match.
LIST, NARROWED = 5, 7
# A record, and the names on its page.
DETAIL = 2


def portrait(questions: int, *, more: int = 0) -> int:
    """A record, two queries for each question (entries, how many), the names, and what is more."""
    return 1 + 2 * questions + 1 + more


COUNTS = {
    # Newest statements, campaigns, coming events, counts of the doors, themes, names, and the
    # counts of recommendations and of statements of the campaigns.
    "/": 8,
    "/statements/": LIST,
    "/statements/?by=pk&theme=shelter": NARROWED,
    "/statements/slug-speech/": DETAIL,
    "/recommendations/": LIST,
    "/recommendations/?by=pk&pillar=protection": NARROWED,
    "/recommendations/speech-ask/": DETAIL,
    # And the statements of each event.
    "/events/": LIST + 1,
    "/events/slug-meeting/": portrait(3),
    # Two kinds of counts, countries, regions.
    "/countries/": 4,
    "/countries/pk/": portrait(5),
    # Two kinds of counts, themes.
    "/themes/": 3,
    # And the themes under it with their counts.
    "/themes/protection/": portrait(3, more=2),
    # No theme among the panels, and the statements of each actor.
    "/actors/": LIST - 1 + 1,
    "/actors/slug-unodc/": portrait(4),
    # No panel and no name: how many, the cards, the recommendations and the statements of each.
    "/campaigns/": 4,
    "/campaigns/slug-shelter-for-all/": portrait(3),
    "/tags/beds/": portrait(3),
    "/about/": 0,
    "/readyz": 1,
    # Terms that are used, how many addresses, the addresses.
    "/sitemap.xml": 3,
}


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


class QueryCountTests:
    @pytest.mark.parametrize("address", COUNTS)
    def test_is_what_the_page_needs(self, client, on_record, address):
        assert asked(client, address) == COUNTS[address]

    def test_does_not_grow_with_the_corpus(self, client, on_record):
        for number in range(500):
            make = corpus.speech if number % 5 == 0 else corpus.release
            corpus.publish(make(f"more-{number:03}"))

        assert {address: asked(client, address) for address in COUNTS} == COUNTS
