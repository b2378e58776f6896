"""Whole drafts: what the head of a document of each sort proposes."""

import datetime as dt

import pytest

from statements.choices import Capacity
from statements.ingest import drafting
from statements.ingest.drafting import wire

SPEECH = """\
Statement by H.E. Ms. Ana Example, Permanent Representative of Chad to the United Nations, \
at the 7000th Security Council meeting (3 May 2012) on protection of civilians

Published Date:
Friday, May 4, 2012

New York ● 3 May 2012

Mr. President,

I have the honour to speak on behalf of the African Group. Chad thanks Peru.
"""
RECORD = """\
Mr. Example (Norway) (spoke in French): I have the
honour to deliver this statement on behalf of the
Nordic countries, namely, Denmark, Finland, Iceland,
Sweden and my own country, Norway. I thank you,
Mr. President, for this open debate of the Council.
"""
REMARKS = """\
Ana Example

Executive Director

Remarks at the High-Level Event on Fair Work for Everybody

Geneva, 3 May 2012

Excellencies, ladies and gentlemen,

It is a pleasure to be here with you and to speak of our work.
"""
RELEASE = """\
Press Release

UNODC opens a course for judges in Accra

Accra, 3 May 2012

Forty judges took part. "We learn," said Ana Example, Chief Justice of the Court. "So do we," \
added John Example, Minister of Justice.
"""
PAGE = """\
<h1>Joint Statement by Ghana and Peru on Fair Recruitment</h1>
<p>Thu, 03 May 2012 16:00:00 +0000</p>
<p>Office of the Spokesperson</p>
<p>We, the Ministers of Ghana and Peru, call on all employers to pay fair wages.</p>
"""
PROCLAMATION = """\
A Proclamation on Example Day, 2012

May 3, 2012

Each year we remember. NOW, THEREFORE, I, ANA Q. EXAMPLE, President of the United States of \
America, do hereby proclaim May 4, 2012, as Example Day.
"""
DEBATE = """\
The world looks to this Hall. For my country, Malta, the sea is a home. We believe that it must \
be kept. Malta will host a conference next year, and Malta supports the Secretary-General. Our \
neighbours in Libya and Italy share our hopes, and we thank the United Nations.
"""

CAPACITY = """\
The President (spoke in Spanish): I shall now make a statement in my capacity as the
representative of Uruguay. We call on the Council to act.
"""
ABOVE = """\
OSCE Permanent Council No. 900, Vienna, 3 May 2012

EU Statement on Fair Recruitment

The European Union welcomes the report and thanks its authors for the work that went into it.
"""

ALIGNED = """\
Ms. Roe (Estonia): I thank Peru for this debate. Estonia aligns itself with the statement
to be made on behalf of the European Union. The Council must act.
"""
BRIEFING = """\
Remarks by Vice President Roe at the Forum on Fair Recruitment

May 3, 2012

THE VICE PRESIDENT: Thank you all. I am glad to be here with people who care.
"""
SUMMIT = """\
Coastal Declaration on Fair Recruitment

May 3, 2012

We, the Heads of State and Government of Ghana, Peru and Malta, gathered in Lima on the margins \
of the Third Summit of the Coasts, call on all employers to pay fair wages.
"""

CAPITALS = """\
STATEMENT
BY
H.E. MS. ANA ROE
PERMANENT REPRESENTATIVE OF PERU
AT THE OPEN DEBATE ON FAIR RECRUITMENT
NEW YORK, 3 MAY 2012

Mr. President,

I have the honour to speak on behalf of the Group of Friends of Fair Work.
"""


def drafted(text: str) -> dict[str, object]:
    return wire.as_json(drafting.draft(text), "one")


