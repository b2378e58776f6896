"""After an erasure no table holds any word of what was erased."""

import json

import pytest
from django.urls import reverse

from statements import workflow
from statements.catalogue import search
from statements.models import (
    Batch,
    Erasure,
    Person,
    Publication,
    SourceDocument,
    Statement,
    TagChange,
    Transition,
    Voice,
)
from statements.workflow.texts import receiving, repairing
from statements.workflow.withheld import erasing
from tests import canaries_of_files
from tests.canaries import SECRET, SLUG
from tests.cast import SHELTER, recommend
from tests.tables import holding

# What no stemming and no folding changes.
CANARY = SLUG


@pytest.fixture
def telling(shelter, council, contributor, publisher, make_state):
    """A statement that tells the secret in every place it has, published twice and edited since."""
    iraq = make_state("iq", "Iraq")
    text = f"{SECRET} speaks.\n\nThe {SECRET} house should be  kept. Call +964 770 123 4567."
    one = Statement(title=f"{SECRET} speaks", text=text, source_note=f"From {SECRET}")
    one.delivered_on, one.delivered_precision = "2026-01-02", "day"
    workflow.create(one, by=contributor, reason=f"{SECRET} asked")
    person = Person.objects.create(name=f"{SECRET} Doe")
    Voice.objects.create(statement=one, actor=iraq, person=person, name=f"{SECRET} Doe")
    one.themes.add(shelter)
    asked = recommend(one, f"The {SECRET} house should be  kept.", short_form=f"Keep {SECRET}")
    workflow.tag([asked], by=publisher, add=["a list"])
    workflow.withhold(one, by=contributor, words="should", reason=f"{SECRET} is in danger")
    one.refresh_from_db()
    workflow.show_again(one.withheld.get(), by=contributor, reason=f"{SECRET} agrees")
    one.refresh_from_db()
    number = "+964 770 123 4567"
    workflow.keep_words(one, by=contributor, words=number, reason=f"The office of {SECRET}")
    publish(one, contributor, publisher, f"{SECRET} said so")
    one.text, one.title, one.slug = f"{one.text} {SECRET} again.", f"{SECRET} again", f"{SLUG}-two"
    workflow.edit(one, by=contributor, seen=one.version)
    publish(one, contributor, publisher, "A second time")
    keys = [each.key for each in repairing.desk(one).open]
    workflow.repair(one, by=contributor, seen=one.version, keys=keys)
    one.refresh_from_db()
    left_out = [{"statement": one.pk, "title": one.title, "rows": 1, "reason": "Edited."}]
    told = json.dumps({"left_out": left_out}, separators=(",", ":"))
    Batch.objects.create(told=told, by=publisher)
    search.digest()
    return one


def publish(one, contributor, publisher, note):
    one.refresh_from_db()
    workflow.submit(one, by=contributor)
    workflow.approve(one, by=publisher)
    workflow.publish(one, by=publisher, reason=note)
    one.refresh_from_db()


def erase(one, by, reason="A person is in danger."):
    return workflow.erase(one, by=by, reason=reason, confirmed=one.ref)


