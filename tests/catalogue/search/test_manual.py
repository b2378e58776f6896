"""What a page tells about searching: that it is so, and all of it."""

import pytest

from statements.catalogue import filters, store
from statements.catalogue.search import reading
from statements.catalogue.search.query import Any, Field, Near, Not, Phrase, Prefix, Term
from statements.catalogue.search.typed import fields, notes
from statements.catalogue.search.typed.manual import EXAMPLES
from tests.catalogue import build
from tests.catalogue.search.examples import NOTES

SHELTER = Term("shelter")
EITHER = Any((SHELTER, Term("housing")))
READ = {
    "shelter victims": (SHELTER, Term("victims")),
    '"safe shelter"': (Phrase(("safe", "shelter")),),
    "shelter OR housing": (EITHER,),
    "shelter -children": (SHELTER, Not(Term("children"))),
    "traffick*": (Prefix("traffick"),),
    '"shelter victims"~5': (Near(("shelter", "victims"), 5),),
    "(shelter OR housing) children": (EITHER, Term("children")),
    "S/2017/198": (Term("S/2017/198"),),
    "country:Iraq": (("country", "iq"),),
    'country:"Sri Lanka"': (("country", "lk"),),
    "by:Iraq": (("by", "iq"),),
    "to:UNODC": (("to", "slug-unodc"),),
    "body:UNODC": (("actor", "slug-unodc"),),
    "actor:UNODC": (("actor", "slug-unodc"),),
    "theme:shelter": (("theme", "safe-shelter"),),
    "group:children": (("group", "children"),),
    'form:"forced labour"': (("form", "forced-labour"),),
    'instrument:"Palermo Protocol"': (("instrument", "slug-tip"),),
    "tag:beds": (("tag", "beds"),),
    'campaign:"Beds for all"': (("campaign", "slug-beds"),),
    'event:"World day"': (("event", "slug-day"),),
    "kind:speech": (("kind", "speech"),),
    "pillar:protection": (("pillar", "protection"),),
    "language:Arabic": (("language", "ar"),),
    "year:2017": (("year", "2017"),),
    "date:2017-01..2017-03": (("since", "2017-01"), ("until", "2017-03")),
    "since:2016": (("since", "2016"),),
    "until:2016": (("until", "2016"),),
    "title:shelter": (Field("title", SHELTER),),
    "speaker:Smith": (Field("speaker", Term("Smith")),),
    "symbol:S/PV.7898": (Field("symbol", Term("S/PV.7898")),),
}


class ExamplesTests:
    @pytest.fixture(autouse=True)
    def _names(self, db):
        store.put(build.term("country", "iq", label="Iraq"))
        store.put(build.term("country", "lk", label="Sri Lanka"))
        store.put(build.term("theme", "safe-shelter", label="Shelter and accommodation"))
        store.put(build.term("group", "children", label="Children"))
        store.put(build.term("form", "forced-labour", label="Forced labour"))
        store.put(build.instrument("tip", name="Palermo Protocol"))
        store.put(build.term("tag", "beds", label="Beds"))
        store.put(build.actor("unodc", name="Office on Drugs and Crime", short_name="UNODC"))
        store.put(build.event("day", title="World day"))
        store.put(build.campaign("beds", "beds", title="Beds for all"))

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.words)
    def test_read_as_they_say(self, example):
        once = reading.read(example.words, filters.values("statement"))

        assert (once.query.clauses or once.found) == READ[example.words]
        assert (once.notes, bool(example.meaning)) == ((), True)

    def test_are_one_for_every_field(self):
        shown = {one.words.partition(":")[0] for one in EXAMPLES if ":" in one.words}

        assert shown == fields.WORDS.keys()


class FieldTests:
    def test_have_words_that_mean_one_field_each(self):
        words = [word for words in fields.WORDS.values() for word in words.split()]

        assert len(words) == len({*words})


class NotesTests:
    def test_have_a_sentence_for_each_that_there_is(self):
        seen = {code for _typed, _clauses, _found, noted in NOTES for code, _words in noted}

        assert notes.SENTENCES.keys() == seen | {"cut"}

    def test_name_the_words_they_are_about(self):
        assert notes.said([("field", "colour"), ("operator", "OR 100%")]) == [
            "“colour:” is no field here: it was searched as a word.",
            "“OR 100%” joins nothing here: it was taken as a word.",
        ]
