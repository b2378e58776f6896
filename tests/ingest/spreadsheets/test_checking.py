"""What is wrong in a table is said by row and cell; nothing is written."""

import pytest

from statements import workflow
from statements.ingest.spreadsheets import checking
from statements.models import (
    CountryAlias,
    Erasure,
    Statement,
    Tag,
    ThemeSynonym,
    WithheldPassage,
)
from statements.text import passages
from tests.ingest.spreadsheets.filled import TEXT, recommendations, statements


@pytest.fixture
def check(contributor):
    return lambda *tables, by=contributor: checking.check(tables, by=by)


@pytest.fixture
def iraq(make_state):
    return make_state("iq", "Iraq")


def told(plan):
    return [str(one) for one in plan.troubles]


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("Country", "Absurdistan", "“Absurdistan” is no country we know."),
        ("Countries", "Iraq; Absurdistan", "“Absurdistan” is no country we know."),
        ("Theme", "Gardening", "“Gardening” is no theme we know."),
        ("Event", "A party", "“A party” is no event we know."),
        ("Speaker", "Amal Haddad (Absurdistan)", "“Absurdistan” is no actor we know."),
        ("Date", "30 February 2017", "“30 February 2017” is in no calendar."),
        ("Kind", "poem", "“poem” is none of these: Speech; Statement;"),
        ("Language", "Elvish", "“Elvish” is no language we know."),
        ("Source URL", "javascript:alert(1)", "Enter a valid URL."),
        ("webcast_offset", "soon", "Write it as 2:17:00 or 2 h 17 min."),
        ("Country", "#REF!", "the spreadsheet itself shows an error here: #REF!"),
    ],
)
def test_names_the_cell_and_what_is_wrong(check, iraq, column, cell, words):
    plan = check(statements(("One", TEXT, cell), more=f"|{column}"))
    (said,) = told(plan)
    assert said.startswith(f"Row 2, column “{column}”: {words}")
    assert not plan.can_be_made


def test_tells_every_trouble_at_once(check):
    plan = check(
        statements(("", TEXT, "x"), ("Two", " ", "2017-13"), ("Three", "a", "2017"), more="|Date")
    )
    assert [(one.place.row, one.place.column) for one in plan.troubles] == [
        (2, "Title"),
        (2, "Date"),
        (3, "Text"),
        (3, "Date"),
    ]


def test_says_that_a_title_is_too_long(check):
    (said,) = told(check(statements(("x" * 501, TEXT))))
    assert said.startswith("Row 2, column “Title”: ")


def test_reads_what_a_row_says(check, iraq, shelter):
    plan = check(
        statements(
            ("One", TEXT, "Press release", "fr", "September 2017", "Iraq; iq", "shelter", "2:17"),
            more="|Kind|Language|Date|Countries|Themes|webcast_offset",
        )
    )
    assert told(plan) == []
    (one,) = plan.statements
    assert (one.values["kind"], one.values["language"]) == ("press_release", "fr")
    assert (str(one.values["delivered_on"]), one.values["delivered_precision"]) == (
        "2017-09-01",
        "month",
    )
    assert one.values["webcast_offset"] == 2 * 3600 + 17 * 60
    assert one.terms["countries"] == [iraq.country_id]
    assert one.terms["themes"] == [shelter.pk]
    assert not Statement.objects.exists()


def test_tells_language_from_the_text(check):
    text = "Monsieur le Président, nous remercions le Conseil de sécurité pour ce débat."
    assert check(statements(("Un", text))).statements[0].values["language"] == "fr"


@pytest.mark.parametrize(
    "name", ["Iraq", "IRAQ", "iq", "Irak", "العراق", "Ирак", "伊拉克", "the  Iraq", "Mesopotamia"]
)
def test_knows_countries_in_six_languages_and_by_other_names(check, iraq, name):
    country = iraq.country
    country.iso3, country.name_fr, country.name_es = "irq", "Irak", "Irak"
    country.name_ar, country.name_ru, country.name_zh = "العراق", "Ирак", "伊拉克"
    country.save()
    CountryAlias.objects.create(country=country, name="Mesopotamia")
    plan = check(statements(("One", TEXT, name, f"A B ({name})"), more="|Country|Speaker"))
    assert told(plan) == []
    assert plan.statements[0].terms["countries"] == [country.pk]
    assert plan.statements[0].voices == ({"name": "A B", "role": "", "actor_id": iraq.pk},)


