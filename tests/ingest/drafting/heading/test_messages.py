"""Reports of a gathering tell who sent a message, who read it out, and who paid."""

import pytest

from statements.ingest.drafting import draft, shipped
from statements.ingest.drafting.heading import offices

HEAD = "Press Release\n\nUNODC holds a workshop on shelters\n\nTunis, 3 May 2021\n\n"


def voices(sentence):
    told = draft(f"{HEAD}The workshop on trafficking took two days. {sentence}\n").voices
    return [(str(one.value.capacity), one.value.name, one.value.actor) for one in told[1:]]


def roles(sentence):
    told = draft(f"{HEAD}The workshop on trafficking took two days. {sentence}\n").voices
    return [(one.value.name, one.value.role) for one in told[1:]]


class MessageTests:
    def test_is_of_who_sent_it_and_of_who_read_it_out(self):
        sentence = (
            "A message was delivered on behalf of H.E. the Ambassador of Canada by Ms. Ana "
            "Example, First Secretary. It was short."
        )

        assert voices(sentence) == [
            ("on_behalf_of", "H.E. the Ambassador of Canada", "Canada"),
            ("read_out_by", "Ana Example", ""),
        ]
        assert roles(sentence)[1] == ("Ana Example", "First Secretary")

    def test_is_not_anything_that_was_done_for_another(self):
        assert voices("Aid was delivered on behalf of the Red Cross by Mr. Carlo Example.") == []


class FunderTests:
    def test_are_known_and_named_as_they_stand(self):
        assert voices(
            "The workshop was made possible by generous contributions from the European Union "
            "under its programme and the International Organization for Migration (IOM)."
        ) == [
            ("funds", "", "European Union under its programme"),
            ("funds", "", "International Organization for Migration (IOM)"),
        ]

    def test_are_none_that_nobody_knows(self):
        assert voices("It was funded with support from a friend of the house.") == []


class QuotedTests:
    def test_may_have_their_office_before_the_name(self):
        assert roles('Minister of Justice, Mr. Carlo Example, in his remarks said "We act."') == [
            ("Carlo Example", "Minister of Justice")
        ]

    def test_do_not_take_the_next_sentence_into_their_role(self):
        sentence = 'Ms. Ana Example, Director of Shelters. In her message she said "We act."'

        assert roles(sentence) == [("Ana Example", "Director of Shelters")]


class OfficeTests:
    @pytest.mark.parametrize(
        ("role", "slug"),
        [
            ("Country Representative UNODC Pakistan", "unodc"),
            ("Ambassador of the European Union in Pakistan", "european-union"),
            ("High Commissioner of Australia", "state-au"),
            ("Director of Shelters", ""),
            ("A friend of Australia", ""),
        ],
    )
    def test_is_of_an_organization_before_a_state(self, role, slug):
        assert offices.of_role(role, "en", shipped())[1] == slug
