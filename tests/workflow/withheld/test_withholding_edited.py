"""Words that are withheld stay so whatever becomes of the text, and of what waits for its hour."""

import datetime as dt

import pytest
from django.utils import timezone

from statements import workflow
from statements.catalogue import store
from statements.models import Statement
from statements.workflow.records import compile

NAME = "Zamira Qadir"
REASON = "She is in danger."


@pytest.fixture
def named(draft, contributor):
    draft.text = f"We heard {NAME} today.\n\n{draft.text}\n\nWe heard her well."
    workflow.edit(draft, by=contributor, seen=draft.version)
    return draft


@pytest.fixture
def withheld(named, contributor):
    workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
    named.refresh_from_db()
    return named


def reword(statement: Statement, by, old: str, new: str) -> None:
    statement.text = statement.text.replace(old, new)
    workflow.edit(statement, by=by, seen=statement.version)


def problems(statement: Statement):
    return {(one.field, one.recommendation) for one in workflow.missing(statement)}


class EditTests:
    def test_that_brings_the_words_back_is_refused_until_they_are_withheld(
        self, withheld, contributor
    ):
        reword(withheld, contributor, "heard her well", f"thank {NAME.upper()}")
        before = problems(withheld)

        workflow.withhold(withheld, by=contributor, words=NAME, reason=REASON)

        assert before == {("withheld", "")}
        assert problems(withheld) == set()
        assert NAME not in compile.statement(withheld.pk).text

    def test_may_have_the_words_that_stand_in_place_of_others(self, named, contributor):
        reword(named, contributor, "heard her well", "met a person")

        workflow.withhold(named, by=contributor, words="person", reason=REASON)

        assert problems(named) == set()

    def test_may_leave_a_text_shorter_than_its_withheld_words(self, draft, contributor):
        text = draft.text
        reword(draft, contributor, "I thank you.", f"I thank you, {NAME}.")
        workflow.withhold(draft, by=contributor, words=NAME, reason=REASON)
        draft.refresh_from_db()
        draft.text = text
        workflow.edit(draft, by=contributor, seen=draft.version)

        found = workflow.check(draft)

        assert found.text == text
        assert problems(draft) == {("withheld", "")}

    def test_may_put_others_in_the_very_place_of_the_words(self, withheld, contributor):
        reword(withheld, contributor, NAME, "Zamira Kadir")

        done = workflow.withhold(withheld, by=contributor, words="Zamira Kadir", reason=REASON)

        assert done.places == 1
        assert "Kadir" not in compile.statement(withheld.pk).text


class ScheduledTests:
    def test_lacks_words_that_the_working_copy_has_no_more(self, named, contributor, publisher):
        hour = timezone.now() + dt.timedelta(days=3)
        workflow.submit(named, by=contributor)
        workflow.approve(named, by=publisher)
        workflow.schedule(named, by=publisher, at=hour)
        named.refresh_from_db()
        reword(named, contributor, NAME, "her")

        done = workflow.withhold(named, by=contributor, words=NAME, reason=REASON)
        workflow.publish_due(now=hour)

        assert (done.places, done.waiting) == (0, 1)
        assert NAME not in repr(store.get("statement", named.slug).record)