def test_knows_themes_by_synonym_and_several_parted_by_commas(check, shelter, make_state):
    ThemeSynonym.objects.create(theme=shelter, name="Safe houses")
    first, second = make_state("iq", "Iraq"), make_state("ye", "Yemen")
    plan = check(statements(("One", TEXT, "safe houses", "Iraq, Yemen"), more="|Themes|Countries"))
    assert plan.statements[0].terms["themes"] == [shelter.pk]
    assert plan.statements[0].terms["countries"] == [first.country_id, second.country_id]


def test_says_that_a_name_may_be_several(check, make_state):
    for code, name in (("cd", "Congo (Kinshasa)"), ("cg", "Congo (Brazzaville)")):
        country = make_state(code, name).country
        CountryAlias.objects.create(country=country, name="Congo")
    (said,) = told(check(statements(("One", TEXT, "Congo"), more="|Country")))
    assert "“Congo” may be several: Congo (Kinshasa), Congo (Brazzaville)" in said


def test_takes_an_unknown_speaker_for_a_person_and_says_so(check):
    plan = check(statements(("One", TEXT, "Amal Haddad"), more="|Speaker"))
    assert plan.can_be_made
    assert "“Amal Haddad” is no actor we know" in str(plan.notes[0])


def test_reads_speakers_in_columns_of_their_own(check, iraq, council):
    rows = ("One", TEXT, "Amal Haddad; ", "state-iq; security-council", "quoted; chairs")
    plan = check(statements(rows, more="|voices_name|voices_actor|voices_capacity"))
    assert plan.statements[0].voices == (
        {"name": "Amal Haddad", "role": "", "actor_id": iraq.pk, "capacity": "quoted"},
        {"name": "", "role": "", "actor_id": council.pk, "capacity": "chairs"},
    )


def test_wants_as_many_names_as_actors(check, iraq):
    rows = ("One", TEXT, "A; B", "state-iq")
    (said,) = told(check(statements(rows, more="|voices_name|voices_actor")))
    assert "There are 1 parts here and 2 in another column" in said


def test_refuses_the_same_text_twice(check):
    (said,) = told(check(statements(("One", TEXT), ("Two", TEXT))))
    assert said == "Row 3, column “Text”: It has the same text as row 2."


def test_refuses_what_was_erased(check, publisher):
    Erasure.objects.create(ref="0123456789", by=publisher)
    (said,) = told(check(statements(("One", TEXT, "0123456789"), more="|ref")))
    assert "It was erased to protect a person" in said


def test_tells_of_a_cell_once(check):
    said = told(check(statements(("#REF!", TEXT))))
    assert said == [
        "Row 2, column “Title”: the spreadsheet itself shows an error here: #REF!",
        "Row 2, column “Title”: There is no title.",
    ]


def test_takes_no_page_of_words_for_a_list_of_names(check):
    plan = check(statements(("One", TEXT, "x;" * 5000), more="|Themes"))
    assert told(plan) == ["Row 2, column “Themes”: There are more than 100 names in this cell."]


def test_says_where_excel_may_have_cut_a_text(check):
    plan = check(statements(("One", "x" * 32767)))
    assert "its end may be missing" in str(plan.notes[0])


