"""Single statements, through the whole workflow."""

import pytest

from bench.corpus import cast, sheets
from bench.filling import singles
from statements.catalogue import facets, records, store
from statements.choices import Public
from statements.models import Actor, Country, Statement, Theme
from statements.workflow import door, references

SEED = 7


@pytest.fixture
def desk(db) -> singles.Desk:
    """A desk that has what sheet 1 needs, and no more of the vocabularies."""
    corpus = sheets.Sheets(SEED)
    by, sheet, register = cast.keeper(), corpus.single(1), corpus.register
    asked = [one for ask in sheet.asks for one in (ask.to, ask.named)]
    for code in {code for code in (*sheet.countries, sheet.state, *asked) if code}:
        names = {
            f"name_{one}": register.countries[code] for one in ("en", "ar", "es", "fr", "ru", "zh")
        }
        country = Country(iso2=code, iso3=f"{code}x", **names)
        references.save_term(country, by=by)
        state = Actor(slug=f"state-{code}", kind="state", name=code, country=country)
        references.save_actor(state, by=by)
    for code in {*sheet.themes, *(theme for ask in sheet.asks for theme in ask.themes)}:
        references.save_term(Theme(code=code, label=code), by=by)
    cast.make_organisations(SEED, by)
    return singles.Desk(corpus)


class PublishTests:
    def test_publishes_what_the_sheet_says(self, desk):
        single = desk.publish(1)

        record = store.get("statement", Statement.objects.get().slug).record
        expected = desk.writer.record(desk.sheets.single(1))
        assert single.publish_commits <= single.commits
        assert record.text == expected.text
        assert len(record.recommendations) == sheets.SINGLE
        assert found_by(record) == found_by(expected)

    def test_goes_on_from_a_draft_that_was_left(self, desk, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(door, "put_statement", killed)
            with pytest.raises(RuntimeError):
                desk.publish(1)

        desk.publish(1)

        assert Statement.objects.get().public == Public.LIVE


def killed(_record: records.Statement, _live: records.Live) -> None:
    raise RuntimeError


def found_by(record: records.Statement) -> set[tuple[str, str]]:
    """Return what a record is found by, but for the event, which this desk has not."""
    found = facets.facets(record, records.Live(), {})
    return {pair for pair in found if pair[0] != "event"}
