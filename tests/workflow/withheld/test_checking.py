"""Nothing is handed over while words that may harm a person wait for a decision."""

import pytest

from statements import workflow
from statements.models import KeptWords, Transition, Voice

CALL = "Call +964 770 123 4567 or write to amal.h@example.org."
ASKED = ["+964 770 123 4567", "amal.h@example.org"]


@pytest.fixture
def telling(draft, contributor):
    """A draft whose text has a telephone number and an address of e-mail."""
    draft.text += f"\n\n{CALL} Once more: +964 770\n123 4567."
    workflow.edit(draft, by=contributor, seen=draft.version)
    return draft


def asked(statement):
    return [one.words for one in workflow.check(statement).findings]


def keep(statement, by, words=ASKED[0], reason="The hotline's own number."):
    workflow.keep_words(statement, by=by, words=words, reason=reason)


class CheckTests:
    def test_asks_once_about_words_wherever_they_stand(self, telling):
        assert asked(telling) == ASKED

    def test_asks_no_more_about_what_is_withheld_or_kept(self, telling, contributor):
        workflow.withhold(telling, by=contributor, words=ASKED[0], reason="A person's number.")
        keep(telling, contributor, ASKED[1])

        assert asked(telling) == []

    def test_asks_again_once_a_decision_is_taken_back(self, telling, contributor):
        keep(telling, contributor)
        workflow.ask_again(KeptWords.objects.get(), by=contributor)

        assert asked(telling) == ASKED

    def test_remembers_through_edits_elsewhere(self, telling, contributor):
        keep(telling, contributor)
        telling.text = "First of all. " + telling.text
        workflow.edit(telling, by=contributor, seen=telling.version)

        assert asked(telling) == ASKED[1:]

    @pytest.mark.parametrize(("is_public", "questions"), [(True, 0), (False, 1)])
    def test_knows_the_voices_that_are_public(self, draft, contributor, is_public, questions):
        Voice.objects.create(statement=draft, name="Zamira Qadir", name_is_public=is_public)
        draft.text += " Mrs. Zamira Qadir told us."
        workflow.edit(draft, by=contributor, seen=draft.version)

        assert len(asked(draft)) == questions


class SubmitTests:
    def test_is_refused_with_what_waits(self, telling, contributor):
        with pytest.raises(workflow.Undecided) as refused:
            workflow.submit(telling, by=contributor)

        telling.refresh_from_db()
        assert [one.words for one in refused.value.findings] == ASKED
        assert telling.stage == "draft"
        assert not any(words in str(refused.value) for words in ASKED)

    def test_is_made_once_each_is_decided(self, telling, contributor):
        workflow.withhold(telling, by=contributor, words=ASKED[0], reason="A person's number.")
        keep(telling, contributor, ASKED[1])
        telling.refresh_from_db()
        workflow.submit(telling, by=contributor)

        assert telling.stage == "in_review"


class KeepTests:
    def test_remembers_who_and_why_and_moves_no_version(self, telling, contributor):
        version = telling.version
        keep(telling, contributor)

        telling.refresh_from_db()
        one = KeptWords.objects.get()
        assert (one.by, one.kind, one.words) == (contributor, "phone", ASKED[0])
        assert telling.version == version
        move = Transition.objects.about("statement", telling.ref)[0]
        assert (move.verb, move.reason) == ("keep_words", "The hotline's own number.")
        assert ASKED[0] not in move.reason

    def test_owes_a_reason(self, telling, contributor):
        with pytest.raises(workflow.ReasonOwed):
            keep(telling, contributor, reason=" ")

    def test_refuses_words_that_nobody_asks_about(self, telling, contributor):
        with pytest.raises(workflow.Refusal):
            keep(telling, contributor, words="Mr. President")

    def test_is_refused_to_others(self, telling, other_contributor, campaigner):
        for person in (other_contributor, campaigner):
            with pytest.raises(workflow.NotAllowed):
                keep(telling, person)
        assert not KeptWords.objects.exists()

    def test_is_for_authors_also_of_what_was_public(self, live, contributor):
        live.text += f" {CALL}"
        workflow.edit(live, by=contributor, seen=live.version)
        keep(live, contributor)

        assert asked(live) == ASKED[1:]
