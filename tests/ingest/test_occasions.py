"""What the occasion tells of a text: its day, a note of where it is from, a title of ours."""

import datetime as dt
from dataclasses import replace

import pytest

from statements.choices import EventKind, Precision, StatementKind
from statements.ingest import matching, occasions
from statements.ingest.drafting.draft import Gathering, Proposal, When
from statements.ingest.writing import Writing
from statements.models import Event, Statement
from statements.workflow.texts import receiving
from tests.ingest.drafts import BECAUSE, DOCUMENT, drafted

FIRST, LAST = dt.date(2017, 9, 27), dt.date(2017, 9, 28)


def event(**fields):
    told = {"kind": EventKind.OPEN_DEBATE, "starts_on": FIRST, "starts_precision": Precision.DAY}
    return Event(title="Debate on data", slug="the-debate", **(told | fields))


class DayTests:
    def test_is_that_of_an_event_of_one_day(self):
        when, _why = occasions.day(event(), Statement()) or (None, None)

        assert when == When(FIRST)

    @pytest.mark.parametrize("fields", [{"ends_on": LAST}, {"starts_precision": "month"}])
    def test_is_not_known_from_a_longer_one(self, fields):
        assert occasions.day(event(**fields), Statement()) is None

    @pytest.mark.parametrize(("out", "told"), [(FIRST, True), (dt.date(2017, 9, 1), False)])
    def test_of_a_release_is_the_events_only_if_it_came_out_then(self, out, told):
        release = Statement(
            kind=StatementKind.PRESS_RELEASE, published_on=out, published_precision="day"
        )

        assert (occasions.day(event(), release) is not None) is told


class SeveralDaysTests:
    @pytest.mark.parametrize(
        ("last", "within"),
        [
            (LAST, When(dt.date(2017, 9, 1), Precision.MONTH)),
            (dt.date(2017, 10, 2), When(dt.date(2017, 1, 1), Precision.YEAR)),
            (dt.date(2018, 1, 2), None),
        ],
    )
    def test_leave_a_day_as_exact_as_it_is_known(self, last, within):
        assert occasions.within(FIRST, last) == within

    def test_are_told_by_the_note(self):
        assert "27-28 September 2017" in occasions.note(FIRST, LAST)
        assert "27 September 2017-2 October 2017" in occasions.note(FIRST, dt.date(2017, 10, 2))


class WritingTests:
    @pytest.fixture
    def write(self, contributor, make_state, council, shelter):
        make_state("iq", "Iraq")

        def write(**fields):
            document = receiving.receive(DOCUMENT, by=contributor)
            return Writing(
                replace(drafted(), **fields), document, contributor, matching.Actors()
            ).statement()

        return write

    def test_gives_the_first_day_of_a_meeting_as_its_month(self, write):
        first, last = Proposal(When(FIRST), BECAUSE), Proposal(When(LAST), BECAUSE)
        at = Gathering(name=Proposal("A meeting", BECAUSE), starts=first, ends=last)
        held = write(date_delivered=first, event=at)

        assert (str(held.delivered_on), held.delivered_precision) == ("2017-09-01", "month")
        assert held.proposals.filter(field="source_note").exists()

    def test_knows_an_event_by_the_document_that_the_text_cites(self, write):
        event(summary="Its concept note is S/2017/198.", symbol="S/PV.7898").save()
        symbols = (Proposal("S/2017/198", BECAUSE),)
        held = write(symbols=symbols, title=None, date_delivered=None)

        assert held.event.title == "Debate on data"
        assert (held.delivered_on, held.delivered_source) == (FIRST, "S/PV.7898")
        assert held.title == "Statement by Iraq at the Debate on data"

    def test_takes_no_longer_symbol_for_it(self, db):
        event(summary="Its concept note is S/2017/1983.").save()
        symbols = (Proposal("S/2017/198", BECAUSE),)

        assert matching.event_of_symbols(replace(drafted(), symbols=symbols)) is None
