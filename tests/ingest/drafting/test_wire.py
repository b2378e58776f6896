"""Drafts as JSON."""

import datetime as dt
import json

from statements.choices import Capacity, Pillar, Precision, StatementKind
from statements.ingest.drafting import wire
from statements.ingest.drafting.draft import (
    Ask,
    Citation,
    Country,
    Draft,
    Gathering,
    Link,
    Proposal,
    Voice,
    When,
    Why,
)

WHY = Why("example", "an example")


def proposed(value):
    return Proposal(value, WHY)


def draft(**fields) -> Draft:
    return Draft(text="", language=proposed("en"), kind=proposed(StatementKind.SPEECH), **fields)


class WireTests:
    def test_says_none_for_what_is_not_proposed(self):
        written = wire.as_json(draft(), "empty")

        assert written["title"] is written["date_delivered"] is written["on_behalf_of"] is None
        assert written["countries_mentioned"] == written["links"] == []
        assert (written["document"], written["kind"]) == ("empty", "speech")

    def test_writes_every_field(self):
        day = When(dt.date(2019, 7, 30))
        written = wire.as_json(
            draft(
                title=proposed("A title"),
                date_delivered=proposed(day),
                date_published=proposed(When(dt.date(2019, 7, 1), Precision.MONTH)),
                voices=(
                    proposed(Voice(Capacity.DELIVERS, "Ana Example", "Minister", "Chad")),
                    proposed(Voice(Capacity.ON_BEHALF_OF, actor="African Group")),
                ),
                event=Gathering(name=proposed("Open debate"), starts=proposed(day)),
                countries=(Country("td", WHY, ((0, 4),)),),
                instruments=(proposed(Citation("Rome Statute")),) * 2,
                symbols=(proposed("S/2019/1"),),
                links=(proposed(Link(offset=8220)),),
                recommendations=(
                    Ask(start=0, end=9, exact="We\n must.", why=WHY, pillar=Pillar.PREVENTION),
                ),
            ),
            "full",
        )

        assert json.loads(json.dumps(written)) == {
            "document": "full",
            "kind": "speech",
            "title": "A title",
            "date_delivered": "2019-07-30",
            "date_published": "2019-07",
            "speaker_name": "Ana Example",
            "speaker_role": "Minister",
            "on_behalf_of": "African Group",
            "event_name": "Open debate",
            "event_body": None,
            "event_start": "2019-07-30",
            "event_end": None,
            "event_place": None,
            "countries_mentioned": ["TD"],
            "instruments": ["Rome Statute"],
            "symbols": ["S/2019/1"],
            "links": [{"url": None, "label": None, "offset": "2:17:00"}],
            "recommendations": [
                {"exact": "We must.", "addressed_to": None, "pillar": "prevention"}
            ],
        }

    def test_names_the_state_of_a_speaker_who_speaks_for_no_group(self):
        voice = Voice(Capacity.DELIVERS, "Example", actor="Chad")

        assert wire.as_json(draft(voices=(proposed(voice),)), "one")["on_behalf_of"] == "Chad"
