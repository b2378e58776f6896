"""The record of a meeting becomes a draft for each who spoke, all of one event."""

import textwrap
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.ingest import pipeline
from statements.ingest.drafting import drafts, shipped
from statements.ingest.extractors import extract
from statements.models import Event, Proposal, SourceDocument
from statements.workflow import proposing
from statements.workflow.proposing import Choice
from tests.ingest.extractors.paper import pdf, poured

SPEAKERS = 40
HEAD = (
    "  Security Council",
    "  9137th meeting",
    "  Tuesday, 4 May 2021, 10 a.m.",
    "  New York",
    "  S/PV.9137",
    "",
    "  Agenda",
    "  Protection of trafficked persons",
    "",
)


def names() -> list[str]:
    states = [country["en"][0] for _iso2, country in sorted(shipped().countries.items()) if country]
    return [name for name in states if "(" not in name and len(name) < 24][:SPEAKERS]


def letters(number: int) -> str:
    return f"{chr(65 + number // 26)}{chr(97 + number % 26)}"


def record() -> bytes:
    """Return a file in two columns: who presides gives the floor to forty, and thanks each."""
    line, turns = count(1), []
    for number, state in enumerate(names()):
        turns.append(
            f"The President: I give the floor to the representative of {state}. Line {next(line)}."
        )
        turns.append(
            f"Ms. Name{letters(number)} ({state}): We call on all States to open shelters. "
            f"This is line {next(line)}. We thank you."
        )
    lines = [
        line_
        for turn in turns
        for line_ in textwrap.wrap(turn, 38, initial_indent="  ", break_on_hyphens=False)
    ]
    return pdf(poured([*HEAD, *lines], rows=55, columns=[60, 320]))


@pytest.fixture(scope="module")
def text() -> str:
    return extract(record()).text


def test_is_split_without_a_lost_or_doubled_line(text):
    found = drafts(text)

    assert len(found) == SPEAKERS
    for number, one in enumerate(found):
        words = " ".join(one.text.split())
        assert f"line {2 * number + 2}." in words
        assert words.count("We call on all") == 1
    speakers = [voice.value.name for one in found for voice in one.voices]
    assert speakers == [f"Name{letters(number)}" for number in range(SPEAKERS)]


def test_says_of_which_meeting_each_is(text):
    [event] = {one.event.name.value for one in drafts(text) if one.event.name}
    [day] = {one.date_delivered.value.written for one in drafts(text) if one.date_delivered}

    assert event.startswith("Security Council, 9137th meeting")
    assert day == "2021-05-04"
    assert {one.record for one in drafts(text)} == {"S/PV.9137"}


@pytest.mark.django_db
def test_makes_forty_drafts_of_one_document_and_one_event(text, editor, council):
    with CaptureQueriesContext(connection) as queries:
        made = pipeline.bring_in(pipeline.Received(text, "record.pdf"), by=editor)

    assert len(made) == SPEAKERS
    # Once for the words to look for, once for whom they mean, however many speak.
    assert sum("statements_actoralias" in one["sql"] for one in queries) <= 2
    assert SourceDocument.objects.count() == 1
    for statement in made:
        kept = Proposal.objects.get(statement=statement, field="event")
        proposing.decide(statement, [Choice(kept, keep=True)], by=editor, seen=statement.version)
    assert Event.objects.get().statements.count() == SPEAKERS
    assert Event.objects.get().symbol == "S/PV.9137"