class OfRecommendationsTests:
    @pytest.mark.parametrize("said", ["One", "one", "7", "https://example.org/a"])
    def test_finds_the_statement_in_the_file(self, check, said):
        plan = check(
            statements(("One", TEXT, "7", "https://example.org/a"), more="|Key|Link"),
            recommendations((said, "Every State must open shelters")),
        )
        assert told(plan) == []
        assert plan.asks[0].statement is plan.statements[0]
        assert plan.asks[0].passage.start == TEXT.index("Every")

    def test_finds_it_by_its_row(self, check):
        plan = check(statements(("One", TEXT)), recommendations(("2", "Every State")))
        assert plan.asks[0].statement is plan.statements[0]

    @pytest.mark.parametrize(
        "said", ["{ref}", "{slug}", "Here", "https://site.example/statements/{slug}/#r123"]
    )
    def test_finds_the_statement_that_is_here(self, check, contributor, said):
        held = Statement(title="Here", text=TEXT)
        workflow.create(held, by=contributor)
        plan = check(recommendations((said.format(ref=held.ref, slug=held.slug), "Every State")))
        assert told(plan) == []
        assert plan.asks[0].statement == held.pk

    @pytest.mark.parametrize(
        ("said", "words", "message"),
        [
            ("One", "Every person", "These words are not in the text of the statement."),
            ("One", "We thank you.", "These words stand 2 times in the text"),
            ("One", "", "There are no words."),
            ("Nine", "Every State", "“Nine” is no statement of this file"),
            ("", "Every State", "There is no statement that it belongs to."),
        ],
    )
    def test_says_what_is_wrong(self, check, said, words, message):
        plan = check(statements(("One", TEXT)), recommendations((said, words)))
        assert message in told(plan)[0]
        assert not plan.can_be_made

    def test_a_position_tells_words_apart(self, check):
        second = TEXT.rindex("We thank you.")
        row = ("One", "We thank you.", str(second))
        plan = check(statements(("One", TEXT)), recommendations(row, more="|passage_start"))
        assert plan.asks[0].passage.start == second

    def test_reads_what_a_row_says(self, check, council, shelter):
        Tag.objects.create(name="Shelters first", slug="shelters-first")
        row = ("One", "Every State", "Security Council", "4 · urges", "Protection", "Shelter")
        plan = check(
            statements(("One", TEXT)),
            recommendations((*row, "shelters FIRST"), more="|Asked of|Strength|Pillar|Themes|Tags"),
        )
        assert told(plan) == []
        (one,) = plan.asks
        assert (one.values["strength"], one.values["pillar"]) == (4, "protection")
        assert one.terms["addressees"] == [council.pk]
        assert one.terms["themes"] == [shelter.pk]
        assert one.tags == ("Shelters first",)

    @pytest.mark.parametrize(("said", "step"), [("4", 4), ("urges", 4), ("Must", 4), ("", None)])
    def test_reads_strength_by_number_or_word(self, check, said, step):
        asks = recommendations(("One", "Every State", said), more="|Strength")
        plan = check(statements(("One", TEXT)), asks)
        assert (told(plan), plan.asks[0].values["strength"]) == ([], step)

    def test_knows_no_new_tag(self, check):
        plan = check(
            statements(("One", TEXT)), recommendations(("One", "Every State", "new"), more="|Tags")
        )
        assert told(plan) == ["Row 2, column “Tags”: “new” is no tag we know."]

    def test_refuses_the_same_words_twice(self, check):
        rows = (("One", "Every State"), ("One", "every state".title()), ("One", "Every State"))
        plan = check(statements(("One", TEXT)), recommendations(rows[0], rows[2]))
        assert told(plan) == ["Row 3: It has the same words as row 2."]

    def test_a_contributor_adds_to_no_statement_of_another(self, check, editor):
        held = Statement(title="Here", text=TEXT)
        workflow.create(held, by=editor)
        (said,) = told(check(recommendations(("Here", "Every State"))))
        assert "You may not change this statement" in said
        assert check(recommendations(("Here", "Every State")), by=editor).can_be_made

    def test_tells_nothing_of_withheld_words(self, check, contributor, editor):
        held = Statement(title="Here", text=TEXT)
        workflow.create(held, by=contributor)
        Statement.objects.update(public="live", published_version=1)
        passage = workflow.anchor(held, passages.find(TEXT, "Mr. President")[0])
        WithheldPassage.objects.create(statement=held, passage=passage, reason="Harm", by=editor)
        rows = [("Here", "Mr. President"), ("Here", "Words that are not there")]
        assert {said.partition(": ")[2] for said in told(check(recommendations(*rows)))} == {
            "Words of this statement are withheld from you."
        }
        assert check(recommendations(rows[0]), by=editor).can_be_made
