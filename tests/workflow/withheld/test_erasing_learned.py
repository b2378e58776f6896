"""What the desk learned from a text goes with it, unless something else gave it as well."""

import json

import pytest

from statements import workflow
from statements.choices import ProposedField
from statements.models import ActorAlias, Event, Statement, Voice
from statements.workflow import gatherings
from statements.workflow.alike import likeness
from statements.workflow.proposing import Choice
from tests.workflow.proposed import decide, propose

NAME = "The house of Ms. Doe"
TOLD = {
    **dict.fromkeys(("symbol", "place", "country", "host", "starts_on", "ends_on"), ""),
    "title": "A day at the house of Ms. Doe",
    "kind": "launch",
    "starts_precision": "unknown",
}


def erase(statement, by):
    held = Statement.objects.get(pk=statement.pk)
    workflow.erase(held, by=by, reason="She is in danger.", confirmed=held.ref)


@pytest.fixture
def other(contributor, draft):
    one = Statement(title="Another", text="We thank the house of Ms. Doe.")
    workflow.create(one, by=contributor)
    Voice.objects.create(statement=one, name=NAME)
    return one


def learn(statement, by, actor):
    one = propose(statement, ProposedField.VOICE, statement.voices.get().ref, value=NAME)
    decide(statement, by, Choice(one, keep=True, values={"actor": actor}))


class NameTests:
    def test_is_taken_back(self, draft, editor, administrator, council):
        learn(draft, editor, council)
        assert council.aliases.exists()

        erase(draft, administrator)

        assert not ActorAlias.objects.filter(name=NAME).exists()
        sought = likeness.Sought(kind="actor", names=(NAME,))
        assert council not in [one.noun for one in likeness.alike(sought)]

    def test_stays_where_another_document_gave_it_too(
        self, draft, other, editor, administrator, council
    ):
        learn(draft, editor, council)
        learn(other, editor, council)

        erase(draft, administrator)

        assert [one.name for one in council.aliases.all()] == [NAME]

    def test_stays_where_the_public_reads_it(self, draft, editor, administrator, council):
        learn(draft, editor, council)
        council.aliases.update(on_desk=False)

        erase(draft, administrator)

        assert council.aliases.exists()


class EventTests:
    def keep(self, statement, by):
        one = propose(statement, ProposedField.EVENT, value=json.dumps(TOLD))
        decide(statement, by, Choice(one, keep=True))
        return Event.objects.get(title=TOLD["title"])

    def test_goes_where_only_this_text_described_it(self, draft, editor, administrator):
        self.keep(draft, editor)

        erase(draft, administrator)

        assert not Event.objects.filter(title=TOLD["title"]).exists()

    def test_stays_where_another_statement_is_of_it(self, draft, other, editor, administrator):
        event = self.keep(draft, editor)
        Statement.objects.filter(pk=other.pk).update(event=event)

        erase(draft, administrator)

        assert Event.objects.filter(pk=event.pk).exists()

    def test_stays_where_it_was_ever_public(self, draft, editor, publisher, administrator):
        event = self.keep(draft, editor)
        gatherings.publish(event, by=publisher)

        erase(draft, administrator)

        assert Event.objects.filter(pk=event.pk).exists()
