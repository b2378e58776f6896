"""The corpus of the benchmark: the same for each seed, and its counts are right."""

import datetime as dt

import pytest

from bench.corpus import sheets, words, writing
from bench.corpus.oracle import Oracle, last_day, traits
from statements.catalogue.facets import facets
from statements.catalogue.parts import who
from statements.catalogue.records import Live

SEED, N = 7, 150
# What the generator knows of: actors, events and languages it does not count.
KNOWN = {"theme", "country", "by", "to", "pillar", "kind", "year", "tag"}
ORGANISATIONS = {
    who(writing.organisation_ref(n)): writing.organisation_slug(n)
    for n in range(sheets.ORGANISATIONS)
}


@pytest.fixture
def writer() -> writing.Writer:
    """Writes for States whose references are their codes."""
    states = {code: f"state-{code}" for code in sheets.register(SEED).countries}
    return writing.Writer(sheets.Sheets(SEED), states)


@pytest.fixture
def all_sheets() -> list[sheets.Sheet]:
    known = sheets.Sheets(SEED)
    return [known.sheet(n) for n in range(1, N + 1)]


@pytest.fixture
def oracle(all_sheets) -> Oracle:
    made = Oracle(sheets.register(SEED))
    for sheet in all_sheets:
        made.add(sheet)
    return made


class SheetTests:
    def test_is_the_same_in_every_corpus_of_its_seed(self):
        assert sheets.Sheets(SEED).sheet(40) == sheets.Sheets(SEED).sheet(40)

    def test_is_another_under_another_seed(self):
        assert sheets.Sheets(SEED).sheet(40) != sheets.Sheets(8).sheet(40)

    def test_has_what_a_corpus_has_in_the_mean(self, all_sheets):
        asks = sum(len(sheet.asks) for sheet in all_sheets) / N

        assert 3.7 < asks < 4.7
        assert {len(sheet.themes) for sheet in all_sheets} == {1, 2, 3, 4, 5}
        assert all(
            dt.date(2005, 1, 1) <= sheet.day <= dt.date(2025, 12, 31) for sheet in all_sheets
        )


class WriterTests:
    def test_writes_the_same_words_again(self, writer, all_sheets):
        assert writer.record(all_sheets[3]) == writer.record(all_sheets[3])

    def test_anchors_each_recommendation_to_its_words(self, writer, all_sheets):
        for record in map(writer.record, all_sheets[:40]):
            for one in record.recommendations:
                place = one.passage
                assert record.text[place.start : place.end] == place.exact
                assert record.text[: place.start].endswith(place.prefix)
                assert record.text[place.end :].startswith(place.suffix)

    def test_writes_texts_of_about_six_hundred_words(self, writer, all_sheets):
        lengths = [len(writer.record(sheet).text.split()) for sheet in all_sheets[:60]]

        assert 600 < sum(lengths) / len(lengths) < 1000

    def test_plants_the_words_that_are_counted_and_no_others(self, writer, all_sheets):
        counted = {one.word for one in words.counted(SEED)}

        for sheet in all_sheets[:40]:
            held = set(writer.record(sheet).text.lower().replace(".", "").split())
            assert held & counted == set(sheet.words)


class OracleTests:
    def test_knows_what_the_catalogue_will_find_each_record_by(self, writer, all_sheets):
        register = sheets.register(SEED)
        tree = {("theme", code): above for code, above in register.themes.items()}

        for sheet in all_sheets:
            record, live = writer.record(sheet), writer.live(sheet)
            own, asked = traits(sheet, register)
            assert known(facets(record, live, tree)) == known(own)
            for one, expected in zip(record.recommendations, asked, strict=True):
                part = live.recommendations.get(one.ref, Live())
                assert known(facets(one, part, tree)) == known(expected)

    @pytest.mark.parametrize(
        "parameters",
        [
            {"theme": ["protection"], "kind": ["speech"]},
            {"pillar": ["prevention", "partnership"], "year": ["2019"]},
            {"since": ["2012"], "until": ["2017-06"]},
        ],
    )
    def test_counts_as_somebody_would_by_hand(self, oracle, all_sheets, parameters):
        expected = sum(matches(sheet, parameters) for sheet in all_sheets)

        assert 0 < expected < N
        assert oracle.count("statement", parameters) == expected

    def test_counts_statements_with_a_word(self, oracle, all_sheets):
        word = words.counted(SEED).common[0].word

        having = sum(word in sheet.words for sheet in all_sheets)

        assert having
        assert oracle.count("statement", {"q": [word]}) == having


def known(pairs) -> set[tuple[str, str]]:
    """Return what a record is found by, as addresses have it, of the names that are known."""
    return {(name, ORGANISATIONS.get(value, value)) for name, value in pairs if name in KNOWN}


def matches(sheet: sheets.Sheet, parameters: dict[str, list[str]]) -> bool:
    own, _asked = traits(sheet, sheets.register(SEED))
    for name, values in parameters.items():
        if name == "since":
            fits = last_day(sheet).isoformat() >= values[0]
        elif name == "until":
            fits = sheet.day.isoformat() <= f"{values[0]}-31"
        else:
            fits = any((name, value) in own for value in values)
        if not fits:
            return False
    return True
