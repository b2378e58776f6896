"""A translation and its original: each names the other while the public may read both."""

from datetime import timedelta

import pytest
from django.utils import timezone

from statements import workflow
from statements.catalogue import rebuild, store
from statements.models import Publication, Statement, Voice
from statements.workflow.records import compile
from tests.cast import SHELTER, recommend


@pytest.fixture
def arabic(draft, shelter, contributor) -> Statement:
    """A draft in Arabic of the draft that Iraq speaks in."""
    one = Statement(title="العراق", slug="iraq-in-arabic", text=f"شكرا. {SHELTER}", language="ar")
    one.delivered_on, one.delivered_precision, one.translation_of = "2017-11-21", "day", draft
    workflow.create(one, by=contributor)
    Voice.objects.create(statement=one, name="Ms. A")
    one.themes.add(shelter)
    recommend(one, SHELTER)
    one.refresh_from_db()
    return one


@pytest.fixture
def publish(contributor, publisher):
    def go(statement: Statement, reason: str = "") -> None:
        workflow.submit(statement, by=contributor)
        workflow.approve(statement, by=publisher)
        workflow.publish(statement, by=publisher, reason=reason)

    return go


def entry(statement: Statement):
    return store.get("statement", statement.slug)


class RecordTests:
    def test_names_an_original_that_is_public(self, draft, arabic, publish):
        publish(draft)
        publish(arabic)

        assert entry(arabic).record.translation_of == draft.ref
        assert entry(draft).live.translations == (arabic.ref,)

    def test_does_not_name_an_original_that_never_was(self, draft, arabic, publish):
        publish(arabic)

        assert entry(arabic).record.translation_of is None

    def test_names_it_once_it_is(self, draft, arabic, publish):
        publish(arabic)

        publish(draft)

        last = Publication.objects.about("statement", arabic.ref)[0]
        assert entry(arabic).record.translation_of == draft.ref
        assert entry(draft).live.translations == (arabic.ref,)
        assert draft.ref in last.record

    def test_does_not_name_it_in_what_nobody_approved(self, draft, arabic, publish, contributor):
        publish(arabic)
        arabic.title = "Not approved"
        workflow.edit(arabic, by=contributor, seen=arabic.version)

        publish(draft)

        assert entry(arabic).record.translation_of is None
        assert entry(draft).live.translations == ()

    def test_waits_for_its_hour_with_its_original(self, draft, arabic, publish, publisher):
        workflow.submit(arabic, by=publisher)
        workflow.approve(arabic, by=publisher)
        workflow.schedule(arabic, by=publisher, at=timezone.now() + timedelta(days=1))
        publish(draft)

        workflow.publish_due(now=timezone.now() + timedelta(days=2))

        assert entry(arabic).record.translation_of == draft.ref
        assert entry(draft).live.translations == (arabic.ref,)

    def test_is_out_at_its_hour_without_an_original_that_is_not(self, arabic, publisher):
        workflow.submit(arabic, by=publisher)
        workflow.approve(arabic, by=publisher)
        workflow.schedule(arabic, by=publisher, at=timezone.now() + timedelta(days=1))

        workflow.publish_due(now=timezone.now() + timedelta(days=2))

        assert entry(arabic).record.translation_of is None


class LivePartTests:
    @pytest.fixture(autouse=True)
    def both_are_public(self, draft, arabic, publish):
        publish(draft)
        publish(arabic)

    def test_loses_a_translation_that_is_withdrawn(self, draft, arabic, publisher):
        workflow.withdraw(arabic, by=publisher, reason="Wrong words.")

        assert entry(draft).live.translations == ()

    def test_has_it_again_when_it_is_brought_back(self, draft, arabic, publisher):
        workflow.withdraw(arabic, by=publisher, reason="Wrong words.")

        workflow.bring_back(arabic, by=publisher, reason="Right after all.")

        assert entry(draft).live.translations == (arabic.ref,)

    def test_is_whole_when_the_original_is_brought_back(self, draft, arabic, publisher):
        workflow.withdraw(draft, by=publisher, reason="Wrong text.")

        workflow.bring_back(draft, by=publisher, reason="Right after all.")

        assert entry(draft).live.translations == (arabic.ref,)

    def test_is_whole_when_the_original_is_published_after_its_withdrawal(
        self, draft, arabic, publish, publisher
    ):
        workflow.withdraw(draft, by=publisher, reason="Wrong text.")

        publish(draft, reason="Right after all.")

        assert entry(draft).live.translations == (arabic.ref,)

    def test_keeps_it_through_tags_and_publications(
        self, draft, arabic, publish, contributor, publisher
    ):
        workflow.tag(draft.recommendations.all(), by=publisher, add=["help"])
        draft.title = "Another title"
        workflow.edit(draft, by=contributor, seen=draft.version)
        publish(draft)

        assert entry(draft).live.translations == (arabic.ref,)
        assert entry(draft).live.tags == ("help",)

    def test_loses_what_is_of_no_original_any_more(self, draft, arabic, publish, contributor):
        arabic.translation_of = None
        workflow.edit(arabic, by=contributor, seen=arabic.version)
        assert entry(draft).live.translations == (arabic.ref,)

        publish(arabic)

        assert entry(draft).live.translations == ()

    def test_is_as_it_should_be_when_all_is_filed_anew(self):
        assert rebuild.rebuild().differences == []


class RefusalTests:
    def refused(self, statement, contributor) -> str:
        with pytest.raises(workflow.Refusal) as refusal:
            workflow.edit(statement, by=contributor, seen=statement.version)
        return str(refusal.value)

    def test_of_itself(self, draft, contributor):
        draft.translation_of = draft

        assert "of itself" in self.refused(draft, contributor)

    def test_of_a_translation(self, draft, arabic, contributor):
        third = Statement(title="Third", text="x", language="fr", translation_of=arabic)

        with pytest.raises(workflow.Refusal, match="is a translation itself"):
            workflow.create(third, by=contributor)

    def test_of_an_original(self, draft, arabic, contributor):
        french = Statement(title="French", text="x", language="fr")
        workflow.create(french, by=contributor)
        draft.translation_of = french

        assert "are translations of this one" in self.refused(draft, contributor)

    def test_of_one_language(self, draft, arabic, contributor):
        arabic.language = "en"

        assert "one language" in self.refused(arabic, contributor)

    def test_is_a_problem_where_the_original_was_changed(self, draft, arabic, contributor):
        draft.language = "ar"
        workflow.edit(draft, by=contributor, seen=draft.version)

        problems = workflow.missing(arabic)

        assert [one.field for one in problems] == ["translation_of"]


class DiscardTests:
    def test_of_an_original_leaves_its_translation(self, draft, arabic, contributor):
        workflow.discard(draft, by=contributor)

        arabic.refresh_from_db()
        assert arabic.translation_of is None
        assert compile.statement(arabic.pk).translation_of is None
