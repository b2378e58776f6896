"""What the way of a statement to the public asks of the database: always as much."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements import workflow
from statements.catalogue import revision
from statements.models import Statement
from tests.cast import TEXT, recommend, written

# Where it begins and where it ends. Under a test that is a savepoint; else it is the commit.
TRANSACTION = 2
# The row, held; its new stage; the log.
MOVE = TRANSACTION + 3
# Voices, countries, their other names, themes, citations, withheld words; recommendations with
# passage and lead-in, who asks, who is asked, their themes, their tags; repairs and [sic].
COPY = 12
# Recommendations that are public already. Whose the address is, and that it is this one's.
# Statement and recommendations as they were, and as they are. Actors that are public already.
# Postings and how far words are digested, each read and written. Words of both kinds together, and
# how often they stand. The revision.
CATALOGUE = 1 + 2 + 2 * 2 + 1 + 2 * 2 + 2 + 1

COUNTS = {
    # Another transaction, for an address that somebody took meanwhile; which are taken on the desk
    # and in the catalogue; whether it was erased; the text as received, the row, what it is found
    # by, the log.
    "create": TRANSACTION * 2 + 2 + 1 + 4,
    # What may harm a person: the withheld words, the voices, the words that are kept. What a
    # machine proposed and nobody decided.
    "submit": MOVE + 4,
    # Who wrote it.
    "approve": MOVE + 1 + COPY,
    # The revision, held; the publication; translations that now may name it.
    "publish": MOVE + 3 + COPY + CATALOGUE,
}


@pytest.fixture
def write(contributor, shelter, council, make_state) -> Callable[[], Statement]:
    iraq = make_state("iq", "Iraq")
    return lambda: written(contributor, shelter, council, iraq)


@pytest.fixture
def way(write, contributor, publisher) -> Callable[[Statement], dict[str, int]]:
    """Count the queries of each move, where its actors are public and this process knows them."""
    moves = {
        "submit": lambda draft: workflow.submit(draft, by=contributor),
        "approve": lambda draft: workflow.approve(draft, by=publisher),
        "publish": lambda draft: workflow.publish(draft, by=publisher),
    }

    def go(draft: Statement) -> dict[str, int]:
        return {verb: counted(partial(move, draft)) for verb, move in moves.items()}

    go(write())
    go(write())
    return go


def counted(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


class QueryCountTests:
    def test_is_what_a_new_draft_needs(self, contributor):
        draft = Statement(title="Iraq on shelter", text=TEXT)
        contributor.get_all_permissions()

        assert counted(lambda: workflow.create(draft, by=contributor)) == COUNTS["create"]

    def test_is_what_each_move_needs(self, write, way):
        draft = write()

        assert {**way(draft), "create": COUNTS["create"]} == COUNTS

    def test_does_not_grow_with_the_recommendations(self, write, way):
        draft = write()
        words = [f"Ask number {number} stands here." for number in range(20)]
        Statement.objects.filter(pk=draft.pk).update(text="\n\n".join([draft.text, *words]))
        draft.refresh_from_db()
        for one in words:
            recommend(draft, one)

        assert {**way(draft), "create": COUNTS["create"]} == COUNTS


class RevisionTests:
    def test_moves_once_with_a_publication(self, draft, contributor, publisher):
        workflow.tag(draft.recommendations.all(), by=contributor, add=["help"])
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)
        before = revision.seen().number

        workflow.publish(draft, by=publisher)

        assert revision.seen().number == before + 1
