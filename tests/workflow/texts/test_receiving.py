"""What a statement's words came from."""

import hashlib
import importlib

import pytest
from django.apps import apps

from statements import workflow
from statements.models import SourceDocument, Statement
from statements.workflow.texts import receiving

TEXT = "Mr. President,\n\nTrafficking is a crime.\n\nI thank you."


@pytest.fixture
def statement(contributor):
    statement = Statement(title="Crime", text=TEXT)
    workflow.create(statement, by=contributor)
    return statement


def fresh(statement: Statement) -> Statement:
    held: Statement = Statement.objects.select_related("source_document").get(pk=statement.pk)
    return held


def source(statement: Statement) -> SourceDocument:
    held = fresh(statement).source_document
    assert held is not None
    return held


class ReceiveTests:
    def test_keeps_what_was_pasted_with_its_checksum_and_who(self, statement, contributor):
        held = source(statement)

        assert (held.text, held.received_by) == (TEXT, contributor)
        assert held.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()

    def test_keeps_it_through_edits_of_the_text(self, statement, contributor):
        statement.text = TEXT.replace("a crime", "a serious crime")
        workflow.edit(statement, by=contributor, seen=statement.version)

        assert source(statement).text == TEXT

    def test_receives_a_text_that_was_pasted_anew(self, statement, contributor):
        first = source(statement)
        statement.text = "Another speech altogether."
        workflow.edit(statement, by=contributor, seen=statement.version)

        assert source(statement).text == "Another speech altogether."
        assert source(statement).replaces == first

    def test_takes_the_document_that_the_text_is_a_slice_of(self, contributor):
        record = receiving.receive(f"Before.\n{TEXT}\nAfter.", by=contributor, name="record.txt")
        statement = Statement(title="Slice", text=TEXT, source_document=record)

        workflow.create(statement, by=contributor)

        assert source(statement) == record


class ImmutableTests:
    def test_is_never_saved_again(self, statement):
        held = source(statement)
        held.text = "Other words."

        with pytest.raises(TypeError):
            held.save()
        with pytest.raises(TypeError):
            SourceDocument.objects.update(text="Other words.")

        assert source(statement).text == TEXT


class DiscardTests:
    def test_goes_with_its_draft_and_those_it_replaced(self, statement, contributor):
        statement.text = "Another speech altogether."
        workflow.edit(statement, by=contributor, seen=statement.version)

        workflow.discard(fresh(statement), by=contributor)

        assert not SourceDocument.objects.exists()

    def test_stays_where_another_statement_came_from_it(self, statement, contributor):
        other = Statement(title="Other", text="I thank you.", source_document=source(statement))
        workflow.create(other, by=contributor)

        workflow.discard(fresh(statement), by=contributor)

        assert source(other).text == TEXT


class ReceivedBeforeTests:
    def test_each_text_of_before_becomes_its_source(self, draft, contributor):
        Statement.objects.update(source_document=None)
        SourceDocument.objects.all().delete()
        migration = importlib.import_module("statements.migrations.0004_text_received_before")

        migration.receive(apps, None)

        held = source(draft)
        assert (held.text, held.received_by) == (draft.text, contributor)
        assert held.received_at == draft.created_at
        assert held.sha256 == hashlib.sha256(draft.text.encode()).hexdigest()
