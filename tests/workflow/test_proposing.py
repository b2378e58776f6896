"""What was read from a text waits until a person keeps, changes or refuses it."""

import json

import pytest

from statements import workflow
from statements.choices import ProposalDecision, ProposedField
from statements.models import (
    Citation,
    Country,
    Event,
    Recommendation,
    Statement,
)
from statements.text import passages
from statements.text.approximate import Approximate
from statements.workflow import proposing
from statements.workflow.errors import Conflict, NotAllowed, Refusal
from statements.workflow.history import restoring
from statements.workflow.proposing import Choice
from tests.workflow.proposed import decide, propose

EVENT = {
    "title": "8111th meeting",
    "kind": "security_council_open_debate",
    "symbol": "S/PV.8111",
    "place": "",
    "country": "",
    "host": "",
    "starts_on": "2017-11-21",
    "starts_precision": "day",
    "ends_on": "",
}


class SubmitTests:
    def test_waits_for_the_decisions(self, draft, contributor):
        propose(draft, ProposedField.TITLE)

        with pytest.raises(proposing.StillOpen):
            workflow.submit(draft, by=contributor)

    def test_goes_on_once_all_is_decided(self, draft, contributor):
        one = propose(draft, ProposedField.TITLE)
        decide(draft, contributor, Choice(one, keep=True))

        workflow.submit(draft, by=contributor)
        assert Statement.objects.get(pk=draft.pk).stage == "in_review"


class DecideTests:
    def test_keeps_without_a_new_version(self, draft, contributor):
        before = draft.version
        one = propose(draft, ProposedField.TITLE)

        decide(draft, contributor, Choice(one, keep=True))

        one.refresh_from_db()
        assert (one.decision, one.by) == (ProposalDecision.KEPT, contributor)
        assert Statement.objects.get(pk=draft.pk).version == before

    def test_changes_a_field_of_the_statement(self, draft, contributor):
        one = propose(draft, ProposedField.TITLE)

        decide(draft, contributor, Choice(one, keep=True, values={"title": "Better"}))

        one.refresh_from_db()
        assert Statement.objects.get(pk=draft.pk).title == "Better"
        assert one.decision == ProposalDecision.CHANGED

    def test_refuses_a_date(self, draft, contributor):
        decide(draft, contributor, Choice(propose(draft, ProposedField.DELIVERED), keep=False))

        held = Statement.objects.get(pk=draft.pk)
        assert (held.delivered_on, held.delivered_precision) == (None, "unknown")

    def test_changes_a_date(self, draft, contributor):
        day = Approximate(draft.delivered_on.replace(day=22), "day")
        one = propose(draft, ProposedField.DELIVERED)

        decide(draft, contributor, Choice(one, keep=True, values={"date": day}))

        assert str(Statement.objects.get(pk=draft.pk).delivered_on) == "2017-11-22"

    def test_takes_out_what_is_refused_of_the_rows(self, draft, contributor):
        first, second = draft.recommendations.all()
        refused = propose(draft, ProposedField.RECOMMENDATION, first.ref)
        theme = propose(draft, ProposedField.THEME, "shelter")

        decide(draft, contributor, Choice(refused, keep=False), Choice(theme, keep=False))

        assert list(Recommendation.objects.all()) == [second]
        assert draft.passages.count() == 1
        assert not draft.themes.exists()

    def test_changes_a_recommendation(self, draft, contributor, council):
        first, _second = draft.recommendations.all()
        one = propose(draft, ProposedField.RECOMMENDATION, first.ref)
        values = {"pillar": "prevention", "addressees": [council]}

        decide(draft, contributor, Choice(one, keep=True, values=values))

        first.refresh_from_db()
        assert (first.pillar, list(first.addressees.all())) == ("prevention", [council])

    def test_leaves_the_others_waiting(self, draft, contributor):
        one, other = propose(draft, ProposedField.TITLE), propose(draft, ProposedField.KIND)

        decide(draft, contributor, Choice(one, keep=True))

        assert proposing.undecided(draft) == [other]

    def test_is_for_who_may_edit(self, draft, other_contributor):
        one = propose(draft, ProposedField.TITLE)

        with pytest.raises(NotAllowed):
            decide(draft, other_contributor, Choice(one, keep=True))

    def test_overwrites_nobody(self, draft, contributor):
        one = propose(draft, ProposedField.TITLE)
        choice = Choice(one, keep=True, values={"title": "Better"})

        with pytest.raises(Conflict):
            proposing.decide(draft, [choice], by=contributor, seen=draft.version - 1)

        assert proposing.undecided(draft) == [one]

    def test_is_made_once(self, draft, contributor):
        one = propose(draft, ProposedField.TITLE)
        decide(draft, contributor, Choice(one, keep=True))

        with pytest.raises(Refusal):
            decide(draft, contributor, Choice(one, keep=False))


