"""Repairs: every passage moves along, and what was done can be undone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements import workflow
from statements.models import Repair, Transition
from statements.text import passages
from statements.text.repairs import Change, proposals
from statements.workflow.texts import repairing
from tests.workflow.repairs import RIGHT, TEXT, accept, keys, undo


def words(statement):
    return [one.passage.exact for one in statement.recommendations.select_related("passage")]


def anchored(statement):
    """Tell whether every passage stands where it says, with its surroundings."""
    return all(
        passages.anchor(statement.text, one.start, one.end) == one.selector()
        for one in statement.passages.filter(orphaned=False)
    )


class RepairTests:
    def test_puts_all_right_at_once_and_loses_no_passage(self, broken, contributor):
        accept(broken, contributor)

        assert broken.text == RIGHT
        assert words(broken) == [
            "All the States of the region should put an end to all abuse of human rights at once."
        ]
        assert not broken.passages.filter(orphaned=True).exists()
        assert anchored(broken)
        assert keys(broken) == []

    def test_puts_one_right_and_proposes_the_others_still(self, broken, contributor):
        before = len(keys(broken))
        accept(broken, contributor, "symbol")

        assert broken.text == TEXT.replace("l98", "198")
        assert len(keys(broken)) == before - 1
        assert anchored(broken)

    @pytest.mark.parametrize("order", [0, 1, 2])
    def test_comes_to_the_same_in_any_order(self, broken, contributor, order):
        while left := keys(broken):
            chosen = left[order * len(left) // 3]
            workflow.repair(broken, by=contributor, seen=broken.version, keys=[chosen])
            broken.refresh_from_db()

        assert broken.text == RIGHT
        assert anchored(broken)

    def test_keeps_who_and_when(self, broken, contributor):
        accept(broken, contributor, "symbol")

        (row,) = broken.repairs.all()
        assert (row.by, row.kind, row.decision) == (contributor, "symbol", "accepted")
        assert Transition.objects.about("statement", broken.ref)[0].verb == "repair"

    def test_leaves_the_source_as_it_was_received(self, broken, contributor):
        accept(broken, contributor)
        broken.title = "Renamed"
        workflow.edit(broken, by=contributor, seen=broken.version)

        broken.refresh_from_db()
        assert broken.source_document.text == TEXT

    def test_voids_an_approval_and_makes_an_author(self, broken, contributor, publisher):
        workflow.submit(broken, by=contributor)
        workflow.approve(broken, by=publisher)
        accept(broken, publisher)

        assert (broken.stage, broken.approved_version) == ("draft", None)
        assert Transition.objects.about("statement", broken.ref)[0].by == publisher

    def test_is_refused_to_who_saw_another_version(self, broken, contributor, editor):
        chosen, seen = keys(broken), broken.version
        workflow.repair(broken, by=editor, seen=seen, keys=chosen[:1])

        with pytest.raises(workflow.Conflict):
            workflow.repair(broken, by=contributor, seen=seen, keys=chosen[1:])

    @pytest.mark.parametrize("move", [workflow.repair, workflow.refuse_repairs])
    def test_is_refused_to_who_may_not_edit(self, broken, other_contributor, move):
        with pytest.raises(workflow.NotAllowed):
            move(broken, by=other_contributor, seen=broken.version, keys=keys(broken))

    def test_is_refused_for_what_nobody_proposes(self, broken, contributor):
        with pytest.raises(workflow.Refusal):
            workflow.repair(broken, by=contributor, seen=broken.version, keys=["symbol-0-1"])

    def test_shows_the_public_nothing(self, broken, contributor, publisher, client):
        workflow.submit(broken, by=contributor)
        workflow.approve(broken, by=publisher)
        workflow.publish(broken, by=publisher)
        address = f"/statements/{broken.slug}/"
        before = client.get(address).content

        broken.refresh_from_db()
        accept(broken, contributor)

        assert client.get(address).content == before
        assert b"l98" in before


class RefuseTests:
    def test_proposes_it_no_more_while_the_text_moves(self, broken, contributor):
        chosen = keys(broken, "symbol")
        workflow.refuse_repairs(broken, by=contributor, seen=broken.version, keys=chosen)
        accept(broken, contributor)
        broken.text = "First of all: " + broken.text
        workflow.edit(broken, by=contributor, seen=broken.version)

        assert keys(broken) == []
        assert "l98" in broken.text

    def test_changes_no_version_and_voids_nothing(self, broken, contributor, publisher):
        workflow.submit(broken, by=contributor)
        workflow.approve(broken, by=publisher)
        version = broken.version
        workflow.refuse_repairs(broken, by=publisher, seen=version, keys=keys(broken))

        broken.refresh_from_db()
        assert (broken.stage, broken.version) == ("approved", version)

    def test_can_be_thought_over(self, broken, contributor):
        chosen = keys(broken)
        workflow.refuse_repairs(broken, by=contributor, seen=broken.version, keys=chosen)
        pks = [row.pk for row in repairing.desk(broken).refused]

        workflow.undo_repairs(broken, by=contributor, seen=broken.version, pks=pks)

        assert keys(broken) == chosen


class UndoTests:
    def test_brings_back_every_letter_and_every_place(self, broken, contributor):
        before = list(broken.passages.values())
        accept(broken, contributor)

        undo(broken, contributor)

        assert broken.text == TEXT
        assert list(broken.passages.values()) == before
        assert len(keys(broken)) == 5

    def test_undoes_one_and_keeps_the_others(self, broken, contributor):
        accept(broken, contributor)

        undo(broken, contributor, "words")

        assert broken.text == RIGHT.replace("of human", "ofhuman")
        assert anchored(broken)
        assert keys(broken, "words") == keys(broken)

    def test_works_after_an_edit_elsewhere(self, broken, contributor):
        accept(broken, contributor)
        broken.text = broken.text.replace("We thank", "All of us thank").replace(
            "The int", "An int"
        )
        workflow.edit(broken, by=contributor, seen=broken.version)

        undo(broken, contributor)

        assert broken.text == TEXT.replace("We thank", "All of us thank").replace(
            "The int", "An int"
        )

    def test_leaves_alone_what_was_edited_since(self, broken, contributor):
        accept(broken, contributor)
        broken.text = broken.text.replace("S/2017/198", "S/2017/555")
        workflow.edit(broken, by=contributor, seen=broken.version)

        undo(broken, contributor, "lines", "words", "spaces")

        assert broken.text == TEXT.replace("S/2017/l98", "S/2017/555")
        assert broken.repairs.get(kind="symbol").lost
        with pytest.raises(workflow.Refusal):
            undo(broken, contributor, "symbol")

    def test_can_be_accepted_again(self, broken, contributor):
        accept(broken, contributor)
        undo(broken, contributor)
        accept(broken, contributor)

        assert broken.text == RIGHT
        assert broken.repairs.exclude(decision="accepted").count() == 0


class PassageTests:
    @pytest.mark.parametrize("kinds", [(), ("lines",), ("words", "symbol")])
    @settings(max_examples=30, deadline=None)
    @given(data=st.data())
    def test_moves_exactly_wherever_it_stands(self, kinds, data):
        found = [one for one in proposals(TEXT, "en") if not kinds or one.kind in kinds]
        change = Change.of(each for one in found for each in one.replacements)
        start = data.draw(st.integers(0, len(TEXT) - 1))
        end = data.draw(st.integers(start + 1, len(TEXT)))

        moved = change.apply(TEXT)[slice(*change.span(start, end))]

        # Only white space and one digit are another.
        same = str.maketrans("1", "l", " \n")
        assert moved.translate(same) == TEXT[start:end].translate(same)


class QueryTests:
    def test_take_no_more_for_more_repairs(self, broken, contributor, django_assert_num_queries):
        with django_assert_num_queries(2):
            repairing.desk(broken)
        accept(broken, contributor)

        with django_assert_num_queries(2):
            repairing.desk(broken)
        assert Repair.objects.count() == 5
