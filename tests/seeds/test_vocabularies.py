"""The vocabularies we ship are whole and agree with one another."""

import re
import unicodedata

import pytest

from tests.seeds.tables import VOCABULARIES, read, several, twice

KEPT_HERE = ("themes", "regions", "countries", "un_names", "aliases", "actors")
THEMES = read("themes")
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


class TestThemes:
    def test_have_codes_of_their_own(self):
        assert twice(theme["code"] for theme in THEMES) == []

    def test_have_labels_of_their_own(self):
        assert twice(theme["label"].casefold() for theme in THEMES) == []

    def test_come_after_their_parents(self):
        seen: set[str] = set()
        orphans = []
        for theme in THEMES:
            if theme["parent"] and theme["parent"] not in seen:
                orphans.append(theme["code"])
            seen.add(theme["code"])

        assert orphans == []

    def test_stand_under_the_four_ps_and_what_cuts_across(self):
        roots = [theme["code"] for theme in THEMES if not theme["parent"]]

        assert roots == ["prevention", "protection", "prosecution", "partnership", "cross-cutting"]

    def test_have_a_slug_that_fits_its_column(self):
        slug = re.compile(r"(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*")

        assert [t["code"] for t in THEMES if not slug.fullmatch(t["code"])] == []

    def test_name_a_source(self):
        assert [theme["code"] for theme in THEMES if not theme["source"]] == []

    def test_share_no_synonym_with_another_theme(self):
        synonyms = [name.casefold() for theme in THEMES for name in several(theme["synonyms"])]

        assert twice(synonyms) == []

    def test_have_no_synonym_that_is_a_label(self):
        labels = {theme["label"].casefold() for theme in THEMES}
        synonyms = {name.casefold() for theme in THEMES for name in several(theme["synonyms"])}

        assert labels & synonyms == set()


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
