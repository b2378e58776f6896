"""A change of many is undone, but for what others changed since."""

import pytest

from statements import workflow
from statements.catalogue import store
from statements.choices import BatchState
from statements.models import Recommendation
from statements.workflow import batches
from statements.workflow.batches import Wanted
from tests.workflow.wishes import DATA_TOO, keys, make


class UndoTests:
    def test_takes_tags_off_again_but_those_of_before(self, live, campaigner):
        one, two = live.recommendations.all()
        workflow.tag([one], by=campaigner, add=["help"])
        batch = make(keys(live), Wanted(add_tags=("help",)), by=campaigner)

        batches.undo(batch, by=campaigner)

        assert [list(each.tags.names()) for each in (one, two)] == [["help"], []]
        assert store.get("recommendation", two.ref).live.tags == ()

    def test_leaves_alone_what_others_tagged_since(self, live, campaigner, editor):
        one, two = live.recommendations.all()
        batch = make(keys(live), Wanted(add_tags=("help",)), by=campaigner)
        workflow.tag([one], by=editor, remove=["help"])
        workflow.tag([one], by=editor, add=["help"])

        batches.undo(batch, by=campaigner)

        assert [list(each.tags.names()) for each in (one, two)] == [["help"], []]

    def test_takes_an_edit_of_drafts_back_by_another(self, draft, data, contributor):
        wanted = Wanted(add={"themes": frozenset({"data"})}, values={"pillar": "prosecution"})
        before = list(draft.recommendations.values_list("pillar", flat=True))
        batch = make(keys(draft), wanted, by=contributor)

        batches.undo(batch, by=contributor)

        draft.refresh_from_db()
        assert draft.version == 3
        assert not Recommendation.objects.filter(themes__code="data").exists()
        assert list(draft.recommendations.values_list("pillar", flat=True)) == before

    def test_leaves_alone_what_others_edited_since(self, draft, data, contributor, editor):
        batch = make(keys(draft), DATA_TOO, by=contributor)
        draft.refresh_from_db()
        workflow.edit(draft, by=editor, seen=draft.version)

        planned = batches.back(batch, by=contributor)

        assert planned.rows == ()
        assert "since" in planned.left_out[0].reason

    def test_of_what_waits_publishes_it_never(self, live, data, editor, publisher):
        batch = make(keys(live), DATA_TOO, by=editor)

        assert batches.undo(batch, by=editor) is None

        with pytest.raises(workflow.WrongStage):
            batches.publish(batch, by=publisher)

    def test_of_what_was_published_waits_as_a_batch(self, live, data, editor, publisher):
        batch = make(keys(live), DATA_TOO, by=editor)
        batches.publish(batch, by=publisher)

        back = batches.undo(batch, by=editor)

        assert back
        assert back.state == BatchState.WAITING
        batches.publish(back, by=publisher)
        assert not store.found_by("statement", "theme", "data")

    def test_is_done_once(self, live, campaigner):
        batch = make(keys(live), Wanted(add_tags=("help",)), by=campaigner)
        batches.undo(batch, by=campaigner)

        with pytest.raises(workflow.WrongStage):
            batches.undo(batch, by=campaigner)

    def test_is_for_who_made_it_and_for_editors(self, live, campaigner, contributor, editor):
        batch = make(keys(live), Wanted(add_tags=("help",)), by=campaigner)

        with pytest.raises(workflow.NotAllowed):
            batches.undo(batch, by=contributor)

        assert batches.may_undo(batch, editor)
