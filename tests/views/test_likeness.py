"""What a page shows beside a record: others like it, as far as they are still public."""

import datetime as dt

import pytest
from django.db.models import F

from statements.catalogue import revision, search, store
from statements.catalogue.models import Revision
from statements.catalogue.records import Tombstone
from statements.views import likeness
from tests.catalogue import build
from tests.views import corpus

pytestmark = pytest.mark.usefixtures("on_record")

FISHING = "Boats that fish at night hide forced labour. Inspect boats, inspect forced labour."
HEADING = "Similar statements</h2>"


def about_fishing(ref: str, **fields) -> None:
    store.put(build.statement(ref, title=f"Fishing boats, {ref}", text=FISHING, **fields))


def alike(client, ref: str) -> str:
    """Return what the page of a statement shows as similar."""
    page: str = client.get(f"/statements/slug-{ref}/").content.decode()
    return page.partition(HEADING)[2].partition("</section>")[0]


class StatementsTests:
    @pytest.mark.parametrize("is_digested", [False, True])
    def test_are_those_with_the_same_telling_words(self, client, is_digested):
        about_fishing("first")
        about_fishing("second")
        if is_digested:
            search.digest()

        shown = alike(client, "first")

        assert '<a href="/statements/slug-second/">Fishing boats, second</a>' in shown
        assert "slug-speech" not in shown
        assert "slug-first" not in shown

    def test_are_named_without_their_quotations(self, client):
        for ref in ("other", "third"):
            corpus.publish(corpus.speech(ref))
            store.put(corpus.release(f"release-{ref}"))

        shown = alike(client, "other")

        assert "Speech third" in shown
        assert corpus.CALL not in shown
        assert shown.count(">Pakistan</a>") == shown.count("<article")

    def test_leave_no_empty_heading(self, client):
        page = client.get("/statements/slug-release/").content.decode()

        assert HEADING not in page

    def test_are_three_at_most(self, client):
        for number in range(5):
            about_fishing(f"boat-{number}")
            store.put(corpus.release(f"release-{number}"))

        assert alike(client, "boat-0").count("<article") == likeness.MOST_STATEMENTS


class KeptTests:
    """What is like what is kept while the catalogue grows; what is public is not."""

    @pytest.fixture(autouse=True)
    def _as_kept_for_long(self, monkeypatch) -> None:
        monkeypatch.setattr(likeness, "_era", lambda: 0)

    def test_shows_nothing_that_was_withdrawn_since(self, client):
        about_fishing("first")
        about_fishing("second")
        before = alike(client, "first")

        stone = Tombstone(ref="second", on=dt.date(2026, 1, 1), reason="Harm.", successor="")
        store.withdraw("statement", stone)

        assert "slug-second" in before
        assert alike(client, "first") == ""

    def test_shows_no_words_of_an_earlier_version(self, client):
        about_fishing("first")
        about_fishing("second")
        before = alike(client, "first")

        store.put(build.statement("second", title="Corrected", text=FISHING, version=2))

        assert "Fishing boats, second" in before
        assert "Fishing boats, second" not in alike(client, "first")

    def test_is_found_anew_when_the_catalogue_has_grown(self, client, monkeypatch):
        about_fishing("first")
        before = alike(client, "first")

        about_fishing("second")
        monkeypatch.setattr(likeness, "_era", lambda: 1)

        assert before == ""
        assert "slug-second" in alike(client, "first")

    def test_is_found_anew_where_a_backup_was_restored(self, client):
        about_fishing("first")
        before = alike(client, "first")

        about_fishing("second")
        meanwhile = alike(client, "first")
        Revision.objects.update(token=F("token") + 1, recent="")

        assert before == meanwhile == ""
        assert "slug-second" in alike(client, "first")


class EraTests:
    @pytest.mark.parametrize(
        ("earlier", "later", "is_another"),
        [(1, 2, True), (62, 63, True), (100_000, 100_001, False), (100_000, 104_000, True)],
    )
    def test_ends_when_the_catalogue_has_grown_by_a_few_in_a_hundred(
        self, monkeypatch, earlier, later, is_another
    ):
        eras = []
        for number in (earlier, later):
            monkeypatch.setattr(revision, "current", lambda number=number: number)
            eras.append(likeness._era())

        assert (eras[0] != eras[1]) == is_another
