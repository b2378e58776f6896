"""Who delivers is one voice with their State; a group they speak for is another."""

import pytest

from statements.choices import Capacity
from statements.ingest.drafting.draft import Proposal, Voice, Why
from statements.ingest.speaking import voices

TEXT = "H.E. Ms. Amal  Haddad (Iraq): I speak on behalf of the Group of 77."


def found(voice, rule, words):
    start = TEXT.index(words)
    return Proposal(voice, Why(rule, ""), start, start + len(words))


SPEAKER = found(Voice(Capacity.DELIVERS, "Amal Haddad"), "speaker-record", "Amal  Haddad")
STATE = found(
    Voice(Capacity.ON_BEHALF_OF, actor="Iraq", known_as="state-iq"), "behalf-record", "Iraq"
)
GROUP = found(
    Voice(Capacity.ON_BEHALF_OF, actor="the Group of 77"), "behalf-words", "the Group of 77"
)


def told(*given):
    return [
        (str(one.value.capacity), one.value.name, one.value.actor) for one in voices(given, TEXT)
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((SPEAKER, STATE), [("delivers", "H.E. Ms. Amal Haddad", "Iraq")]),
        (
            (SPEAKER, GROUP),
            [
                ("delivers", "H.E. Ms. Amal Haddad", ""),
                ("on_behalf_of", "", "the Group of 77"),
            ],
        ),
        ((STATE,), [("delivers", "", "Iraq")]),
        ((GROUP,), [("on_behalf_of", "", "the Group of 77")]),
        ((), []),
    ],
)
def test_joins_a_speaker_with_what_they_speak_for(given, expected):
    assert told(*given) == expected
