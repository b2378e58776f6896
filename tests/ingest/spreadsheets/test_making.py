"""A checked table becomes drafts, all of it or nothing, and once."""

import pytest

from statements import workflow
from statements.catalogue.models import Record
from statements.ingest.spreadsheets import checking, making
from statements.models import Recommendation, Statement, Tag, TagChange, Transition
from statements.models.languages import SHORT_FORMS
from tests.ingest.spreadsheets.filled import TEXT, recommendations, statements


@pytest.fixture
def tables(make_state, council, shelter):
    make_state("iq", "Iraq")
    Tag.objects.create(name="Shelters first", slug="shelters-first")
    return (
        statements(
            ("One", TEXT, "Amal Haddad (Iraq)", "27 September 2017", "Iraq", "Shelter"),
            ("Two", "Another text.", "Iraq", "2018", "", ""),
            more="|Speakers|Date|Countries|Themes",
        ),
        recommendations(
            ("One", "Every State must open shelters.", "Security Council", "4", "Shelters first"),
            more="|Asked of|Strength|Tags",
        ),
    )


def make(tables, by):
    return making.make(checking.check(tables, by=by), by=by, name="ours.xlsx")


def test_makes_drafts_of_the_person(tables, contributor):
    one, two = make(tables, contributor)

    assert {(each.public, each.stage, each.created_by) for each in (one, two)} == {
        ("never", "draft", contributor)
    }
    held = Statement.objects.get(pk=one.pk)
    assert (held.title, held.text, str(held.delivered_on)) == ("One", TEXT, "2017-09-27")
    assert [str(each) for each in held.voices.all()] == ["Amal Haddad, Iraq"]
    assert [each.iso2 for each in held.countries.all()] == ["iq"]
    assert [each.code for each in held.themes.all()] == ["shelter"]
    assert held.source_document is not None
    assert held.source_document.text == TEXT
    assert not Record.objects.filter(kind="statement").exists()


def test_anchors_recommendations(tables, contributor):
    one, _two = make(tables, contributor)
    ask = Recommendation.objects.get()
    assert (ask.statement, ask.passage.exact) == (one, "Every State must open shelters.")
    assert (ask.strength, [each.slug for each in ask.addressees.all()]) == (4, ["security-council"])
    assert [str(each) for each in ask.askers.all()] == ["Amal Haddad, Iraq"]
    assert [tag.name for tag in ask.tags.all()] == ["Shelters first"]
    assert TagChange.objects.get().by == contributor


def test_takes_short_forms_in_each_language(tables, contributor):
    told = (
        "Open shelters",
        "فتح الملاجئ",
        "Abran refugios",
        "Ouvrir des abris",
        "Кров",
        "开设收容所",
    )
    table = recommendations(
        ("One", "Every State must open shelters.", *told),
        more="|Short form|Short form in Arabic|short_form_es|Forme abrégée en français"
        "|Краткая форма на русском|中文摘要",
    )

    make((tables[0], table), contributor)

    ask = Recommendation.objects.get()
    assert tuple(getattr(ask, name) for name in SHORT_FORMS) == told


def test_keeps_where_a_statement_came_from(tables, contributor):
    make(tables, contributor)
    reasons = Transition.objects.filter(verb="create", kind="statement").order_by("pk")
    assert reasons.values_list("reason", flat=True)[1] == "From the spreadsheet ours.xlsx: Row 3."


def test_makes_nothing_twice(tables, contributor):
    make(tables, contributor)
    plan = checking.check(tables, by=contributor)
    assert (plan.statements, plan.asks, plan.troubles, plan.can_be_made) == ([], [], [], False)
    assert [one.place.row for one in plan.here] == [2, 3, 2]


def test_adds_what_is_new_to_what_is_here(tables, contributor):
    one, _two = make(tables, contributor)
    more = recommendations(("One", "Every State must open shelters."), ("One", "Mr. President"))
    make((tables[0], more), contributor)

    one.refresh_from_db()
    assert one.recommendations.count() == 2
    assert one.version == 2
    assert Statement.objects.count() == 2


def test_makes_nothing_where_a_row_is_wrong(tables, contributor):
    wrong = recommendations(("One", "Words that nobody said"))
    with pytest.raises(workflow.Refusal):
        make((tables[0], wrong), contributor)
    assert not Statement.objects.exists()


def test_makes_nothing_where_one_is_refused(tables, contributor, monkeypatch):
    create = workflow.create

    def refuse(statement, **given):
        if statement.title == "Two":
            raise workflow.Refusal("No.")
        create(statement, **given)

    monkeypatch.setattr(workflow, "create", refuse)
    with pytest.raises(workflow.Refusal, match=r"Row 3: No\."):
        make(tables, contributor)
    assert not Statement.objects.exists()


def test_knows_a_statement_by_its_reference_whatever_became_of_its_text(tables, contributor):
    one, _two = make(tables, contributor)
    plan = checking.check(
        [statements(("Other", "Other words.", one.ref), more="|ref")], by=contributor
    )
    assert [each.statement for each in plan.here] == [one.pk]
