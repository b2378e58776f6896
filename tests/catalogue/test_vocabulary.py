"""The labels of what records name, and for how long a process keeps them."""

from dataclasses import replace

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from statements.catalogue import store, vocabulary
from statements.catalogue.records import Tombstone
from statements.catalogue.vocabulary import Key, Label, Vocabulary
from tests.catalogue import build

PAKISTAN = ("term", "country/pk")
SHELTER = ("term", "theme/shelter")
IOM = ("actor", "iom")
SPEECH = ("statement", "speech")


def titles(*keys: Key) -> list[str]:
    found = vocabulary.labels(keys)
    return [found[key].title for key in keys if key in found]


def queries(*keys: Key) -> int:
    with CaptureQueriesContext(connection) as asked:
        vocabulary.labels(keys)
    return len(asked)


@pytest.fixture
def _named():
    store.put(build.term("country", "pk", label="Pakistan"))
    store.put(build.term("theme", "shelter", label="Shelter <b> & “more”"))
    store.put(build.actor("iom", name="IOM"))
    store.put(
        build.actor("state", kind="state", country="pk", name="PK", names={"fr": "Le Pakistan"})
    )
    store.put(build.statement("speech", title="A speech"))
    store.put(build.recommendation("ask", short_form="Give shelter"))


@pytest.mark.django_db
@pytest.mark.usefixtures("_named")
class LabelTests:
    def test_are_found_by_kind_and_reference(self):
        assert titles(PAKISTAN, SHELTER, IOM, SPEECH, ("recommendation", "ask")) == [
            "Pakistan",
            "Shelter <b> & “more”",
            "IOM",
            "A speech",
            "Give shelter",
        ]

    def test_of_what_is_not_public_are_left_out(self):
        assert titles(("actor", "nobody"), IOM) == ["IOM"]

    def test_of_a_state_lead_to_its_country_in_the_readers_language(self):
        with translation.override("fr"):
            label = vocabulary.labels([("actor", "state")])["actor", "state"]

        assert label == Label("country", "state", "pk", "Le Pakistan")

    def test_take_one_query_whatever_is_asked(self):
        assert queries(PAKISTAN, SHELTER, IOM, SPEECH) == 1
        assert queries() == 0

    def test_are_read_anew_inside_a_transaction(self):
        vocabulary.labels([IOM])
        store.put(build.actor("iom", name="Renamed"))

        assert titles(IOM) == ["Renamed"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_named")
class KeptTests:
    """With `transaction`, for inside one nothing is kept."""

    def test_names_are_asked_for_once(self):
        vocabulary.labels([PAKISTAN, IOM])

        assert queries(PAKISTAN, IOM) == 1  # The revision.

    @pytest.mark.parametrize("key", [SPEECH, ("actor", "nobody")])
    def test_statements_and_what_is_not_there_are_asked_for_each_time(self, key):
        vocabulary.labels([key])

        assert queries(key) == 2

    def test_they_outlive_what_gives_no_name(self):
        before = vocabulary.current()
        store.put(build.statement("another"))

        assert vocabulary.current() is before

    def test_a_new_name_is_seen_at_once(self):
        vocabulary.labels([IOM])
        store.put(build.actor("iom", name="Renamed"))

        assert titles(IOM) == ["Renamed"]

    def test_what_was_missing_is_seen_when_it_comes(self):
        assert titles(("actor", "new")) == []

        store.put(build.actor("new", name="New"))

        assert titles(("actor", "new")) == ["New"]

    def test_what_is_withdrawn_has_no_name_any_more(self):
        vocabulary.labels([IOM])
        gone = Tombstone(ref="iom", on=build.date("2026-01-01").on, reason="", successor="")
        store.withdraw("actor", gone)

        assert titles(IOM) == []

    def test_what_was_rolled_back_was_never_seen(self):
        with transaction.atomic():
            store.put(build.actor("iom", name="Never"))
            assert titles(IOM) == ["Never"]
            transaction.set_rollback(True)
        store.put(replace(build.term("theme", "shelter"), order=1))

        assert titles(IOM) == ["IOM"]

    def test_each_language_has_its_own(self):
        with translation.override("fr"):
            assert titles(("actor", "state")) == ["Le Pakistan"]
        assert titles(("actor", "state")) == ["PK"]

    def test_terms_are_read_once(self):
        first = vocabulary.terms("theme")

        with CaptureQueriesContext(connection) as asked:
            second = vocabulary.terms("theme")

        assert first is second
        assert len(asked) == 1


@pytest.mark.django_db
class BoundTests:
    def test_what_is_asked_for_stays_and_the_rest_goes(self, monkeypatch):
        monkeypatch.setattr(vocabulary, "MOST_KEPT", 3)
        kept = Vocabulary("en")

        for number in range(10):
            store.put(build.actor(f"a{number}"))
            kept.labels([("actor", f"a{number}"), ("actor", "a0")])

        assert kept.labels([("actor", "a0"), ("actor", "a9")]).keys() >= {("actor", "a0")}
        with CaptureQueriesContext(connection) as asked:
            kept.labels([("actor", "a0")])
            kept.labels([("actor", "a1")])
        assert len(asked) == 1
        assert len(kept._younger) + len(kept._elder) <= 2 * 3