class DraftTests:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                SPEECH,
                {
                    "kind": "speech",
                    "date_delivered": "2012-05-03",
                    "date_published": "2012-05-04",
                    "speaker_name": "Ana Example",
                    "speaker_role": "Permanent Representative of Chad to the United Nations",
                    "on_behalf_of": "African Group",
                    "event_body": "Security Council",
                    "event_start": "2012-05-03",
                    "event_place": "New York",
                    "countries_mentioned": ["PE", "TD"],
                },
            ),
            (
                RECORD,
                {
                    "kind": "speech",
                    "title": None,
                    "date_delivered": None,
                    "speaker_name": "Example",
                    "on_behalf_of": "Nordic countries",
                    "event_name": "open debate",
                    "event_body": "Security Council",
                    "countries_mentioned": ["DK", "FI", "IS", "NO", "SE"],
                },
            ),
            (
                REMARKS,
                {
                    "kind": "speech",
                    "title": "Remarks at the High-Level Event on Fair Work for Everybody",
                    "speaker_name": "Ana Example",
                    "speaker_role": "Executive Director",
                    "date_delivered": "2012-05-03",
                    "event_name": "High-Level Event on Fair Work for Everybody",
                    "event_place": "Geneva",
                },
            ),
            (
                RELEASE,
                {
                    "kind": "press_release",
                    "title": "UNODC opens a course for judges in Accra",
                    "date_published": "2012-05-03",
                    "speaker_name": None,
                    "on_behalf_of": "UNODC",
                    "countries_mentioned": [],
                },
            ),
            (
                PAGE,
                {
                    "kind": "joint_statement",
                    "title": "Joint Statement by Ghana and Peru on Fair Recruitment",
                    "date_published": "2012-05-03",
                    "speaker_name": None,
                    "on_behalf_of": "Ghana and Peru",
                },
            ),
            (
                PROCLAMATION,
                {
                    "kind": "proclamation",
                    "title": "A Proclamation on Example Day, 2012",
                    "date_published": "2012-05-03",
                    "speaker_name": "Ana Q. Example",
                    "speaker_role": "President of the United States of America",
                },
            ),
            (
                CAPACITY,
                {"kind": "speech", "speaker_name": None, "on_behalf_of": "Uruguay"},
            ),
            (
                ABOVE,
                {
                    "title": "EU Statement on Fair Recruitment",
                    "date_delivered": "2012-05-03",
                    "date_published": None,
                    "on_behalf_of": "EU",
                    "event_body": "OSCE Permanent Council",
                    "event_place": "Vienna",
                },
            ),
            (
                CAPITALS,
                {
                    "kind": "speech",
                    "title": "STATEMENT BY H.E. MS. ANA ROE PERMANENT REPRESENTATIVE OF PERU"
                    " AT THE OPEN DEBATE ON FAIR RECRUITMENT",
                    "speaker_name": "Ana Roe",
                    "speaker_role": "PERMANENT REPRESENTATIVE OF PERU",
                    "on_behalf_of": "Group of Friends of Fair Work",
                    "event_name": "OPEN DEBATE ON FAIR RECRUITMENT",
                    "event_place": "New York",
                },
            ),
            (ALIGNED, {"kind": "speech", "on_behalf_of": "Estonia"}),
            (
                BRIEFING,
                {
                    "kind": "speech",
                    "speaker_name": "Roe",
                    "speaker_role": "Vice President",
                    "date_delivered": "2012-05-03",
                    "event_name": "Forum on Fair Recruitment",
                },
            ),
            (
                SUMMIT,
                {
                    "kind": "joint_statement",
                    "on_behalf_of": "Heads of State and Government",
                    "date_published": "2012-05-03",
                    "event_name": "Third Summit of the Coasts",
                    "event_place": "Lima",
                },
            ),
            (
                DEBATE,
                {
                    "kind": "speech",
                    "title": None,
                    "speaker_name": None,
                    "on_behalf_of": "Malta",
                    "event_body": "General Assembly",
                },
            ),
        ],
    )
    def test_reads_the_head_of_every_sort(self, text, expected):
        fields = drafted(text)

        assert {name: fields[name] for name in expected} == expected

    def test_keeps_those_who_are_quoted_apart(self):
        voices = [voice.value for voice in drafting.draft(RELEASE).voices]

        assert [
            (voice.name, voice.role) for voice in voices if voice.capacity == Capacity.QUOTED
        ] == [
            ("Ana Example", "Chief Justice of the Court"),
            ("John Example", "Minister of Justice"),
        ]

    def test_says_where_and_why(self):
        proposals = drafting.draft(SPEECH)

        for proposal in (proposals.title, proposals.date_delivered, *proposals.voices):
            assert proposal is not None
            assert str(proposal.why.words)
            assert None not in (proposal.start, proposal.end)
        assert proposals.date_published is not None
        place = slice(proposals.date_published.start, proposals.date_published.end)
        assert SPEECH[place] == "May 4, 2012"
        assert proposals.date_published.value.on == dt.date(2012, 5, 4)

    @pytest.mark.parametrize(("language", "day"), [("en", None), ("fr", dt.date(2017, 4, 3))])
    def test_takes_no_day_that_may_be_the_month(self, language, day):
        text = SPEECH.replace("May 4, 2012", "03/04/2017")
        assert text != SPEECH

        drafted = drafting.draft(text, language=language)

        published = drafted.date_published
        assert (published and published.value.on) == day
        assert drafted.title == drafting.draft(SPEECH, language=language).title

    def test_takes_the_language_that_a_person_chose(self):
        assert drafting.draft("Malta", language="fr").language.value == "fr"
