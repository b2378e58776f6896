"""The vocabularies we ship are whole and agree with one another."""

import re
import unicodedata

import pytest

from tests.seeds.tables import VOCABULARIES, read, several, twice

KEPT_HERE = (
    *("themes", "groups", "forms", "regions", "countries"),
    *("un_names", "aliases", "actors", "instruments"),
)
THEMES = read("themes")
GROUPS = read("groups")
FORMS = read("forms")
REGIONS = read("regions")


@pytest.mark.parametrize("name", KEPT_HERE)
class TestEveryFile:
    def test_ends_its_lines_with_lf_and_has_no_byte_order_mark(self, name):
        content = (VOCABULARIES / f"{name}.csv").read_bytes()

        assert b"\r" not in content
        assert content.endswith(b"\n")
        assert not content.startswith(b"\xef\xbb\xbf")

    def test_has_every_cell_of_every_row(self, name):
        short_or_long = [row for row in read(name) if None in row or None in row.values()]

        assert short_or_long == []

    def test_is_in_normal_form_c(self, name):
        content = (VOCABULARIES / f"{name}.csv").read_text(encoding="utf-8")

        assert unicodedata.is_normalized("NFC", content)

    def test_has_no_stray_space_and_no_empty_value_among_several(self, name):
        values = [value for row in read(name) for cell in row.values() for value in cell.split("|")]
        lists = [cell for row in read(name) for cell in row.values() if "|" in cell]

        assert [value for value in values if value != " ".join(value.split())] == []
        assert [cell for cell in lists if "" in cell.split("|")] == []

    def test_has_no_name_longer_than_its_column(self, name):
        names = [value for row in read(name) for cell in row.values() for value in cell.split("|")]

        assert [value for value in names if len(value) > 255] == []


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
@pytest.mark.parametrize(
    "terms", [THEMES, GROUPS, FORMS, REGIONS], ids=["themes", "groups", "forms", "regions"]
)
class TestLabels:
    def test_stand_in_each_language(self, terms, language):
        assert [term["code"] for term in terms if not term[f"label_{language}"]] == []

    def test_are_not_given_twice(self, terms, language):
        assert twice(term[f"label_{language}"].casefold() for term in terms) == []


@pytest.mark.parametrize("name", ["actors", "instruments"])
class TestNames:
    def test_are_not_given_twice_in_a_language(self, name):
        rows = read(name)
        columns = [column for column in rows[0] if re.fullmatch("name_[a-z]{2}", column)]
        twofold = {
            column: again
            for column in columns
            if (again := twice(row[column].casefold() for row in rows if row[column]))
        }

        assert len(columns) == 5
        assert twofold == {}


@pytest.mark.parametrize("script", [("ar", "ARABIC"), ("ru", "CYRILLIC"), ("zh", "CJK")])
@pytest.mark.parametrize("name", ["themes", "groups", "forms", "regions", "actors", "instruments"])
def test_each_language_is_in_its_own_script(name, script):
    language, of_unicode = script
    cells = [
        cell
        for row in read(name)
        for key, cell in row.items()
        if cell and key.endswith(f"_{language}")
    ]
    strange = [
        cell
        for cell in cells
        if not any(unicodedata.name(sign, "").startswith(of_unicode) for sign in cell)
    ]

    assert cells
    assert strange == []


@pytest.mark.parametrize("terms", [THEMES, GROUPS, FORMS], ids=["themes", "groups", "forms"])
class TestNestedTerms:
    def test_have_codes_of_their_own(self, terms):
        assert twice(term["code"] for term in terms) == []

    def test_have_labels_of_their_own(self, terms):
        assert twice(term["label"].casefold() for term in terms) == []

    def test_come_after_their_parents(self, terms):
        seen: set[str] = set()
        orphans = []
        for term in terms:
            if term["parent"] and term["parent"] not in seen:
                orphans.append(term["code"])
            seen.add(term["code"])

        assert orphans == []

    def test_have_a_slug_that_fits_its_column(self, terms):
        slug = re.compile(r"(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*")

        assert [t["code"] for t in terms if not slug.fullmatch(t["code"])] == []

    def test_name_a_source(self, terms):
        assert [term["code"] for term in terms if not term["source"]] == []

    def test_share_no_synonym_with_another_term(self, terms):
        synonyms = [name.casefold() for term in terms for name in several(term["synonyms"])]

        assert twice(synonyms) == []

    def test_have_no_synonym_that_is_a_label(self, terms):
        labels = {term["label"].casefold() for term in terms}
        synonyms = {name.casefold() for term in terms for name in several(term["synonyms"])}

        assert labels & synonyms == set()


class TestThemes:
    def test_stand_under_the_four_ps_and_what_cuts_across(self):
        roots = [theme["code"] for theme in THEMES if not theme["parent"]]

        assert roots == ["prevention", "protection", "prosecution", "partnership", "cross-cutting"]


class TestRegions:
    def test_have_codes_of_their_own(self):
        assert twice(region["code"] for region in REGIONS) == []

    def test_come_after_their_parents(self):
        seen = {""}
        orphans = []
        for region in REGIONS:
            if region["parent"] not in seen:
                orphans.append(region["code"])
            seen.add(region["code"])

        assert orphans == []

    def test_are_the_five_of_m49_with_their_parts(self):
        roots = {region["label"] for region in REGIONS if not region["parent"]}

        assert roots == {"Africa", "Americas", "Asia", "Europe", "Oceania"}
        assert len(REGIONS) == 29
