"""The record of a meeting is split by who speaks, and nothing of it is lost or doubled."""

import pytest

from statements.ingest.drafting import MOST_SPEAKERS, TooManySpeakers, drafts
from statements.ingest.drafting.meeting import meeting

HEAD = "Security Council\n9000th meeting\nMonday, 3 May 2021, 10 a.m.\nNew York\n\n"
RECORD = (
    f"{HEAD}The President: The meeting is called to order. I give the floor to Ms. Haddad.\n\n"
    "Ms. Haddad: I thank the Council. Mr. Ames, whom I met, said this: go on.\n\n"
    "The President: I thank Ms. Haddad for her briefing.\n\n"
    "Mr. de la Cruz Soto (Mexico) (spoke in Spanish): We call on all\nStates to act.\n\n"
    "Dame Barbara Wood (United Kingdom of Great\nBritain and Northern Ireland): We agree.\n\n"
    "Mr. de la Cruz Soto (Mexico): I ask for the floor once more.\n\n"
    "The President: I shall now make a statement in my capacity as the representative of "
    "Tunisia. We must protect victims. I now resume my functions as President of the Council. "
    "The meeting rose at noon.\n"
)


@pytest.fixture
def split():
    held = meeting(RECORD)
    assert held
    return held


def test_names_each_speaker_once(split):
    assert [(one.name, one.state) for one in split.speeches] == [
        ("Haddad", ""),
        ("de la Cruz Soto", "Mexico"),
        ("Barbara Wood", "United Kingdom of Great Britain and Northern Ireland"),
        ("", "Tunisia"),
    ]


def test_joins_the_turns_of_one(split):
    assert split.speeches[1].text(RECORD) == (
        "Mr. de la Cruz Soto (Mexico) (spoke in Spanish): We call on all\nStates to act.\n\n"
        "Mr. de la Cruz Soto (Mexico): I ask for the floor once more."
    )


def test_takes_a_name_within_a_turn_for_no_speaker(split):
    assert "Mr. Ames" in split.speeches[0].text(RECORD)


def test_hears_who_presides_only_for_a_state(split):
    assert split.speeches[3].text(RECORD) == "We must protect victims."


def test_loses_and_doubles_nothing(split):
    spans = [split.head, *split.procedure]
    spans += [span for one in split.speeches for span in one.spans]
    assert "".join(RECORD[start:end] for start, end in sorted(spans)) == RECORD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ms. Haddad (Iraq): We call on all States to act.",
        "The President: I now put it to the vote.\n\nThe President: It is adopted.",
        "Dear friends: we met.\n\nMr. President: thank you.",
    ],
)
def test_takes_nothing_else_for_a_meeting(text):
    assert meeting(text) is None


def test_stands_hostile_input():
    assert meeting("Mr. " * 60_000) is None
    assert meeting("Mr. A (" + "x" * 200_000) is None


def test_is_refused_where_more_speak_than_in_any_meeting():
    turns = (f"Mr. Doe{chr(65 + n // 26)}{chr(97 + n % 26)} (Iraq): We agree." for n in range(201))

    with pytest.raises(TooManySpeakers) as refused:
        drafts("\n\n".join(turns))

    assert refused.value.args == (MOST_SPEAKERS + 1,)
