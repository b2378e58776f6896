"""The words of a statement are found between the heading and the notes of its document."""

import pytest

from statements.choices import Capacity, StatementKind
from statements.ingest.drafting.body import body_of
from statements.ingest.drafting.draft import Draft, Proposal, Voice, Why

BECAUSE = Why("tried", "it says so")
SPEECH = "We met last year. We shall meet again, and we ask all States to join us."


def proposal(text, words, value=None):
    start = text.index(words)
    return Proposal(value or words, BECAUSE, start, start + len(words))


def body(text, *, title="", speaker=""):
    voice = Voice(Capacity.DELIVERS, speaker)
    draft = Draft(
        text=text,
        language=Proposal("en", BECAUSE),
        kind=Proposal(StatementKind.SPEECH, BECAUSE),
        title=proposal(text, title) if title else None,
        voices=(proposal(text, speaker, voice),) if speaker else (),
    )
    return text[slice(*body_of(draft))]


@pytest.mark.parametrize(
    "heading",
    [
        "Statement by Ms. Haddad\n\n",
        "Press release\n\nStatement by Ms. Haddad\n\nGeneva, 3 May 2017\n\n",
        "Statement by Ms. Haddad\nDirector of Something in Geneva\n\n",
    ],
)
def test_leaves_out_the_heading(heading):
    assert body(heading + SPEECH, title="Statement by Ms. Haddad") == SPEECH


def test_begins_with_the_greeting():
    text = f"Statement by Ms. Haddad\n\nMadam President,\n\n{SPEECH}"
    assert body(text, title="Statement by Ms. Haddad") == f"Madam President,\n\n{SPEECH}"


def test_begins_behind_the_speaker_of_a_record():
    assert body(f"Ms. Haddad (Iraq): {SPEECH}", speaker="Haddad") == SPEECH


def test_keeps_a_colon_that_names_no_speaker():
    text = f"Let me say this: {SPEECH}"
    assert body(text) == text


def test_keeps_lines_that_go_on():
    text = (
        "Statement by Ms. Haddad\nWe met last year in the city\nof Geneva, and we ask all to join."
    )
    assert body(text, title="Statement by Ms. Haddad") == text.partition("\n")[2]


def test_keeps_everything_where_nothing_is_known_to_be_a_heading():
    text = f"A line by itself\n\n{SPEECH}"
    assert body(text) == text


def test_leaves_out_what_is_told_of_a_recording():
    text = f"Statement by Ms. Haddad\n\n{SPEECH}\n\nWebcast available here.\n"
    assert body(text, title="Statement by Ms. Haddad") == SPEECH


def test_keeps_a_text_that_is_nothing_but_a_heading():
    assert body("Statement by Ms. Haddad", title="Statement by Ms. Haddad") == (
        "Statement by Ms. Haddad"
    )
