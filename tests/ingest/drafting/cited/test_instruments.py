"""Instruments in the words of a text."""

import pytest

from statements.ingest.drafting import shipped
from statements.ingest.drafting.cited import instruments
from statements.ingest.drafting.page import Page


def found(text: str, language: str = "en") -> list[str]:
    mentions = instruments.find(Page.of(text), language, shipped())
    return [mention.citation.words for mention in mentions]


class InstrumentTests:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Security Council resolutions 1820 (2008), 1888 (2009) and resolution 2106 (2013)",
                [
                    ("Security Council resolutions 1820 (2008)"),
                    "1888 (2009)",
                    "resolution 2106 (2013)",
                ],
            ),
            ("We ratified the Palermo Protocol.", ["Palermo Protocol"]),
            (
                "the Convention on the Law of the Sea and its Optional Protocol",
                ["Convention on the Law of the Sea", "Optional Protocol"],
            ),
            (
                ("The Kyoto Protocol and the Paris Agreement bind us"),
                ["Kyoto Protocol", "Paris Agreement"],
            ),
            (
                "under the Fair Harvest Act and the Coastal Trade Act of 1921",
                ["Fair Harvest Act", "Coastal Trade Act of 1921"],
            ),
            (
                "the National Action Plan (NAP) to Combat Child Labour; the NAP says",
                ["National Action Plan (NAP) to Combat Child Labour"],
            ),
            (
                ("Agenda 2030, or the 2030 Agenda for Sustainable Development"),
                ["Agenda 2030", "2030 Agenda for Sustainable Development"],
            ),
            ("the Charter of the United Nations", ["Charter of the United Nations"]),
            ("a Law on Domestic Work (No. 4 of 2016)", ["Law on Domestic Work (No. 4 of 2016)"]),
        ],
    )
    def test_are_found(self, text, expected):
        assert found(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "the protocol of the meeting and our national plan",
            "International Law and Human Rights Law",
            "the Convention and the Protocol",
            "the Protocol Office of the Ministry",
            "We act. The Act is ours.",
        ],
    )
    def test_are_not_seen_where_there_are_none(self, text):
        assert found(text) == []

    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            (
                "fr",
                "La Convention des Nations Unies contre la criminalité organisée, et la résolution "
                "2331 (2016).",
                [
                    ("Convention des Nations Unies contre la criminalité organisée"),
                    "résolution 2331 (2016)",
                ],
            ),
            (
                "es",
                "El Protocolo de Palermo y la Agenda 2030 son importantes.",
                ["Protocolo de Palermo", "Agenda 2030"],
            ),
        ],
    )
    def test_are_found_in_french_and_spanish(self, language, text, expected):
        assert sorted(found(text, language)) == sorted(expected)

    def test_are_known_by_their_names(self):
        text = (
            "the International Convention for the Suppression of the Traffic in Women and Children"
            " and the 1949 Convention"
        )

        mentions = instruments.find(Page.of(text), "en", shipped())

        assert [mention.citation.known_as for mention in mentions] == [
            "traffic-in-women-and-children-1921",
            "traffic-in-persons-1949",
        ]

    def test_are_known_by_nicknames_that_people_added(self):
        vocabulary = shipped().extended(instruments={"untoc": ["mob treaty"]})

        (mention,) = instruments.find(Page.of("the mob treaty"), "en", vocabulary)

        assert (mention.citation.known_as, mention.why.rule) == ("untoc", "instrument-known")
