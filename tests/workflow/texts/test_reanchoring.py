"""A passage whose words changed is anchored where a person says, as an edit like any other."""

import pytest

from statements import workflow
from statements.choices import Stage
from statements.models import Citation, Passage, Statement, Transition
from statements.text import passages
from tests.cast import DATA, SHELTER

REWORDED = SHELTER.replace("without conditions", "at once")


def reword(statement, by, words=SHELTER, new=REWORDED):
    statement.text = statement.text.replace(words, new)
    return workflow.edit(statement, by=by, seen=statement.version)


def span(statement, words):
    start = statement.text.index(words)
    return {"start": start, "end": start + len(words)}


class LostTests:
    def test_are_exactly_those_whose_words_changed(self, draft, contributor):
        lost = reword(draft, contributor)

        assert [one.exact for one in lost] == [SHELTER]
        assert [one.exact for one in Passage.objects.lost()] == [SHELTER]

    def test_keep_their_words_before_the_public(self, live, contributor, client):
        reword(live, contributor)

        page = client.get("/statements/iraq-on-shelter/").content.decode()
        assert SHELTER in page
        assert REWORDED not in page

    def test_are_of_every_kind_but_what_is_left_out(self, draft, contributor):
        led, left = draft.recommendations.all()
        left.left_out = True
        left.save()
        led.lead_in = workflow.anchor(draft, passages.find(draft.text, "Trafficking")[0])
        led.save()
        cited = workflow.anchor(draft, passages.find(draft.text, "a crime")[0])
        Citation.objects.create(statement=draft, passage=cited)
        workflow.withhold(draft, by=contributor, words="Mr. President", reason="A test.")
        draft.refresh_from_db()

        draft.text = "All is new."
        workflow.edit(draft, by=contributor, seen=draft.version)

        assert [one.exact for one in Passage.objects.lost()] == [
            *("Mr. President", "Trafficking", "a crime", SHELTER),
        ]

    def test_stand_in_the_way_of_a_publication_by_name(self, live, contributor, publisher):
        reword(live, contributor)
        reword(live, contributor, DATA, "We call for data.")
        workflow.submit(live, by=contributor)

        with pytest.raises(workflow.NotReady) as refusal:
            workflow.approve(live, by=publisher)

        named = [problem.message for problem in refusal.value.problems]
        assert [any(words in one for one in named) for words in (SHELTER[:70], DATA)] == [
            True,
            True,
        ]
        assert len(named) == 2


class ReanchorTests:
    @pytest.fixture
    def lost(self, draft, contributor):
        [passage] = reword(draft, contributor)
        return passage

    def test_takes_the_words_that_were_chosen(self, draft, contributor, lost):
        workflow.reanchor(lost, **span(draft, REWORDED), by=contributor, seen=draft.version)

        one = draft.recommendations.get(passage__exact=REWORDED)
        assert not one.passage.orphaned
        assert one.passage.selector() == passages.find(draft.text, REWORDED)[0]
        assert not Passage.objects.lost()

    def test_is_an_edit(self, draft, contributor, publisher, lost):
        workflow.submit(draft, by=contributor)
        version = draft.version

        workflow.reanchor(lost, **span(draft, REWORDED), by=publisher, seen=version)

        held = Statement.objects.get()
        assert (held.stage, held.version) == (Stage.DRAFT, version + 1)
        last = Transition.objects.all()[0]
        assert (last.verb, last.by) == ("edit", publisher)

    def test_is_not_for_a_version_that_nobody_saw(self, draft, contributor, lost):
        with pytest.raises(workflow.Conflict):
            workflow.reanchor(lost, **span(draft, REWORDED), by=contributor, seen=draft.version - 1)

        assert Passage.objects.lost().exists()

    def test_moves_nothing_that_is_in_no_doubt(self, draft, contributor, lost):
        kept = draft.recommendations.get(passage__exact=DATA).passage

        with pytest.raises(workflow.Refusal, match="nothing to choose"):
            workflow.reanchor(kept, start=0, end=3, by=contributor, seen=draft.version)

    def test_is_refused_outside_the_text(self, draft, contributor, lost):
        with pytest.raises(workflow.Refusal, match="no such words"):
            workflow.reanchor(lost, start=0, end=10**6, by=contributor, seen=draft.version)

        assert Statement.objects.get().version == draft.version

    def test_is_for_who_may_edit(self, draft, other_contributor, lost):
        with pytest.raises(workflow.NotAllowed):
            workflow.reanchor(
                lost, **span(draft, REWORDED), by=other_contributor, seen=draft.version
            )

    def test_of_withheld_words_is_for_who_may_withhold(self, live, contributor, editor):
        workflow.withhold(live, by=editor, words="Mr. President", reason="A test.")
        live.refresh_from_db()
        [lost] = reword(live, editor, "Mr. President", "Madam President")
        chosen = {**span(live, "Madam President"), "seen": live.version}

        with pytest.raises(workflow.NotAllowed):
            workflow.reanchor(lost, **chosen, by=contributor)
        workflow.reanchor(lost, **chosen, by=editor)

        assert [str(one) for one in live.withheld.all()] == ["Madam President"]
