"""Repairs and withheld words: neither brings back what the other took out."""

import pytest

from statements import workflow
from statements.models import WithheldPassage
from statements.workflow.withheld import extent, withholding
from tests.workflow.repairs import accept, keys, undo


class WithheldTests:
    WORDS = "Jane  Doe"

    def test_move_along_and_stay_withheld(self, broken, contributor, publisher):
        workflow.withhold(broken, by=contributor, words=self.WORDS, reason="She asks for it.")
        broken.refresh_from_db()
        accept(broken, contributor)

        assert [str(one) for one in WithheldPassage.objects.all()] == ["Jane Doe"]
        workflow.submit(broken, by=contributor)
        workflow.approve(broken, by=publisher)
        workflow.publish(broken, by=publisher)
        assert "Doe" not in withholding.last_published(broken).text

    def test_are_offered_no_other_letters(self, broken, contributor):
        workflow.withhold(broken, by=contributor, words="(S/2017/l98)", reason="It tells who.")

        assert keys(broken, "symbol") == []

    @pytest.mark.parametrize("is_undone", [False, True])
    def test_leave_what_was_published_before_a_repair(
        self, broken, contributor, publisher, is_undone
    ):
        """What is live, or is brought back, has the words as a repair found them, or left them."""
        words = ("ofhuman rights", "of human rights")
        if is_undone:
            accept(broken, contributor)
        workflow.submit(broken, by=contributor)
        workflow.approve(broken, by=publisher)
        workflow.publish(broken, by=publisher)
        broken.refresh_from_db()
        (undo if is_undone else accept)(broken, contributor)
        assert words[is_undone] in withholding.last_published(broken).text

        chosen = words[not is_undone]
        done = workflow.withhold(broken, by=publisher, words=chosen, reason="It tells who.")

        assert done.public_places == 1
        assert "rights at once" not in withholding.last_published(broken).text

    def test_are_taken_out_of_what_is_brought_back(self, broken, contributor, publisher):
        workflow.submit(broken, by=contributor)
        workflow.approve(broken, by=publisher)
        workflow.publish(broken, by=publisher)
        workflow.withdraw(broken, by=publisher, reason="It may do harm.")
        broken.refresh_from_db()
        accept(broken, contributor)
        workflow.withhold(broken, by=publisher, words="S/2017/198", reason="It tells who.")

        broken.refresh_from_db()
        assert "S/2017/l98" in extent.of(broken).words
