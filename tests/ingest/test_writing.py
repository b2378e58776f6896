"""A draft of a text stands on the desk with all that it proposes, and why."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.choices import ProposalDecision, ProposedField
from statements.ingest import matching
from statements.ingest.drafting import draft
from statements.ingest.writing import Writing
from statements.models import AffectedGroup, ExploitationForm, Proposal, Statement
from statements.workflow.texts import receiving
from tests.ingest.drafts import DOCUMENT, SPOKEN, drafted


@pytest.fixture
def statement(contributor, make_state, council, shelter):
    make_state("iq", "Iraq")
    document = receiving.receive(DOCUMENT, by=contributor, name="speech.txt")
    return Writing(drafted(), document, contributor, matching.Actors()).statement()


def proposed(statement: Statement, what: str) -> list[Proposal]:
    return list(statement.proposals.filter(field=what))


class WritingTests:
    def test_takes_the_words_without_their_heading(self, statement):
        assert statement.text == SPOKEN
        assert statement.source_document.text == DOCUMENT

    def test_fills_the_fields(self, statement):
        held = Statement.objects.get(pk=statement.pk)
        assert held.title == "Statement by Ms. Amal Haddad of Iraq"
        assert (str(held.delivered_on), held.delivered_precision) == ("2017-11-21", "day")
        assert [one.iso2 for one in held.countries.all()] == ["iq"]
        assert [one.code for one in held.themes.all()] == ["shelter"]

    def test_names_who_speaks_as_the_desk_knows_them(self, statement):
        first, second = statement.voices.all()
        assert (first.name, first.actor.slug) == ("Ms. Amal Haddad", "state-iq")
        assert (second.name, second.actor) == ("the Mesopotamian Group", None)

    def test_anchors_each_recommendation_in_its_words(self, statement):
        first, second = statement.recommendations.all()
        assert statement.text[first.passage.start : first.passage.end] == first.passage.exact
        assert [one.slug for one in first.addressees.all()] == ["security-council"]
        assert (second.strength, second.pillar) == (4, "")
        assert [voice.name for voice in second.askers.all()] == ["Ms. Amal Haddad"]

    def test_says_of_every_value_why(self, statement):
        fields = set(statement.proposals.values_list("field", flat=True))
        assert fields == set(ProposedField) - {"source_note", "source_url"} - {
            *("webcast_url", "webcast_offset", "published", "group", "form")
        }
        assert set(statement.proposals.values_list("why", "decision")) == {
            ("it says so", ProposalDecision.OPEN)
        }

    def test_finds_the_words_of_a_proposal_in_the_text(self, statement):
        [cited] = proposed(statement, "citation")
        assert statement.text[cited.start :].startswith(cited.words)

    def test_has_no_place_for_what_stands_in_the_heading(self, statement):
        [title] = proposed(statement, "title")
        assert (title.start, title.words) == (None, "Statement by Ms. Amal Haddad of Iraq")

    def test_describes_an_event_that_the_desk_does_not_know(self, statement):
        [event] = proposed(statement, "event")
        assert statement.event is None
        assert '"title": "8111th meeting"' in event.value

    def test_asks_in_as_many_queries_for_many_as_for_few(
        self, contributor, make_state, council, shelter
    ):
        def write(times: int) -> int:
            text = f"{DOCUMENT}\n\n" + "All States must open shelters for children.\n\n" * times
            document = receiving.receive(text, by=contributor)
            found = draft(text)
            with CaptureQueriesContext(connection) as asked:
                made = Writing(found, document, contributor, matching.Actors()).statement()
            assert made.recommendations.count() == times + 2
            return len(asked)

        write(1)
        assert write(4) == write(40)


class TermTests:
    def test_are_those_that_the_text_names(self, contributor):
        AffectedGroup.objects.create(code="children", label="Children")
        ExploitationForm.objects.create(code="forced-labour", label="Forced labour")
        text = "Mr. President,\n\nForced labour of children must end.\n\nI thank you."
        document = receiving.receive(text, by=contributor)

        made = Writing(draft(text), document, contributor, matching.Actors()).statement()

        assert [one.code for one in made.groups.all()] == ["children"]
        assert [one.code for one in made.forms.all()] == ["forced-labour"]
        assert [one.code for one in made.recommendations.get().groups.all()] == ["children"]
        told = made.proposals.filter(field__in=("group", "form")).values_list("row", "why", "words")
        assert sorted(told) == [
            ("children", "“children”", "children"),
            ("forced-labour", "“Forced labour”", "Forced labour"),
        ]


class QuotedTests:
    def test_calls_are_those_of_whom_the_text_quotes(self, contributor):
        text = (
            "Press release\n\nThe Fund opens a conference\n\n3 May 2021, Oslo\n\nMr. Olav Berg,"
            " Minister of Justice, said: “All States must open shelters.”"
        )
        document = receiving.receive(text, by=contributor)

        made = Writing(draft(text), document, contributor, matching.Actors()).statement()

        one = made.recommendations.get()
        assert one.short_form == "Open shelters"
        assert [voice.name for voice in one.askers.all()] == ["Mr. Olav Berg"]
        assert one.askers.get().capacity == "quoted"
