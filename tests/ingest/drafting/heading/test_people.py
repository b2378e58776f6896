"""Names and roles of people in a line."""

import pytest

from statements.ingest.drafting.heading import people


class PersonTests:
    @pytest.mark.parametrize(
        ("words", "name", "role"),
        [
            ("H.E. Ms. Ana Roe, Minister of Labour", "Ana Roe", "Minister of Labour"),
            ("Press Secretary Ana Roe", "Ana Roe", "Press Secretary"),
            (
                "Deputy Minister for Ports of Chad Mr. Ali bin Roe",
                "Ali bin Roe",
                "Deputy Minister for Ports of Chad",
            ),
            ("Deputy Director for Field Work Ana Roe", "Ana Roe", "Deputy Director for Field Work"),
            ("Ana M. Roe, Secretary of Labour", "Ana M. Roe", "Secretary of Labour"),
            (
                "the Executive Director, Roe Fund (RF), Ana Roe",
                "Ana Roe",
                "Executive Director, Roe Fund (RF)",
            ),
            (
                "Representante Permanente de Chile, Embajadora Ana de la Roe",
                "Ana de la Roe",
                "Representante Permanente de Chile",
            ),
            (
                "M. Jean-Luc Roe, représentant permanent du Tchad",
                "Jean-Luc Roe",
                "représentant permanent du Tchad",
            ),
            ("President Roe", "Roe", "President"),
        ],
    )
    def test_is_told_from_the_role_in_either_order(self, words, name, role):
        assert people.person(words) == people.Person(name, role)

    @pytest.mark.parametrize(
        "words",
        [
            "the United States",
            "G7 Foreign Ministers",
            "Permanent Representative of Costa Rica",
            "European Union",
            "open debate",
            "",
        ],
    )
    def test_is_not_seen_where_nobody_is_named(self, words):
        assert people.person(words) is None

    def test_is_no_heading(self):
        assert not people.is_name("Example National Day")
        assert not people.is_name("Seventieth Session")
        assert people.is_name("Dr. Ana Roe")