class GoneTests:
    """What a proposal is about may be deleted before anybody decides."""

    @pytest.fixture
    def cited(self, draft):
        place = workflow.anchor(draft, passages.find(draft.text, "a crime")[0])
        return Citation.objects.create(statement=draft, passage=place)

    @pytest.fixture
    def rows(self, draft, cited):
        """A row of each kind, by what proposals call it."""
        country, theme = draft.countries.first(), draft.themes.first()
        return {
            ProposedField.VOICE: (draft.voices.get().ref, draft.voices.all()),
            ProposedField.RECOMMENDATION: (
                draft.recommendations.first().ref,
                draft.recommendations.all(),
            ),
            ProposedField.CITATION: (str(cited.pk), draft.citations.all()),
            ProposedField.THEME: (theme.code, draft.themes.through.objects.all()),
            ProposedField.COUNTRY: (country.iso2, draft.countries.through.objects.all()),
        }

    @pytest.fixture(autouse=True)
    def _names_a_country(self, draft):
        draft.countries.add(Country.objects.get(name_en="Iraq"))

    def test_a_row_that_stands_waits(self, draft, rows):
        for what, (row, _all) in rows.items():
            propose(draft, what, row)

        assert {one.field for one in proposing.undecided(draft)} == set(rows)

    def test_nothing_waits_for_a_row_that_is_gone(self, draft, rows):
        for what, (row, every) in rows.items():
            propose(draft, what, row)
            every.delete()

        assert proposing.undecided(draft) == []
        proposing.refuse_undecided(draft)

    def test_restoring_leaves_no_citation_to_decide_about(self, draft, contributor, cited):
        propose(draft, ProposedField.CITATION, str(cited.pk))
        version = draft.version
        title = propose(draft, ProposedField.TITLE)
        decide(draft, contributor, Choice(title, keep=True, values={"title": "Better"}))

        restoring.restore(draft, version, by=contributor, seen=draft.version)

        assert draft.citations.exists()
        assert proposing.undecided(draft) == []


class EventTests:
    def test_is_added_by_who_may(self, draft, editor):
        one = propose(draft, ProposedField.EVENT, value=json.dumps(EVENT))

        assert decide(draft, editor, Choice(one, keep=True)) == []

        event = Event.objects.get(statements=draft)
        assert (event.title, event.symbol, event.public) == ("8111th meeting", "S/PV.8111", "never")

    def test_needs_no_day(self, draft, editor):
        told = EVENT | {"symbol": "", "starts_on": "", "starts_precision": "unknown"}
        one = propose(draft, ProposedField.EVENT, value=json.dumps(told))

        decide(draft, editor, Choice(one, keep=True))

        assert Event.objects.get(statements=draft).starts_on is None

    def test_waits_for_an_editor(self, draft, contributor):
        one = propose(draft, ProposedField.EVENT, value=json.dumps(EVENT))

        assert decide(draft, contributor, Choice(one, keep=True)) == [one]

        assert not Event.objects.exists()
        assert proposing.undecided(draft) == [one]

    def test_is_added_once_for_all_statements_of_a_meeting(self, draft, make_another, editor):
        for statement in (draft, make_another(editor)):
            one = propose(statement, ProposedField.EVENT, value=json.dumps(EVENT))
            decide(statement, editor, Choice(one, keep=True))

        assert Event.objects.count() == 1
        assert Event.objects.get().statements.count() == 2

    @pytest.fixture
    def make_another(self):
        def make(by):
            statement = Statement(title="Another", text="Another.")
            workflow.create(statement, by=by)
            return statement

        return make
