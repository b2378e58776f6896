"""Which actors on the desk the words of a call mean."""

import pytest

from statements.ingest import matching
from statements.models import Actor


@pytest.fixture
def actors(make_state):
    make_state("iq", "Iraq")
    for slug, name in (
        ("security-council", "Security Council"),
        ("human-rights-council", "Human Rights Council"),
        ("member-states", "Member States"),
        ("donors", "Donors"),
    ):
        Actor.objects.create(slug=slug, name=name, kind="group_of_states")
    return matching.Actors()


class NamedTests:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("the Security Council", ["security-council"]),
            ("Government of Iraq", ["state-iq"]),
            ("the authorities of Iraq", ["state-iq"]),
            ("Member States and donors", ["member-states", "donors"]),
            ("Security Council, Member States", ["security-council", "member-states"]),
            ("Member States and some others", ["member-states"]),
            ("Government of Ruritania", []),
            ("everybody", []),
            ("", []),
        ],
    )
    def test_are_one_actor_or_those_of_a_list(self, actors, words, expected):
        assert [one.slug for one in actors.named(words)] == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("We thank the Security Council.", ["security-council"]),
            ("From the Human Rights Council to the Security Council", []),
            ("We thank you all.", []),
        ],
    )
    def test_of_a_part_of_a_name_is_the_one_that_the_text_has_in_full(self, actors, text, expected):
        assert [one.slug for one in actors.named("Council", text)] == expected

    def test_of_a_part_in_small_letters_is_nobody(self, actors):
        assert actors.named("council", "We thank the Security Council.") == []