class EraseTests:
    def test_leaves_no_word_in_any_table(self, telling, administrator):
        before = holding(CANARY)

        erase(telling, administrator)

        assert "statements_statement.text" in before
        assert "statements_sourcedocument.text" in before
        assert "statements_publication.record" in before
        assert "statements_transition.reason" in before
        assert "catalogue_record.body" in before
        assert "statements_batch.told" in before
        assert "catalogue_redirect.slug" in before
        assert holding(CANARY) == []

    def test_leaves_none_of_what_was_withdrawn_before(self, telling, administrator, publisher):
        workflow.withdraw(telling, by=publisher, reason=f"{SECRET} asked for it.")
        telling.refresh_from_db()

        erase(telling, administrator)

        assert holding(CANARY) == []

    def test_answers_as_if_it_had_never_been(self, telling, administrator, client):
        (one,) = telling.recommendations.all()
        held = [
            reverse("statement-detail", args=[f"{SLUG}-speaks"]),
            reverse("statement-detail", args=[f"{SLUG}-two"]),
            reverse("recommendation-detail", args=[one.ref]),
        ]
        before = [client.get(address).status_code for address in held]

        erase(telling, administrator)

        assert 404 not in before
        assert [client.get(address).status_code for address in held] == [404] * 3
        assert SECRET not in client.get("/statements/").content.decode()

    def test_answers_404_where_a_tombstone_stood(self, telling, administrator, publisher, client):
        address = reverse("statement-detail", args=[f"{SLUG}-two"])
        workflow.withdraw(telling, by=publisher, reason="It may do harm.")
        telling.refresh_from_db()
        before = client.get(address).status_code

        erase(telling, administrator)

        assert (before, client.get(address).status_code) == (410, 404)

    def test_keeps_who_and_when_and_why(self, telling, administrator):
        moves = Transition.objects.about("statement", telling.ref).count()
        publications = Publication.objects.about("statement", telling.ref).count()

        erasure = erase(telling, administrator)

        assert (erasure.ref, erasure.by, erasure.reason) == (
            telling.ref,
            administrator,
            "A person is in danger.",
        )
        held = Transition.objects.about("statement", telling.ref)
        assert held.count() == moves + 1
        assert (held[0].verb, held[0].reason) == ("erase", "A person is in danger.")
        assert Publication.objects.about("statement", telling.ref).count() == publications
        assert TagChange.objects.get().tag_name == ""

    def test_takes_the_whole_line_of_sources(self, telling, contributor, administrator):
        telling.text = "Pasted anew."
        workflow.edit(telling, by=contributor, seen=telling.version)

        erase(telling, administrator)

        assert not SourceDocument.objects.exists()

    def test_leaves_another_slice_of_the_source_its_own_words(self, contributor, administrator):
        record = receiving.receive(f"{SECRET} first. Then another.", by=contributor)
        gone = Statement(title="One", text=f"{SECRET} first.", source_document=record)
        other = Statement(title="Other", text="Then another.", source_document=record)
        for one in (gone, other):
            workflow.create(one, by=contributor)

        assert list(erasing.going(gone).sharers) == [other]
        erase(gone, administrator)

        other.refresh_from_db()
        assert str(other.source_document and other.source_document.text) == "Then another."
        assert holding(CANARY) == []

    def test_leaves_nothing_of_the_file_it_was_read_from(self, contributor, administrator):
        brought = canaries_of_files.brought_in(contributor)
        other = Statement(title="A slice", text=SHELTER, source_document=brought.source_document)
        workflow.create(other, by=contributor)
        before = holding(CANARY)

        erase(brought, administrator)

        assert {
            *(f"statements_sourcedocument.{name}" for name in ("name", "text", "content")),
            *(f"statements_proposal.{name}" for name in ("words", "why", "value")),
            "statements_voice.name",
        } <= set(before)
        assert holding(CANARY) == []
        other.refresh_from_db()
        assert other.source_document is not None
        assert other.source_document.text == SHELTER

    def test_leaves_persons_who_speak_elsewhere(self, telling, contributor, administrator):
        person = Person.objects.get()
        other = Statement(title="Other", text="Another.")
        workflow.create(other, by=contributor)
        Voice.objects.create(statement=other, person=person)

        erase(telling, administrator)

        assert Person.objects.get() == person
        assert Statement.objects.get() == other

    @pytest.mark.parametrize("role", ["contributor", "campaigner", "editor", "publisher"])
    def test_is_for_administrators_alone(self, draft, role, request):
        with pytest.raises(workflow.NotAllowed):
            erase(draft, request.getfixturevalue(role))
        assert Statement.objects.exists()

    def test_needs_a_reason_and_the_reference(self, draft, administrator):
        with pytest.raises(workflow.ReasonOwed):
            erase(draft, administrator, reason=" ")
        with pytest.raises(workflow.Refusal):
            workflow.erase(draft, by=administrator, reason="Harm", confirmed="another")
        assert not Erasure.objects.exists()


class AfterwardsTests:
    def test_the_reference_is_never_used_again(self, draft, administrator, contributor):
        ref = draft.ref
        erase(draft, administrator)

        with pytest.raises(workflow.Refusal):
            workflow.create(Statement(ref=ref, title="Back", text="Again."), by=contributor)

    def test_it_is_applied_again_to_an_older_state(self, draft, administrator, contributor):
        """As where a backup was restored that has the statement still."""
        erasure = Erasure.objects.create(ref=draft.ref, reason="Harm", by=administrator)

        erasing.apply(erasure)
        erasing.apply(erasure)

        assert not Statement.objects.exists()
