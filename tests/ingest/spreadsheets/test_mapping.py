"""What a column is shows in its heading, in six languages and in our own files."""

import pytest

from statements.admin.pages.sheets import tables
from statements.exports.formats import csv
from statements.ingest.spreadsheets import mapping
from statements.ingest.spreadsheets.fields import FIELDS
from statements.ingest.spreadsheets.headings import HEADINGS

# Columns of our own files that are nothing a person would bring, or that another column says.
OURS = {
    "statements": set(
        "url slug version delivered_precision published_precision event_name voices_ref "
        "voices_state voices_actor_name countries_name themes_name groups_name forms_name "
        "instruments instruments_name translation_of translation_of_name first_published_on "
        "changes_on changes_note recommendations asks commitments tags tags_name campaigns "
        "campaigns_name stage public last_change changed_by desk_url".split()
    ),
    "recommendations": set(
        "url statement_url version statement_name number passage_end lead_in lead_in_start "
        "lead_in_end askers_ref askers_capacity askers_name askers_role askers_actor askers_state "
        "askers_actor_name addressees_state addressees_actor_name themes_name groups_name "
        "forms_name instruments instruments_name countries countries_name date date_precision "
        "date_source event event_name language tags_name campaigns campaigns_name asked_by "
        "left_out words_changed delivered stage public desk_url".split()
    ),
}


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        ("statements", [one.name for one in csv.header("statement")]),
        ("statements", [one.name for one in tables.STATEMENTS.columns]),
        ("recommendations", [one.name for one in csv.header("recommendation")]),
        ("recommendations", [one.name for one in tables.RECOMMENDATIONS.columns]),
    ],
)
def test_knows_the_columns_of_our_own_files(kind, columns):
    guessed = mapping.guess(columns)
    assert (guessed.kind, guessed.missing(), guessed.twice()) == (kind, [], [])
    left = {column for column, name in zip(columns, guessed.fields, strict=True) if not name}
    assert left - OURS[kind] <= {"statement"}


def test_takes_the_reference_before_the_title_of_a_statement():
    columns = [one.name for one in tables.RECOMMENDATIONS.columns]
    fields = mapping.guess(columns).fields
    assert fields[columns.index("statement_ref")] == "statement"


@pytest.mark.parametrize(
    "columns",
    [
        ["Title", "Text", "Date", "Country"],
        ["Titre", "Texte", "Prononcé le", "Pays"],
        ["Título", "Texto", "Fecha", "País"],
        ["Название", "Текст", "Дата", "Страна"],
        ["标题", "文本", "日期", "国家"],
        ["العنوان", "النص", "التاريخ", "البلد"],
        ["  TITLE ", "the text", "date", "COUNTRIES"],
        ["titulo", "texto", "fecha", "pais"],
    ],
)
def test_guesses_in_six_languages(columns):
    guessed = mapping.guess(columns)
    assert (guessed.kind, guessed.fields) == (
        "statements",
        ("title", "text", "delivered", "countries"),
    )


@pytest.mark.parametrize(
    "columns",
    [
        ["Statement", "Exact words", "Asked of"],
        ["Déclaration", "Recommandation", "Destinataires"],
        ["Declaración", "Recomendación", "Destinatarios"],
        ["Заявление", "Рекомендация", "Адресат"],
        ["声明", "建议", "对象"],
        ["البيان", "التوصية", "المخاطب"],
    ],
)
def test_tells_recommendations_from_statements(columns):
    guessed = mapping.guess(columns)
    assert (guessed.kind, guessed.fields) == (
        "recommendations",
        ("statement", "words", "addressees"),
    )


def test_guesses_nothing_where_no_heading_is_known():
    assert mapping.guess(["Foo", "", "Bar"]) == mapping.Mapping("", ("", "", ""))


def test_gives_each_field_once():
    assert mapping.guess(["title", "Title", "text"]).fields == ("title", "", "text")


def test_every_field_has_headings():
    assert {kind: set(one) for kind, one in HEADINGS.items()} == {
        kind: {field.name for field in fields} for kind, fields in FIELDS.items()
    }


def test_tells_what_is_missing_and_what_is_there_twice():
    said = mapping.Mapping("statements", ("title", "title", ""))
    assert (said.missing(), said.twice()) == (["text"], ["title"])
