"""The working copy: written, edited, discarded."""

import re

import pytest

from statements import workflow
from statements.catalogue.models import Record
from statements.models import Statement
from statements.workflow import editing
from tests.cast import DATA, SHELTER


def fresh(statement: Statement) -> Statement:
    return Statement.objects.get(pk=statement.pk)


class SlugTests:
    def test_is_made_from_the_title_and_never_another_s(self, draft, live):
        assert editing.free_slug("Iraq on shelter") == "iraq-on-shelter-2"
        assert re.fullmatch("[0-9a-z]{10}", editing.free_slug("العراق"))

    def test_is_cut_to_fit(self, db):
        assert len(editing.free_slug("word " * 100)) <= 80


class EditTests:
    def test_voids_an_approval(self, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        workflow.approve(draft, by=publisher)

        workflow.edit(draft, by=contributor, seen=draft.version)

        assert (fresh(draft).stage, fresh(draft).approved_version) == ("draft", None)

    def test_of_two_who_saw_one_version_one_wins(self, draft, contributor, editor):
        first, second = fresh(draft), fresh(draft)
        first.title, second.title = "First", "Second"
        workflow.edit(first, by=contributor, seen=1)

        with pytest.raises(workflow.Conflict) as conflict:
            workflow.edit(second, by=editor, seen=1)

        assert fresh(draft).title == "First"
        assert conflict.value.saved_by == "contributor"

    def test_shows_the_public_nothing(self, live, contributor):
        before = Record.objects.get(kind="statement", ref=live.ref).body
        live.title = "Another title"

        workflow.edit(live, by=contributor, seen=live.version)

        assert Record.objects.get(kind="statement", ref=live.ref).body == before

    def test_is_refused_to_another_contributor(self, draft, other_contributor):
        with pytest.raises(workflow.NotAllowed):
            workflow.edit(draft, by=other_contributor, seen=draft.version)

    def test_moves_passages_with_the_text_and_flags_what_is_lost(self, draft, contributor):
        draft.text = "Thank you all. " + draft.text.replace(DATA, "We ask for data.")

        lost = workflow.edit(draft, by=contributor, seen=draft.version)

        kept = draft.passages.get(exact=SHELTER)
        assert draft.text[kept.start : kept.end] == SHELTER
        assert [(passage.exact, passage.orphaned) for passage in lost] == [(DATA, True)]


class StaleFormTests:
    def test_does_not_undo_a_withdrawal(self, live, contributor, editor):
        opened = fresh(live)
        workflow.withdraw(live, by=editor, reason="A source asked for it.")
        opened.title = "Edited meanwhile"

        workflow.edit(opened, by=contributor, seen=opened.version)

        assert (fresh(live).public, fresh(live).title) == ("withdrawn", "Edited meanwhile")
        assert opened.public == "withdrawn"

    def test_does_not_undo_a_publication_nor_discard_it(self, draft, contributor, publisher):
        workflow.submit(draft, by=contributor)
        opened = fresh(draft)
        workflow.approve(draft, by=publisher)
        workflow.publish(draft, by=publisher)

        with pytest.raises(workflow.WrongStage):
            workflow.discard(opened, by=contributor)
        workflow.edit(opened, by=contributor, seen=opened.version)

        assert fresh(draft).public == "live"


class DiscardTests:
    def test_deletes_a_draft(self, draft, contributor):
        workflow.discard(draft, by=contributor)

        assert not Statement.objects.exists()

    def test_is_refused_for_what_was_ever_public(self, live, editor):
        workflow.withdraw(live, by=editor, reason="A mistake.")

        with pytest.raises(workflow.WrongStage):
            workflow.discard(live, by=editor)
